// forms/ — lines of wanted work as a hand changes them: a choice joins, a choice leaves, a few letters find one.
import type { WorkLine } from './answers.ts';
import type { WorkChoice } from './commandForm.ts';

const shownAtMost = 8;

/** The lines with one more piece of work: in the first line that is empty, else at the end. */
export function withWork(lines: readonly WorkLine[], name: string): WorkLine[] {
  const empty = lines.findIndex((line) => line.name.trim() === '');
  if (empty < 0) return [...lines, { name, minutes: '' }];
  return lines.map((line, index) => (index === empty ? { ...line, name } : line));
}

/** The lines without a piece of work; one empty line is left where there was no other. */
export function withoutWork(lines: readonly WorkLine[], name: string): WorkLine[] {
  const left = lines.filter((line) => line.name !== name);
  return left.length > 0 ? left : [{ name: '', minutes: '' }];
}

/** Choices that contain what is typed, those that begin with it first, else in their order; all of them while nothing is typed. */
export function choicesLike(choices: readonly WorkChoice[], typed: string): WorkChoice[] {
  const wanted = folded(typed);
  const rank = ({ name }: WorkChoice): number => (folded(name).startsWith(wanted) ? 0 : 1);
  return choices
    .filter(({ name }) => folded(name).includes(wanted))
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, shownAtMost);
}

function folded(text: string): string {
  return text.normalize('NFKC').toUpperCase().replaceAll(/\s/gu, '');
}
