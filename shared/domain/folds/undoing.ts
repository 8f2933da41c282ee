// domain/folds/ — taking a command back: for a minute the fold keeps the job as it was before each command that touched it alone.
import type { LogEntry } from '../entry.ts';
import type { DomainEvent, EventType } from '../events.ts';
import { taughtBetween, unlearned } from '../learned.ts';
import type { Job, ShopState, UndoStep } from '../state.ts';
import { must, withJob, type Folds } from './changes.ts';
import { forgotten } from './handingOver.ts';

/** A command can be undone for so long [UNDO-1]. */
export const UNDO_MS = 60_000;

/** Commands that lead to nothing but these can be undone: what a hand on a board or a phone does. A call to a customer cannot. */
const undoable: ReadonlySet<EventType> = new Set<EventType>([
  'CarMoved',
  'OperationsDispatched',
  'OperationRecalled',
  'OperationStarted',
  'WorkReassigned',
  'OperationHeld',
  'HoldRevised',
  'PartsArrived',
  'OperationResumed',
  'OperationFinished',
  'InspectionRecorded',
  'InspectionPassed',
  'BayReserved',
  'BayReleased',
  'WhereaboutsChanged',
  'CarReady',
  'ReadyWithdrawn',
  'BillSettled',
  'CarHandedOver',
]);

/**
 * These are said about a job without building on what was done to it. After an undo nothing is built on the command before either: it
 * can be undone next.
 */
const besides: ReadonlySet<EventType> = new Set<EventType>([
  'CommandUndone',
  'EstimatePublished',
  'CalledInLounge',
  'AlarmAcknowledged',
  'AlarmSnoozed',
  'AlarmEscalated',
]);

export const undoing: Folds<'CommandUndone'> = {
  CommandUndone: (state, { command, job: id }) => {
    const step = must(
      state.undo.find((one) => one.command === command),
      `what was before command ${command}`,
    );
    const now = must(state.jobs[id], `job ${id}`);
    const { told, estimates, toldLateSince, loungeCalledAt, alarms } = now;
    const back = withJob(forgotten(state, now), {
      ...step.before,
      told,
      estimates,
      toldLateSince,
      loungeCalledAt,
      alarms,
    });
    const learned = unlearned(state.learned, step.taught);
    return { ...back, learned, undo: back.undo.filter((one) => one !== step) };
  },
};

type Folded = Pick<LogEntry, 'version' | 'at' | 'by' | 'commandId' | 'events'>;

/** Marks the jobs that an entry touched, and keeps what is needed to undo it [UNDO-1] [UNDO-2]. */
export function rememberForUndo(before: ShopState, after: ShopState, entry: Folded): ShopState {
  const { version, at, by, commandId, events } = entry;
  const touching = events.filter(({ type }) => !besides.has(type));
  const touched = new Set(touching.flatMap(jobsOf));
  const jobs: Record<string, Job> = {};
  for (const id of touched) {
    const job = after.jobs[id];
    if (job) jobs[id] = { ...job, touched: version };
  }
  const undo = after.undo.filter((step) => at - step.at <= UNDO_MS);
  const step = stepOf(before, after, touching, touched);
  return {
    ...after,
    jobs: touched.size > 0 ? { ...after.jobs, ...jobs } : after.jobs,
    undo: step ? [...undo, { ...step, command: commandId, by, at, version }] : undo,
  };
}

function stepOf(
  before: ShopState,
  after: ShopState,
  events: DomainEvent[],
  touched: ReadonlySet<string>,
): Pick<UndoStep, 'before' | 'taught'> | undefined {
  const [id] = touched;
  if (touched.size !== 1 || id === undefined || !events.every(({ type }) => undoable.has(type))) return undefined;
  const job = before.jobs[id];
  return job && { before: job, taught: taughtBetween(before.learned, after.learned) };
}

/** Jobs that an event is about: one, two where one leaves or joins another, none where it is about the shop. */
export function jobsOf(event: DomainEvent): string[] {
  const named = 'job' in event ? [event.job] : [];
  return 'into' in event ? [...named, event.into] : named;
}
