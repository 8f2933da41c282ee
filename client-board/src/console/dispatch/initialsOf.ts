// dispatch/ — a name where there is little room: the family name of a Chinese one, the first letters of any other.

/** `李建国` gives `李`, `Ann de Wit` gives `AW`. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => (Array.from(word ?? '')[0] ?? '').toLocaleUpperCase()).join('');
}
