// redis/ — names of the keys, in one place. All keys of a shop share the hash tag `{shop}`, so that a Redis Cluster keeps them together.
import type { PersonRef, ShopId, VehicleRef } from '@zhunshi/shared/domain/words.ts';

/** Set of the ids of all shops on this Redis. */
export const SHOPS_KEY = 'zhunshi:shops';
/** String (JSON): hash of the set-up code, before there is a shop. */
export const SETUP_CODE_KEY = 'zhunshi:setup:code';
/** String: the request that is setting up now. */
export const SETUP_CLAIM_KEY = 'zhunshi:setup:claim';
/** First part of the keys that count wrong tries, by what is tried [ACC-2]. */
export const triesPrefix = {
  person: 'zhunshi:tries:person',
  address: 'zhunshi:tries:address',
  setUp: 'zhunshi:tries:setup',
  link: 'zhunshi:tries:link',
  pairing: 'zhunshi:tries:pairing',
  pairingBegun: 'zhunshi:tries:pairing:begun',
} as const;
/** Screens that show a code [PAIR-1]; they share a hash tag, for a screen has no shop yet. */
export const pairingKeys = {
  /** Sorted set: hashes of the codes that wait, by when they end. */
  waiting: '{zhunshi:pairing}:waiting',
  /** String (JSON): whose a code is, by the code's hash. */
  code: (codeHash: string) => `{zhunshi:pairing}:code:${codeHash}`,
  /** String (JSON): which code a screen shows, by the hash of its token to be. */
  screen: (tokenHash: string) => `{zhunshi:pairing}:screen:${tokenHash}`,
} as const;

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
  /** Hash: PINs by staff number. */
  readonly pins: string;
  /** Hash: displays, by the hash of their token. */
  readonly displays: string;
  /** Hash: when each display was last seen, by its id. */
  readonly displaysSeen: string;
  /** Hash (JSON): what each display said of its page, by its id. */
  readonly displayPages: string;
  /** Stream: what every node is to do with its screens of a display [DSPL-5]. */
  readonly displayOrders: string;
  /** Hash: the token of each job's customer's link, by job. */
  readonly links: string;
  /** Hash: the job of each customer's link, by the hash of its token. */
  readonly linksByHash: string;
  /** String (JSON): a session, by the hash of its ticket. */
  session: (tokenHash: string) => string;
  /** String (JSON): what an import was, by the id of its command. */
  importNote: (commandId: string) => string;
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
    pins: `${tag}:auth:pins`,
    displays: `${tag}:auth:displays`,
    displaysSeen: `${tag}:auth:displays:seen`,
    displayPages: `${tag}:auth:displays:pages`,
    displayOrders: `${tag}:auth:displays:orders`,
    links: `${tag}:auth:links`,
    linksByHash: `${tag}:auth:links:byHash`,
    session: (tokenHash) => `${tag}:auth:session:${tokenHash}`,
    importNote: (commandId) => `${tag}:import:${commandId}`,
    setAside: (epoch) => `${tag}:log:aside:${epoch}`,
  };
}
