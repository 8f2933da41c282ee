// redis/ — names of the keys, in one place. All keys of a shop share the hash tag `{shop}`, so that a Redis Cluster keeps them together.
import type { PersonRef, ShopId, VehicleRef } from '@zhunshi/shared/domain/words.ts';

/** Set of the ids of all shops on this Redis. */
export const SHOPS_KEY = 'zhunshi:shops';

/** Keys of one shop. */
export interface ShopKeys {
  /** Stream: the log; ids are `<version>-0`. */
  readonly log: string;
  /** String: the log's present life [LOG-5]. */
  readonly epoch: string;
  /** String (JSON): the last snapshot of the fold. */
  readonly snapshot: string;
  /** Sorted set: directory entries that no event refers to yet, by when they were written. */
  readonly unreferenced: string;
  /** String: the key that fingerprints and directory references are made with. Never leaves the server. */
  readonly secret: string;
  /** String: written now and then to learn whether Redis takes writes again. */
  readonly probe: string;
  /** String (JSON): a customer by reference, or a member of staff by number. */
  person: (ref: PersonRef) => string;
  /** String (JSON): a car. */
  vehicle: (ref: VehicleRef) => string;
  /** Anything of `server/access`: PIN hashes, sessions, tokens. */
  auth: (name: string) => string;
  /** Stream: entries that a new epoch put aside because they did not follow from the ones before. */
  setAside: (epoch: string) => string;
}

/** The keys of a shop. */
export function shopKeys(shop: ShopId): ShopKeys {
  const tag = `{${shop}}`;
  return {
    log: `${tag}:log`,
    epoch: `${tag}:epoch`,
    snapshot: `${tag}:snapshot`,
    unreferenced: `${tag}:directory:unreferenced`,
    secret: `${tag}:auth:secret`,
    probe: `${tag}:probe`,
    person: (ref) => `${tag}:person:${ref}`,
    vehicle: (ref) => `${tag}:vehicle:${ref}`,
    auth: (name) => `${tag}:auth:${name}`,
    setAside: (epoch) => `${tag}:log:aside:${epoch}`,
  };
}
