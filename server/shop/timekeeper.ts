// shop/ — the timekeeper: once a minute of the shop's time it gives the commands that nobody but the clock gives (shared/plan/dueActs.ts),
// and what has just happened to a car it tells its customer at once. Every node has one, and what each says happens once: their ids are made alike, and what is so already is no event.
import { createHash } from 'node:crypto';
import type { Command } from '@zhunshi/shared/domain/commands.ts';
import type { Instant, ShopId } from '@zhunshi/shared/domain/words.ts';
import { dueActs, dueAtOnce, type DueAct } from '@zhunshi/shared/plan/dueActs.ts';
import type { Clock } from '../clock.ts';
import { tickOf } from './boardAtWork.ts';
import { handleCommand } from './handleCommand.ts';
import type { ServedShop } from './shop.ts';

const MINUTE = 60_000;
/** Looked at once a second at least, because a driven clock moves without notice. */
const LOOK_MS = { least: 250, most: 1000 };

/** What the timekeeper looks at. */
export interface TimekeeperTools {
  clock: Clock;
  shops: () => ServedShop[];
  /** Nothing can be written now. */
  readOnly: () => boolean;
  report: (what: string, error: unknown) => void;
}

/** Keeps time for all shops of this node until it is stopped. */
export class Timekeeper {
  readonly #tools: TimekeeperTools;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> = Promise.resolve();
  #tick: number | null = null;
  /** Of each shop, the version that was looked at. */
  readonly #seen = new WeakMap<ServedShop, number>();
  #stopped = false;

  constructor(tools: TimekeeperTools) {
    this.#tools = tools;
    this.#lookLater();
  }

  /** Looks no more; resolves when what it has given is answered. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#looking;
  }

  #lookLater(): void {
    const { clock } = this.#tools;
    const untilNext = (MINUTE - (clock.now() % MINUTE)) / clock.speed;
    this.#timer = setTimeout(
      () => {
        this.#looking = this.#look()
          .catch((error: unknown) => this.#tools.report('the timekeeper', error))
          .finally(() => {
            if (!this.#stopped) this.#lookLater();
          });
      },
      Math.min(LOOK_MS.most, Math.max(LOOK_MS.least, untilNext)),
    );
  }

  async #look(): Promise<void> {
    const { clock, shops, readOnly } = this.#tools;
    const tick = tickOf(clock.now());
    if (readOnly()) return;
    const another = tick !== this.#tick;
    this.#tick = tick;
    for (const shop of shops()) {
      if (this.#stopped) return;
      // As it is before anything is said: what comes meanwhile is looked at next.
      const { version } = shop;
      if (another) await sayWhatIsDue(shop, clock);
      else if (this.#seen.get(shop) !== version) await sayWhatIsNews(shop, clock);
      this.#seen.set(shop, version);
    }
  }
}

/** Gives what is due in a shop at this minute [TIME-1]. What is refused or unknown is due again at the next one, if it still is. */
export async function sayWhatIsDue(shop: ServedShop, clock: Clock): Promise<void> {
  if (!shop.serving) return;
  const tick = Math.max(tickOf(clock.now()), Math.ceil(shop.at / MINUTE));
  for (const act of dueActs(shop.state, tick * MINUTE)) await say(shop, act, `${tick}`, clock);
}

/** Tells the customers of cars that something happened to, once for each version of the shop [TIME-4]. */
export async function sayWhatIsNews(shop: ServedShop, clock: Clock): Promise<void> {
  if (!shop.serving) return;
  const { version } = shop;
  const act = dueAtOnce(shop.state, Math.max(tickOf(clock.now()), Math.ceil(shop.at / MINUTE)) * MINUTE);
  if (act) await say(shop, act, `v${version}`, clock);
}

async function say(shop: ServedShop, act: DueAct, when: string, clock: Clock): Promise<void> {
  const command: Command = { ...act, id: idOf(shop.id, act.type, when, clock.real()) };
  await handleCommand(shop, command, null);
}

/**
 * The id of such a command: the same on every node, and for this moment only. A UUIDv7 of the real minute, by which its age is told,
 * whose rest is made of shop, kind and the minute or version of the shop.
 */
function idOf(shop: ShopId, kind: DueAct['type'], when: string, real: Instant): string {
  const time = (Math.floor(real / MINUTE) * MINUTE).toString(16).padStart(12, '0');
  const rest = createHash('sha256').update(`${shop}|${kind}|${when}`).digest('hex');
  return [time.slice(0, 8), time.slice(8), `7${rest.slice(0, 3)}`, `8${rest.slice(3, 6)}`, rest.slice(6, 18)].join('-');
}
