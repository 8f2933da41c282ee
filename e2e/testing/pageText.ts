// e2e/testing/ — the words of a page: what is read on it, what a screen reader says of it, and which of them the shop itself wrote.
import type { StaffSnapshot } from '@zhunshi/shared/wire/protocol.ts';
import type { Page } from 'playwright-core';

/** All that a page says: visible text, names and hints of its controls, options, its title. What is marked as of another language is left out. */
export function pageTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const texts = [document.title];
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      const spoken = element.closest('[lang]') ?? root;
      if (spoken !== root && spoken.getAttribute('lang') !== root.lang) continue;
      const inOption = element instanceof HTMLOptionElement;
      if (['SCRIPT', 'STYLE', 'NOSCRIPT'].includes(element.tagName) || !(inOption || element.checkVisibility()))
        continue;
      for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description']) {
        texts.push(element.getAttribute(name) ?? '');
      }
      for (const node of element.childNodes) if (node instanceof Text) texts.push(node.data);
    }
    return texts.map((text) => text.trim()).filter((text) => text !== '');
  });
}

/** Words that the code gives to things, as they stand in the fold: nobody should read them on a screen. */
const ofTheCode = /^[a-z][a-zA-Z]*$/;

/** What the shop and its customers wrote: names, plates, models, operations; longest first. Codes of the program are none of it. */
export function wordsOfShop({ state, directory }: StaffSnapshot): string[] {
  const found = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value === 'string') {
      if (!ofTheCode.test(value)) found.add(value);
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
  };
  collect([state, directory]);
  for (const { code } of state.shop?.serviceTypes ?? []) found.add(code);
  for (const { plate } of Object.values(directory.vehicles)) {
    for (const from of [1, 2, 3]) found.add(plate.slice(from));
  }
  return [...found].filter((text) => text.length > 1).sort((one, other) => other.length - one.length);
}

/** Texts with what the shop wrote taken out of them. */
export function without(texts: readonly string[], shopWords: readonly string[]): string[] {
  return texts.map((text) => {
    let rest = text;
    for (const word of shopWords) if (rest.includes(word)) rest = rest.replaceAll(word, ' ');
    return rest;
  });
}
