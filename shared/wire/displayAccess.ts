// wire/ — what lets a display in: its token and its shop, brought once by the address or entered once, kept by the screen [DSPL-1].
import type { DisplayKind } from './displayChoices.ts';
import type { PairingState } from './pairing.ts';

export interface DisplayAccess {
  /** '' is the only shop of the server. */
  readonly shop: string;
  /** Made by a manager; null while none was entered. */
  readonly token: string | null;
}

/** Where a screen keeps its access: the part of `localStorage` that is needed. */
export interface AccessStore {
  getItem: (key: string) => string | null;
  setItem: (key: string, value: string) => void;
}

/** Fields of a fragment: the browser's `URLSearchParams`. */
export type ReadFields = (fragment: string) => { get: (name: string) => string | null };

/** The access of one screen. */
export interface KeptAccess {
  /** As it is now. */
  readonly current: DisplayAccess;
  /** The address brought something: it stays on the screen and in its history, so it must be cleared of it. */
  readonly fromAddress: boolean;
  /** This screen was paired as one of the other kind, and has nothing to show here [PAIR-4]. */
  readonly elsewhere: boolean;
  /** Takes what a person entered: a token, or the whole link that the displays page offers. False: there is no token in it. */
  enter: (entry: string) => boolean;
  /** Takes what a manager made of this screen [PAIR-3]. False: it belongs to the page of the other kind, which will find it. */
  pair: (paired: Paired) => boolean;
}

/** What a screen is told once its code was typed. */
export type Paired = Extract<PairingState, { paired: true }>;

/** Names what this screen was paired as. */
const KIND_KEY = 'zhunshi.display';
const tokenKeyOf = (kind: DisplayKind): string => `zhunshi.${kind}.token`;
const shopKeyOf = (kind: DisplayKind): string => `zhunshi.${kind}.shop`;

/**
 * The access of a screen: what its address brings wins over what it has kept, and is kept from then on.
 * @param fragment `#token=…&shop=…`, or whatever the address has
 */
export function displayAccess(
  kind: DisplayKind,
  fragment: string,
  { store, read }: { store: AccessStore; read: ReadFields },
): KeptAccess {
  const tokenKey = tokenKeyOf(kind);
  const shopKey = shopKeyOf(kind);
  const other: DisplayKind = kind === 'wall' ? 'lounge' : 'wall';
  let current: DisplayAccess = { shop: store.getItem(shopKey) ?? '', token: store.getItem(tokenKey) || null };
  const keep = (given: Given): void => {
    current = { shop: given.shop ?? current.shop, token: given.token ?? current.token };
    if (given.token !== null) store.setItem(tokenKey, given.token);
    if (given.shop !== null) store.setItem(shopKey, given.shop);
  };

  const brought = givenIn(fragment, read);
  keep(brought);
  return {
    get current() {
      return current;
    },
    fromAddress: brought.token !== null || brought.shop !== null,
    elsewhere:
      brought.token === null &&
      current.token === null &&
      store.getItem(KIND_KEY) === other &&
      (store.getItem(tokenKeyOf(other)) ?? '') !== '',
    enter(entry) {
      const hash = entry.indexOf('#');
      const given = hash < 0 ? { token: entry.trim() || null, shop: null } : givenIn(entry.slice(hash), read);
      if (given.token === null) return false;
      keep(given);
      return true;
    },
    pair({ kind: chosen, shop, token }) {
      store.setItem(KIND_KEY, chosen);
      store.setItem(tokenKeyOf(chosen === 'wall' ? 'lounge' : 'wall'), '');
      if (chosen === kind) {
        keep({ token, shop });
        return true;
      }
      store.setItem(shopKeyOf(chosen), shop);
      store.setItem(tokenKeyOf(chosen), token);
      return false;
    },
  };
}

/** A store that always works: the browser's, or one for this visit where the browser keeps nothing (private mode, storage full). */
export function workingStore(open: () => AccessStore & { removeItem: (key: string) => void }): AccessStore {
  try {
    const store = open();
    store.setItem('zhunshi.probe', '1');
    store.removeItem('zhunshi.probe');
    return store;
  } catch {
    const kept = new Map<string, string>();
    return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
  }
}

/** Null for what was not given; so is an empty one. */
interface Given {
  token: string | null;
  shop: string | null;
}

function givenIn(fragment: string, read: ReadFields): Given {
  const fields = read(fragment.replace(/^#/, ''));
  return { token: fields.get('token')?.trim() || null, shop: fields.get('shop')?.trim() || null };
}
