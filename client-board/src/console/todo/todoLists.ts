// todo/ — what waits for a decision and is no alarm: yesterday's work in the morning, additional work without an answer, lateness to
// be judged. Each list is for those who may act on it.
import { carryOver } from '@zhunshi/shared/domain/carryOver.ts';
import { isOpen, openProposals } from '@zhunshi/shared/domain/job.ts';
import { maySend } from '@zhunshi/shared/domain/permissions.ts';
import type { Job } from '@zhunshi/shared/domain/state.ts';
import type { JobId, OperationId } from '@zhunshi/shared/domain/words.ts';
import { operationName } from '@zhunshi/shared/i18n/words.ts';
import { listText, nameOf, shortPlateOf } from '../desk/shopView.ts';
import type { ShopView } from '../desk/shopView.ts';
import { standingOf } from '../panel/addedWorkRows.ts';

export interface CarryOverRow {
  job: JobId;
  operation: OperationId;
  plate: string;
  what: string;
}

export interface TodoRow {
  key: string;
  job: JobId;
  plate: string;
  what: string;
}

export interface TodoLists {
  carryOver: CarryOverRow[];
  unanswered: TodoRow[];
  toJudge: TodoRow[];
}

/** The lists of the person who looks; the morning's one while the shop is open for work. */
export function todoListsOf(view: ShopView, open: boolean): TodoLists {
  const jobs = Object.values(view.state.jobs);
  return {
    carryOver:
      open && maySend(view.roles, 'ContinueWork') ? carryOver(view.state).map((one) => carryOverRow(view, one)) : [],
    unanswered: maySend(view.roles, 'ApproveWork') ? jobs.filter(isOpen).flatMap((job) => unanswered(view, job)) : [],
    toJudge: maySend(view.roles, 'JudgeLateness') ? jobs.flatMap((job) => toJudge(view, job)) : [],
  };
}

function carryOverRow(view: ShopView, { job, operation }: ReturnType<typeof carryOver>[number]): CarryOverRow {
  const crew = operation.crew.map((staff) => nameOf(view, staff));
  const what = [operationName(operation, view.language), operation.bay ?? '', ...crew].filter(Boolean).join(' ');
  return { job: job.id, operation: operation.id, plate: shortPlateOf(view, job), what };
}

function unanswered(view: ShopView, job: Job): TodoRow[] {
  return openProposals(job).map((proposal) => ({
    key: `${job.id} ${proposal.id}`,
    job: job.id,
    plate: shortPlateOf(view, job),
    what: [
      standingOf(view, proposal),
      listText(
        view,
        proposal.operations.map(({ name }) => name),
      ),
    ].join(' · '),
  }));
}

function toJudge(view: ShopView, job: Job): TodoRow[] {
  if (job.handOver?.excuse !== 'asked') return [];
  const by = job.handOver.by === null ? '' : nameOf(view, job.handOver.by);
  return [{ key: job.id, job: job.id, plate: shortPlateOf(view, job), what: by }];
}
