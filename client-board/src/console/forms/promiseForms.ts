// forms/ — the promise: given, made firm, moved with its reason.
import { promiseOf } from '@zhunshi/shared/domain/job.ts';
import type { Job } from '@zhunshi/shared/domain/state.ts';
import { answerWays, lateCauses, promiseKinds } from '@zhunshi/shared/domain/words.ts';
import { plateOf } from '../desk/shopView.ts';
import type { ShopView } from '../desk/shopView.ts';
import { momentText } from '../desk/timeText.ts';
import type { CommandForm, Field, Told } from './commandForm.ts';
import { fieldMoment, formWordsOf, optionsOf, soon } from './formChoices.ts';
import { offeredForJob } from './offeredPromise.ts';
import { momentField } from './visitFields.ts';

const revisions = ['additionalWork', 'customerWish', 'shop'] as const;

/** A first promise asks for nothing but the time; a firm one that moves asks why, and offers no answer to that [PRM-8]. */
export function promiseForm(view: ShopView, job: Job): CommandForm {
  const say = formWordsOf(view);
  const now = promiseOf(job);
  const revises = now?.kind === 'firm';
  const causes = optionsOf(lateCauses, view.words.lateCauses);
  const open = { value: '', text: '—' };
  const cause: Field = {
    kind: 'choice',
    name: 'cause',
    label: say.fields.cause,
    options: [open, ...causes],
    initial: '',
    required: true,
  };
  // Where a firm promise moves, a wrong word flatters the rate: nothing is chosen beforehand, not even that nobody answered.
  const ways = [{ value: revises ? 'none' : '', text: say.none }, ...optionsOf(answerWays, view.words.answerWays)];
  const initial = offeredForJob(view, job) ?? now?.promisedAt ?? soon(view, 120);
  return {
    type: 'MakePromise',
    heading: say.ofWhat(view.commands.MakePromise, plateOf(view, job)),
    fields: (entered) => [
      momentField('promisedAt', say.fields.promisedAt, fieldMoment(view, initial), true),
      {
        kind: 'choice',
        name: 'kind',
        label: say.fields.promiseKind,
        options: optionsOf(promiseKinds, view.words.promiseKinds),
        initial: job.checkedInAt === null && !revises ? 'provisional' : 'firm',
      },
      ...(revises
        ? [
            {
              kind: 'choice' as const,
              name: 'reason',
              label: say.fields.reason,
              options: optionsOf(revisions, view.words.promiseReasons),
              initial: '',
              required: true,
            },
          ]
        : []),
      ...(entered.text('reason') === 'shop' ? [cause] : []),
      { kind: 'choice', name: 'confirmed', label: say.fields.how, options: ways, initial: '', required: revises },
    ],
    told: () => predictedTold(view, job),
    wish: (answers) => {
      const reason = answers.oneOf('reason', revisions) ?? 'firmedUp';
      return {
        type: 'MakePromise',
        job: job.id,
        promisedAt: answers.moment('promisedAt') ?? initial,
        kind: answers.oneOf('kind', promiseKinds) ?? 'firm',
        reason,
        cause: reason === 'shop' ? answers.oneOf('cause', lateCauses) : null,
        confirmed: answers.oneOf('confirmed', answerWays),
      };
    },
  };
}

function predictedTold(view: ShopView, job: Job): Told[] {
  const at = view.standings.get(job.id)?.predictedAt ?? null;
  const say = formWordsOf(view).told;
  return at === null ? [] : [{ mark: 'inOrder', text: say.predicted(momentText(view, at)) }];
}
