// live/ — the one object that the page reads: the car, how fresh that is, and what became of the customer's own answer. A function rather
// than a class: old browsers have no private fields, and what stands in for them weighs more than the page can bear.
import type { Instant, ProposalId } from '@zhunshi/shared/domain/words.ts';
import type { TrackCarRow, TrackOfferRow, TrackRow, TrackShopRow } from '@zhunshi/shared/views/trackBoard.ts';
import { nothingKnown } from '@zhunshi/shared/wire/boardFeed.ts';
import type { BoardFeed } from '@zhunshi/shared/wire/boardFeed.ts';
import type { CustomerAnswer } from '@zhunshi/shared/wire/customerAnswer.ts';
import { freshnessOf, shopTimeAt, uncertainForMs } from '@zhunshi/shared/wire/shopClock.ts';
import type { Freshness } from '@zhunshi/shared/wire/shopClock.ts';
import { reloadWhenServed } from '../../src/live/reloadPage.ts';
import { commandId } from './commandId.ts';
import { keptAnswer, markOf } from './keptAnswer.ts';
import type { AnswerStore } from './keptAnswer.ts';
import { trackSocket } from './trackSocket.ts';

/** An answer that found no answer is sent again after so long. */
const SAY_AGAIN_MS = 3_000;
/** A link that is refused so often is no longer asked about: a page that was forgotten must not knock for ever. */
const MOST_REFUSALS = 3;

type Without<Any> = Any extends { id: string } ? Omit<Any, 'id'> : never;
/** What a customer says, before it has its id. */
export type Said = Without<CustomerAnswer>;

/** What the customer is about to say, to which quote: asked once more before it is said. */
export interface Choosing {
  proposal: ProposalId;
  approve: boolean;
  quotedAt: Instant;
}

/** Why the last thing said came to nothing. */
interface AnswerRefused {
  answer: CustomerAnswer;
  code: string;
}

export interface LiveTrack {
  readonly shop: TrackShopRow | null;
  readonly car: TrackCarRow | null;
  readonly offers: TrackOfferRow[];
  /** The link is not good, or the visit is over, and so is its page. */
  readonly over: boolean;
  /** Real ms since the page was last certain; null before it ever was. */
  readonly age: number | null;
  readonly freshness: Freshness;
  /** It holds the server's word, and the line is open. */
  readonly connected: boolean;
  /** Shop's time now, and when the page was last certain; null before it ever was. */
  readonly shopNow: number | null;
  readonly certainAt: number | null;
  /** Said, and not answered yet. */
  readonly pending: CustomerAnswer | null;
  /** The last thing said that was taken. */
  readonly heard: CustomerAnswer | null;
  readonly refusal: AnswerRefused | null;
  /** Proposals that stood to be decided since the page was opened: their cards stay where they were read. */
  readonly met: readonly ProposalId[];
  /** Kept here: what is shown of a proposal is another card once it has been answered, by whomever. */
  readonly choosing: Choosing | null;
  choose: (choosing: Choosing | null) => void;
  /** Says something, once: while it is not answered nothing else is said [TRK-5]. */
  say: (said: Said) => void;
  /** The refusal has been read. */
  forgetRefusal: () => void;
  /** A person wants the link to be tried again. */
  tryAgain: () => void;
  /** Moves time on: called twice a second. */
  tick: () => void;
  close: () => void;
}

/** Connects the page of a token. */
export function liveTrack(token: string, store: AnswerStore | null): LiveTrack {
  const kept = keptAnswer(store, markOf(token));
  /** Real ms of the page's steady clock. */
  let now = $state(performance.now());
  let refused = $state(false);
  let known = $state.raw<BoardFeed<TrackRow>>(nothingKnown);
  let pending = $state.raw<CustomerAnswer | null>(kept.read());
  let choosing = $state.raw<Choosing | null>(null);
  let heard = $state.raw<CustomerAnswer | null>(null);
  let met = $state.raw<readonly ProposalId[]>([]);
  let refusal = $state.raw<AnswerRefused | null>(null);

  const rows = $derived(known.board === null ? [] : Array.from(known.board.rows.values()));
  const shop = $derived(rows.find((row) => row.kind === 'shop') ?? null);
  const car = $derived(rows.find((row) => row.kind === 'car') ?? null);
  const offers = $derived(rows.filter((row) => row.kind === 'offer'));
  const over = $derived(refused || (known.board !== null && car === null));
  const age = $derived(known.certain === null ? null : uncertainForMs(known.certain, now));
  const freshness = $derived(freshnessOf(age ?? Infinity));

  let refusals = 0;
  let saying = false;
  let again: ReturnType<typeof setTimeout> | undefined;

  const line = trackSocket(token, {
    show(feed) {
      known = feed;
      now = performance.now();
      for (const { proposal, state } of offers) {
        const isUndecided = state === 'open' || state === 'pricing';
        if (isUndecided && !met.includes(proposal)) met = met.concat(proposal);
      }
    },
    admitted() {
      refusals = 0;
      refused = false;
      void sayPending();
    },
    refused() {
      refused = true;
      // What was shown is of a link that holds no longer: it goes.
      known = nothingKnown;
      refusals += 1;
      if (refusals >= MOST_REFUSALS) setTimeout(() => line.close());
    },
    reload: () => void reloadWhenServed('outdated'),
  });

  async function sayPending(): Promise<void> {
    const answer = pending;
    if (answer === null || saying) return;
    saying = true;
    const answered = await line.say(answer);
    saying = false;
    if (answered === null || (!answered.ok && answered.status === 503)) {
      clearTimeout(again);
      again = setTimeout(() => void sayPending(), SAY_AGAIN_MS);
      return;
    }
    pending = null;
    kept.keep(null);
    if (answered.ok) heard = answer;
    else refusal = { answer, code: answered.code };
  }

  line.connect();
  return {
    get shop() {
      return shop;
    },
    get car() {
      return car;
    },
    get offers() {
      return offers;
    },
    get over() {
      return over;
    },
    get age() {
      return age;
    },
    get freshness() {
      return freshness;
    },
    get connected() {
      return known.synced && freshness !== 'stale';
    },
    get shopNow() {
      return known.certain === null ? null : shopTimeAt(known.certain, now);
    },
    get certainAt() {
      return known.certain?.beat.now ?? null;
    },
    get pending() {
      return pending;
    },
    get heard() {
      return heard;
    },
    get met() {
      return met;
    },
    get refusal() {
      return refusal;
    },
    get choosing() {
      return choosing;
    },
    choose(next) {
      choosing = next;
    },
    say(said) {
      if (pending !== null) return;
      pending = { ...said, id: commandId(Date.now(), crypto.getRandomValues(new Uint8Array(10))) };
      refusal = null;
      kept.keep(pending);
      void sayPending();
    },
    forgetRefusal() {
      refusal = null;
    },
    tryAgain() {
      refusals = 0;
      refused = false;
      line.connect();
    },
    tick() {
      now = performance.now();
    },
    close() {
      clearTimeout(again);
      line.close();
    },
  };
}
