// forms/ — what the fields of a form begin with.
import type { Values } from './answers.ts';
import type { Field } from './commandForm.ts';

/** Values of fields that nobody has touched. */
export function initialValues(fields: readonly Field[]): Values {
  return Object.fromEntries(fields.map((field) => [field.name, field.initial ?? '']));
}
