// forms/ — reception: checking in, booking anew, cancelling, keeping a bay.
import type { Job } from '@zhunshi/shared/domain/state.ts';
import { cancelReasons, whereabouts } from '@zhunshi/shared/domain/words.ts';
import { plateOf } from '../desk/shopView.ts';
import type { ShopView } from '../desk/shopView.ts';
import type { CommandForm } from './commandForm.ts';
import {
  bayOptions,
  fieldMoment,
  formWordsOf,
  hasRole,
  jobOptions,
  optionsOf,
  soon,
  staffOptions,
} from './formChoices.ts';
import type { FormSubject } from './formSubject.ts';
import { arrivalFields, arrivalOf, bayField, momentField, onArrival, waitsField } from './visitFields.ts';

/** The car is here: what the slip needs. */
export function checkInForm(view: ShopView, job: Job): CommandForm {
  const say = formWordsOf(view);
  return {
    type: 'CheckIn',
    heading: view.say.checkIn.heading(plateOf(view, job)),
    fields: () => [
      waitsField(view, job.waits, onArrival),
      ...arrivalFields(view, job),
      {
        kind: 'number',
        name: 'mileageKm',
        label: say.fields.mileageKm,
        min: 0,
        max: 3_000_000,
        initial: job.mileageKm === null ? '' : String(job.mileageKm),
        first: true,
      },
      {
        kind: 'choice',
        name: 'advisor',
        label: say.fields.advisor,
        options: staffOptions(view, hasRole('advisor')),
        initial: job.advisor,
      },
      {
        kind: 'yesNo',
        name: 'wash',
        label: say.fields.wash,
        initial: job.operations.some(({ kind }) => kind === 'wash'),
      },
    ],
    wish: (answers) => {
      const mileageKm = answers.number('mileageKm');
      return {
        type: 'CheckIn',
        job: job.id,
        ...(mileageKm === null ? {} : { mileageKm }),
        advisor: answers.text('advisor'),
        waits: answers.oneOf('waits', whereabouts) ?? job.waits,
        wash: answers.yes('wash'),
        ...arrivalOf(answers),
      };
    },
  };
}

/** Another time for a visit that has not begun; a booking that was cancelled lives again. */
export function rebookForm(view: ShopView, job: Job): CommandForm {
  const say = formWordsOf(view);
  const begins = job.arrivalAt > view.asOf ? job.arrivalAt : soon(view, 60);
  const promised = job.promises.at(-1)?.promisedAt ?? null;
  const later = promised === null ? null : promised + Math.max(0, begins - job.arrivalAt);
  const workTypes = job.operations.filter(({ kind }) => kind === 'work').map(({ workType }) => workType);
  return {
    type: 'Rebook',
    heading: say.ofWhat(view.commands.Rebook, plateOf(view, job)),
    fields: () => [
      momentField('arrivalAt', say.fields.arrivalAt, fieldMoment(view, begins), true),
      momentField('promisedAt', say.fields.promisedAt, fieldMoment(view, later)),
      bayField(view, workTypes),
    ],
    wish: (answers) => ({
      type: 'Rebook',
      job: job.id,
      arrivalAt: answers.moment('arrivalAt') ?? begins,
      promisedAt: answers.moment('promisedAt'),
      bay: answers.optional('bay'),
    }),
  };
}

export function cancelForm(view: ShopView, job: Job): CommandForm {
  const say = formWordsOf(view);
  return {
    type: 'CancelJob',
    heading: say.ofWhat(view.commands.CancelJob, plateOf(view, job)),
    fields: () => [
      {
        kind: 'choice',
        name: 'reason',
        label: say.fields.reason,
        options: optionsOf(cancelReasons, view.words.cancelReasons),
        initial: 'customerWish',
      },
    ],
    wish: (answers) => ({
      type: 'CancelJob',
      job: job.id,
      reason: answers.oneOf('reason', cancelReasons) ?? 'customerWish',
    }),
  };
}

/** A bay is kept: from a car (the bay is asked for) or from a bay (the car is). */
export function reserveForm(view: ShopView, subject: FormSubject): CommandForm {
  const say = formWordsOf(view);
  const job = subject.job === null ? undefined : view.state.jobs[subject.job];
  const from = Math.max(job?.arrivalAt ?? 0, soon(view, 0));
  const cars = jobOptions(view, ({ checkedInAt }) => checkedInAt === null);
  const workTypes = job?.operations.filter(({ kind }) => kind === 'work').map(({ workType }) => workType) ?? [];
  const bays = bayOptions(view, workTypes);
  const about = job ? plateOf(view, job) : (subject.bay ?? '');
  return {
    type: 'ReserveBay',
    heading: say.ofWhat(view.commands.ReserveBay, about),
    fields: () => [
      ...(job
        ? []
        : [
            {
              kind: 'choice' as const,
              name: 'job',
              label: say.fields.plate,
              options: cars,
              initial: cars[0]?.value ?? '',
              required: true,
            },
          ]),
      {
        kind: 'choice',
        name: 'bay',
        label: say.fields.bay,
        options: bays,
        initial: subject.bay ?? job?.reservation?.bay ?? bays[0]?.value ?? '',
      },
      momentField('from', say.fields.from, fieldMoment(view, from), true),
      momentField('to', say.fields.to, fieldMoment(view, from + 3_600_000), true),
    ],
    wish: (answers) => ({
      type: 'ReserveBay',
      job: job?.id ?? answers.text('job'),
      bay: answers.text('bay'),
      from: answers.moment('from') ?? from,
      to: answers.moment('to') ?? from + 3_600_000,
    }),
  };
}
