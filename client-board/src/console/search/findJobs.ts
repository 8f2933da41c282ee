// search/ — a few typed characters → cars: plate, its last digits, order number, slip, customer's name.
import type { Job } from '@zhunshi/shared/domain/state.ts';
import { plateOf } from '../desk/shopView.ts';
import type { ShopView } from '../desk/shopView.ts';

const atMost = 12;

/** Cars that match, those still here before those gone, the best match first. */
export function findJobs(view: ShopView, typed: string): Job[] {
  const wanted = folded(typed);
  if (wanted === '') return [];
  return Object.values(view.state.jobs)
    .map((job) => ({ job, rank: rankOf(view, job, wanted) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank || a.job.arrivalAt - b.job.arrivalAt)
    .slice(0, atMost)
    .map(({ job }) => job);
}

/** 0: no match. The end of a plate is what people say, so it counts most. */
function rankOf(view: ShopView, job: Job, wanted: string): number {
  const plate = folded(plateOf(view, job));
  const name = folded(view.directory.persons[job.customer]?.name ?? '');
  const numbers = job.orders.map(({ number }) => folded(number));
  const here = job.handedOverAt === null ? 10 : 0;
  if (plate.endsWith(wanted)) return here + 5;
  if (plate.includes(wanted)) return here + 4;
  if (job.slip !== null && slipMatches(folded(job.slip), wanted)) return here + 4;
  if (name.startsWith(wanted)) return here + 3;
  return numbers.some((number) => number.includes(wanted)) ? here + 2 : 0;
}

/** The whole slip, or its digits as they are called out: `17` is `A017`. */
function slipMatches(slip: string, wanted: string): boolean {
  return slip === wanted || (/^\d+$/.test(wanted) && Number(slip.replace(/^\D+/, '')) === Number(wanted));
}

/** Width, case, spaces and dots do not matter. */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s·.-]/g, '');
}
