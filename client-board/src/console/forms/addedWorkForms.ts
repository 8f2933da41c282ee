// forms/ — additional work: found, priced, answered by the customer.
import type { Job, Proposal } from '@zhunshi/shared/domain/state.ts';
import { answerWays } from '@zhunshi/shared/domain/words.ts';
import { listText, plateOf } from '../desk/shopView.ts';
import type { ShopView } from '../desk/shopView.ts';
import type { Answers } from './answers.ts';
import type { CommandForm, Field } from './commandForm.ts';
import { consequenceTold, freesBayAdvised } from './consequenceTold.ts';
import { fieldMoment, formWordsOf, operationOptions, optionsOf, workChoices } from './formChoices.ts';
import { promiseToAgree } from './offeredPromise.ts';
import { momentField } from './visitFields.ts';

/** A note is personal: it goes beside the command, and not at all where nothing is written. */
export function noteOf(answers: Answers) {
  const note = answers.text('note');
  return note === '' ? { note: null } : { personal: { note } };
}

export function noteField(view: ShopView, required = false): Field {
  return { kind: 'note', name: 'note', label: formWordsOf(view).fields.note, required };
}

export function proposeForm(view: ShopView, job: Job): CommandForm {
  const say = formWordsOf(view);
  const begun = operationOptions(
    view,
    job,
    ({ kind, status }) => kind === 'work' && (status === 'running' || status === 'dispatched' || status === 'held'),
  );
  const running = job.operations.find(({ kind, status }) => kind === 'work' && status === 'running');
  return {
    type: 'ProposeWork',
    heading: say.ofWhat(view.commands.ProposeWork, plateOf(view, job)),
    fields: () => [
      {
        kind: 'work',
        name: 'operations',
        label: say.fields.work,
        hint: say.hints.minutes,
        initial: [{ name: '', minutes: '' }],
        ...workChoices(view, job.orders[0]?.serviceType ?? null),
        required: true,
      },
      {
        kind: 'choice',
        name: 'foundIn',
        label: say.fields.foundIn,
        options: [...begun, { value: '', text: say.none }],
        initial: running?.id ?? begun[0]?.value ?? '',
      },
      { kind: 'yesNo', name: 'freesBay', label: say.fields.freesBay, initial: freesBayAdvised(view, job) },
      noteField(view),
    ],
    wish: (answers) => ({
      type: 'ProposeWork',
      job: job.id,
      foundIn: answers.optional('foundIn'),
      operations: answers.work('operations'),
      freesBay: answers.yes('freesBay'),
      ...noteOf(answers),
    }),
  };
}

export function quoteForm(view: ShopView, job: Job, proposal: Proposal): CommandForm {
  const say = formWordsOf(view);
  const minutes = proposal.quote?.minutes ?? proposal.operations.reduce((sum, one) => sum + one.minutes, 0);
  const price = proposal.quote ? String(proposal.quote.priceCents / 100) : '';
  const offered = promiseToAgree(view, job, proposal);
  return {
    type: 'QuoteWork',
    heading: headingOf(view, job, proposal, 'QuoteWork'),
    fields: () => [
      {
        kind: 'number',
        name: 'price',
        label: say.fields.price,
        min: 0,
        max: 10_000_000,
        step: 0.01,
        initial: price,
        required: true,
        first: true,
      },
      { kind: 'number', name: 'minutes', label: say.fields.minutes, min: 1, max: 6000, initial: String(minutes) },
      { ...momentField('promisedAt', say.fields.newPromise, fieldMoment(view, offered)), hint: say.hints.keepsPromise },
    ],
    told: (answers) => consequenceTold(view, job, proposal, answers.moment('promisedAt')),
    wish: (answers) => ({
      type: 'QuoteWork',
      job: job.id,
      proposal: proposal.id,
      priceCents: Math.round((answers.number('price') ?? 0) * 100),
      minutes: answers.minutes('minutes', minutes),
      promisedAt: answers.moment('promisedAt'),
    }),
  };
}

/** The customer's answer, yes or no. */
export function answerForm(
  view: ShopView,
  job: Job,
  proposal: Proposal,
  type: 'ApproveWork' | 'DeclineWork',
): CommandForm {
  const say = formWordsOf(view);
  const offered = promiseToAgree(view, job, proposal);
  return {
    type,
    heading: headingOf(view, job, proposal, type),
    fields: () => [
      {
        kind: 'choice',
        name: 'how',
        label: say.fields.how,
        options: optionsOf(answerWays, view.words.answerWays),
        initial: 'phone',
      },
      ...(type === 'ApproveWork'
        ? [
            {
              ...momentField('promisedAt', say.fields.newPromise, fieldMoment(view, offered)),
              hint: say.hints.keepsPromise,
            },
          ]
        : []),
      noteField(view),
    ],
    // Who declines is told what a yes would have meant: with the promise that would have gone with it.
    told: (answers) =>
      consequenceTold(view, job, proposal, type === 'ApproveWork' ? answers.moment('promisedAt') : offered),
    wish: (answers) => {
      const how = answers.oneOf('how', answerWays) ?? 'phone';
      const common = { job: job.id, proposal: proposal.id, how, ...noteOf(answers) };
      return type === 'ApproveWork'
        ? { type, ...common, promisedAt: answers.moment('promisedAt') }
        : { type, ...common };
    },
  };
}

function headingOf(view: ShopView, job: Job, { operations }: Proposal, type: CommandForm['type']): string {
  const what = listText(
    view,
    operations.map(({ name }) => name),
  );
  return formWordsOf(view).ofWhat(view.commands[type], `${plateOf(view, job)} ${what}`);
}
