// The colours of the console and the set-up, in both themes: each text can be read on each ground that it stands on, each control seen.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');
const themes = ['light', 'dark'] as const;
type Theme = (typeof themes)[number];

/** Colour of a token in a theme, as `#rrggbb`. */
function colour(token: string, theme: Theme): string {
  const value = new RegExp(`--${token}:\\s*([^;]+);`).exec(css)?.[1] ?? '';
  const colours = [...value.matchAll(/#[0-9a-f]{6}/g)].map(([found]) => found);
  const found = colours.length === 2 ? colours[themes.indexOf(theme)] : colours[0];
  if (found === undefined) throw new Error(`No colour of --${token}: ${value}`);
  return found;
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two tokens as WCAG counts it, 1 to 21. */
function contrast(one: string, other: string, theme: Theme): number {
  const [darker = 0, lighter = 0] = [one, other].map((token) => luminance(colour(token, theme))).sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const grounds = ['bg', 'panel', 'raised', 'shade'];
const tones = ['run', 'late', 'tight', 'wait', 'ok'];

const texts: [string, string[]][] = [
  ['text', [...grounds, ...tones.map((tone) => `${tone}-fill`)]],
  ['second', [...grounds, ...tones.map((tone) => `${tone}-fill`)]],
  ...tones.map((tone): [string, string[]] => [tone, [...grounds, `${tone}-fill`]]),
  ['panel', ['late', 'ok']],
  ['bar-text', ['bar', 'bar-active']],
  ['bar-second', ['bar', 'bar-active']],
  ['primary-ink', ['primary', 'primary-hover']],
];

const lines: [string, string[]][] = [
  ['line-strong', grounds],
  ['focus', grounds],
  ['bar-line', ['bar']],
  ['primary', ['panel', 'raised', 'bg']],
  ...tones.map((tone): [string, string[]] => [`${tone}-line`, ['panel', 'raised']]),
];

describe.each(themes)('given the %s theme', (theme) => {
  test.each(texts)('then text in --%s has 4.5:1 on every ground it stands on [ALL-2]', (token, on) => {
    for (const ground of on)
      expect(contrast(token, ground, theme), `${token} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  });

  test.each(lines)('then --%s, which shows where a control or its focus is, has 3:1 [ALL-2]', (token, on) => {
    for (const ground of on) expect(contrast(token, ground, theme), `${token} on ${ground}`).toBeGreaterThanOrEqual(3);
  });
});
