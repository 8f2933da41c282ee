// access/ — customers' links: one a job, made when somebody asks for it, shown again on each asking [TRK-2]. The token is looked up by
// its hash; it is kept beside, so that a slip can be printed again (ADR 0033).
import { randomBytes } from 'node:crypto';
import type { Instant, JobId, ShopId } from '@zhunshi/shared/domain/words.ts';
import { isTracked } from '@zhunshi/shared/views/trackRows.ts';
import type { Clock } from '../clock.ts';
import type { ServedShop, Shops } from '../shop/shop.ts';
import type { AttemptLimit } from './accessStore.ts';
import { hashOf } from './crockford.ts';
import { shopsSetUp } from './servedShop.ts';

const TOKEN_BYTES = 16;
/** What a token looks like: 128 bits as base64url. Anything else is not looked up. */
const tokenPattern = /^[A-Za-z0-9_-]{22}$/;

/** The port of what is kept of links: under `{shop}:auth`. All methods reject when Redis does not answer. */
export interface TrackLinkStore {
  /** The token of a job: the one that is kept, or else this one, which is kept from now on. */
  tokenOf(shop: ShopId, job: JobId, fresh: string, freshHash: string): Promise<string>;
  /** The job of a token's hash, null where there is none. */
  jobOf(shop: ShopId, tokenHash: string): Promise<JobId | null>;
  /** Jobs that have a link. */
  jobs(shop: ShopId): Promise<JobId[]>;
  /** Forgets the link of a job; one that has none is no error. */
  drop(shop: ShopId, job: JobId): Promise<void>;
}

/** The link that somebody has shown. */
export interface KnownLink {
  shop: ShopId;
  job: JobId;
  tokenHash: string;
}

export interface TrackLinks {
  /** The token of a job that is tracked; the same on each asking. */
  tokenFor(shop: ServedShop, job: JobId): Promise<string>;
  /** Whose page a token opens. Null: nobody's, or nobody's any more, or too many wrong ones came from there; all alike [TRK-3]. */
  knownBy(token: string, address: string): Promise<KnownLink | null>;
  /** Does a link that was good still hold? [TRK-2] */
  isOpen(link: KnownLink): Promise<boolean>;
  /** The link of a job is worth nothing from now on: the next one asked for is another. */
  revoke(shop: ShopId, job: JobId): Promise<void>;
}

interface TrackLinkParts {
  shops: Shops;
  store: TrackLinkStore;
  clock: Clock;
  /** Of wrong tokens, by address. */
  limit: AttemptLimit;
}

/** Links over the shops of this node. */
export function createTrackLinks({ shops, store, clock, limit }: TrackLinkParts): TrackLinks {
  const find = async (tokenHash: string): Promise<KnownLink | null> => {
    for (const shop of shopsSetUp(shops)) {
      const job = await store.jobOf(shop.id, tokenHash);
      if (job !== null) return isOpenIn(shop, job) ? { shop: shop.id, job, tokenHash } : null;
    }
    return null;
  };
  const isOpenIn = (shop: ServedShop, job: JobId): boolean => isTracked(jobIn(shop, job), asOfIn(shop));
  const asOfIn = ({ at }: ServedShop): Instant => Math.max(clock.now(), at);

  /** Links of jobs that have left the fold go when another one is made; one that is over may come back, when that is undone. */
  const sweep = async (shop: ServedShop): Promise<void> => {
    const gone = (await store.jobs(shop.id)).filter((job) => jobIn(shop, job) === undefined);
    await Promise.all(gone.map((job) => store.drop(shop.id, job)));
  };

  return {
    async tokenFor(shop, job) {
      const fresh = randomBytes(TOKEN_BYTES).toString('base64url');
      const token = await store.tokenOf(shop.id, job, fresh, hashOf(fresh));
      if (token === fresh) await sweep(shop);
      return token;
    },
    async knownBy(token, address) {
      // Counted before it is looked up, so that many at once gain nothing; a right one does not count.
      if ((await limit.attempt(address)) > 0) return null;
      const link = tokenPattern.test(token) ? await find(hashOf(token)) : null;
      if (link) await limit.takeBack(address);
      return link;
    },
    async isOpen({ shop: id, job, tokenHash }) {
      const shop = shops.get(id);
      return shop !== undefined && isOpenIn(shop, job) && (await store.jobOf(id, tokenHash)) === job;
    },
    revoke: (shop, job) => store.drop(shop, job),
  };
}

function jobIn({ state }: ServedShop, job: JobId) {
  return Object.hasOwn(state.jobs, job) ? state.jobs[job] : undefined;
}
