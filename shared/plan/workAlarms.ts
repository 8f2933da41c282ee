// plan/ — alarms about the work: what is held, what nobody hears of, what nobody was given, what closing time left.
import { isPause, openProposals, stageSince } from '../domain/job.ts';
import type { Hold, Job, Operation } from '../domain/state.ts';
import type { HoldReason } from '../domain/words.ts';
import { minutesAfter, minutesSince, workedSince, type AlarmActor, type AlarmLook, type Raised } from './alarmLook.ts';
import { plannedMs, spentMs } from './remaining.ts';

const MINUTE = 60_000;

/** Alarms about the work on a car that is here and not ready [ALM-1]. */
export function workAlarms(look: AlarmLook): Raised[] {
  const { job } = look;
  if (job.checkedInAt === null || job.readyAt !== null) return [];
  return [
    ...job.operations.flatMap((operation) => operationAlarms(look, operation)),
    ...unansweredProposals(look),
    ...notDispatched(look),
  ];
}

function operationAlarms(look: AlarmLook, operation: Operation): Raised[] {
  const { hold } = operation;
  if (operation.status === 'running') return silent(look, operation);
  if (!hold) return [];
  if (hold.partsAt !== null) return partsArrived(look, operation, hold, hold.partsAt);
  if (hold.reason === 'closing') return carryOver(look, operation, hold);
  return holdOverdue(look, operation, hold) ?? asked(look, operation, hold);
}

const HOLD_ACTOR: Record<HoldReason, AlarmActor> = {
  parts: 'parts',
  approval: 'advisor',
  customer: 'advisor',
  sublet: 'dispatcher',
  equipment: 'dispatcher',
  break: 'dispatcher',
  closing: 'dispatcher',
};

/** A hold past its expected time, from the first whole minute on, to whoever it waits for. Null: it is not. */
function holdOverdue(
  look: AlarmLook,
  operation: Operation,
  { reason, expectedAt, since: heldAt }: Hold,
): Raised[] | null {
  if (expectedAt === null || look.asOf <= expectedAt) return null;
  const limit = Math.max(1, look.limits.holdOverdue.limit);
  const minutes = minutesSince(expectedAt, look);
  if (minutes < limit) return null;
  const raised = { minutes, since: expectedAt, raisedAt: minutesAfter(expectedAt, limit) };
  const advice = reason === 'approval' || reason === 'customer' ? 'askCustomer' : 'askNewTime';
  const episode = `${operation.id} ${String(heldAt)} ${String(expectedAt)}`;
  return [{ code: 'holdOverdue', actor: HOLD_ACTOR[reason], advice, ...raised, episode }];
}

/** The customer was asked, or parts are waited for, and nobody said until when. */
function asked(look: AlarmLook, operation: Operation, hold: Hold): Raised[] {
  const { reason, since, expectedAt } = hold;
  const minutes = minutesSince(since, look);
  const episode = `${operation.id} ${String(since)}`;
  if (isPause(hold)) return [];
  if (reason === 'approval' || reason === 'customer') {
    const { limit } = look.limits.approvalUnanswered;
    const raised = { minutes, since, raisedAt: minutesAfter(since, limit), episode };
    return minutes < limit ? [] : [{ code: 'approvalUnanswered', actor: 'advisor', advice: 'askCustomer', ...raised }];
  }
  const { limit } = look.limits.partsWithoutTime;
  if (reason !== 'parts' || expectedAt !== null || minutes < limit) return [];
  const raised = { minutes, since, raisedAt: minutesAfter(since, limit), episode };
  return [{ code: 'partsWithoutTime', actor: 'parts', advice: 'giveTime', ...raised }];
}

/** Additional work that was found while nothing had to wait for it: the customer is still to answer. */
function unansweredProposals(look: AlarmLook): Raised[] {
  const { job, limits } = look;
  const { limit } = limits.approvalUnanswered;
  const waits = job.operations.some(({ hold }) => hold?.reason === 'approval');
  if (waits) return [];
  return openProposals(job).flatMap(({ id, proposedAt: since }): Raised[] => {
    const minutes = minutesSince(since, look);
    const raised = { minutes, since, raisedAt: minutesAfter(since, limit), episode: id };
    return minutes < limit ? [] : [{ code: 'approvalUnanswered', actor: 'advisor', advice: 'askCustomer', ...raised }];
  });
}

/** The parts are here, and the work has not gone on: to the crew, or to the dispatcher where it has lost its bay [ALM-11]. */
function partsArrived(look: AlarmLook, operation: Operation, { freesBay }: Hold, since: number): Raised[] {
  const { limit } = look.limits.partsArrived;
  const minutes = workedSince(since, look);
  if (minutes < limit) return [];
  const actor = freesBay || operation.crew.length === 0 ? 'dispatcher' : 'technician';
  const raised = { minutes, since, raisedAt: minutesAfter(since, limit), episode: `${operation.id} ${String(since)}` };
  return [{ code: 'partsArrived', actor, advice: 'goOn', ...raised }];
}

/** Closing time stopped it, the shop is open again, and nobody has said what becomes of it [ALM-12]. */
function carryOver(look: AlarmLook, operation: Operation, { since: closedAt, expectedAt }: Hold): Raised[] {
  const since = expectedAt ?? look.calendar.nextWorking(closedAt);
  const { limit } = look.limits.carryOver;
  const minutes = workedSince(since, look);
  if (look.asOf < since || minutes < limit) return [];
  const raised = {
    minutes,
    since,
    raisedAt: minutesAfter(since, limit),
    episode: `${operation.id} ${String(closedAt)}`,
  };
  return [{ code: 'carryOver', actor: 'dispatcher', advice: 'goOn', ...raised }];
}

/** It has run for much longer than it was planned to take, and nothing was heard of it [ALM-13]. */
function silent(look: AlarmLook, operation: Operation): Raised[] {
  const run = operation.runs.at(-1);
  const { limit } = look.limits.silent;
  const planned = plannedMs(look.state.learned, operation);
  const overMs = spentMs(operation, look.asOf, look.calendar) - planned;
  if (!run || overMs < limit * MINUTE) return [];
  const before = spentMs(operation, run.from, look.calendar);
  const leftMs = Math.max(0, planned - before);
  const since = operation.unattended ? run.from + leftMs : look.calendar.add(run.from, leftMs);
  const episode = `${operation.id} ${String(operation.runs.length)}`;
  const raised = { minutes: Math.floor(overMs / MINUTE), since, raisedAt: minutesAfter(since, limit), episode };
  return [{ code: 'silent', actor: 'technician', advice: 'askProgress', ...raised }];
}

/** The car waits, and nobody was given its next work. */
function notDispatched(look: AlarmLook): Raised[] {
  const { job, stage } = look;
  const since = stageSince(job);
  const { limit } = look.limits.notDispatched;
  const minutes = workedSince(since, look);
  if (stage !== 'waiting' || minutes < limit) return [];
  const raised = { minutes, since, raisedAt: minutesAfter(since, limit), episode: episodeOfWaiting(job) };
  return [{ code: 'notDispatched', actor: 'dispatcher', advice: 'findBay', ...raised }];
}

function episodeOfWaiting(job: Job): string {
  return `waiting ${String(stageSince(job))}`;
}
