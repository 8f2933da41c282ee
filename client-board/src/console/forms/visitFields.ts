// forms/ — fields that several forms of the reception ask, and what they answer.
import type { Job } from '@zhunshi/shared/domain/state.ts';
import { loungeLabels, whereabouts } from '@zhunshi/shared/domain/words.ts';
import type { Whereabouts } from '@zhunshi/shared/domain/words.ts';
import type { ShopView } from '../desk/shopView.ts';
import type { Answers } from './answers.ts';
import type { Field } from './commandForm.ts';
import { bayOptions, formWordsOf, optionsOf } from './formChoices.ts';

/** A field of date and time. */
export function momentField(name: string, label: string, initial: string, required = false): Field {
  return { kind: 'dateTime', name, label, initial, required };
}

/** The bay to keep; empty: a fitting one is found. */
export function bayField(view: ShopView, workTypes: readonly string[]): Field {
  const say = formWordsOf(view);
  const options = [{ value: '', text: say.hints.autoBay }, ...bayOptions(view, workTypes)];
  return { kind: 'choice', name: 'bay', label: say.fields.bay, options, initial: '' };
}

/** Whoever brings a car has not come back for it yet. */
export const onArrival = ['lounge', 'away'] as const satisfies readonly Whereabouts[];

/** Where the customer is. */
export function waitsField(view: ShopView, initial: string, among: readonly Whereabouts[] = whereabouts): Field {
  const options = optionsOf(among, view.words.whereabouts);
  return { kind: 'choice', name: 'waits', label: formWordsOf(view).fields.waits, options, initial };
}

/** What is asked when a car arrives, beside where its customer waits. */
export function arrivalFields(view: ShopView, job: Job | null): Field[] {
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

export function arrivalOf(answers: Answers) {
  return {
    loungeLabel: answers.oneOf('loungeLabel', loungeLabels) ?? 'plate',
    keepsOldParts: answers.yes('keepsOldParts'),
    keyTag: answers.optional('keyTag'),
  };
}
