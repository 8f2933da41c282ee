// forms/ — plates and telephones that cannot be one, said before anything is sent.
import { plateOf } from '@zhunshi/shared/domain/plate.ts';
import type { FormWords } from '@zhunshi/shared/i18n/formWords.ts';
import type { Answers } from './answers.ts';
import type { Problem } from './commandForm.ts';

const fewestDigits = 5;

/** What of plate and telephone cannot be right [FRM-2]; what stays as it was is not held against anybody. */
export function personalProblems(answers: Answers, say: FormWords, was = { plate: '', phone: '' }): Problem[] {
  const [plate, phone] = [answers.text('plate'), answers.text('phone')];
  const badPlate = plate !== '' && plate !== was.plate && plateOf(plate) === null;
  const badPhone = phone !== '' && phone !== was.phone && !isTelephone(phone);
  return [
    ...(badPlate ? [{ field: 'plate', text: say.problems.plate }] : []),
    ...(badPhone ? [{ field: 'phone', text: say.problems.phone }] : []),
  ];
}

/** Figures in either width, a plus sign before them, spaces, dashes and brackets between them. */
function isTelephone(typed: string): boolean {
  const figures = typed.replaceAll(/[^\d０-９]/g, '').length;
  return figures >= fewestDigits && /^[+＋(（]?[\d０-９][\d０-９ ()（）-]*$/.test(typed);
}
