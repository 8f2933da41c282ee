// advisor/ — cars that are ready → what is still owed before the key is handed over: the call, the bill, the cause of a late one.
import type { Job } from '@zhunshi/shared/domain/state.ts';
import type { JobId } from '@zhunshi/shared/domain/words.ts';
import { advisorWords } from '@zhunshi/shared/i18n/advisorWords.ts';
import { lateByNow, stepOfAct } from '../desk/jobActions.ts';
import { plateOf } from '../desk/shopView.ts';
import type { ShopView } from '../desk/shopView.ts';
import { minutesBetween, momentText, spanText } from '../desk/timeText.ts';
import type { AdvisorAct } from './advisorActs.ts';

/** One condition: met or not, in words. */
export interface Check {
  met: boolean;
  text: string;
}

export interface HandOverRow {
  job: JobId;
  plate: string;
  customer: string;
  since: string;
  called: Check;
  settled: Check;
  /** How late it is by now; null: it is not. */
  late: string | null;
  /** The likeliest first. */
  acts: AdvisorAct[];
}

/** Ready cars, the one that has waited longest first. */
export function handOverRowsOf(view: ShopView, jobs: readonly Job[]): HandOverRow[] {
  return jobs
    .filter(({ readyAt, handedOverAt }) => readyAt !== null && handedOverAt === null)
    .sort((a, b) => (a.readyAt ?? 0) - (b.readyAt ?? 0))
    .map((job) => rowOf(view, job));
}

function rowOf(view: ShopView, job: Job): HandOverRow {
  const say = advisorWords[view.language].handOvers;
  const late = lateByNow(view, job);
  return {
    job: job.id,
    plate: plateOf(view, job),
    customer: view.directory.persons[job.customer]?.name ?? '',
    since: say.readySince(spanText(view, minutesBetween(job.readyAt ?? view.asOf, view.asOf))),
    called: {
      met: job.calledAt !== null,
      text: job.calledAt === null ? say.notCalled : say.called(momentText(view, job.calledAt)),
    },
    settled: { met: job.settledAt !== null, text: job.settledAt === null ? say.notSettled : say.settled },
    late: late === null ? null : say.late(spanText(view, late)),
    acts: actsOf(view, job),
  };
}

/** Settling comes first where the shop wants it first [STL-1]; else both can be done, and handing over is what people come for. */
function actsOf(view: ShopView, job: Job): AdvisorAct[] {
  const actOf = (type: 'HandOver' | 'Settle'): AdvisorAct => ({
    type,
    text: view.commands[type],
    step: stepOfAct(view, job, { type, operation: null }),
  });
  if (job.settledAt !== null) return [actOf('HandOver')];
  return view.shop.rules.settleFirst ? [actOf('Settle')] : [actOf('HandOver'), actOf('Settle')];
}
