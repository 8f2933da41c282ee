// phone/queue/ — taps → server, one after the other in their order, each until it is answered, each with its own id, so that it happens
// once however often it is sent [PHN-1] [CMD-1].
import type { RefusalCode } from '@zhunshi/shared/domain/refusals.ts';
import type { CommandAnswer } from '@zhunshi/shared/wire/protocol.ts';
import type { Post } from '../../live/staffOutbox.ts';
import { contentOf, tellsTime } from './tapQueue.ts';
import type { Tap } from './tapQueue.ts';

/** What the sender needs of the world. */
export interface TapWorld {
  post: Post;
  /** The tap that is to be sent next; null: none of this person's. */
  next: () => Tap | null;
  /** It is about to be sent. */
  attempting: (tap: Tap) => void;
  /** The server said accepted, or refused for good. */
  settled: (tap: Tap, answer: CommandAnswer) => void;
  /** Whether this connection is still that of the person whose taps these are; null: nobody answered. */
  isOwners: () => Promise<boolean | null>;
  /** The phone's clock, epoch ms. */
  nowMs: () => number;
}

const firstPauseMs = 400;
const longestPauseMs = 5_000;

/** Answers after which the same tap is sent again: the server does not know either, or cannot now. */
const open: ReadonlySet<RefusalCode> = new Set<RefusalCode>(['unknownOutcome', 'conflict', 'readOnly', 'tooFast']);
/** Answers that say that the session is over: the tap stays for when its person logs in again. */
const over: ReadonlySet<RefusalCode> = new Set<RefusalCode>(['notLoggedIn', 'firstPin']);

export class TapSender {
  readonly #world: TapWorld;
  #sending = false;
  #stopped = false;

  constructor(world: TapWorld) {
    this.#world = world;
  }

  /** There may be something to send. Resolves when nothing is left, or the session is over. */
  async wake(): Promise<void> {
    if (this.#sending || this.#stopped) return;
    this.#sending = true;
    try {
      await this.#sendAll();
    } finally {
      this.#sending = false;
    }
  }

  /** Sends nothing more: the page leaves, or its session is over. */
  stop(): void {
    this.#stopped = true;
  }

  async #sendAll(): Promise<void> {
    const { post, next } = this.#world;
    let pauseMs = firstPauseMs;
    for (let tap = next(); tap !== null && !this.#stopped; tap = next()) {
      await post.connected();
      const owners = await this.#world.isOwners();
      if (owners === false) return;
      const answer = owners === null ? null : await this.#sendOnce(tap);
      if (answer && !answer.ok && over.has(answer.refusal.code)) return;
      if (answer && (answer.ok || !open.has(answer.refusal.code))) {
        this.#world.settled(tap, answer);
        pauseMs = firstPauseMs;
      } else {
        await post.pause(pauseMs);
        pauseMs = Math.min(pauseMs * 2, longestPauseMs);
      }
    }
  }

  /**
   * Sends with or without its moment. Where it was accepted before under its other content and the answer was lost, the server says
   * that the id is taken: then the other content brings the same answer as the first time.
   */
  async #sendOnce(tap: Tap): Promise<CommandAnswer | null> {
    if (this.#stopped) return null;
    const { post, attempting, nowMs } = this.#world;
    const withTime = tellsTime(tap, nowMs());
    const before = tap.attempted;
    attempting(tap);
    const answer = await post.send(contentOf(tap, withTime));
    const taken = answer !== null && !answer.ok && answer.refusal.code === 'commandReused';
    return taken && before ? await post.send(contentOf(tap, !withTime)) : answer;
  }
}
