// shopSetUp/ — what the forms of the set-up are made of.
import type { SetUpChange } from '@zhunshi/shared/domain/commands.ts';
import type { Answers } from '../forms/answers.ts';
import type { CommandForm, Field } from '../forms/commandForm.ts';

/** A field of text. */
export const text = (name: string, label: string, initial = '', required = true): Field => ({
  kind: 'text',
  name,
  label,
  initial,
  required,
});
/** A field for a whole number; it may be left empty where it begins so. */
export const number = (
  name: string,
  label: string,
  initial: number | null,
  min: number,
  max: number,
  step = 1,
): Field => ({
  kind: 'number',
  name,
  label,
  initial: initial === null ? '' : String(initial),
  min,
  max,
  step,
  required: initial !== null,
});

/** A form of changes to the set-up. */
export function changing(
  heading: string,
  fields: () => Field[],
  changes: (answers: Answers) => SetUpChange[],
): CommandForm {
  return {
    type: 'ChangeSetUp',
    heading,
    fields,
    wish: (answers) => ({ type: 'ChangeSetUp', changes: changes(answers) }),
  };
}
