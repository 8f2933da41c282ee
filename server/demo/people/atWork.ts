// demo/people/ — technicians at work: they hold, find more, test on the road, and finish.
import type { Hold, Job, Operation } from '@zhunshi/shared/domain/state.ts';
import { openProposals } from '@zhunshi/shared/domain/job.ts';
import { first, handOf, mayRun, MINUTE, whoIs, type Act, type Seen } from './seen.ts';
import { troubleOf, workTroubleOf } from './trouble.ts';

/** Work that runs is finished when its time is up, or held on the way; held work goes on when what it waits for is there. */
export function atWork(seen: Seen, job: Job): Act | null {
  return first(job.operations, (operation) => {
    if (operation.status === 'held' && operation.hold) return held(seen, job, operation, operation.hold);
    if (operation.status !== 'running') return null;
    return onTheWay(seen, job, operation) ?? finishing(seen, job, operation);
  });
}

/** What is all but done when a break begins is finished first [PLN-4]. */
export function finishingWork(seen: Seen, job: Job): Act | null {
  const running = job.operations.filter(({ status }) => status === 'running');
  return first(running, (operation) => finishing(seen, job, operation));
}

/** Self inspection follows the work at once, where the shop asks for it [INS-3]. */
export function selfInspection({ state }: Seen, job: Job): Act | null {
  const asked = job.orders.some(({ serviceType }) => state.shop?.rules.inspections[serviceType]?.self === true);
  if (!asked) return null;
  return first(job.operations, ({ id, kind, status, crew, segments }) => {
    const ended = Math.max(0, ...segments.map(({ to }) => to ?? 0));
    const signed = job.inspections.some(
      ({ level, operation, at }) => level === 'self' && operation === id && at >= ended,
    );
    const [by] = crew;
    if (kind !== 'work' || status !== 'done' || signed || by === undefined) return null;
    return { by, command: { type: 'RecordInspection', job: job.id, level: 'self', operation: id } };
  });
}

function held(seen: Seen, job: Job, operation: Operation, hold: Hold): Act | null {
  const { asOf, luck } = seen;
  const of = { job: job.id, operation: operation.id };
  const by = handOf(seen, operation);
  // The morning's list, a break and a customer's answer are other people's affairs.
  if (hold.reason === 'closing' || hold.reason === 'break') return null;
  const goOn = (): Act | null =>
    mayRun(seen, job, operation) ? { by, command: { type: 'ResumeOperation', ...of } } : null;
  if (hold.reason === 'approval') return openProposals(job).length === 0 ? goOn() : null;
  const lasts = workTroubleOf(luck, job, operation).hold?.lastsMinutes ?? 20;
  const over = asOf >= hold.since + lasts * MINUTE;
  const dispatcher = whoIs(seen.state, 'dispatcher');
  if (hold.reason === 'parts' && over && hold.partsAt === null) {
    return { by: dispatcher, command: { type: 'PartsArrived', ...of } };
  }
  if (!over && hold.expectedAt !== null && asOf > hold.expectedAt + 5 * MINUTE) {
    const expectedAt = asOf + 20 * MINUTE;
    return { by: dispatcher, command: { type: 'ReviseHold', ...of, expectedAt, freesBay: hold.freesBay } };
  }
  if (hold.reason === 'sublet' && job.location.kind === (over ? 'sublet' : 'parking')) {
    const to = over ? ({ kind: 'parking' } as const) : ({ kind: 'sublet', expectedAt: hold.expectedAt } as const);
    return { by: dispatcher, command: { type: 'MoveCar', job: job.id, to } };
  }
  return over ? goOn() : null;
}

/** Half-way: a hold, more work than was agreed, a road test. */
function onTheWay(seen: Seen, job: Job, operation: Operation): Act | null {
  const { asOf, luck, state } = seen;
  const share = workedShare(seen, job, operation);
  const by = handOf(seen, operation);
  const of = { job: job.id, operation: operation.id };
  const { hold, finds } = workTroubleOf(luck, job, operation);
  if (hold && share > 0.4 && !operation.pastHolds.some(({ reason }) => reason === hold.reason)) {
    const { reason, toldMinutes, freesBay } = hold;
    const expectedAt = toldMinutes === null ? null : asOf + toldMinutes * MINUTE;
    return { by, command: { type: 'HoldOperation', ...of, reason, expectedAt, freesBay } };
  }
  if (finds && share > 0.5 && !job.proposals.some(({ foundIn }) => foundIn === operation.id)) {
    const found = state.shop?.operations.filter(
      ({ workType, unattended }) => workType === operation.workType && !unattended,
    );
    const wanted = found?.[Math.floor(luck.chance(`${operation.id} what`, job) * found.length)];
    if (wanted) {
      const operations = [{ name: wanted.name, minutes: null }];
      const { freesBay } = finds;
      return {
        by,
        command: { type: 'ProposeWork', job: job.id, foundIn: operation.id, operations, freesBay, note: null },
      };
    }
  }
  return roadTest(seen, job, operation, share);
}

/** The last of the mechanical work is tried on the road, and the car comes back to its bay. */
function roadTest(seen: Seen, job: Job, operation: Operation, share: number): Act | null {
  const { roadTestMinutes } = troubleOf(seen.luck, job);
  const by = handOf(seen, operation);
  if (job.location.kind === 'road') {
    const bay = job.location.keeps;
    const back = share >= 1 && bay !== null;
    return back ? { by, command: { type: 'MoveCar', job: job.id, to: { kind: 'bay', bay } } } : null;
  }
  const [lastWork] = job.operations.filter(({ kind }) => kind === 'work').slice(-1);
  const tried = roadTestMinutes !== null && operation.id === lastWork?.id && operation.workType === 'mechanical';
  const almost = share > 0.75 && share < 0.9;
  return tried && almost && operation.bay !== null
    ? { by, command: { type: 'MoveCar', job: job.id, to: { kind: 'road', keepsBay: true } } }
    : null;
}

function finishing(seen: Seen, job: Job, operation: Operation): Act | null {
  if (operation.kind === 'inspection' || workedShare(seen, job, operation) < 1) return null;
  return { by: handOf(seen, operation), command: { type: 'FinishOperation', job: job.id, operation: operation.id } };
}

/** How much of the time that it really takes has been worked: 1 is done. A second pair of hands helps by half. */
export function workedShare({ asOf, calendar, luck }: Seen, job: Job, operation: Operation): number {
  const worked = operation.runs.reduce(
    (sum, run) => sum + (operation.unattended ? asOf - run.from : calendar.between(run.from, run.to ?? asOf)),
    0,
  );
  const hands = operation.crew.length > 1 ? 1.5 : 1;
  return (worked * hands) / (operation.minutes * MINUTE * workTroubleOf(luck, job, operation).stretch);
}
