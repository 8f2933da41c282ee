// forms/ — writing up a visit: a booking, or a car that stands at the door. The plate comes first; a car that is known fills the rest in.
import { payers, promiseKinds, whereabouts } from '@zhunshi/shared/domain/words.ts';
import type { ShopView } from '../desk/shopView.ts';
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
  workNames,
} from './formChoices.ts';
import { knownCarOf } from './knownCar.ts';
import { offerTold, visitOffers } from './offeredPromise.ts';
import { personalProblems } from './personalProblems.ts';
import { arrivalFields, arrivalOf, bayField, momentField, waitsField } from './visitFields.ts';

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
          required: true,
        },
        ...serviceFields(view),
        ...(books ? [momentField('arrivalAt', say.fields.arrivalAt, fieldMoment(view, soon(view, 60)), true)] : []),
        {
          ...momentField(
            'promisedAt',
            say.fields.promisedAt,
            fieldMoment(view, offerFor(entered, arrival(entered))?.promisedAt ?? null),
          ),
          hint: say.hints.offered,
        },
        {
          kind: 'choice',
          name: 'promiseKind',
          label: say.fields.promiseKind,
          options: optionsOf(promiseKinds, view.words.promiseKinds),
          // Only a person makes a promise firm; the time that they saw then stays [OFR-4].
          initial: 'provisional',
          keeps: 'promisedAt',
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
    problems: (answers) => personalProblems(answers, say),
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
