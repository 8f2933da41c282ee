// testing/ — commands as people of the workshop say them, short; ids are given by the scenario that they play in.
import type { Command, CommandOf, OrderRow, SetUpChange } from '../domain/commands.ts';
import type { SpecialDay } from '../domain/state.ts';
import type { AlarmCode, AnswerWay, ClosureReason, Instant, LateCause } from '../domain/words.ts';
import { clock, littleShop, row, type OrderWish } from './littleShop.ts';

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
/** Sent later: it happened then. */
export const happened = (text: string, wish: Wish): Wish => ({ ...wish, happenedAt: clock(text) }) as Wish;
export const pass = (job: string, operation = 'inspection'): Wish => ({ type: 'PassInspection', job, operation });

export const hold = (
  job: string,
  operation: string,
  reason: CommandOf<'HoldOperation'>['reason'] = 'parts',
  { expectedAt = null, freesBay = false }: { expectedAt?: Instant | null; freesBay?: boolean } = {},
): Wish => ({ type: 'HoldOperation', job, operation, reason, expectedAt, freesBay });

/** One of the crew signs their work off; null: all of theirs on this car. */
export const sign = (job: string, operation: string | null = 'o1'): Wish => ({
  type: 'RecordInspection',
  job,
  level: 'self',
  operation,
});
/** A team leader looked at the car. */
export const look = (job: string): Wish => ({ type: 'RecordInspection', job, level: 'leader', operation: null });
/** The inspection fails, for some work with a leak of twenty minutes each. */
export const fail = (
  job: string,
  operations: string[] = ['o1'],
  level: CommandOf<'FailInspection'>['level'] = 'final',
): Wish => ({
  type: 'FailInspection',
  job,
  level,
  defects: operations.map((operation) => ({ operation, kind: 'leak', minutes: 20 })),
  note: null,
});

export const markReady = (job: string): Wish => ({ type: 'MarkReady', job });
export const call = (job: string): Wish => ({ type: 'CallCustomer', job });
/** Nobody answers. */
export const callInLounge = (job: string): Wish => ({ type: 'CallInLounge', job });
/** A notice for the lounge, from now on unless said otherwise. */
export const postNotice = (
  notice: string,
  { zh = '今日免费洗车', en = '', from, until }: { zh?: string; en?: string; from: Instant; until: Instant },
): Wish => ({ type: 'PostNotice', notice, zh, en, from, until });
export const removeNotice = (notice: string): Wish => ({ type: 'RemoveNotice', notice });
export const ring = (job: string): Wish => ({ type: 'CallCustomer', job, reached: false });
export const takeBackReady = (job: string): Wish => ({ type: 'TakeBackReady', job });
export const settle = (job: string): Wish => ({ type: 'Settle', job });
export const judge = (job: string, customersFault: boolean): Wish => ({ type: 'JudgeLateness', job, customersFault });
export const followUp = (job: string, punctual: boolean, satisfaction: number | null = null): Wish => ({
  type: 'RecordFollowUp',
  job,
  punctual,
  satisfaction,
});
/** With a cause, which counts only where it is late. */
export const handOver = (
  job: string,
  { cause = 'workload', note = null }: { cause?: LateCause | null; note?: string | null } = {},
): Wish => ({ type: 'HandOver', job, cause, note });

/** Work by the names of the table, proposed while another operation was done. */
export const propose = (
  job: string,
  foundIn: string | null,
  names: string[] = ['Brakes'],
  { freesBay = false, minutes = null }: { freesBay?: boolean; minutes?: number | null } = {},
): Wish => ({
  type: 'ProposeWork',
  job,
  foundIn,
  operations: names.map((name) => ({ name, minutes })),
  freesBay,
  note: null,
});
export const quote = (
  job: string,
  minutes = 60,
  {
    proposal = 'x1',
    priceCents = 48_000,
    promisedAt = null,
  }: Partial<Pick<CommandOf<'QuoteWork'>, 'proposal' | 'priceCents' | 'promisedAt'>> = {},
): Wish => ({ type: 'QuoteWork', job, proposal, priceCents, minutes, promisedAt });
export const approve = (
  job: string,
  promisedAt: Instant | null = null,
  { proposal = 'x1', how = 'phone' }: { proposal?: string; how?: AnswerWay } = {},
): Wish => ({ type: 'ApproveWork', job, proposal, how, promisedAt, note: null });
export const decline = (job: string, proposal = 'x1'): Wish => ({
  type: 'DeclineWork',
  job,
  proposal,
  how: 'desk',
  note: null,
});
export const withdraw = (job: string, proposal = 'x1'): Wish => ({ type: 'WithdrawWork', job, proposal });

/** A promise as it is made at the desk: firm, for the first time, unless something else is said. */
export const promise = (
  job: string,
  promisedAt: Instant,
  said: Partial<Pick<CommandOf<'MakePromise'>, 'kind' | 'reason' | 'cause' | 'confirmed'>> = {},
): Wish => ({
  type: 'MakePromise',
  job,
  promisedAt,
  kind: 'firm',
  reason: 'firmedUp',
  cause: null,
  confirmed: null,
  ...said,
});
/** What the timekeeper says of one car's finish. */
export const tell = (job: string, finishAt: Instant | null): Wish => ({
  type: 'PublishEstimates',
  estimates: [{ job, finishAt }],
});

export const acknowledge = (job: string, alarm: AlarmCode = 'tight', episode = '1'): Wish => ({
  type: 'AcknowledgeAlarm',
  job,
  alarm,
  episode,
});
export const snooze = (job: string, until: Instant, alarm: AlarmCode = 'tight', episode = '1'): Wish => ({
  type: 'SnoozeAlarm',
  job,
  alarm,
  episode,
  until,
});
export const escalate = (job: string, alarm: AlarmCode = 'tight', episode = '1'): Wish => ({
  type: 'EscalateAlarm',
  job,
  alarm,
  episode,
});

export const away = (staff: string): Wish => ({ type: 'SetAttendance', staff, present: false });
export const back = (staff: string): Wish => ({ type: 'SetAttendance', staff, present: true });
export const closeBay = (bay: string, reason: ClosureReason = 'broken', until: Instant | null = null): Wish => ({
  type: 'CloseBay',
  bay,
  reason,
  until,
});
export const openBay = (bay: string): Wish => ({ type: 'OpenBay', bay });

export const reassign = (job: string, operation: string, bay: string | null, ...crew: string[]): Wish => ({
  type: 'Reassign',
  job,
  operation,
  bay,
  crew,
});
export const moveCar = (job: string, to: CommandOf<'MoveCar'>['to']): Wish => ({ type: 'MoveCar', job, to });
export const reviseHold = (
  job: string,
  operation: string,
  { expectedAt = null, freesBay = false }: { expectedAt?: Instant | null; freesBay?: boolean } = {},
): Wish => ({ type: 'ReviseHold', job, operation, expectedAt, freesBay });
export const partsArrived = (job: string, operation: string): Wish => ({ type: 'PartsArrived', job, operation });
export const suspend = (closedAt: Instant): Wish => ({ type: 'SuspendWork', closedAt });
/** The morning's list, as job and operation: `goOn(['A', 'o1'])`. */
export const goOn = (...operations: [job: string, operation: string][]): Wish => ({
  type: 'ContinueWork',
  operations: operations.map(([job, operation]) => ({ job, operation })),
});
export const startBreak = (staff: string, until: Instant | null = null): Wish => ({ type: 'StartBreak', staff, until });
export const endBreak = (staff: string): Wish => ({ type: 'EndBreak', staff });
export const leave = (staff: string, ...days: [from: string, to: string][]): Wish => ({
  type: 'SetLeave',
  staff,
  leave: days.map(([from, to]) => ({ from, to })),
});
export const undo = (command: string): Wish => ({ type: 'Undo', command });

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
