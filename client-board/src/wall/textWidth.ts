// wall/ — how wide a text will be, reckoned without a browser: so that what does not fit is dropped, never cut.

/** Widths in em of the wall's sans serif, regular to bold. */
const FULL_EM = 1;
const DIGIT_EM = 0.57;
const CAPITAL_EM = 0.68;
const NARROW_EM = 0.3;
const SMALL_EM = 0.57;

/** Width of a text in em. */
export function textWidth(text: string): number {
  let em = 0;
  for (const letter of text) em += letterWidth(letter);
  return em;
}

function letterWidth(letter: string): number {
  if (letter > '⺀') return FULL_EM;
  if (/[0-9]/.test(letter)) return DIGIT_EM;
  if (/[A-Z]/.test(letter)) return CAPITAL_EM;
  return /[ :.,'il|/·]/.test(letter) ? NARROW_EM : SMALL_EM;
}
