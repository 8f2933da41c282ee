// advisor/ — customers to call: whose promise breaks, whose car is ready, who wanted to know beforehand, who does not come for it.
import { isInLounge } from '@zhunshi/shared/domain/loungeCall.ts';
import type { Job } from '@zhunshi/shared/domain/state.ts';
import type { AlarmCode, JobId } from '@zhunshi/shared/domain/words.ts';
import { advisorWords } from '@zhunshi/shared/i18n/advisorWords.ts';
import type { Alarm } from '@zhunshi/shared/plan/alarms.ts';
import type { Mark } from '@zhunshi/shared/plan/standing.ts';
import { plateOf } from '../desk/shopView.ts';
import type { ShopView } from '../desk/shopView.ts';
import { alarmMark, whatText } from '../dispatch/alarmText.ts';
import { minutesBetween, spanText } from '../desk/timeText.ts';
import { askAct, formAct, loungeCallAct } from './advisorActs.ts';
import type { AdvisorAct } from './advisorActs.ts';
import { sentenceFor } from './sentenceFor.ts';

export interface CallRow {
  job: JobId;
  mark: Mark;
  plate: string;
  customer: string;
  phone: string;
  /** Why they are called. */
  why: string;
  /** What may be said. */
  sentence: string;
  /** Where the customer is: one who waits here is told by going there. */
  where: string;
  acts: AdvisorAct[];
}

const breaking: readonly AlarmCode[] = ['promisePassed', 'predictedLate'];
/** Who did not answer is called again after so many minutes. */
const AGAIN_MINUTES = 15;

/** Cars whose promise breaks, and nobody has said yet that the customer knows. */
export function mustTellOf(alarms: readonly Alarm[]): Set<JobId> {
  return new Set(
    alarms.filter(({ code, acknowledged }) => breaking.includes(code) && !acknowledged).map(({ job }) => job),
  );
}

/** Calls to make, what breaks first: by the alarms of the moment, and every car that is ready and its customer does not know [ADV-2]. */
export function callRowsOf(view: ShopView, jobs: readonly Job[], alarms: readonly Alarm[]): CallRow[] {
  const alarmOf = new Map(alarms.filter(({ acknowledged }) => !acknowledged).map((alarm) => [alarm.job, alarm]));
  const rowsBy = (make: (job: Job, alarm: Alarm | undefined) => CallRow | null): CallRow[] =>
    jobs.flatMap((job) => make(job, alarmOf.get(job.id)) ?? []);
  return [
    ...rowsBy((job, alarm) =>
      alarm && job.readyAt === null && breaking.includes(alarm.code) ? late(view, job, alarm) : null,
    ),
    ...rowsBy((job) =>
      job.readyAt !== null && job.calledAt === null && job.handedOverAt === null ? ready(view, job) : null,
    ),
    ...rowsBy((job, alarm) => (alarm?.code === 'callAhead' ? ahead(view, job, alarm) : null)),
    ...rowsBy((job, alarm) => (alarm?.code === 'notCollected' ? notCollected(view, job, alarm) : null)),
  ];
}

function rowOf(view: ShopView, job: Job, mark: Mark, why: string, acts: AdvisorAct[]): CallRow {
  const person = view.directory.persons[job.customer];
  return {
    job: job.id,
    mark,
    plate: plateOf(view, job),
    customer: person?.name ?? '',
    phone: person?.phone ?? '',
    why,
    sentence: sentenceFor(view, job),
    where: view.words.whereabouts[job.waits],
    acts,
  };
}

function late(view: ShopView, job: Job, alarm: Alarm): CallRow {
  const { acts } = advisorWords[view.language];
  const why = whatText(view, alarm);
  return rowOf(view, job, alarmMark(alarm), why, [
    formAct('MakePromise', acts.newPromise, { job: job.id }),
    ...answersTo(view, alarm, acts.told),
  ]);
}

function ready(view: ShopView, job: Job): CallRow {
  const { acts, calls } = advisorWords[view.language];
  const since = calls.ready(spanText(view, minutesBetween(job.readyAt ?? view.asOf, view.asOf)));
  const tried = job.unansweredCalls > 0 ? [calls.unanswered(job.unansweredCalls)] : [];
  return rowOf(view, job, 'ready', [since, ...tried].join(' · '), [
    askAct(acts.called, { type: 'CallCustomer', job: job.id }),
    ...(isInLounge(view.state, job) ? [loungeCallAct(view, job)] : []),
    askAct(acts.noAnswer, { type: 'CallCustomer', job: job.id, reached: false }),
  ]);
}

function ahead(view: ShopView, job: Job, alarm: Alarm): CallRow {
  const { acts } = advisorWords[view.language];
  const why = view.say.alarms.callAhead(spanText(view, alarm.minutes));
  return rowOf(view, job, 'tight', why, answersTo(view, alarm, acts.told));
}

function notCollected(view: ShopView, job: Job, alarm: Alarm): CallRow {
  const { acts } = advisorWords[view.language];
  const why = view.say.alarms.notCollected(spanText(view, alarm.minutes));
  return rowOf(view, job, 'ready', why, answersTo(view, alarm, acts.reminded));
}

/** They know; or nobody answered, and they are called again later. */
function answersTo(view: ShopView, { job, code, episode }: Alarm, told: string): AdvisorAct[] {
  const { acts } = advisorWords[view.language];
  const of = { job, alarm: code, episode };
  const until = view.asOf + AGAIN_MINUTES * 60_000;
  return [
    askAct(told, { type: 'AcknowledgeAlarm', ...of }),
    askAct(acts.callAgain(spanText(view, AGAIN_MINUTES)), { type: 'SnoozeAlarm', ...of, until }),
  ];
}
