// forms/ — putting right what was typed, and orders that part or join.
import type { Job } from '@zhunshi/shared/domain/state.ts';
import { loungeLabels, payers, whereabouts } from '@zhunshi/shared/domain/words.ts';
import { operationName } from '@zhunshi/shared/i18n/words.ts';
import { plateOf } from '../desk/shopView.ts';
import type { ShopView } from '../desk/shopView.ts';
import { momentText } from '../desk/timeText.ts';
import type { Answers } from './answers.ts';
import type { Bare, CommandForm, Field } from './commandForm.ts';
import {
  fieldMoment,
  formWordsOf,
  hasRole,
  optionsOf,
  serviceOptions,
  soon,
  staffOptions,
  workChoices,
} from './formChoices.ts';
import { ordersToSplit, visitsToMerge } from './ordersApart.ts';
import { personalProblems } from './personalProblems.ts';
import { momentField, waitsField } from './visitFields.ts';

/** Everything that was typed of a job; what differs is sent. */
export function correctForm(view: ShopView, job: Job): CommandForm {
  const say = formWordsOf(view);
  const vehicle = view.directory.vehicles[job.vehicle];
  const customer = view.directory.persons[job.customer];
  const order = job.orders[0];
  const text = (name: string, label: string, initial: string, required = false): Field => ({
    kind: 'text',
    name,
    label,
    initial,
    required,
  });
  return {
    type: 'CorrectJob',
    heading: say.ofWhat(view.commands.CorrectJob, plateOf(view, job)),
    fields: () => [
      { ...text('plate', say.fields.plate, vehicle?.plate ?? '', true), hint: say.hints.plate },
      text('model', say.fields.model, vehicle?.model ?? ''),
      text('name', say.fields.name, customer?.name ?? ''),
      text('phone', say.fields.phone, customer?.phone ?? ''),
      {
        kind: 'choice',
        name: 'serviceType',
        label: say.fields.serviceType,
        options: serviceOptions(view),
        initial: order?.serviceType ?? '',
      },
      {
        kind: 'choice',
        name: 'payer',
        label: say.fields.payer,
        options: optionsOf(payers, view.words.payers),
        initial: order?.payer ?? 'customer',
      },
      {
        kind: 'choice',
        name: 'advisor',
        label: say.fields.advisor,
        options: staffOptions(view, hasRole('advisor')),
        initial: job.advisor,
      },
      {
        kind: 'number',
        name: 'mileageKm',
        label: say.fields.mileageKm,
        min: 0,
        max: 3_000_000,
        initial: job.mileageKm === null ? '' : String(job.mileageKm),
      },
      waitsField(view, job.waits),
      {
        kind: 'choice',
        name: 'loungeLabel',
        label: say.fields.loungeLabel,
        options: optionsOf(loungeLabels, view.words.loungeLabels),
        initial: job.loungeLabel,
      },
      text('keyTag', say.fields.keyTag, job.keyTag ?? ''),
      text('vin', say.fields.vin, vehicle?.vin ?? ''),
      { kind: 'yesNo', name: 'keepsOldParts', label: say.fields.keepsOldParts, initial: job.keepsOldParts },
      { kind: 'yesNo', name: 'wash', label: say.fields.wash, initial: hasWash(job) },
    ],
    problems: (answers) =>
      personalProblems(answers, say, { plate: vehicle?.plate ?? '', phone: customer?.phone ?? '' }),
    wish: (answers) => ({ type: 'CorrectJob', job: job.id, ...corrected(view, job, answers) }),
  };
}

function hasWash({ operations }: Job): boolean {
  return operations.some(({ kind }) => kind === 'wash');
}

/** What differs from what is there, personal data apart from the rest. */
function corrected(view: ShopView, job: Job, answers: Answers) {
  const changed: Partial<Bare<'CorrectJob'>> = {};
  const [advisor, serviceType] = [answers.text('advisor'), answers.text('serviceType')];
  const payer = answers.oneOf('payer', payers);
  const waits = answers.oneOf('waits', whereabouts);
  const loungeLabel = answers.oneOf('loungeLabel', loungeLabels);
  const mileageKm = answers.number('mileageKm');
  const keyTag = answers.optional('keyTag');
  if (advisor !== job.advisor) changed.advisor = advisor;
  if (serviceType !== job.orders[0]?.serviceType) changed.serviceType = serviceType;
  if (payer !== null && payer !== job.orders[0]?.payer) changed.payer = payer;
  if (waits !== null && waits !== job.waits) changed.waits = waits;
  if (loungeLabel !== null && loungeLabel !== job.loungeLabel) changed.loungeLabel = loungeLabel;
  if (mileageKm !== null && mileageKm !== job.mileageKm) changed.mileageKm = mileageKm;
  if (keyTag !== job.keyTag) changed.keyTag = keyTag;
  if (answers.yes('keepsOldParts') !== job.keepsOldParts) changed.keepsOldParts = answers.yes('keepsOldParts');
  if (answers.yes('wash') !== hasWash(job)) changed.wash = answers.yes('wash');
  const { vehicle, customer } = correctedPersonal(view, job, answers);
  const personal = { ...(vehicle ? { vehicle } : {}), ...(customer ? { customer } : {}) };
  return vehicle || customer ? { ...changed, personal } : changed;
}

function correctedPersonal({ directory }: ShopView, job: Job, answers: Answers) {
  const was = directory.vehicles[job.vehicle];
  const vehicle = { plate: answers.text('plate'), vin: answers.text('vin'), model: answers.text('model') };
  const sameCar = vehicle.plate === was?.plate && vehicle.vin === was.vin && vehicle.model === was.model;
  const whose = directory.persons[job.customer];
  const customer = { name: answers.text('name'), phone: answers.text('phone') };
  const samePerson = customer.name === (whose?.name ?? '') && customer.phone === (whose?.phone ?? '');
  return { vehicle: sameCar ? null : vehicle, customer: samePerson || customer.name === '' ? null : customer };
}

export function whereaboutsForm(view: ShopView, job: Job): CommandForm {
  return {
    type: 'SetWhereabouts',
    heading: formWordsOf(view).ofWhat(view.commands.SetWhereabouts, plateOf(view, job)),
    fields: () => [waitsField(view, job.waits)],
    wish: (answers) => ({
      type: 'SetWhereabouts',
      job: job.id,
      waits: answers.oneOf('waits', whereabouts) ?? job.waits,
    }),
  };
}

/** The work wanted is another: added, dropped before it began, other minutes. */
export function amendForm(view: ShopView, job: Job): CommandForm {
  const say = formWordsOf(view);
  const open = job.operations.filter(({ kind, status }) => kind === 'work' && status !== 'done');
  const planned = open.filter(({ status }) => status === 'planned');
  const orders = job.orders.map(({ number }) => ({ value: number, text: number }));
  const options = planned.map((one) => ({ value: one.id, text: operationName(one, view.language) }));
  return {
    type: 'AmendWork',
    heading: say.ofWhat(view.commands.AmendWork, plateOf(view, job)),
    fields: () => [
      { kind: 'choice', name: 'order', label: say.fields.order, options: orders, initial: orders[0]?.value ?? '' },
      {
        kind: 'work',
        name: 'add',
        label: say.fields.add,
        hint: say.hints.minutes,
        initial: [{ name: '', minutes: '' }],
        ...workChoices(view, job.orders[0]?.serviceType ?? null),
      },
      ...(planned.length > 0
        ? [{ kind: 'many' as const, name: 'drop', label: say.fields.drop, options, initial: [] }]
        : []),
      ...open.map((one): Field => ({
        kind: 'number',
        name: `minutes-${one.id}`,
        label: say.fields.minutesOf(operationName(one, view.language)),
        min: 1,
        max: 6000,
        initial: String(one.minutes),
      })),
    ],
    wish: (answers) => ({
      type: 'AmendWork',
      job: job.id,
      order: answers.text('order'),
      add: answers.work('add'),
      drop: answers.list('drop'),
      minutes: open
        .map((one) => ({ operation: one.id, minutes: answers.minutes(`minutes-${one.id}`, one.minutes) }))
        .filter(({ operation, minutes }) => open.find(({ id }) => id === operation)?.minutes !== minutes)
        .filter(({ operation }) => !answers.list('drop').includes(operation)),
    }),
  };
}

export function splitForm(view: ShopView, job: Job): CommandForm {
  const say = formWordsOf(view);
  const options = ordersToSplit(job).map((number) => ({ value: number, text: number }));
  return {
    type: 'SplitOrder',
    heading: say.ofWhat(view.commands.SplitOrder, plateOf(view, job)),
    fields: () => [
      { kind: 'choice', name: 'order', label: say.fields.order, options, initial: options[0]?.value ?? '' },
      momentField('arrivalAt', say.fields.arrivalAt, fieldMoment(view, soon(view, 60)), true),
      momentField('promisedAt', say.fields.promisedAt, ''),
    ],
    wish: (answers) => ({
      type: 'SplitOrder',
      job: job.id,
      order: answers.text('order'),
      arrivalAt: answers.moment('arrivalAt') ?? soon(view, 60),
      promisedAt: answers.moment('promisedAt'),
    }),
  };
}

/** Two visits of the same car become one: the one that has not come joins the other, wherever it is asked for [ORD-5]. */
export function mergeForm(view: ShopView, job: Job): CommandForm {
  const say = formWordsOf(view);
  const visits = visitsToMerge(view, job);
  const options = visits.map(({ other }) => ({
    value: other.id,
    text: say.visit(other.orders[0]?.number ?? other.id, momentText(view, other.checkedInAt ?? other.arrivalAt)),
  }));
  return {
    type: 'MergeJobs',
    heading: say.ofWhat(view.commands.MergeJobs, plateOf(view, job)),
    fields: () => [
      {
        kind: 'choice',
        name: 'into',
        label: say.fields.into,
        hint: say.hints.merges,
        options,
        initial: options[0]?.value ?? '',
        required: true,
      },
    ],
    wish: (answers) => {
      const chosen = visits.find(({ other }) => other.id === answers.text('into'));
      return { type: 'MergeJobs', job: chosen?.job ?? job.id, into: chosen?.into ?? answers.text('into') };
    },
  };
}

/** The visit that the car comes back from: one of those at hand, or by its number. */
export function comebackForm(view: ShopView, job: Job): CommandForm {
  const say = formWordsOf(view);
  const before = Object.values(view.state.jobs)
    .filter((other) => other.id !== job.id && other.vehicle === job.vehicle && other.handedOverAt !== null)
    .map((other) => ({ value: other.id, text: `${other.id} ${momentText(view, other.handedOverAt ?? 0)}` }));
  return {
    type: 'LinkComeback',
    heading: say.ofWhat(view.commands.LinkComeback, plateOf(view, job)),
    fields: () => [
      before.length > 0
        ? { kind: 'choice', name: 'of', label: say.fields.of, options: before, initial: before[0]?.value ?? '' }
        : { kind: 'text', name: 'of', label: `${say.fields.of} (${say.fields.order})`, required: true },
    ],
    wish: (answers) => ({ type: 'LinkComeback', job: job.id, of: answers.text('of') }),
  };
}
