// forms/ — writing up a visit: a booking, or a car that stands at the door. The plate comes first; a car that is known fills the rest in.
import { payers, promiseKinds, whereabouts } from '@zhunshi/shared/domain/words.ts';
import type { StaffMember } from '@zhunshi/shared/domain/state.ts';
import type { Instant } from '@zhunshi/shared/domain/words.ts';
import type { ShopView } from '../desk/shopView.ts';
import { momentText } from '../desk/timeText.ts';
import type { Answers } from './answers.ts';
import type { CommandForm, Field, Told } from './commandForm.ts';
import {
  fieldMoment,
  firstAdvisor,
  formWordsOf,
  hasRole,
  optionsOf,
  serviceOptions,
  soon,
  staffOptions,
  workChoices,
} from './formChoices.ts';
import { knownCarOf } from './knownCar.ts';
import type { KnownCar } from './knownCar.ts';
import { offerTold, visitOffers } from './offeredPromise.ts';
import { personalProblems } from './personalProblems.ts';
import { arrivalFields, arrivalOf, bayField, momentField, onArrival, waitsField } from './visitFields.ts';

/** A visit of a car that is to come, or of one that stands at the door; its plate may be known before the form opens. */
export function visitForm(view: ShopView, type: 'BookJob' | 'ReceiveWalkIn', plate: string | null = null): CommandForm {
  const say = formWordsOf(view);
  const books = type === 'BookJob';
  const arrival = (entered: Answers): number => (books ? (entered.moment('arrivalAt') ?? soon(view, 60)) : view.asOf);
  const offerFor = visitOffers(view);
  const plateOf = (answers: Answers): string => (answers.touched('plate') ? answers.text('plate') : (plate ?? ''));
  return {
    type,
    heading: view.commands[type],
    goesOn: true,
    fields: (entered) => {
      const known = knownCarOf(view, plateOf(entered));
      const workTypes = entered.work('operations').flatMap(({ name }) => workTypesOf(view, name));
      const offered = offerFor(entered, arrival(entered))?.promisedAt ?? null;
      const begins = plate === null ? 'plate' : known ? 'operations' : 'name';
      const own = hasRole('advisor')(view.state.staff[view.me] ?? nobody);
      const all: Field[] = [
        {
          kind: 'text',
          name: 'plate',
          label: say.fields.plate,
          hint: say.hints.plate,
          initial: plate ?? '',
          required: true,
        },
        { kind: 'text', name: 'name', label: say.fields.name, required: true, initial: known?.name ?? '' },
        { kind: 'text', name: 'phone', label: say.fields.phone, initial: known?.phone ?? '' },
        { kind: 'text', name: 'model', label: say.fields.model, initial: known?.model ?? '' },
        serviceField(view),
        mileageField(view, known, books),
        {
          kind: 'work',
          name: 'operations',
          label: say.fields.work,
          hint: say.hints.minutes,
          initial: [{ name: '', minutes: '' }],
          ...workChoices(view, entered.text('serviceType') || (serviceOptions(view)[0]?.value ?? null)),
          required: true,
        },
        ...(books ? [momentField('arrivalAt', say.fields.arrivalAt, fieldMoment(view, soon(view, 60)), true)] : []),
        { ...momentField('promisedAt', say.fields.promisedAt, fieldMoment(view, offered)), hint: say.hints.offered },
        promiseKindField(view, entered.touched('promisedAt') ? entered.moment('promisedAt') : offered),
        waitsField(view, 'lounge', onArrival),
        { kind: 'yesNo', name: 'wash', label: say.fields.wash, initial: true },
        { kind: 'note', name: 'words', label: say.fields.words },
        { ...advisorField(view, known), more: own },
        payerField(view),
        ...(books ? [{ ...bayField(view, workTypes), more: true }] : []),
        ...(books ? [] : arrivalFields(view, null).map((field) => ({ ...field, more: true }))),
        { kind: 'text', name: 'vin', label: say.fields.vin, initial: known?.vin ?? '', more: true },
        { kind: 'text', name: 'order', label: say.fields.order, hint: say.hints.order, more: true },
      ];
      return all.map((field) => (field.name === begins ? { ...field, first: true } : field));
    },
    problems: (answers) => personalProblems(answers, say),
    told: (answers) => [...knownTold(view, plateOf(answers)), ...offerTold(view, offerFor(answers, arrival(answers)))],
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

const nobody: Pick<StaffMember, 'roles'> = { roles: [] };

function serviceField(view: ShopView): Field {
  const options = serviceOptions(view);
  const initial = options[0]?.value ?? '';
  return { kind: 'choice', name: 'serviceType', label: formWordsOf(view).fields.serviceType, options, initial };
}

/** What was read the last time is said, not filled in: it is read again today. */
function mileageField(view: ShopView, known: KnownCar | null, books: boolean): Field {
  const say = formWordsOf(view);
  const last = known?.mileageKm ?? null;
  return {
    kind: 'number',
    name: 'mileageKm',
    label: say.fields.mileageKm,
    min: 0,
    max: 3_000_000,
    more: books,
    ...(last === null ? {} : { hint: say.hints.lastMileage(last) }),
  };
}

/** One press takes the time that is shown; only a person makes a promise firm, and the time that they saw then stays [OFR-4]. */
function promiseKindField(view: ShopView, shown: Instant | null): Field {
  const time = shown === null ? '' : momentText(view, shown);
  return {
    kind: 'choice',
    name: 'promiseKind',
    label: formWordsOf(view).fields.promiseKind,
    options: optionsOf(promiseKinds, view.words.promiseKinds).map(({ value, text }) => ({
      value,
      text: `${text} ${time}`.trim(),
    })),
    initial: 'provisional',
    keeps: 'promisedAt',
  };
}

function payerField(view: ShopView): Field {
  const options = optionsOf(payers, view.words.payers);
  return {
    kind: 'choice',
    name: 'payer',
    label: formWordsOf(view).fields.payer,
    options,
    initial: 'customer',
    more: true,
  };
}

/** The person who writes it up, where they are one; else who had the car the last time. */
function advisorField(view: ShopView, known: KnownCar | null): Field {
  const options = staffOptions(view, hasRole('advisor'));
  const mine = options.some(({ value }) => value === view.me);
  const before = options.find(({ value }) => value === known?.advisor)?.value;
  const initial = mine ? view.me : (before ?? firstAdvisor(view));
  return { kind: 'choice', name: 'advisor', label: formWordsOf(view).fields.advisor, options, initial };
}

function personalOf(answers: Answers) {
  const words = answers.text('words');
  return {
    vehicle: { plate: answers.text('plate'), vin: answers.text('vin'), model: answers.text('model') },
    customer: { name: answers.text('name'), phone: answers.text('phone') },
    ...(words === '' ? {} : { words }),
  };
}

function knownTold(view: ShopView, plate: string): Told[] {
  const say = formWordsOf(view).told;
  const known = knownCarOf(view, plate);
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
