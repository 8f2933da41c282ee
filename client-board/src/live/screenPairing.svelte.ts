// live/ — the pairing of a display on this page: the browser's network, timers and store for `keepPairing`, and what it shows as state.
import { workingStore } from '@zhunshi/shared/wire/displayAccess.ts';
import type { Paired } from '@zhunshi/shared/wire/displayAccess.ts';
import { keepPairing } from '@zhunshi/shared/wire/pairingLine.ts';
import type { PairingShown } from '@zhunshi/shared/wire/pairingLine.ts';

/** Codes are shown from `start` until `stop`, or until one was typed. */
export class ScreenPairing {
  shown: PairingShown = $state.raw({ code: null, silent: false });
  readonly #paired: (paired: Paired) => void;
  #stop: (() => void) | null = null;

  constructor(paired: (paired: Paired) => void) {
    this.#paired = paired;
  }

  start(): void {
    this.#stop ??= keepPairing(
      {
        show: (shown) => (this.shown = shown),
        paired: (paired) => {
          this.stop();
          this.#paired(paired);
        },
      },
      {
        now: () => performance.now(),
        after: (ms, act) => {
          const timer = setTimeout(act, ms);
          return () => clearTimeout(timer);
        },
        chance: Math.random,
        fetch: (path, init) => fetch(path, init),
        store: workingStore(() => localStorage),
      },
    );
  }

  stop(): void {
    this.#stop?.();
    this.#stop = null;
  }
}
