// testing/ — a form filled in as a person would: what is named is entered, the rest stays as it was.
import { Answers } from '../forms/answers.ts';
import type { Values } from '../forms/answers.ts';
import type { FormShape } from '../forms/commandForm.ts';
import { initialValues } from '../forms/initialValues.ts';

const timeZone = 'Asia/Shanghai';

/** The answers that the form would give. */
export function answersTo(form: FormShape, entered: Values = {}): Answers {
  const fields = form.fields(new Answers(entered, timeZone));
  return new Answers({ ...initialValues(fields), ...entered }, timeZone);
}
