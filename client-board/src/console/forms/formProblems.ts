// forms/ — what a form would not send yet, field by field: each with a sentence in the language of the page.
import type { FormWords } from '@zhunshi/shared/i18n/formWords.ts';
import type { FieldValue, Values, WorkLine } from './answers.ts';
import type { Field, Problem } from './commandForm.ts';
import { areHours, windowsOf } from './openingHours.ts';

const workMinutes = { min: 1, max: 6000 };

/** What is missing or cannot be so, in the order of the fields [FRM-1]. `unreadable`: fields that hold what is no date, time or number. */
export function fieldProblems(
  fields: readonly Field[],
  values: Values,
  unreadable: ReadonlySet<string>,
  say: FormWords,
): Problem[] {
  return fields.flatMap((field) => {
    const text = unreadable.has(field.name)
      ? say.problems.unreadable(field.label)
      : problemOf(field, values[field.name] ?? '', say.problems);
    return text === null ? [] : [{ field: field.name, text }];
  });
}

function problemOf(field: Field, value: FieldValue, say: FormWords['problems']): string | null {
  switch (field.kind) {
    case 'yesNo':
      return null;
    case 'choice': {
      const mayBeNone = !field.required && field.options.some((option) => option.value === '');
      return value === '' && !mayBeNone ? say.choose(field.label) : null;
    }
    case 'many':
      return field.required && Array.isArray(value) && value.length === 0 ? say.choose(field.label) : null;
    case 'work':
      return workProblem(field, value, say);
    case 'number':
      return typeof value === 'string' ? numberProblem(field, value.trim(), say) : null;
    case 'hours':
      return typeof value === 'string' ? hoursProblem(field, value, say) : null;
    default:
      return field.required && typeof value === 'string' && value.trim() === ''
        ? (field.missing ?? say.fillIn(field.label))
        : null;
  }
}

function workProblem(field: Field, value: FieldValue, say: FormWords['problems']): string | null {
  const lines = Array.isArray(value) ? value.filter((one): one is WorkLine => typeof one !== 'string') : [];
  const named = lines.filter(({ name }) => name.trim() !== '');
  if (named.length === 0 && field.required) return field.missing ?? say.fillIn(field.label);
  const wrong = named.find(({ minutes }) => minutes !== '' && !isWhole(minutes, workMinutes));
  return wrong ? say.whole(wrong.name.trim(), workMinutes.min, workMinutes.max) : null;
}

function numberProblem(field: Extract<Field, { kind: 'number' }>, text: string, say: FormWords['problems']) {
  const { label, min, max, step = 1 } = field;
  if (text === '') return field.required ? say.fillIn(label) : null;
  if (step === 1) return isWhole(text, field) ? null : say.whole(label, min, max);
  const value = Number(text);
  return value >= min && value <= max ? null : say.number(label, min, max);
}

function hoursProblem({ label, required }: Field, text: string, say: FormWords['problems']): string | null {
  const windows = windowsOf(text);
  if (windows.length === 0) return required ? say.fillIn(label) : null;
  return areHours(windows) ? null : say.hours(label);
}

function isWhole(text: string, { min, max }: { min: number; max: number }): boolean {
  const value = Number(text);
  return Number.isInteger(value) && value >= min && value <= max;
}
