// phone/queue/ — what the phone remembers of the shop, so that it shows the own cars in a dead spot after it was closed and opened: as
// little as that needs, plates and models of the own cars and no customer [PHN-4]. Gone with the session.
import { emptyDirectory } from '@zhunshi/shared/domain/directory.ts';
import type { Directory } from '@zhunshi/shared/domain/directory.ts';
import { isOpen } from '@zhunshi/shared/domain/job.ts';
import type { ShopState } from '@zhunshi/shared/domain/state.ts';
import type { Instant, StaffId } from '@zhunshi/shared/domain/words.ts';
import { FOLD } from '@zhunshi/shared/wire/protocol.ts';
import type { SessionAnswer } from '@zhunshi/shared/wire/session.ts';

/** The shop's time at a moment of the phone's clock. */
export interface KeptClock {
  now: Instant;
  speed: number;
  phoneMs: number;
}

export interface KeptShop {
  session: SessionAnswer;
  version: number;
  state: ShopState;
  directory: Directory;
  clock: KeptClock;
  /** When the phone was last certain of it, by its own clock. */
  certainMs: number;
}

type Keep = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
const key = 'zhunshi.phone.shop';

/** The shop's time by what was kept: the phone's clock may be wrong, but it goes. */
export function keptNow({ now, speed, phoneMs }: KeptClock, atMs: number): Instant {
  return Math.round(now + Math.max(0, atMs - phoneMs) * speed);
}

/** Of the shop what one person needs for the own cars: they, the bays, the people's attendance, and the table of standard times. */
export function ownPart(state: ShopState, me: StaffId): ShopState {
  const mine = Object.values(state.jobs).filter(
    (job) => isOpen(job) && job.operations.some(({ crew }) => crew.includes(me)),
  );
  const jobs = Object.fromEntries(mine.map((job) => [job.id, job]));
  const undo = state.undo.filter(({ by, before }) => by === me && before.id in jobs);
  return { ...state, jobs, undo, closedOrders: {}, days: {}, visits: {}, learned: {} };
}

/** Plates and models of these cars, names of those who work on them. */
export function ownDirectory(own: ShopState, directory: Directory, me: StaffId): Directory {
  const jobs = Object.values(own.jobs);
  const staff = new Set([me, ...jobs.flatMap(({ operations }) => operations.flatMap(({ crew }) => crew))]);
  return {
    ...emptyDirectory,
    vehicles: Object.fromEntries(
      jobs.flatMap(({ vehicle }) => {
        const known = directory.vehicles[vehicle];
        return known ? [[vehicle, { plate: known.plate, model: known.model, vin: '' }]] : [];
      }),
    ),
    staff: Object.fromEntries(
      [...staff].flatMap((id) => {
        const known = directory.staff[id];
        return known ? [[id, known]] : [];
      }),
    ),
  };
}

/** What was kept; null where there is nothing, or a page of another build kept it. */
export function readKept(keep: Keep): KeptShop | null {
  try {
    const kept: unknown = JSON.parse(keep.getItem(key) ?? 'null');
    const known = typeof kept === 'object' && kept !== null && 'fold' in kept && kept.fold === FOLD;
    return known ? (kept as unknown as KeptShop) : null;
  } catch {
    return null;
  }
}

/** Keeps it; a browser without room for it shows nothing in a dead spot once it was closed. */
export function writeKept(keep: Keep, kept: KeptShop): void {
  try {
    keep.setItem(key, JSON.stringify({ fold: FOLD, ...kept }));
  } catch {
    forgetKept(keep);
  }
}

/** The session is over. */
export function forgetKept(keep: Keep): void {
  try {
    keep.removeItem(key);
  } catch {
    // Storage is forbidden here: nothing was kept.
  }
}
