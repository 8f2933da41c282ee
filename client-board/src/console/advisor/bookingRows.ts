// advisor/ — booked cars that are not here: those of today and those that never came, and tomorrow's.
import { isOpen } from '@zhunshi/shared/domain/job.ts';
import { maySend } from '@zhunshi/shared/domain/permissions.ts';
import type { Job } from '@zhunshi/shared/domain/state.ts';
import type { JobId } from '@zhunshi/shared/domain/words.ts';
import { advisorWords } from '@zhunshi/shared/i18n/advisorWords.ts';
import { addDays, localDay, localTime } from '@zhunshi/shared/time/shopTime.ts';
import { listText, plateOf } from '../desk/shopView.ts';
import type { ShopView } from '../desk/shopView.ts';
import { minutesBetween, momentText, spanText } from '../desk/timeText.ts';
import { formAct } from './advisorActs.ts';
import type { AdvisorAct } from './advisorActs.ts';

export interface BookingRow {
  job: JobId;
  time: string;
  plate: string;
  customer: string;
  phone: string;
  work: string;
  /** How late it is, or that it did not come; empty: it has time. */
  late: string;
  act: AdvisorAct | null;
}

export interface Bookings {
  /** Today's that are not here, and before them those of earlier days that never came. */
  today: BookingRow[];
  tomorrow: BookingRow[];
}

/** Bookings that have not come, in the order of their times. */
export function bookingsOf(view: ShopView, jobs: readonly Job[]): Bookings {
  const today = localDay(view.asOf, view.timeZone);
  const tomorrow = addDays(today, 1);
  const booked = jobs
    .filter((job) => isOpen(job) && job.checkedInAt === null)
    .sort((a, b) => a.arrivalAt - b.arrivalAt)
    .map((job) => ({ job, day: localDay(job.arrivalAt, view.timeZone) }));
  const rows = (of: (day: string) => boolean): BookingRow[] =>
    booked.filter(({ day }) => of(day)).map(({ job, day }) => rowOf(view, job, day < today));
  return { today: rows((day) => day <= today), tomorrow: rows((day) => day === tomorrow) };
}

function rowOf(view: ShopView, job: Job, missed: boolean): BookingRow {
  const { bookings, acts } = advisorWords[view.language];
  const person = view.directory.persons[job.customer];
  const minutes = minutesBetween(job.arrivalAt, view.asOf);
  const work = job.operations.filter(({ kind }) => kind === 'work').map(({ name }) => name);
  const overdue = minutes > 0 ? bookings.late(spanText(view, minutes)) : '';
  return {
    job: job.id,
    time: localTime(job.arrivalAt, view.timeZone),
    plate: plateOf(view, job),
    customer: person?.name ?? '',
    phone: person?.phone ?? '',
    work: listText(view, work),
    late: missed ? bookings.missed(momentText(view, job.arrivalAt)) : overdue,
    act: maySend(view.roles, 'CheckIn') ? formAct('CheckIn', acts.checkIn, { job: job.id }) : null,
  };
}
