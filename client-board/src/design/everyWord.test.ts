// The words of the screens: each is in a dictionary, in both languages, and none stands in a component by itself.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'svelte/compiler';

const root = join(import.meta.dirname, '../../..');
const i18n = join(root, 'shared/i18n');

function filesIn(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => join(folder, file));
}

const components = filesIn(join(root, 'client-board/src'), '.svelte');
const dictionaries = readdirSync(i18n).filter((file) => file.endsWith('Words.ts') || file === 'words.ts');

/** Chinese characters and signs of full width. */
const chinese = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/;
/** The switch to Chinese is in Chinese, and the brand is a name. */
const saidInChinese = ['中文', '准时'];
/** Plates are written in Chinese: 粤B12345, 使014578; so are the heads of the columns of an order file. */
const names = /[\u4e00-\u9fff][A-Z][A-Z0-9]{5,6}|使\d{6}/g;

/** Words of a dictionary, by their place in it; a function stands for what it is made of. */
function wordsOf(value: unknown, at: string): [string, string][] {
  if (typeof value === 'string') return [[at, value]];
  if (typeof value === 'function') return [[at, String(value)]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => wordsOf(inner, `${at}.${key}`));
}

/** Texts that stand in the markup of a component, and those of the attributes that are read. */
function literalsOf(markup: string): string[] {
  const found: string[] = [];
  const visit = (node: unknown, attribute: string | null): void => {
    if (typeof node !== 'object' || node === null) return;
    if (Array.isArray(node)) {
      for (const one of node) visit(one, attribute);
      return;
    }
    const { type, name, data, ...rest } = node as { type?: string; name?: string; data?: string };
    const within = type === 'Attribute' ? (name ?? '') : attribute;
    if (type === 'Text' && (within === null || readAttributes.includes(within))) found.push(data ?? '');
    if (type === 'Literal' && 'value' in rest && typeof rest.value === 'string') found.push(rest.value);
    for (const part of Object.values(rest)) visit(part, within);
  };
  visit(parse(markup, { modern: true }).fragment, null);
  return found.map((text) => text.trim()).filter((text) => text !== '');
}

const readAttributes = ['aria-label', 'title', 'placeholder', 'alt'];

describe('given every component of the console, the wall, the phone and the set-up', () => {
  test('then none holds a word of its own: neither Chinese nor English [ALL-6]', () => {
    const found = components.flatMap((file) => {
      const source = readFileSync(file, 'utf8');
      const inMarkup = literalsOf(source);
      const ownChinese = inMarkup.filter((text) => chinese.test(text) && !saidInChinese.includes(text));
      const ownEnglish = inMarkup.filter(
        (text) => /^[A-Z][a-z]+[ .!?]|[a-z]{2,} [a-z]{2,}/.test(text) && /^[A-Z]/.test(text),
      );
      return [...ownChinese, ...ownEnglish].map((text) => `${file.slice(root.length + 1)}: ${text}`);
    });
    expect(found).toEqual([]);
  });
});

describe.each(dictionaries)('given %s', (file) => {
  test('then it has every word in both languages, and none that is of the other [ALL-6]', async () => {
    const module = (await import(join(i18n, file))) as Record<string, unknown>;
    const spoken = Object.values(module).filter(
      (value): value is Record<'zh-CN' | 'en', unknown> =>
        typeof value === 'object' && value !== null && 'en' in value && 'zh-CN' in value,
    );
    for (const words of spoken) {
      const english = wordsOf(words.en, file);
      const inChinese = new Map(wordsOf(words['zh-CN'], file));
      expect(english.map(([at]) => at).sort()).toEqual([...inChinese.keys()].sort());
      const left = english.filter(([at, text]) => {
        // The heads of an order file stand beside what they mean; the languages are called as they call themselves; an example of Chinese is Chinese.
        const rest = text.replace(names, '').replace(` ${inChinese.get(at) ?? ''}`, '');
        return chinese.test(rest) && !/anguages?(\.zh-CN)?$|placeholders\.zh$/.test(at);
      });
      expect(left.map(([at, text]) => `${at}: ${text}`)).toEqual([]);
    }
  });
});
