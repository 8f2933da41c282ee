// live/ — what this screen was told once and keeps: its token, and which shop it belongs to.

export interface DisplaySettings {
  /** The token that a manager made, null while none was entered. */
  token: string | null;
  /** Empty: the only shop. */
  shop: string;
}

/** Where settings are kept: the browser's localStorage, or a stand-in. */
export type SettingsStore = Pick<Storage, 'getItem' | 'setItem'>;

const TOKEN_KEY = 'zhunshi.lounge.token';
const SHOP_KEY = 'zhunshi.lounge.shop';

/** Settings as the address gives them (`#token=…&shop=…`); null for what it does not give. */
function settingsOfFragment(fragment: string): { token: string | null; shop: string | null } {
  const given = new URLSearchParams(fragment.replace(/^#/, ''));
  return { token: given.get('token') || null, shop: given.get('shop') || null };
}

/**
 * Reads the settings. What the address gives is kept in the store from then on, and wins over what was there.
 * @returns the settings, and whether the address held any: then it must be cleared of them
 */
export function readSettings(fragment: string, store: SettingsStore): DisplaySettings & { clearAddress: boolean } {
  const given = settingsOfFragment(fragment);
  if (given.token !== null) store.setItem(TOKEN_KEY, given.token);
  if (given.shop !== null) store.setItem(SHOP_KEY, given.shop);
  return {
    token: store.getItem(TOKEN_KEY),
    shop: store.getItem(SHOP_KEY) ?? '',
    clearAddress: given.token !== null || given.shop !== null,
  };
}

/** Keeps a token that was entered. */
export function keepToken(store: SettingsStore, token: string): void {
  store.setItem(TOKEN_KEY, token);
}

/** The browser's store, or one for this visit only where the browser keeps nothing (private mode, storage full). */
export function browserStore(): SettingsStore {
  try {
    window.localStorage.setItem('zhunshi.probe', '1');
    window.localStorage.removeItem('zhunshi.probe');
    return window.localStorage;
  } catch {
    const kept = new Map<string, string>();
    return {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
    };
  }
}
