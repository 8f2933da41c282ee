// calls/ — the calls of this page: what is being called now, and whether the browser keeps the page silent.
import type { Instant } from '@zhunshi/shared/domain/words.ts';
import type { LoungeCarRow, LoungeRow, LoungeShopRow } from '@zhunshi/shared/views/loungeBoard.ts';
import type { BoardFeed } from '@zhunshi/shared/wire/boardFeed.ts';
import type { ReceivedBeat } from '@zhunshi/shared/wire/shopClock.ts';
import { announcer } from './announcer.ts';
import type { Announcer } from './announcer.ts';
import type { Call } from './callQueue.ts';
import { browserChime } from './chime.ts';
import { browserVoice } from './voice.ts';

/** A call on the wall, and since when it stands there: real ms of the screen's steady clock. */
export interface ShownCall {
  call: Call;
  since: number;
}

export class LoungeCalls {
  shown = $state.raw<ShownCall | null>(null);
  /** The shop wants to be heard, and the browser does not let it until somebody touches the screen. */
  silenced = $state(false);
  /** It was let be heard by a touch: a page that is loaded anew would have to be touched again. */
  touchCounts = false;

  readonly #announcer: Announcer;
  readonly #chime = browserChime((silent) => {
    this.touchCounts = this.silenced && !silent;
    this.silenced = silent;
  });
  #wanted = false;
  #vouched = false;
  #certain: ReceivedBeat | null = null;

  /** @param now the server's time */
  constructor(now: () => Instant) {
    const voice = browserVoice();
    this.#announcer = announcer({
      now,
      wait: (ms) => new Promise((over) => setTimeout(over, ms)),
      show: (call) => (this.shown = call === null ? null : { call, since: performance.now() }),
      sound: { chime: (volume) => this.#chime.play(volume), ...voice },
    });
  }

  /** The line is another one: what it brings counts when a beat has said what time it is [ANN-3]. */
  doubt(): void {
    this.#vouched = false;
  }

  /** A board or a beat has come. */
  learn({ board, certain }: BoardFeed<LoungeRow>, cars: readonly LoungeCarRow[], shop: LoungeShopRow | null): void {
    if (certain !== this.#certain) this.#vouched = true;
    this.#certain = certain;
    if (!this.#vouched || board === null || shop === null) return;
    if (shop.volume > 0 && !this.#wanted) {
      this.#wanted = true;
      this.#chime.ask();
    }
    this.#announcer.learn(cars, shop);
  }

  /** Somebody has touched the screen or pressed a key. */
  touched(): void {
    if (this.#wanted) this.#chime.ask();
  }
}
