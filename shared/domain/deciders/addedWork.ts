// domain/deciders/ — additional work 增项: found while working, quoted, and answered by the customer while the work it was found in
// waits [ADD-1].
import type { CommandOf } from '../commands.ts';
import type { Context } from '../context.ts';
import { CUSTOMER } from '../entry.ts';
import type { DomainEvent, EventOf, PlannedOperation } from '../events.ts';
import { evolve } from '../evolve.ts';
import { bayOf, isOvertaken, isPause, openProposals, promiseOf } from '../job.ts';
import { isOneOf, sendersOf } from '../permissions.ts';
import { plannedWork, standardTime } from '../plannedWork.ts';
import { refusal } from '../refusals.ts';
import { accepted, refused, type Result } from '../result.ts';
import type { Job, Operation, Proposal, ShopState } from '../state.ts';
import type { Instant, JobId, ProposalId } from '../words.ts';
import { carLeaving, KEEPS_BAY } from './carPlace.ts';
import { hereJob } from './found.ts';
import { promiseMade, whyNotPromise } from './promising.ts';
import { holdOperation, resumeOperation } from './working.ts';

/**
 * Proposes work that was found [ADD-1]. The operation that it was found in waits for the answer, with or without its bay [ADD-2]; what
 * is held for another reason, or done, stays so. Refused: the car is ready, not here or gone; work that the table does not know.
 */
export function proposeWork(
  state: ShopState,
  command: CommandOf<'ProposeWork'>,
  context: Context,
): Result<DomainEvent[]> {
  const found = unreadyJob(state, command.job);
  if (!found.ok) return found;
  const job = found.value;
  const foundIn = command.foundIn === null ? null : job.operations.find(({ id }) => id === command.foundIn);
  if (foundIn === undefined) {
    return refused(refusal('unknownOperation', { job: job.id, operation: command.foundIn ?? '' }));
  }
  const operations: Proposal['operations'] = [];
  for (const { name, minutes } of command.operations) {
    const standard = standardTime(state, name);
    if (!standard) return refused(refusal('unknownWork', { name }));
    operations.push({ ...standard, minutes: minutes ?? standard.minutes });
  }
  const held = foundIn && mayWait(foundIn) ? holdForAnswer(state, command, foundIn, context) : accepted([]);
  if (!held.ok) return held;
  return accepted([
    {
      type: 'WorkProposed',
      job: job.id,
      id: nextProposal(job),
      foundIn: command.foundIn,
      order: foundIn?.order ?? firstOrder(job),
      operations,
      note: command.note,
    },
    ...held.value,
  ]);
}

/** Says what it costs and how long it takes; a later quote takes the place of an earlier one [ADD-3]. Nothing when it is quoted so. */
export function quoteWork(state: ShopState, command: CommandOf<'QuoteWork'>, { at }: Context): Result<DomainEvent[]> {
  const found = openProposal(state, command, unreadyJob);
  if (!found.ok) return found;
  const { job, proposal } = found.value;
  const { priceCents, minutes, promisedAt } = command;
  const { quote } = proposal;
  const same = quote?.priceCents === priceCents && quote.minutes === minutes && quote.promisedAt === promisedAt;
  if (same) return accepted([]);
  const no = promisedAt === null ? null : whyNotPromise(job, promisedAt, at);
  if (no) return refused(no);
  return accepted([{ type: 'WorkQuoted', job: job.id, proposal: proposal.id, priceCents, minutes, promisedAt }]);
}

/**
 * The customer wants it [ADD-4]: its operations join the job with the minutes of the quote [ADD-6], the promise that was accepted
 * is made [PRM-4], and the work that waited goes on [ADD-5]. An inspection that has begun waits for the new work, then begins anew
 * [ADD-7]. Refused: no quote yet [ADD-3], or another than was answered, or a promise
 * that a customer's own link made up [ADD-13]; answered or withdrawn already [ADD-4]; the promise lies in the past [PRM-6].
 */
export function approveWork(
  state: ShopState,
  command: CommandOf<'ApproveWork'>,
  context: Context,
): Result<DomainEvent[]> {
  const found = openProposal(state, command, unreadyJob);
  if (!found.ok) return found;
  const { job, proposal } = found.value;
  const { how, promisedAt, note } = command;
  const { at } = context;
  if (!proposal.quote) return refused(refusal('notQuoted', { job: job.id, proposal: proposal.id }));
  const agrees = context.by !== CUSTOMER || promisedAt === proposal.quote.promisedAt;
  if (!isAbout(command, proposal) || !agrees) {
    return refused(refusal('quoteChanged', { job: job.id, proposal: proposal.id }));
  }
  const inForce = promiseOf(job);
  const moves = promisedAt !== null && promisedAt !== inForce?.promisedAt;
  const no = moves ? whyNotPromise(job, promisedAt, at) : null;
  if (no) return refused(no);
  const operations = operationsOf(state, job, proposal, proposal.quote.minutes);
  if (!operations.ok) return operations;
  const agreed = { promisedAt: promisedAt ?? 0, kind: inForce?.kind ?? 'firm', cause: null, confirmed: how } as const;
  return accepted([
    ...answered(
      state,
      proposal,
      { type: 'WorkApproved', job: job.id, proposal: proposal.id, operations: operations.value, how, promisedAt, note },
      context,
    ),
    ...(moves ? [promiseMade(job, { ...agreed, reason: 'additionalWork' }, at)] : []),
  ]);
}

/** The customer does not want it, quoted or not [ADD-4]; the work that waited goes on [ADD-5]. */
export function declineWork(
  state: ShopState,
  command: CommandOf<'DeclineWork'>,
  context: Context,
): Result<DomainEvent[]> {
  const found = openProposal(state, command, hereJob);
  if (!found.ok) return found;
  const { job, proposal } = found.value;
  const { how, note } = command;
  if (!isAbout(command, proposal)) return refused(refusal('quoteChanged', { job: job.id, proposal: proposal.id }));
  return accepted(
    answered(state, proposal, { type: 'WorkDeclined', job: job.id, proposal: proposal.id, how, note }, context),
  );
}

/** True when the answer is to the quote in force, as far as it says to which [ADD-13]. */
function isAbout({ quotedAt }: { quotedAt?: Instant | undefined }, { quote }: Proposal): boolean {
  return quotedAt === undefined || quotedAt === quote?.at;
}

/** It was a mistake, or is not needed any more: by who proposed it, or by the office [ADD-8]. The work that waited goes on [ADD-5]. */
export function withdrawWork(
  state: ShopState,
  command: CommandOf<'WithdrawWork'>,
  context: Context,
): Result<DomainEvent[]> {
  const found = openProposal(state, command, hereJob);
  if (!found.ok) return found;
  const { job, proposal } = found.value;
  const office = sendersOf('QuoteWork');
  const { by } = context;
  const own = by === null || by === proposal.proposedBy;
  if (!own && !isOneOf(state.staff[by]?.roles ?? [], office))
    return refused(refusal('notAllowed', { roles: [...office] }));
  return accepted(answered(state, proposal, { type: 'WorkWithdrawn', job: job.id, proposal: proposal.id }, context));
}

/** A car that is here and still worked on. */
function unreadyJob(state: ShopState, id: JobId): Result<Job> {
  const found = hereJob(state, id);
  if (!found.ok || found.value.readyAt === null) return found;
  return refused(refusal('alreadyReady', { job: id }));
}

/** Additional work that waits for its answer. Refused: there is none of that id; it has its answer or was withdrawn [ADD-4]. */
function openProposal(
  state: ShopState,
  { job: id, proposal: wanted }: { job: JobId; proposal: ProposalId },
  findJob: (state: ShopState, id: JobId) => Result<Job>,
): Result<{ job: Job; proposal: Proposal }> {
  const found = findJob(state, id);
  if (!found.ok) return found;
  const job = found.value;
  const proposal = job.proposals.find((one) => one.id === wanted);
  if (!proposal) return refused(refusal('unknownProposal', { job: id, proposal: wanted }));
  if (!openProposals(job).includes(proposal)) return refused(refusal('proposalClosed', { job: id, proposal: wanted }));
  return accepted({ job, proposal });
}

/** What runs, waits in a queue, or pauses can wait for the answer; what is held for a reason of its own, or done, cannot. */
function mayWait({ status, hold }: Operation): boolean {
  return status === 'running' || status === 'dispatched' || isPause(hold);
}

function holdForAnswer(
  state: ShopState,
  { id, job, freesBay }: CommandOf<'ProposeWork'>,
  { id: operation }: Operation,
  context: Context,
): Result<DomainEvent[]> {
  const hold = { id, type: 'HoldOperation', job, operation, reason: 'approval', expectedAt: null, freesBay } as const;
  return holdOperation(state, hold, context);
}

/**
 * The answer, and what waited for it going on: under the rules of resuming where it can; else it stays held, due to go on from now
 * [ADD-5]. While other additional work found in it waits for its answer, it waits too.
 */
function answered(
  state: ShopState,
  { foundIn }: Proposal,
  answer: EventOf<'WorkApproved' | 'WorkDeclined' | 'WorkWithdrawn'>,
  context: Context,
): DomainEvent[] {
  const before = state.jobs[answer.job];
  const after = evolve(state, answer, { version: 0, ...context });
  const job = after.jobs[answer.job];
  if (!before || !job) return [answer];
  const waited = job.operations.find(({ id, hold }) => id === foundIn && hold?.reason === 'approval');
  const asked = openProposals(job).some((other) => other.foundIn === foundIn);
  return [
    answer,
    ...inspectionLeaving(before, job),
    ...(waited && !asked ? goingOnOrDue(after, job, waited, context) : []),
  ];
}

function goingOnOrDue(state: ShopState, job: Job, { id: operation, hold }: Operation, context: Context): DomainEvent[] {
  const resume = { id: job.id, type: 'ResumeOperation', job: job.id, operation } as const;
  const resumed = resumeOperation(state, resume, context);
  if (resumed.ok) return resumed.value;
  return [{ type: 'HoldRevised', job: job.id, operation, expectedAt: context.at, freesBay: hold?.freesBay ?? false }];
}

/** A car whose inspection stopped for new work leaves the bay of the inspection [ADD-7]. */
function inspectionLeaving(before: Job, job: Job): DomainEvent[] {
  const stopped = before.operations.find(
    (operation) =>
      operation.kind === 'inspection' &&
      isOvertaken(operation) &&
      operation.bay !== null &&
      operation.bay === bayOf(before) &&
      job.operations.some(({ id, status }) => id === operation.id && status === 'planned'),
  );
  return stopped ? carLeaving(job, [stopped.id], KEEPS_BAY) : [];
}

/** The operations of the proposal as work of the job, with the minutes that were quoted [ADD-6]: those of its own day's table. */
function operationsOf(
  state: ShopState,
  job: Job,
  { order, foundIn, operations }: Proposal,
  quotedMinutes: number,
): Result<PlannedOperation[]> {
  const asProposed: ShopState = { ...state, shop: state.shop && { ...state.shop, operations } };
  // What it was found in stands last: body work goes on from there, not from the end of the order.
  const others = job.operations.filter(({ id }) => id !== foundIn);
  const found = job.operations.filter(({ id }) => id === foundIn);
  const minutes = spread(
    quotedMinutes,
    operations.map((operation) => operation.minutes),
  );
  const wanted = operations.map(({ name }, index) => ({ name, minutes: minutes[index] ?? null }));
  // An order may have left for a visit of its own since.
  const stays = job.orders.some(({ number }) => number === order);
  return plannedWork(asProposed, stays ? order : firstOrder(job), wanted, [...others, ...found]);
}

/** Whole minutes in proportion to these shares, at least one each; their sum is the total where it allows that. */
function spread(total: number, shares: readonly number[]): number[] {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  let shared = 0;
  let given = 0;
  return shares.map((share) => {
    shared += share;
    const part = Math.max(1, Math.round((total * shared) / whole) - given);
    given += part;
    return part;
  });
}

/** `x1`, `x2` … as they were proposed. */
function nextProposal({ proposals }: Job): ProposalId {
  return `x${String(Math.max(0, ...proposals.map(({ id }) => Number(id.slice(1)))) + 1)}`;
}

/** Additional work that was found in nothing that belongs to an order is added to the first one. */
function firstOrder({ orders }: Job): string {
  const [first] = orders;
  if (!first) throw new Error('A job without an order');
  return first.number;
}
