// shopSetUp/ — a number or name that is taken: adding never writes over what is there, only editing does.
import { refusal } from '@zhunshi/shared/domain/refusals.ts';
import { refusalSentence } from '@zhunshi/shared/i18n/refusalWords.ts';
import type { ShopView } from '../desk/shopView.ts';
import type { Answers } from '../forms/answers.ts';
import type { FormShape, Problem } from '../forms/commandForm.ts';

/** A form that adds something refuses a code that is taken [SET-16]. `field`: where the code is typed. */
export function addingNew<Form extends FormShape>(
  view: ShopView,
  form: Form,
  isTaken: (code: string) => boolean,
  field = 'code',
): Form {
  const problems = (answers: Answers): Problem[] => {
    const value = answers.text(field);
    const text = refusalSentence(refusal('duplicateCode', { value }), view.language);
    return [...(form.problems?.(answers) ?? []), ...(isTaken(value) ? [{ field, text }] : [])];
  };
  return { ...form, problems };
}
