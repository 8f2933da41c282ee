// testing/ — anything that somebody may ask for, of every command there is: drawn by dice from what the shop looks like, so that
// much of it makes sense, and some does not.
import { nextActs } from '../domain/nextActs.ts';
import { isOpen } from '../domain/job.ts';
import type { CommandOf, CommandType } from '../domain/commands.ts';
import type { Job, Operation, ShopState } from '../domain/state.ts';
import {
  alarmCodes,
  answerWays,
  cancelReasons,
  closureReasons,
  defectKinds,
  givenHoldReasons,
  lateCauses,
  loungeLabels,
  payers,
  promiseKinds,
  whereabouts,
  type Instant,
} from '../domain/words.ts';
import type { Wish } from './commandsOf.ts';
import { littleShop, row, uuidOf } from './littleShop.ts';

const MINUTE = 60_000;
type WishOf<Type extends CommandType> = Omit<CommandOf<Type>, 'id'>;

/** Figures, one after the other; from the beginning again when they are used up. */
export class Dice {
  readonly #figures: readonly number[];
  #next = 0;

  constructor(figures: readonly number[]) {
    this.#figures = figures;
  }

  /** A whole number from 0 up to below `sides`. */
  below(sides: number): number {
    const figure = this.#figures[this.#next % Math.max(1, this.#figures.length)] ?? 0;
    this.#next += 1;
    return figure % Math.max(1, sides);
  }

  /** One of some; throws when there are none. */
  of<Value>(values: readonly Value[]): Value {
    const value = values[this.below(values.length)];
    if (value === undefined) throw new Error('dice have nothing to choose from');
    return value;
  }

  /** True about once in so many throws. */
  oneIn(many: number): boolean {
    return this.below(many) === 0;
  }
}

/** What the dice are thrown for. */
interface Table {
  state: ShopState;
  now: Instant;
  dice: Dice;
  /** Id of the last command that was accepted. */
  lastCommand: string;
}

/** Something to ask for at this moment: two times in three what makes sense next, else anything at all. */
export function anyWish(table: Table): Wish {
  const { dice } = table;
  const wish = dice.below(3) > 0 ? sensible(table) : null;
  return wish ?? wishes[dice.of(wishTypes)](table);
}

function sensible(table: Table): Wish | null {
  const { state, dice } = table;
  const jobs = Object.values(state.jobs);
  const job = jobs.length > 0 ? dice.of(jobs) : null;
  if (!job) return null;
  const closed = Object.values(state.bays).find((bay) => bay.closed !== null);
  if (closed && dice.oneIn(12)) return { type: 'OpenBay', bay: closed.code };
  if (dice.oneIn(2)) return rarelySensible(table, job);
  const acts = isOpen(job) ? nextActs(job) : [];
  const act = acts[Math.min(dice.below(4), dice.below(4), Math.max(0, acts.length - 1))];
  return act ? wishes[act.type]({ ...table, job, operation: act.operation }) : rarelySensible(table, job);
}

/** What fits this job now, and is not everyday's next step. */
function rarelySensible(table: Table, job: Job): Wish | null {
  const { state, dice } = table;
  const of = { ...table, job };
  const proposal = job.proposals.find(({ answer }) => answer === null);
  const types: (keyof typeof wishes)[] = [
    ...(proposal ? (proposal.quote ? (['ApproveWork', 'DeclineWork'] as const) : (['QuoteWork'] as const)) : []),
    ...(job.operations.some(({ kind, status }) => kind === 'inspection' && status === 'running')
      ? (['FailInspection'] as const)
      : []),
    ...(job.operations.some(({ kind, status }) => kind === 'work' && status === 'done')
      ? (['RecordInspection'] as const)
      : []),
    ...(job.readyAt !== null && isOpen(job)
      ? (['TakeBackReady', 'CallCustomer', 'CallInLounge', 'Settle'] as const)
      : []),
    ...(job.handOver?.excuse === 'asked' ? (['JudgeLateness', 'JudgeLateness'] as const) : []),
    ...(isOpen(job) ? [] : (['RecordFollowUp', 'Undo'] as const)),
    ...(job.operations.some(({ hold }) => hold?.reason === 'parts') ? (['PartsArrived', 'ReviseHold'] as const) : []),
    ...(job.orders.length > 1 ? (['SplitOrder'] as const) : []),
    ...(job.checkedInAt === null && isOpen(job) ? (['MergeJobs', 'Rebook', 'ReserveBay'] as const) : []),
    ...(Object.values(state.visits).some(({ vehicle }) => vehicle === job.vehicle) ? (['LinkComeback'] as const) : []),
  ];
  return types.length > 0 ? wishes[dice.of(types)](of) : null;
}

/** A throw, with job and operation where they are chosen already. */
type Throw = Table & { job?: Job; operation?: string | null };

const anyJob = ({ state, dice, job }: Throw): string => job?.id ?? dice.of([...Object.keys(state.jobs), 'nobody']);
const jobOf = (table: Throw): Job | undefined => table.job ?? table.state.jobs[anyJob(table)];
const anyBay = ({ dice }: Throw): string => dice.of(['L1', 'L2', 'B1', 'W1', 'L1', 'L2', 'X9']);
const anyStaff = ({ dice }: Throw): string => dice.of(['tan', 'mei', 'bo', 'ivy', 'wu', 'ada', 'zed']);
const anyWork = ({ dice }: Throw): { name: string; minutes: number | null }[] =>
  dice
    .of([['Oil'], ['Brakes', 'Oil'], ['Strip', 'Sand', 'Bake'], ['Battery'], ['Dream']])
    .map((name) => ({ name, minutes: dice.oneIn(3) ? 25 : null }));
const soon = ({ now, dice }: Throw): Instant => now + (dice.below(400) - 20) * MINUTE;
const maybeSoon = (table: Throw): Instant | null => (table.dice.oneIn(2) ? soon(table) : null);
/** Now and then from a dead spot: minutes or hours ago, rarely too long ago or ahead of the clock. */
const maybeLater = ({ dice, now }: Throw): { happenedAt?: Instant } =>
  dice.oneIn(4) ? { happenedAt: Math.max(0, now - dice.of([-5, 0, 1, 7, 45, 200, 800]) * MINUTE) } : {};
const anyNote = ({ dice }: Throw): string | null => (dice.oneIn(2) ? uuidOf(77) : null);

/** Job and operation that the command is about. */
function ofOperation(table: Throw): { job: string; operation: string } {
  const job = jobOf(table);
  const ids = job?.operations.map(({ id }) => id) ?? [];
  return { job: job?.id ?? 'nobody', operation: table.operation ?? table.dice.of([...ids, 'o99']) };
}

/** A place and people who could do the work, for the most part. */
function placeFor(table: Throw, operation: Operation | undefined): { bay: string | null; crew: string[] } {
  const { dice } = table;
  if (!operation || dice.oneIn(5)) return { bay: dice.oneIn(4) ? null : anyBay(table), crew: [anyStaff(table)] };
  const bays = littleShop.bays.filter(({ workTypes }) => workTypes.includes(operation.workType));
  const people = littleShop.staff.filter(({ workTypes }) => workTypes.includes(operation.workType));
  const crew = people.length > 0 ? [dice.of(people).id] : [];
  if (dice.oneIn(4) && people.length > 1) crew.push(dice.of(people).id);
  return { bay: bays.length > 0 ? dice.of(bays).code : null, crew };
}

function visitOf(table: Throw): Omit<WishOf<'ReceiveWalkIn'>, 'type' | 'loungeLabel' | 'keepsOldParts' | 'keyTag'> {
  const { dice, state } = table;
  return {
    order: dice.oneIn(6) ? null : `N${String(dice.below(60))}`,
    vehicle: dice.of(['v-A', 'v-B', 'v-X', 'v-Y']),
    customer: 'c-A',
    advisor: dice.oneIn(8) ? 'tan' : 'ada',
    serviceType: dice.of(['maintenance', 'accident']),
    payer: dice.of(payers),
    mileageKm: dice.oneIn(2) ? null : 12_000,
    operations: anyWork(table),
    promisedAt: maybeSoon(table),
    promiseKind: dice.of(promiseKinds),
    waits: dice.of(whereabouts),
    wash: dice.oneIn(2),
    hasWords: false,
    comebackOf: dice.oneIn(5) ? dice.of([...Object.keys(state.visits), 'nobody']) : null,
  };
}

const ofAlarm = (table: Throw): Pick<WishOf<'AcknowledgeAlarm'>, 'job' | 'alarm' | 'episode'> => ({
  job: anyJob(table),
  alarm: table.dice.of(alarmCodes),
  episode: table.dice.of(['1', '2']),
});
const ofProposal = (table: Throw): { job: string; proposal: string } => {
  const job = jobOf(table);
  return { job: job?.id ?? 'nobody', proposal: table.dice.of([...(job?.proposals.map(({ id }) => id) ?? []), 'x9']) };
};

/** One wish of each type. `SetUpShop` is not among them: there is one shop, and it is set up. */
const wishes: { [Type in Exclude<CommandType, 'SetUpShop'>]: (table: Throw) => WishOf<Type> & Wish } = {
  ChangeSetUp: ({ dice }) => ({
    type: 'ChangeSetUp',
    changes: [
      dice.of([
        { kind: 'saveBay', bay: { code: 'L3', workTypes: ['quick'], capacity: 1 } },
        { kind: 'removeBay', code: dice.of(['L3', 'L1', 'X9']) },
        { kind: 'removeStaff', staff: dice.of(['mei', 'ada']) },
        { kind: 'saveStaff', member: { id: 'mei', roles: ['technician'], workTypes: ['quick'], team: 'T1' } },
        { kind: 'removeServiceType', code: 'accident' },
        { kind: 'basics', stageMinutes: { finalInspection: 15, wash: 15 } },
        { kind: 'rules', rules: { settleFirst: dice.oneIn(2) } },
      ] as const),
    ],
  }),
  SetDayHours: ({ dice }) => ({
    type: 'SetDayHours',
    day: dice.of(['2026-11-24', '2026-11-25', '2026-11-01']),
    hours: dice.of([null, { kind: 'holiday' as const, windows: [] }]),
  }),
  ImportOrders: ({ dice, now }) => ({
    type: 'ImportOrders',
    rows: [
      row(dice.of(['A', 'B', 'C', 'D', 'E', 'F']), {
        vehicle: dice.of(['v-A', 'v-B', 'v-C']),
        operations: dice.of([['Oil'], ['Oil', 'Brakes'], ['Strip', 'Beat', 'Sand']]),
        arrivalAt: now + dice.below(300) * MINUTE,
        promisedAt: now + (300 + dice.below(300)) * MINUTE,
        wash: dice.oneIn(2),
      }),
    ],
    applyChanges: dice.oneIn(2),
    renewed: { vehicles: [], persons: [] },
  }),
  BookJob: (table) => ({
    type: 'BookJob',
    ...visitOf(table),
    arrivalAt: soon(table),
    bay: table.dice.oneIn(2) ? null : anyBay(table),
  }),
  ReceiveWalkIn: (table) => ({ type: 'ReceiveWalkIn', ...visitOf(table), keepsOldParts: true }),
  Rebook: (table) => ({
    type: 'Rebook',
    job: anyJob(table),
    arrivalAt: soon(table),
    promisedAt: maybeSoon(table),
    bay: table.dice.oneIn(2) ? null : anyBay(table),
  }),
  CancelJob: (table) => ({ type: 'CancelJob', job: anyJob(table), reason: table.dice.of(cancelReasons) }),
  ReserveBay: (table) => {
    const from = soon(table);
    return { type: 'ReserveBay', job: anyJob(table), bay: anyBay(table), from, to: from + 60 * MINUTE };
  },
  ReleaseBay: (table) => ({ type: 'ReleaseBay', job: anyJob(table) }),
  CheckIn: (table) => ({
    type: 'CheckIn',
    job: anyJob(table),
    waits: table.dice.of(whereabouts),
    loungeLabel: table.dice.of(loungeLabels),
    wash: table.dice.oneIn(2),
  }),
  SetWhereabouts: (table) => ({ type: 'SetWhereabouts', job: anyJob(table), waits: table.dice.of(whereabouts) }),
  CorrectJob: (table) => ({
    type: 'CorrectJob',
    job: anyJob(table),
    ...table.dice.of([
      { mileageKm: 9 },
      { wash: true },
      { wash: false },
      { vehicle: 'v-Z' },
      { advisor: 'tan' },
      { keyTag: '7' },
    ]),
  }),
  AmendWork: (table) => {
    const { job: id, operation } = ofOperation(table);
    const order = table.state.jobs[id]?.orders[0]?.number ?? 'none';
    const drop = table.dice.oneIn(2) ? [operation] : [];
    return { type: 'AmendWork', job: id, order, add: table.dice.oneIn(2) ? anyWork(table) : [], drop, minutes: [] };
  },
  SplitOrder: (table) => {
    const job = jobOf(table);
    const order = table.dice.of([...(job?.orders.map(({ number }) => number) ?? []), 'none']);
    return {
      type: 'SplitOrder',
      job: job?.id ?? 'nobody',
      order,
      arrivalAt: soon(table),
      promisedAt: maybeSoon(table),
    };
  },
  MergeJobs: (table) => {
    const { job: _chosen, ...rest } = table;
    return { type: 'MergeJobs', job: anyJob(table), into: anyJob(rest) };
  },
  LinkComeback: (table) => ({
    type: 'LinkComeback',
    job: anyJob(table),
    of: table.dice.of([...Object.keys(table.state.visits), 'nobody']),
  }),
  Dispatch: (table) => {
    const { job, operation: id } = ofOperation(table);
    const operation = table.state.jobs[job]?.operations.find((one) => one.id === id);
    const despiteReservation = table.dice.oneIn(3);
    return { type: 'Dispatch', job, operations: [id], ...placeFor(table, operation), despiteReservation };
  },
  Recall: (table) => ({ type: 'Recall', ...ofOperation(table) }),
  StartOperation: (table) => ({ type: 'StartOperation', ...ofOperation(table), ...maybeLater(table) }),
  Reassign: (table) => {
    const { job, operation: id } = ofOperation(table);
    const operation = table.state.jobs[job]?.operations.find((one) => one.id === id);
    return { type: 'Reassign', job, operation: id, ...placeFor(table, operation) };
  },
  HoldOperation: (table) => ({
    type: 'HoldOperation',
    ...ofOperation(table),
    reason: table.dice.of(givenHoldReasons),
    expectedAt: maybeSoon(table),
    freesBay: table.dice.oneIn(2),
    ...maybeLater(table),
  }),
  ReviseHold: (table) => ({
    type: 'ReviseHold',
    ...ofOperation(table),
    expectedAt: maybeSoon(table),
    freesBay: table.dice.oneIn(2),
  }),
  PartsArrived: (table) => ({ type: 'PartsArrived', ...ofOperation(table) }),
  ResumeOperation: (table) => ({ type: 'ResumeOperation', ...ofOperation(table) }),
  FinishOperation: (table) => ({ type: 'FinishOperation', ...ofOperation(table) }),
  MoveCar: (table) => ({
    type: 'MoveCar',
    job: anyJob(table),
    to: table.dice.of([
      { kind: 'parking' },
      { kind: 'bay', bay: anyBay(table) },
      { kind: 'road', keepsBay: table.dice.oneIn(2) },
      { kind: 'sublet', expectedAt: maybeSoon(table) },
    ] as const),
  }),
  SuspendWork: ({ now }) => ({ type: 'SuspendWork', closedAt: now }),
  ContinueWork: (table) => ({ type: 'ContinueWork', operations: [ofOperation(table)] }),
  ProposeWork: (table) => {
    const { job, operation } = ofOperation(table);
    const foundIn = table.dice.oneIn(3) ? null : operation;
    const { dice } = table;
    return {
      type: 'ProposeWork',
      job,
      foundIn,
      operations: anyWork(table),
      freesBay: dice.oneIn(2),
      note: anyNote(table),
    };
  },
  QuoteWork: (table) => ({
    type: 'QuoteWork',
    ...ofProposal(table),
    priceCents: 10_000,
    minutes: 10 + table.dice.below(60),
    promisedAt: maybeSoon(table),
  }),
  ApproveWork: (table) => ({
    type: 'ApproveWork',
    ...ofProposal(table),
    how: table.dice.of(answerWays),
    promisedAt: maybeSoon(table),
    note: anyNote(table),
  }),
  DeclineWork: (table) => ({
    type: 'DeclineWork',
    ...ofProposal(table),
    how: table.dice.of(answerWays),
    note: anyNote(table),
  }),
  WithdrawWork: (table) => ({ type: 'WithdrawWork', ...ofProposal(table) }),
  RecordInspection: (table) => {
    const { job, operation } = ofOperation(table);
    return table.dice.oneIn(2)
      ? { type: 'RecordInspection', job, level: 'self', operation }
      : { type: 'RecordInspection', job, level: 'leader', operation: null };
  },
  PassInspection: (table) => ({ type: 'PassInspection', ...ofOperation(table), points: [] }),
  FailInspection: (table) => {
    const job = jobOf(table);
    const work = job?.operations.filter(({ kind }) => kind === 'work').map(({ id }) => id) ?? [];
    const defects = [{ operation: table.dice.of([...work, 'o99']), kind: table.dice.of(defectKinds), minutes: 15 }];
    const level = table.dice.of(['leader', 'final'] as const);
    return { type: 'FailInspection', job: job?.id ?? 'nobody', level, defects, note: null };
  },
  MarkReady: (table) => ({ type: 'MarkReady', job: anyJob(table) }),
  TakeBackReady: (table) => ({ type: 'TakeBackReady', job: anyJob(table) }),
  CallInLounge: (table) => ({ type: 'CallInLounge', job: anyJob(table) }),
  PostNotice: (table) => {
    const from = soon(table);
    const notice = table.dice.of(['n1', 'n2', 'n3']);
    return {
      type: 'PostNotice',
      notice,
      zh: '免费洗车',
      en: '',
      from,
      until: from + (table.dice.below(90) - 10) * MINUTE,
    };
  },
  RemoveNotice: ({ dice }) => ({ type: 'RemoveNotice', notice: dice.of(['n1', 'n2', 'n3']) }),
  CallCustomer: (table) => ({ type: 'CallCustomer', job: anyJob(table), reached: !table.dice.oneIn(4) }),
  Settle: (table) => ({ type: 'Settle', job: anyJob(table) }),
  HandOver: (table) => ({
    type: 'HandOver',
    job: anyJob(table),
    cause: table.dice.oneIn(4) ? null : table.dice.of(lateCauses),
    note: anyNote(table),
  }),
  JudgeLateness: (table) => ({ type: 'JudgeLateness', job: anyJob(table), customersFault: table.dice.oneIn(2) }),
  RecordFollowUp: (table) => ({
    type: 'RecordFollowUp',
    job: anyJob(table),
    punctual: table.dice.oneIn(2),
    satisfaction: table.dice.oneIn(2) ? 4 : null,
  }),
  MakePromise: (table) => ({
    type: 'MakePromise',
    job: anyJob(table),
    promisedAt: soon(table),
    kind: table.dice.of(promiseKinds),
    reason: table.dice.of(['firmedUp', 'additionalWork', 'customerWish', 'shop'] as const),
    cause: table.dice.oneIn(2) ? table.dice.of(lateCauses) : null,
    confirmed: table.dice.oneIn(2) ? 'phone' : null,
  }),
  PublishEstimates: (table) => ({
    type: 'PublishEstimates',
    estimates: [{ job: anyJob(table), finishAt: maybeSoon(table) }],
  }),
  Undo: ({ lastCommand, dice }) => ({ type: 'Undo', command: dice.oneIn(5) ? uuidOf(9_999) : lastCommand }),
  AcknowledgeAlarm: (table) => ({ type: 'AcknowledgeAlarm', ...ofAlarm(table) }),
  SnoozeAlarm: (table) => ({ type: 'SnoozeAlarm', ...ofAlarm(table), until: soon(table) }),
  EscalateAlarm: (table) => ({ type: 'EscalateAlarm', ...ofAlarm(table) }),
  SetAttendance: (table) => ({ type: 'SetAttendance', staff: anyStaff(table), present: table.dice.oneIn(2) }),
  StartBreak: (table) => ({ type: 'StartBreak', staff: anyStaff(table), until: maybeSoon(table) }),
  EndBreak: (table) => ({ type: 'EndBreak', staff: anyStaff(table) }),
  SetLeave: (table) => ({
    type: 'SetLeave',
    staff: anyStaff(table),
    leave: table.dice.of([[], [{ from: '2026-11-24', to: '2026-11-25' }], [{ from: '2026-11-25', to: '2026-11-24' }]]),
  }),
  CloseBay: (table) => ({
    type: 'CloseBay',
    bay: anyBay(table),
    reason: table.dice.of(closureReasons),
    until: maybeSoon(table),
  }),
  OpenBay: (table) => ({ type: 'OpenBay', bay: anyBay(table) }),
};
const wishTypes = Object.keys(wishes) as (keyof typeof wishes)[];
