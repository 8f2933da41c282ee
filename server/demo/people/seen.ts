// demo/people/ — what the people of the demo see at a moment, and how they say what they do.
import type { Command } from '@zhunshi/shared/domain/commands.ts';
import { whyNotRun } from '@zhunshi/shared/domain/deciders/working.ts';
import type { Actor } from '@zhunshi/shared/domain/entry.ts';
import type { Job, Operation, ShopState } from '@zhunshi/shared/domain/state.ts';
import type { Instant, Role, StaffId } from '@zhunshi/shared/domain/words.ts';
import type { WorkCalendar } from '@zhunshi/shared/time/workCalendar.ts';
import type { Luck } from './luck.ts';

export const MINUTE = 60_000;

type WithoutId<Any> = Any extends { id: string } ? Omit<Any, 'id'> : never;

/** A command and who gives it; the id is added when it is sent. */
export interface Act {
  by: Actor;
  command: WithoutId<Command>;
}

/** The board at a moment, and the luck of the day. */
export interface Seen {
  state: ShopState;
  asOf: Instant;
  calendar: WorkCalendar;
  luck: Luck;
}

/** The first of some that leads to an act. */
export function first<Item>(items: readonly Item[], act: (item: Item) => Act | null): Act | null {
  for (const item of items) {
    const found = act(item);
    if (found) return found;
  }
  return null;
}

/** True once some minutes, drawn between two bounds, have gone since a moment. */
export function isTime(
  { asOf, luck }: Seen,
  since: Instant,
  low: number,
  high: number,
  about: string,
  job: Job,
): boolean {
  return asOf >= since + luck.between(low, high, about, job) * MINUTE;
}

/** The first member of staff with a role. */
export function whoIs(state: ShopState, role: Role): StaffId | null {
  return Object.values(state.staff).find(({ roles }) => roles.includes(role))?.id ?? null;
}

/** At work, or with work dispatched that waits for them. */
export function isBusy(state: ShopState, staff: StaffId): boolean {
  return Object.values(state.jobs).some((job) =>
    job.operations.some(
      ({ status, crew, unattended }) =>
        (status === 'dispatched' || (status === 'running' && !unattended)) && crew.includes(staff),
    ),
  );
}

/** True when nothing forbids the work to run now, and nothing else of the car runs: people do not crowd a car. */
export function mayRun({ state, asOf }: Seen, job: Job, operation: Operation): boolean {
  if (job.operations.some(({ id, status }) => id !== operation.id && status === 'running')) return false;
  return whyNotRun(state, job, operation, asOf) === null;
}

/** Who does the work, else the dispatcher. */
export function handOf({ state }: Seen, { crew }: Operation): Actor {
  return crew[0] ?? whoIs(state, 'dispatcher');
}
