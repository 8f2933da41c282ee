// phone/queue/ — taps that the server has not answered yet, in their order, and those that it refused and nobody has read yet. Pure.
// They hold references only: a queue that outlives its person's session names nobody and no car [PHN-4].
import type { Command } from '@zhunshi/shared/domain/commands.ts';
import type { Refusal } from '@zhunshi/shared/domain/refusals.ts';
import type { Instant, ShopId, StaffId } from '@zhunshi/shared/domain/words.ts';

/** Whose taps: only under this person's own session are they sent [PHN-3]. */
export interface Owner {
  shop: ShopId;
  staff: StaffId;
}

/** One tap of a finger: its command with its id, and when it was. */
export interface Tap extends Owner {
  command: Command;
  /** The shop's time. */
  tappedAt: Instant;
  /** The phone's own clock, epoch ms: only how long ago it was is read from it. */
  tappedMs: number;
  /** It was sent at least once, so that it may have been done. */
  attempted: boolean;
}

/** A tap that changed nothing, and why. */
export interface RefusedTap {
  tap: Tap;
  refusal: Refusal;
}

export interface TapQueue {
  taps: readonly Tap[];
  refused: readonly RefusedTap[];
}

export const noTaps: TapQueue = { taps: [], refused: [] };

/** Longer than this after the tap, the command says itself when it happened [PHN-2]. */
const TOLD_AFTER_MS = 10_000;

const timed: ReadonlySet<Command['type']> = new Set<Command['type']>([
  'StartOperation',
  'HoldOperation',
  'ResumeOperation',
  'FinishOperation',
  'RecordInspection',
  'ProposeWork',
]);

/** What of a queue is this person's. */
export function ofOwner({ taps, refused }: TapQueue, { shop, staff }: Owner): TapQueue {
  const own = (tap: Owner): boolean => tap.shop === shop && tap.staff === staff;
  return { taps: taps.filter(own), refused: refused.filter(({ tap }) => own(tap)) };
}

export function withTap(queue: TapQueue, tap: Tap): TapQueue {
  return { ...queue, taps: [...queue.taps, tap] };
}

export function withoutTap(queue: TapQueue, id: string): TapQueue {
  return { ...queue, taps: queue.taps.filter(({ command }) => command.id !== id) };
}

export function attempted(queue: TapQueue, id: string): TapQueue {
  return { ...queue, taps: queue.taps.map((tap) => (tap.command.id === id ? { ...tap, attempted: true } : tap)) };
}

/** The server refused it: it waits to be read instead. Nothing where it was answered already, in another window. */
export function refusedTap(queue: TapQueue, id: string, refusal: Refusal): TapQueue {
  const tap = queue.taps.find(({ command }) => command.id === id);
  return tap ? { ...withoutTap(queue, id), refused: [...queue.refused, { tap, refusal }] } : queue;
}

/** A refusal was read. */
export function dismissed(queue: TapQueue, id: string): TapQueue {
  return { ...queue, refused: queue.refused.filter(({ tap }) => tap.command.id !== id) };
}

/** True of a tap that is sent with the moment at which it was: it waited, and its command can say so. */
export function tellsTime({ command, tappedMs }: Tap, nowMs: number): boolean {
  return timed.has(command.type) && Math.abs(nowMs - tappedMs) >= TOLD_AFTER_MS;
}

/** The command as it is sent: with its moment or without. */
export function contentOf({ command, tappedAt }: Tap, withTime: boolean): Command {
  return withTime ? ({ ...command, happenedAt: tappedAt } as Command) : command;
}
