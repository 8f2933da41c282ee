// domain/ — what a person can do next with a car, the likeliest first: buttons of the console, and the demo's people.
import { isOpen, openPredecessor } from './job.ts';
import type { CommandType } from './commands.ts';
import type { Job, Operation } from './state.ts';
import type { OperationId } from './words.ts';

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
    | 'HandOver'
  >;
  operation: OperationId | null;
}

/** What can be done next with a job, the likeliest first; nothing for one that is closed. */
export function nextActs(job: Job): NextAct[] {
  if (!isOpen(job)) return [];
  if (job.checkedInAt === null) return [{ type: 'CheckIn', operation: null }];
  if (job.readyAt !== null) {
    const handOver: NextAct = { type: 'HandOver', operation: null };
    return job.calledAt === null ? [{ type: 'CallCustomer', operation: null }, handOver] : [handOver];
  }
  const open = job.operations.filter(({ status }) => status !== 'done');
  if (open.length === 0) return [{ type: 'MarkReady', operation: null }];
  const acts = open.flatMap((operation) => actsOf(job, operation).map((type) => ({ type, operation: operation.id })));
  return acts.sort((a, b) => LIKELIEST.indexOf(a.type) - LIKELIEST.indexOf(b.type));
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
