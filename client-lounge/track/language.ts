// track/ — the page's language: the browser's, or the one that was chosen here.
import { isLanguage } from '@zhunshi/shared/i18n/dictionary.ts';
import type { Language } from '@zhunshi/shared/i18n/dictionary.ts';
import type { AnswerStore } from './live/keptAnswer.ts';

const KEY = 'zhunshi.track.language';

/** @param wanted languages of the browser, the dearest first */
export function languageOf(store: Pick<AnswerStore, 'getItem'>, wanted: readonly string[]): Language {
  const chosen = store.getItem(KEY);
  if (isLanguage(chosen)) return chosen;
  const first = wanted.find((one) => /^(zh|en)\b/i.test(one)) ?? wanted[0] ?? 'zh-CN';
  return /^zh\b/i.test(first) ? 'zh-CN' : 'en';
}

/** Keeps what was chosen. */
export function chooseLanguage(store: Pick<AnswerStore, 'setItem'>, language: Language): void {
  store.setItem(KEY, language);
}
