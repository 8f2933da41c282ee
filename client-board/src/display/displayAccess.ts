// display/ — what lets a display in: its token and its shop, entered once or brought once by the address, kept by the screen.

export interface DisplayAccess {
  /** '' is the only shop of the server. */
  shop: string;
  /** Made by a manager; null while none was entered. */
  token: string | null;
}

/** The part of `localStorage` that is needed. */
export type AccessStore = Pick<Storage, 'getItem' | 'setItem'>;

/** The access in a fragment `#token=…&shop=…`, or null when it holds none. */
export function accessInFragment(fragment: string): DisplayAccess | null {
  const fields = new URLSearchParams(fragment.replace(/^#/, ''));
  const token = fields.get('token')?.trim();
  return token ? { token, shop: fields.get('shop')?.trim() ?? '' } : null;
}

/**
 * The access in what a person entered: a token, or the whole link that the displays page offers for copying.
 * @param shop the shop that the screen is of, kept unless the link names another
 */
export function accessInEntry(entry: string, shop: string): DisplayAccess | null {
  const hash = entry.indexOf('#');
  if (hash >= 0) return accessInFragment(entry.slice(hash));
  const token = entry.trim();
  return token ? { token, shop } : null;
}

/** What the screen kept of an earlier day. */
export function keptAccess(store: AccessStore, display: 'wall'): DisplayAccess {
  return {
    shop: store.getItem(`zhunshi.${display}.shop`) ?? '',
    token: store.getItem(`zhunshi.${display}.token`) || null,
  };
}

/** Keeps an access for the next start of the screen. */
export function keepAccess(store: AccessStore, display: 'wall', access: DisplayAccess): void {
  store.setItem(`zhunshi.${display}.shop`, access.shop);
  store.setItem(`zhunshi.${display}.token`, access.token ?? '');
}
