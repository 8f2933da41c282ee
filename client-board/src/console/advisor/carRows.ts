// advisor/ — cars in the shop → the rows of the advisor's list: how each stands, whom it waits for, what may be said, what to do next.
import { isHere, operationAtHand, promiseOf, stageOf, stageSince } from '@zhunshi/shared/domain/job.ts';
import type { Job } from '@zhunshi/shared/domain/state.ts';
import type { JobId } from '@zhunshi/shared/domain/words.ts';
import { advisorWords } from '@zhunshi/shared/i18n/advisorWords.ts';
import { askingOf } from '@zhunshi/shared/views/loungeRows.ts';
import type { Mark } from '@zhunshi/shared/plan/standing.ts';
import { inOrderOfBreaking } from '@zhunshi/shared/plan/standing.ts';
import { crewAtHand, nameOf, placeText, plateOf } from '../desk/shopView.ts';
import type { ShopView } from '../desk/shopView.ts';
import { slackText, standingText } from '../desk/standingText.ts';
import { minutesBetween, momentText, spanText } from '../desk/timeText.ts';
import { isInRework, stageSteps } from '../panel/stageSteps.ts';
import type { StepState } from '../panel/stageSteps.ts';
import { advisorActOf } from './advisorActs.ts';
import type { AdvisorAct } from './advisorActs.ts';
import { sentenceFor } from './sentenceFor.ts';

export interface CarRow {
  job: JobId;
  plate: string;
  model: string;
  customer: string;
  stage: string;
  steps: StepState[];
  mark: Mark;
  /** Slack or lateness. */
  slack: string;
  promised: string;
  predicted: string;
  /** Who or what it waits for. */
  waits: string;
  sentence: string;
  /** Whose car it is, where those of all advisors are listed. */
  advisor: string;
  act: AdvisorAct | null;
}

/** Rows in the order of what breaks first; cars that are ready come last, they can only be fetched. */
export function carRowsOf(
  view: ShopView,
  jobs: readonly Job[],
  mustTell: ReadonlySet<JobId>,
  namesAdvisor: boolean,
): CarRow[] {
  const here = inOrderOfBreaking(jobs.filter(isHere), view.forecast, view.asOf);
  const ordered = [
    ...here.filter(({ readyAt }) => readyAt === null),
    ...here.filter(({ readyAt }) => readyAt !== null),
  ];
  return ordered.map((job) => rowOf(view, job, mustTell.has(job.id), namesAdvisor));
}

function rowOf(view: ShopView, job: Job, mustTell: boolean, namesAdvisor: boolean): CarRow {
  const stage = stageOf(job);
  const promise = promiseOf(job);
  const predictedAt = view.standings.get(job.id)?.predictedAt ?? null;
  const { mark } = standingText(view, job);
  return {
    job: job.id,
    plate: plateOf(view, job),
    model: view.directory.vehicles[job.vehicle]?.model ?? '',
    customer: view.directory.persons[job.customer]?.name ?? '',
    stage: isInRework(job) ? advisorWords[view.language].cars.rework : view.words.stages[stage],
    steps: stageSteps(job, stage),
    mark,
    slack: promise ? slackText(view, job) : '',
    promised: promise ? momentText(view, promise.promisedAt) : view.say.card.noPromise,
    predicted: predictedAt === null ? view.say.panel.undecided : momentText(view, predictedAt),
    waits: waitsText(view, job),
    sentence: sentenceFor(view, job),
    advisor: namesAdvisor ? nameOf(view, job.advisor) : '',
    act: advisorActOf(view, job, mustTell),
  };
}

/** For whom or what a car waits, or who is at it and where. */
function waitsText(view: ShopView, job: Job): string {
  const say = advisorWords[view.language].waits;
  const since = spanText(view, minutesBetween(stageSince(job), view.asOf));
  const now = operationAtHand(job);
  const crew = crewAtHand(view, job).join(' ');
  const where = job.location.kind === 'parking' || job.location.kind === 'away' ? '' : placeText(view, job);
  switch (stageOf(job)) {
    case 'ready':
      return job.calledAt === null ? say.notCalled : say.called;
    case 'waiting':
      return say.dispatch(since);
    case 'dispatched':
      return [now?.bay ? say.bay(now.bay) : say.start, crew].filter(Boolean).join(' · ');
    case 'held':
      return heldText(view, job);
    case 'inspecting':
    case 'washing': {
      if (!now) return say.markReady;
      const waits = now.kind === 'wash' ? say.wash : say.inspection;
      return now.status === 'running' ? say.atWork(crew, where) : waits;
    }
    default:
      return say.atWork(crew, where);
  }
}

function heldText(view: ShopView, job: Job): string {
  const say = advisorWords[view.language].waits;
  const held = job.operations.find(({ status }) => status === 'held');
  const hold = held?.hold;
  if (!hold) return '';
  const span = spanText(view, minutesBetween(hold.since, view.asOf));
  if (hold.reason === 'parts') return say.parts(span);
  if (hold.reason === 'approval') {
    const asking = askingOf(job, held);
    if (asking === 'pricing') return say.pricing(span);
    return asking === 'asked' ? say.approval(span) : say.answered(span);
  }
  if (hold.reason === 'customer') return say.customer(span);
  return say.other(view.words.holdReasons[hold.reason], span);
}
