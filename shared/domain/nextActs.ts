// domain/ — what a person can do next with a car, the likeliest first: buttons of the console, and the demo's people.
import { closedAtOf, internalReturnsOf, isOpen, isPause, openPredecessor, openProposals } from './job.ts';
import { callReasonOf } from './loungeCall.ts';
import type { CommandType } from './commands.ts';
import type { Job, Operation, ShopRules } from './state.ts';
import type { OperationId, ProposalId } from './words.ts';

/** A command that makes sense now; `operation` where it is about one. Whether it is accepted, `decide` says. */
export interface NextAct {
  type: Extract<
    CommandType,
    | 'CheckIn'
    | 'Dispatch'
    | 'Recall'
    | 'StartOperation'
    | 'HoldOperation'
    | 'ResumeOperation'
    | 'FinishOperation'
    | 'PassInspection'
    | 'MarkReady'
    | 'CallCustomer'
    | 'Settle'
    | 'HandOver'
  >;
  operation: OperationId | null;
}

/**
 * What can be done next with a job, the likeliest first; nothing for one that is closed. Where `rules` want the bill settled first, a
 * car is not handed over before [STL-1].
 */
export function nextActs(job: Job, rules: Pick<ShopRules, 'settleFirst'> = { settleFirst: false }): NextAct[] {
  if (!isOpen(job)) return [];
  if (job.checkedInAt === null) return [{ type: 'CheckIn', operation: null }];
  if (job.readyAt !== null) {
    const owed = rules.settleFirst && job.settledAt === null;
    const last: NextAct = { type: owed ? 'Settle' : 'HandOver', operation: null };
    return job.calledAt === null ? [{ type: 'CallCustomer', operation: null }, last] : [last];
  }
  const open = job.operations.filter(({ status }) => status !== 'done');
  if (open.length === 0) return [{ type: 'MarkReady', operation: null }];
  const acts = open.flatMap((operation) => actsOf(job, operation).map((type) => ({ type, operation: operation.id })));
  return acts.sort((a, b) => LIKELIEST.indexOf(a.type) - LIKELIEST.indexOf(b.type));
}

/** All its work, inspection and wash are done, nothing more is proposed, and nobody has marked it ready [ALM-16]. */
export function isToMarkReady(job: Job): boolean {
  if (!isOpen(job) || job.checkedInAt === null || job.readyAt !== null || job.operations.length === 0) return false;
  return job.operations.every(({ status }) => status === 'done') && openProposals(job).length === 0;
}

const LIKELIEST: NextAct['type'][] = [
  'PassInspection',
  'FinishOperation',
  'StartOperation',
  'ResumeOperation',
  'Dispatch',
  'HoldOperation',
  'Recall',
];

function actsOf(job: Job, operation: Operation): NextAct['type'][] {
  switch (operation.status) {
    case 'running':
      return [operation.kind === 'inspection' ? 'PassInspection' : 'FinishOperation', 'HoldOperation'];
    case 'held':
      if (isPause(operation.hold)) return ['ResumeOperation', 'HoldOperation'];
      return operation.hold?.freesBay ? ['ResumeOperation', 'Dispatch'] : ['ResumeOperation'];
    case 'dispatched': {
      const begun = operation.runs.length > 0;
      const ready = openPredecessor(job, operation) === undefined;
      return [
        ...(ready ? (['StartOperation'] as const) : []),
        'HoldOperation',
        ...(begun ? [] : (['Recall'] as const)),
      ];
    }
    case 'planned':
      return openPredecessor(job, operation) ? [] : ['Dispatch'];
    case 'done':
      return [];
  }
}

/** A command that makes sense too, though it is seldom the next; most ask for more in a form. */
export interface FurtherAct {
  type: CommandType;
  operation: OperationId | null;
  proposal: ProposalId | null;
}

const ofJob = (...types: CommandType[]): FurtherAct[] =>
  types.map((type) => ({ type, operation: null, proposal: null }));

/** What else can be done with a job, the likeliest first: what hangs on its work before what hangs on its papers. */
export function furtherActs(job: Job): FurtherAct[] {
  if (closedAtOf(job) !== null) return ofJob(...afterwards(job));
  const papers = ofJob('MakePromise', 'CorrectJob', 'AmendWork', ...ordersOf(job), 'CancelJob');
  if (job.checkedInAt === null) {
    return [...ofJob('Rebook', job.reservation ? 'ReleaseBay' : 'ReserveBay'), ...papers];
  }
  const here = ofJob(
    'MoveCar',
    'SetWhereabouts',
    ...(job.settledAt === null && hasBegun(job) ? (['Settle'] as const) : []),
    'LinkComeback',
  );
  const called = callReasonOf(job) === null ? [] : ofJob('CallInLounge');
  if (job.readyAt !== null) return [...called, ...ofJob('TakeBackReady'), ...here, ...ofJob('CorrectJob')];
  return [
    ...proposalActs(job),
    ...called,
    ...job.operations.flatMap((operation) =>
      furtherOf(job, operation).map((type) => ({ type, operation: operation.id, proposal: null })),
    ),
    ...ofJob('ProposeWork', ...leaderActs(job)),
    ...here,
    ...papers,
  ];
}

/** There is nothing to settle before anybody worked on the car. */
function hasBegun({ operations, readyAt }: Job): boolean {
  return readyAt !== null || operations.some(({ runs }) => runs.length > 0);
}

function afterwards({ handOver, followUp, cancelled, checkedInAt }: Job): CommandType[] {
  if (cancelled) return checkedInAt === null ? ['Rebook'] : [];
  return [
    ...(handOver?.excuse === 'asked' ? (['JudgeLateness'] as const) : []),
    ...(followUp === null ? (['RecordFollowUp'] as const) : []),
  ];
}

function ordersOf({ orders }: Job): CommandType[] {
  return orders.length > 1 ? ['SplitOrder', 'MergeJobs'] : ['MergeJobs'];
}

function proposalActs(job: Job): FurtherAct[] {
  return openProposals(job).flatMap(({ id, quote }) => {
    const types: CommandType[] = quote
      ? ['ApproveWork', 'DeclineWork', 'QuoteWork', 'WithdrawWork']
      : ['QuoteWork', 'DeclineWork', 'WithdrawWork'];
    return types.map((type) => ({ type, operation: null, proposal: id }));
  });
}

function furtherOf(job: Job, { id, kind, status, hold, runs }: Operation): CommandType[] {
  switch (status) {
    case 'running':
      return kind === 'inspection' ? ['FailInspection', 'Reassign'] : ['Reassign'];
    case 'held': {
      const waits = hold?.reason === 'parts' && hold.partsAt === null;
      return [...(waits ? (['PartsArrived'] as const) : []), 'ReviseHold', 'Reassign'];
    }
    case 'done': {
      const doneAt = runs.at(-1)?.to ?? 0;
      const signed = job.inspections.some(
        ({ level, operation, passed, at }) => level === 'self' && operation === id && passed && at >= doneAt,
      );
      return kind === 'work' && !signed ? ['RecordInspection'] : [];
    }
    default:
      return [];
  }
}

/** A team leader looks at the car when all its work is done: once, and again after a return [INS-5]. */
function leaderActs(job: Job): CommandType[] {
  const done = job.operations.every(({ kind, status }) => kind !== 'work' || status === 'done');
  const seen = job.inspections.filter(({ level, passed }) => level === 'leader' && passed).length;
  return done && seen <= internalReturnsOf(job) ? ['RecordInspection', 'FailInspection'] : [];
}
