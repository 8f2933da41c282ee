// live/ — the lounge's pairing on this page: the browser's network, timers and store for `keepPairing`.
import { workingStore } from '@zhunshi/shared/wire/displayAccess.ts';
import { keepPairing } from '@zhunshi/shared/wire/pairingLine.ts';
import type { PairingScreen } from '@zhunshi/shared/wire/pairingLine.ts';

/** Shows codes until one was typed, or until the returned function is called. */
export function pairScreen(screen: PairingScreen): () => void {
  return keepPairing(screen, {
    now: () => performance.now(),
    after: (ms, act) => {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    },
    chance: Math.random,
    fetch: (path, init) => window.fetch(path, init),
    store: workingStore(() => window.localStorage),
  });
}
