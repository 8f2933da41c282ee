// forms/ — reception: booking a visit, receiving a walk-in, checking in, booking anew, cancelling, keeping a bay.
import type { Job } from '@zhunshi/shared/domain/state.ts';
import { cancelReasons, loungeLabels, payers, promiseKinds, whereabouts } from '@zhunshi/shared/domain/words.ts';
import { plateOf } from '../desk/shopView.ts';
import type { ShopView } from '../desk/shopView.ts';
import type { Answers } from './answers.ts';
import type { CommandForm, Field, Told } from './commandForm.ts';
import type { FormSubject } from './formSubject.ts';
import {
  bayOptions,
  fieldMoment,
  firstAdvisor,
  formWordsOf,
  hasRole,
  jobOptions,
  optionsOf,
  serviceOptions,
  soon,
  staffOptions,
  workNames,
} from './formChoices.ts';
import { knownCarOf } from './knownCar.ts';
import { offerTold, visitOffers } from './offeredPromise.ts';

/** A visit of a car that is to come, or of one that stands at the door. */
export function visitForm(view: ShopView, type: 'BookJob' | 'ReceiveWalkIn'): CommandForm {
  const say = formWordsOf(view);
  const books = type === 'BookJob';
  const arrival = (entered: Answers): number => (books ? (entered.moment('arrivalAt') ?? soon(view, 60)) : view.asOf);
  const offerFor = visitOffers(view);
  return {
    type,
    heading: view.commands[type],
    fields: (entered) => {
      const known = knownCarOf(view, entered.text('plate'));
      const workTypes = entered.work('operations').flatMap(({ name }) => workTypesOf(view, name));
      return [
        { kind: 'text', name: 'plate', label: say.fields.plate, hint: say.hints.plate, required: true },
        { kind: 'text', name: 'model', label: say.fields.model, initial: known?.model ?? '' },
        { kind: 'text', name: 'name', label: say.fields.name, required: true, initial: known?.name ?? '' },
        { kind: 'text', name: 'phone', label: say.fields.phone, initial: known?.phone ?? '' },
        {
          kind: 'work',
          name: 'operations',
          label: say.fields.work,
          hint: say.hints.minutes,
          initial: [{ name: '', minutes: '' }],
          names: workNames(view),
        },
        ...serviceFields(view),
        ...(books ? [momentField('arrivalAt', say.fields.arrivalAt, fieldMoment(view, soon(view, 60)), true)] : []),
        momentField(
          'promisedAt',
          say.fields.promisedAt,
          fieldMoment(view, offerFor(entered, arrival(entered))?.promisedAt ?? null),
        ),
        {
          kind: 'choice',
          name: 'promiseKind',
          label: say.fields.promiseKind,
          options: optionsOf(promiseKinds, view.words.promiseKinds),
          initial: books ? 'provisional' : 'firm',
        },
        ...(books ? [bayField(view, workTypes)] : []),
        waitsField(view, 'lounge'),
        { kind: 'yesNo', name: 'wash', label: say.fields.wash, initial: true },
        ...(books ? [] : arrivalFields(view, null)),
        { kind: 'number', name: 'mileageKm', label: say.fields.mileageKm, min: 0, max: 3_000_000 },
        { kind: 'text', name: 'vin', label: say.fields.vin, initial: known?.vin ?? '' },
        { kind: 'text', name: 'order', label: say.fields.order, hint: say.hints.order },
        { kind: 'note', name: 'words', label: say.fields.words },
      ];
    },
    told: (answers) => [...knownTold(view, answers), ...offerTold(view, offerFor(answers, arrival(answers)))],
    wish: (answers) => {
      const common = {
        order: answers.optional('order'),
        advisor: answers.text('advisor'),
        serviceType: answers.text('serviceType'),
        payer: answers.oneOf('payer', payers) ?? 'customer',
        mileageKm: answers.number('mileageKm'),
        operations: answers.work('operations'),
        promisedAt: answers.moment('promisedAt'),
        promiseKind: answers.oneOf('promiseKind', promiseKinds) ?? 'provisional',
        waits: answers.oneOf('waits', whereabouts) ?? 'away',
        wash: answers.yes('wash'),
        comebackOf: null,
        personal: personalOf(answers),
      };
      if (type === 'BookJob') {
        return { type, ...common, arrivalAt: answers.moment('arrivalAt') ?? view.asOf, bay: answers.optional('bay') };
      }
      return { type, ...common, ...arrivalOf(answers) };
    },
  };
}

function serviceFields(view: ShopView): Field[] {
  const say = formWordsOf(view);
  const services = serviceOptions(view);
  return [
    {
      kind: 'choice',
      name: 'serviceType',
      label: say.fields.serviceType,
      options: services,
      initial: services[0]?.value ?? '',
    },
    {
      kind: 'choice',
      name: 'payer',
      label: say.fields.payer,
      options: optionsOf(payers, view.words.payers),
      initial: 'customer',
    },
    {
      kind: 'choice',
      name: 'advisor',
      label: say.fields.advisor,
      options: staffOptions(view, hasRole('advisor')),
      initial: firstAdvisor(view),
    },
  ];
}

function personalOf(answers: Answers) {
  const words = answers.text('words');
  return {
    vehicle: { plate: answers.text('plate'), vin: answers.text('vin'), model: answers.text('model') },
    customer: { name: answers.text('name'), phone: answers.text('phone') },
    ...(words === '' ? {} : { words }),
  };
}

function knownTold(view: ShopView, answers: Answers): Told[] {
  const say = formWordsOf(view).told;
  const known = knownCarOf(view, answers.text('plate'));
  if (!known) return [];
  const who = [known.name, known.model].filter(Boolean).join(' ');
  return [
    { mark: 'inOrder', text: say.known(who) },
    ...(known.openJob ? [{ mark: 'tight' as const, text: say.hereAlready }] : []),
  ];
}

function workTypesOf({ shop }: ShopView, name: string): string[] {
  return shop.operations.filter((one) => one.name === name).map(({ workType }) => workType);
}

/** A field of date and time. */
export function momentField(name: string, label: string, initial: string, required = false): Field {
  return { kind: 'dateTime', name, label, initial, required };
}

/** The bay to keep; empty: a fitting one is found. */
function bayField(view: ShopView, workTypes: readonly string[]): Field {
  const say = formWordsOf(view);
  const options = [{ value: '', text: say.hints.autoBay }, ...bayOptions(view, workTypes)];
  return { kind: 'choice', name: 'bay', label: say.fields.bay, options, initial: '' };
}

/** Where the customer is. */
export function waitsField(view: ShopView, initial: string): Field {
  const options = optionsOf(whereabouts, view.words.whereabouts);
  return { kind: 'choice', name: 'waits', label: formWordsOf(view).fields.waits, options, initial };
}

/** What is asked when a car arrives, beside where its customer waits. */
function arrivalFields(view: ShopView, job: Job | null): Field[] {
  const say = formWordsOf(view);
  return [
    {
      kind: 'choice',
      name: 'loungeLabel',
      label: say.fields.loungeLabel,
      options: optionsOf(loungeLabels, view.words.loungeLabels),
      initial: job?.loungeLabel ?? view.shop.rules.lounge.defaultLabel,
    },
    { kind: 'yesNo', name: 'keepsOldParts', label: say.fields.keepsOldParts, initial: job?.keepsOldParts ?? false },
    { kind: 'text', name: 'keyTag', label: say.fields.keyTag, initial: job?.keyTag ?? '' },
  ];
}

function arrivalOf(answers: Answers) {
  return {
    loungeLabel: answers.oneOf('loungeLabel', loungeLabels) ?? 'plate',
    keepsOldParts: answers.yes('keepsOldParts'),
    keyTag: answers.optional('keyTag'),
  };
}

/** The car is here: what the slip needs. */
export function checkInForm(view: ShopView, job: Job): CommandForm {
  const say = formWordsOf(view);
  return {
    type: 'CheckIn',
    heading: view.say.checkIn.heading(plateOf(view, job)),
    fields: () => [
      waitsField(view, job.waits),
      ...arrivalFields(view, job),
      {
        kind: 'number',
        name: 'mileageKm',
        label: say.fields.mileageKm,
        min: 0,
        max: 3_000_000,
        initial: job.mileageKm === null ? '' : String(job.mileageKm),
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
