// live/ — the access of this screen, from its address and the browser's store.
import { displayAccess, workingStore } from '@zhunshi/shared/wire/displayAccess.ts';
import type { KeptAccess } from '@zhunshi/shared/wire/displayAccess.ts';

/** Reads the access, and clears the address of what it brought: the token must not stay on the screen and in its history. */
export function loungeAccess(): KeptAccess {
  const { location, history } = window;
  const access = displayAccess('lounge', location.hash, {
    store: workingStore(() => window.localStorage),
    read: (fragment) => new URLSearchParams(fragment),
  });
  if (access.fromAddress) history.replaceState(null, '', location.pathname + location.search);
  return access;
}
