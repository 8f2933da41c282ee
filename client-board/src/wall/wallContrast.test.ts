import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./wall.css', import.meta.url), 'utf8');

/** The colours of a rule of wall.css, by their names; `over`: those it is written over. */
function coloursOf(selector: string, over: Record<string, string> = {}): Record<string, string> {
  const start = css.indexOf(`${selector} {`);
  const rule = css.slice(start, css.indexOf('}', start));
  const found = [...rule.matchAll(/--([a-z-]+):\s*([^;]+);/g)].map(
    ([, name = '', value = '']) => [name, value] as const,
  );
  const all: Record<string, string> = { ...over, ...Object.fromEntries(found) };
  const solved = (value: string): string => /^var\(--(.+)\)$/.exec(value)?.[1] ?? '';
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [name, all[solved(value)] ?? value]));
}

function luminance(colour: string): number {
  const digits = colour.slice(1);
  const full = digits.length === 3 ? digits.replaceAll(/./g, '$&$&') : digits;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((from) => {
    const share = parseInt(full.slice(from, from + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const fresh = coloursOf(':root');
const stale = coloursOf("[data-fresh='stale']", fresh);
/** Every text colour with the grounds it stands on. */
const pairs: [text: string, ground: string][] = [
  ...['text', 'second', 'tight', 'wait', 'free'].flatMap((text): [string, string][] => [
    [text, 'bg'],
    [text, 'panel'],
    [text, 'raised'],
  ]),
  ['text', 'line'],
  ['late-ink', 'late'],
  ['free-ink', 'free'],
  ['head-text', 'head'],
  ['head-second', 'head'],
];

describe('colours of the wall [WAL-9]', () => {
  it.each(pairs)('given %s on %s, then the contrast is 7:1 or more, fresh and stale', (text, ground) => {
    for (const colours of [fresh, stale]) {
      const [ink, paper] = [colours[text] ?? '', colours[ground] ?? ''];
      expect(
        [ink, paper].every((colour) => /^#([0-9a-f]{3}|[0-9a-f]{6})$/.test(colour)),
        `${ink} ${paper}`,
      ).toBe(true);
      expect(contrast(ink, paper)).toBeGreaterThanOrEqual(7);
    }
  });
});
