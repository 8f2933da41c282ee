// domain/deciders/ — what is said of a hand-over afterwards: whose fault it was that it was late, and what the customer says of it.
import type { CommandOf } from '../commands.ts';
import type { Context } from '../context.ts';
import { CUSTOMER } from '../entry.ts';
import type { DomainEvent } from '../events.ts';
import { refusal } from '../refusals.ts';
import { accepted, refused, type Result } from '../result.ts';
import type { Excuse, ShopState, Visit } from '../state.ts';
import type { JobId } from '../words.ts';

/**
 * Confirms or rejects that a hand-over was late by the customer's fault: what is confirmed leaves the rates [OTR-6]. Refused:
 * nobody asked for it, or it is judged otherwise already; by the person who handed over [OTR-8].
 */
export function judgeLateness(
  state: ShopState,
  command: CommandOf<'JudgeLateness'>,
  { by }: Context,
): Result<DomainEvent[]> {
  const found = visitOf(state, command.job);
  if (!found.ok) return found;
  const { handOver } = found.value;
  const { job, customersFault } = command;
  const judged: Excuse = customersFault ? 'confirmed' : 'rejected';
  if (handOver.excuse === judged) return accepted([]);
  if (handOver.excuse !== 'asked') return refused(refusal('nothingToJudge', { job }));
  if (by !== null && by === handOver.by) return refused(refusal('judgedByAnother', { staff: by }));
  return accepted([{ type: 'LatenessJudged', job, customersFault }]);
}

/**
 * Records what the customer says afterwards; "it was late" overrides the clock, taking that back restores it [OTR-7]. By their link the
 * first answer counts [TRK-5]: two phones may show the page; the desk, which is told by word of mouth, may put it right.
 */
export function recordFollowUp(
  state: ShopState,
  command: CommandOf<'RecordFollowUp'>,
  { by }: Context,
): Result<DomainEvent[]> {
  const found = visitOf(state, command.job);
  if (!found.ok) return found;
  const { followUp } = found.value;
  const { job, punctual, satisfaction } = command;
  if (followUp?.punctual === punctual && followUp.satisfaction === satisfaction) return accepted([]);
  if (followUp && by === CUSTOMER) return refused(refusal('alreadyAnswered', { job }));
  return accepted([{ type: 'FollowUpRecorded', job, punctual, satisfaction }]);
}

/** A visit that is over, also when its job has left the fold [JOB-2]. Refused: unknown; not handed over. */
function visitOf(state: ShopState, job: JobId): Result<Visit> {
  const visit = state.visits[job];
  if (visit) return accepted(visit);
  return refused(state.jobs[job] ? refusal('notHandedOver', { job }) : refusal('unknownJob', { job }));
}
