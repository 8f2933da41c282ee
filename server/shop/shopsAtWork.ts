// shop/ — all shops of this node: found in the store, rebuilt, served, followed; and recovered when their log cannot be followed.
import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { ShopId } from '@zhunshi/shared/domain/words.ts';
import { recover, type Lost } from './recover.ts';
import { ShopAtWork, type ShopTools } from './shopAtWork.ts';
import { refsOfState } from './shopDirectory.ts';
import type { Shops } from './shop.ts';

const RETRY_MS = [100, 300, 1000, 2000, 5000];

/** What the shops stand on, and whom they tell. */
export interface ShopsTools extends Omit<ShopTools, 'distrusted'> {
  /** The key for references and fingerprints of a shop; made where there is none. */
  secretOf: (shop: ShopId) => Promise<Buffer>;
  /** A shop is served from its present version on. */
  served: (shop: ShopAtWork) => Promise<void>;
  /** A shop is served again after its log could not be followed; its screens need snapshots. */
  recovered: (shop: ShopAtWork, lost: Lost) => void;
  distrusted: (shop: ShopAtWork, why: string) => void;
}

/** The shops that this node serves. */
export class ShopsAtWork implements Shops {
  readonly #tools: ShopsTools;
  readonly #shops = new Map<ShopId, ShopAtWork>();
  readonly #starting = new Map<ShopId, Promise<ShopAtWork>>();
  #stopped = false;

  constructor(tools: ShopsTools) {
    this.#tools = tools;
  }

  ids(): ShopId[] {
    return [...this.#shops.keys()];
  }

  get(id: ShopId): ShopAtWork | undefined {
    return this.#shops.get(id);
  }

  async create(id: ShopId): Promise<ShopAtWork> {
    await this.#tools.log.create(id, newEpoch());
    return await this.#start(id);
  }

  /** Serves every shop that the store knows and this node does not yet. */
  async lookAround(): Promise<void> {
    for (const id of await this.#tools.log.shops()) if (!this.#shops.has(id)) await this.#start(id);
  }

  /** Finishes what is under way and stores snapshots. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const shop of this.#shops.values()) {
      await shop.whenIdle();
      try {
        await shop.saveSnapshot();
      } catch (error) {
        this.#tools.report('a snapshot could not be stored', error);
      }
    }
  }

  async #start(id: ShopId): Promise<ShopAtWork> {
    const known = this.#shops.get(id) ?? this.#starting.get(id);
    if (known) return await known;
    const starting = this.#serve(id).finally(() => this.#starting.delete(id));
    this.#starting.set(id, starting);
    return await starting;
  }

  async #serve(id: ShopId): Promise<ShopAtWork> {
    const shop = new ShopAtWork(id, await this.#tools.secretOf(id), {
      ...this.#tools,
      distrusted: (distrusted, why) => {
        this.#tools.distrusted(distrusted, why);
        void this.#recover(distrusted);
      },
    });
    await recover(shop, this.#tools, newEpoch());
    this.#shops.set(id, shop);
    await this.#tools.directoryStore
      .sweep(id, refsOfState(shop.state))
      .catch((error: unknown) => this.#tools.report('the directory could not be swept', error));
    await this.#tools.served(shop);
    return shop;
  }

  async #recover(shop: ShopAtWork): Promise<void> {
    for (let attempt = 0; !this.#stopped; attempt += 1) {
      try {
        const lost = await recover(shop, this.#tools, newEpoch());
        // In one go: the snapshots that screens get, and the version from which the tail goes on, are the same.
        this.#tools.recovered(shop, lost);
        await this.#tools.served(shop);
        return;
      } catch (error) {
        this.#tools.report('a shop could not be recovered yet', error);
        await wait(RETRY_MS[Math.min(attempt, RETRY_MS.length - 1)]);
      }
    }
  }
}

function newEpoch(): string {
  return randomBytes(6).toString('base64url');
}
