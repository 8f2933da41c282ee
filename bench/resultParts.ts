// bench/ — the page of results in its parts: one can be measured anew while the others stay as they are.

/** The page with one of its parts replaced; a part that is not there yet comes last. A part begins with its heading of two signs. */
export function withPart(page: string, heading: string, part: string): string {
  const parts = page.split(/^(?=## )/m);
  const at = parts.findIndex((one) => one.startsWith(`${heading}\n`));
  const whole = `${part.trimEnd()}\n\n`;
  if (at === -1) parts.push(`\n${whole}`);
  else parts[at] = whole;
  return `${parts.join('').trimEnd()}\n`;
}
