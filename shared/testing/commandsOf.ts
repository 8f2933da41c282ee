// testing/ — commands as people of the workshop say them, short; ids are given by the scenario that they play in.
import type { Command, CommandOf, OrderRow, SetUpChange } from '../domain/commands.ts';
import type { SpecialDay } from '../domain/state.ts';
import type { ClosureReason, Instant, LateCause } from '../domain/words.ts';
import { littleShop, row, type OrderWish } from './littleShop.ts';

/** A command before it has its id. */
export type Wish = Command extends infer One ? (One extends Command ? Omit<One, 'id'> : never) : never;

export const setUp = (change: Partial<Omit<CommandOf<'SetUpShop'>, 'id' | 'type'>> = {}): Wish => ({
  type: 'SetUpShop',
  ...littleShop,
  ...change,
});

/** Changes of the set-up, all in one. */
export const changing = (...changes: SetUpChange[]): Wish => ({ type: 'ChangeSetUp', changes });
export const dayHours = (day: string, hours: SpecialDay | null): Wish => ({ type: 'SetDayHours', day, hours });

export const importing = (
  rows: OrderRow[],
  { applyChanges = false, renewed = { vehicles: [], persons: [] } }: Partial<CommandOf<'ImportOrders'>> = {},
): Wish => ({ type: 'ImportOrders', rows, applyChanges, renewed });

/** Books one order; the job is called like it. */
export const book = (order: string, wish: OrderWish = {}): Wish => importing([row(order, wish)]);

export const checkIn = (job: string, said: Partial<CommandOf<'CheckIn'>> = {}): Wish => ({
  type: 'CheckIn',
  job,
  ...said,
});

export const dispatch = (job: string, operations: string[], bay: string | null, ...crew: string[]): Wish => ({
  type: 'Dispatch',
  job,
  operations,
  bay,
  crew,
});

export const recall = (job: string, operation: string): Wish => ({ type: 'Recall', job, operation });
export const start = (job: string, operation: string): Wish => ({ type: 'StartOperation', job, operation });
export const resume = (job: string, operation: string): Wish => ({ type: 'ResumeOperation', job, operation });
export const finish = (job: string, operation: string): Wish => ({ type: 'FinishOperation', job, operation });
export const pass = (job: string, operation = 'inspection'): Wish => ({ type: 'PassInspection', job, operation });

export const hold = (
  job: string,
  operation: string,
  reason: CommandOf<'HoldOperation'>['reason'] = 'parts',
  { expectedAt = null, freesBay = false }: { expectedAt?: Instant | null; freesBay?: boolean } = {},
): Wish => ({ type: 'HoldOperation', job, operation, reason, expectedAt, freesBay });

export const markReady = (job: string): Wish => ({ type: 'MarkReady', job });
export const call = (job: string): Wish => ({ type: 'CallCustomer', job });
/** With a cause, which counts only where it is late. */
export const handOver = (
  job: string,
  { cause = 'workload', note = null }: { cause?: LateCause | null; note?: string | null } = {},
): Wish => ({ type: 'HandOver', job, cause, note });

export const away = (staff: string): Wish => ({ type: 'SetAttendance', staff, present: false });
export const back = (staff: string): Wish => ({ type: 'SetAttendance', staff, present: true });
export const closeBay = (bay: string, reason: ClosureReason = 'broken', until: Instant | null = null): Wish => ({
  type: 'CloseBay',
  bay,
  reason,
  until,
});
export const openBay = (bay: string): Wish => ({ type: 'OpenBay', bay });

/** A car booked and checked in. */
export const arrived = (job: string, wish: OrderWish = {}): Wish[] => [book(job, wish), checkIn(job)];

/** A car with its first operation running. */
export const working = (job: string, bay: string, crew: string, wish: OrderWish = {}): Wish[] => [
  ...arrived(job, wish),
  dispatch(job, ['o1'], bay, crew),
  start(job, 'o1'),
];

/** A car with its only operation done. */
export const worked = (job: string, bay = 'L1', crew = 'tan', wish: OrderWish = {}): Wish[] => [
  ...working(job, bay, crew, wish),
  finish(job, 'o1'),
];

/** A car whose inspection, by the inspector, runs in the yard. */
export const inspecting = (job: string, wish: OrderWish = {}): Wish[] => [
  ...worked(job, 'L1', 'tan', wish),
  dispatch(job, ['inspection'], null, 'ivy'),
  start(job, 'inspection'),
];

/** A car marked ready: worked on, inspected, not washed. */
export const ready = (job: string, wish: OrderWish = {}): Wish[] => [
  ...inspecting(job, wish),
  pass(job),
  markReady(job),
];
