// shopSetUp/ — the number that the next one most likely gets: `P36` after `P35`.

/** One more than the highest of those that are written alike, as wide as that one; empty where none ends in a figure. */
export function nextNumber(taken: readonly string[]): string {
  const numbered = taken.flatMap((one) => {
    const [, letters = '', digits = ''] = /^(\D*)(\d+)$/.exec(one) ?? [];
    return digits === '' ? [] : [{ letters, digits }];
  });
  const highest = numbered.sort((a, b) => Number(b.digits) - Number(a.digits))[0];
  if (!highest) return '';
  return `${highest.letters}${String(Number(highest.digits) + 1).padStart(highest.digits.length, '0')}`;
}
