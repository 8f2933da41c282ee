// forms/ — the end of a visit: handing over, late with its cause; a call that nobody answered; what is judged and asked afterwards.
import type { Job } from '@zhunshi/shared/domain/state.ts';
import { lateCauses } from '@zhunshi/shared/domain/words.ts';
import { likelyCause } from '@zhunshi/shared/plan/likelyCause.ts';
import { nameOf, plateOf } from '../desk/shopView.ts';
import type { ShopView } from '../desk/shopView.ts';
import { lateByNow, owedAtHandOver } from '../desk/jobActions.ts';
import { minutesBetween, momentText, spanText } from '../desk/timeText.ts';
import { noteField } from './addedWorkForms.ts';
import type { CommandForm, Told } from './commandForm.ts';
import { formWordsOf, optionsOf } from './formChoices.ts';

/** What is still owed is told before the key is given away. A late car needs its cause; the customer's doing needs a note too [HND-2] [OTR-6]. */
export function handOverForm(view: ShopView, job: Job): CommandForm {
  const say = formWordsOf(view);
  const late = lateByNow(view, job);
  const likely = late === null ? null : likelyCause(view.state, job, view.asOf);
  const first = likely ?? 'workload';
  return {
    type: 'HandOver',
    heading: say.ofWhat(view.commands.HandOver, plateOf(view, job)),
    fields: (entered) =>
      late === null
        ? []
        : [
            {
              kind: 'choice',
              name: 'cause',
              label: say.fields.cause,
              options: optionsOf(lateCauses, view.words.lateCauses),
              initial: first,
            },
            (entered.text('cause') || first) === 'customer'
              ? { ...noteField(view, true), label: say.fields.customersCause, missing: say.problems.customersCause }
              : noteField(view),
          ],
    told: () => [
      ...owedAtHandOver(job).map((owed): Told => ({ mark: 'tight', text: say.told.owed[owed] })),
      ...(late === null
        ? [{ mark: 'inOrder' as const, text: say.told.punctual }]
        : [
            { mark: 'late' as const, text: say.told.lateBy(spanText(view, late)) },
            ...(likely === null
              ? []
              : [{ mark: 'inOrder' as const, text: say.told.likely(view.words.lateCauses[likely]) }]),
            { mark: 'inOrder' as const, text: say.told.customerCause },
          ]),
    ],
    wish: (answers) => {
      const note = answers.text('note');
      const cause = late === null ? {} : { cause: answers.oneOf('cause', lateCauses) ?? first };
      return { type: 'HandOver', job: job.id, ...cause, ...(note === '' ? {} : { personal: { note } }) };
    },
  };
}

export function callForm(view: ShopView, job: Job): CommandForm {
  const say = formWordsOf(view);
  return {
    type: 'CallCustomer',
    heading: say.ofWhat(view.commands.CallCustomer, plateOf(view, job)),
    fields: () => [
      {
        kind: 'choice',
        name: 'reached',
        label: say.fields.reached,
        options: optionsOf(['yes', 'no'], say.reached),
        initial: 'no',
      },
    ],
    wish: (answers) => ({ type: 'CallCustomer', job: job.id, reached: answers.text('reached') === 'yes' }),
  };
}

/** What there is to judge by: what was promised, when and by whom the car was handed over, and what was said of it. */
function latenessFacts(view: ShopView, { handOver, handedOverAt, customer }: Job): Told[] {
  const { facts } = view.say.todo;
  if (!handOver || handedOverAt === null) return [];
  const { promisedAt, note, by } = handOver;
  const who = by === null ? facts.nobody : nameOf(view, by);
  const written = note ? view.directory.persons[customer]?.words[note] : undefined;
  const late = promisedAt === null ? null : facts.late(spanText(view, minutesBetween(promisedAt, handedOverAt)));
  return [
    ...(promisedAt === null ? [] : [{ mark: 'inOrder' as const, text: facts.promised(momentText(view, promisedAt)) }]),
    { mark: 'inOrder', text: facts.handedOver(momentText(view, handedOverAt), who) },
    ...(late === null ? [] : [{ mark: 'late' as const, text: late }]),
    ...(written === undefined ? [] : [{ mark: 'inOrder' as const, text: facts.note(written) }]),
  ];
}

/** A judgement is given, never left as it stood: nothing is chosen before. */
export function judgeForm(view: ShopView, job: Job): CommandForm {
  const say = formWordsOf(view);
  return {
    type: 'JudgeLateness',
    heading: say.ofWhat(view.commands.JudgeLateness, plateOf(view, job)),
    fields: () => [
      {
        kind: 'choice',
        name: 'fault',
        label: say.fields.customersFault,
        options: optionsOf(['yes', 'no'], say.fault),
        initial: '',
        required: true,
      },
    ],
    told: () => latenessFacts(view, job),
    wish: (answers) => ({ type: 'JudgeLateness', job: job.id, customersFault: answers.text('fault') === 'yes' }),
  };
}

const grades = ['1', '2', '3', '4', '5'] as const;

export function followUpForm(view: ShopView, job: Job): CommandForm {
  const say = formWordsOf(view);
  return {
    type: 'RecordFollowUp',
    heading: say.ofWhat(view.commands.RecordFollowUp, plateOf(view, job)),
    fields: () => [
      {
        kind: 'choice',
        name: 'punctual',
        label: say.fields.punctual,
        options: optionsOf(['yes', 'no'], say.punctual),
        initial: 'yes',
      },
      {
        kind: 'choice',
        name: 'satisfaction',
        label: say.fields.satisfaction,
        options: [{ value: '', text: say.satisfaction }, ...grades.map((one) => ({ value: one, text: one }))],
        initial: '',
      },
    ],
    wish: (answers) => ({
      type: 'RecordFollowUp',
      job: job.id,
      punctual: answers.text('punctual') === 'yes',
      satisfaction: answers.number('satisfaction'),
    }),
  };
}
