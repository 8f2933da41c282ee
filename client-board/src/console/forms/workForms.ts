// forms/ — work under way: other hands or another bay, a hold that changes, a car that is moved.
import type { Job, Operation } from '@zhunshi/shared/domain/state.ts';
import { operationName } from '@zhunshi/shared/i18n/words.ts';
import { plateOf } from '../desk/shopView.ts';
import type { ShopView } from '../desk/shopView.ts';
import type { Answers } from './answers.ts';
import type { Bare, CommandForm, Field } from './commandForm.ts';
import { bayOptions, fieldMoment, formWordsOf, staffOptions } from './formChoices.ts';
import { momentField } from './visitFields.ts';

/** Other people or another bay for work that runs or is held. */
export function reassignForm(view: ShopView, job: Job, operation: Operation): CommandForm {
  const say = formWordsOf(view);
  const bays = [{ value: '', text: say.hints.noBay }, ...bayOptions(view, [operation.workType])];
  const people = staffOptions(
    view,
    ({ id, present, workTypes }) => operation.crew.includes(id) || (present && workTypes.includes(operation.workType)),
  );
  return {
    type: 'Reassign',
    heading: say.ofWhat(view.commands.Reassign, `${plateOf(view, job)} ${operationName(operation, view.language)}`),
    fields: () => [
      { kind: 'choice', name: 'bay', label: say.fields.bay, options: bays, initial: operation.bay ?? '' },
      { kind: 'many', name: 'crew', label: say.fields.crew, options: people, initial: operation.crew },
    ],
    overrules: { code: 'bayReserved', text: say.despiteReservation },
    wish: (answers) => ({
      type: 'Reassign',
      job: job.id,
      operation: operation.id,
      bay: answers.optional('bay'),
      crew: answers.list('crew'),
      ...(answers.yes('despite') ? { despiteReservation: true } : {}),
    }),
  };
}

export function reviseHoldForm(view: ShopView, job: Job, operation: Operation): CommandForm {
  const say = formWordsOf(view);
  return {
    type: 'ReviseHold',
    heading: say.ofWhat(view.commands.ReviseHold, `${plateOf(view, job)} ${operationName(operation, view.language)}`),
    fields: () => [
      {
        ...momentField('expectedAt', say.fields.expectedAt, fieldMoment(view, operation.hold?.expectedAt ?? null)),
        hint: say.optional,
      },
      { kind: 'yesNo', name: 'freesBay', label: say.fields.freesBay, initial: operation.hold?.freesBay ?? false },
    ],
    wish: (answers) => ({
      type: 'ReviseHold',
      job: job.id,
      operation: operation.id,
      expectedAt: answers.moment('expectedAt'),
      freesBay: answers.yes('freesBay'),
    }),
  };
}

const toBay = 'bay ';

/** Where the car goes: parking, a bay, the road, a subcontractor. */
export function moveForm(view: ShopView, job: Job): CommandForm {
  const say = formWordsOf(view);
  const { places } = view.words;
  const bay = job.location.kind === 'bay' ? job.location.bay : null;
  const options = [
    { value: 'parking', text: places.parking },
    ...(bay === null ? [] : [{ value: 'road keeping', text: say.hints.keepsBay(bay) }]),
    { value: 'road', text: bay === null ? places.road : say.hints.leavesBay },
    { value: 'sublet', text: places.sublet },
    ...bayOptions(view).map(({ value, text }) => ({ value: `${toBay}${value}`, text })),
  ].filter(({ value }) => value !== job.location.kind && value !== `${toBay}${bay ?? ''}`);
  const first = options[0]?.value ?? 'parking';
  const expected: Field = { ...momentField('expectedAt', say.fields.expectedAt, ''), hint: say.optional };
  return {
    type: 'MoveCar',
    heading: say.ofWhat(view.commands.MoveCar, plateOf(view, job)),
    fields: (entered) => [
      { kind: 'choice', name: 'to', label: say.fields.place, options, initial: first },
      ...((entered.text('to') || first) === 'sublet' ? [expected] : []),
    ],
    wish: (answers) => ({ type: 'MoveCar', job: job.id, to: placeOf(answers) }),
  };
}

function placeOf(answers: Answers): Bare<'MoveCar'>['to'] {
  const to = answers.text('to');
  if (to.startsWith(toBay)) return { kind: 'bay', bay: to.slice(toBay.length) };
  if (to === 'sublet') return { kind: 'sublet', expectedAt: answers.moment('expectedAt') };
  if (to === 'road' || to === 'road keeping') return { kind: 'road', keepsBay: to === 'road keeping' };
  return { kind: 'parking' };
}
