// design/ — what a person prefers on this machine: language and light or dark. Remembered in the browser, applied without a reload.
import { isLanguage } from '@zhunshi/shared/i18n/dictionary.ts';
import type { Language } from '@zhunshi/shared/i18n/dictionary.ts';

/** `system` follows the machine. */
export type Theme = 'system' | 'light' | 'dark';

const languageKey = 'zhunshi.language';
const themeKey = 'zhunshi.theme';

/** A browser that forbids storage still works; it only forgets. */
function remembered(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Storage is forbidden here: the choice lasts as long as the page.
  }
}

function firstLanguage(): Language {
  const kept = remembered(languageKey);
  return isLanguage(kept) ? kept : 'zh-CN';
}

function firstTheme(): Theme {
  const kept = remembered(themeKey);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

class Preferences {
  #language: Language = $state(firstLanguage());
  #theme: Theme = $state(firstTheme());

  constructor() {
    this.#show();
    // Chosen in another window of this browser: this one follows.
    addEventListener('storage', ({ key }) => {
      if (key !== languageKey && key !== themeKey) return;
      this.#language = firstLanguage();
      this.#theme = firstTheme();
      this.#show();
    });
  }

  get language(): Language {
    return this.#language;
  }

  get theme(): Theme {
    return this.#theme;
  }

  /** Speaks this language from now on. */
  speak(language: Language): void {
    this.#language = language;
    remember(languageKey, language);
    this.#show();
  }

  /** Shows this theme from now on. */
  wear(theme: Theme): void {
    this.#theme = theme;
    remember(themeKey, theme);
    this.#show();
  }

  /** Tells the document, so that CSS, fonts and screen readers follow. */
  #show(): void {
    const root = document.documentElement;
    root.lang = this.#language;
    if (this.#theme === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = this.#theme;
  }
}

/** The preferences of this browser; one per page. */
export const preferences = new Preferences();
