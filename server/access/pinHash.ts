// access/ — PINs at rest: scrypt, so that a stolen Redis file does not give them away at once. Never stored or compared plainly.
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** How dear a guess is. Kept beside each hash, so that it can be raised later. */
export interface PinCost {
  N: number;
  r: number;
  p: number;
}

/** Of PINs that people chose. */
export const usualCost: PinCost = { N: 2 ** 15, r: 8, p: 3 };
/** Of first PINs: random, soon replaced, and all of a shop's are hashed while somebody waits for the sheet. */
export const firstCost: PinCost = { N: 2 ** 14, r: 8, p: 1 };

/** What PINs cost, by who made them. */
export interface PinCosts {
  chosen: PinCost;
  first: PinCost;
}

/** A PIN as it is stored. */
export interface PinHash extends PinCost {
  salt: string;
  hash: string;
}

const HASH_BYTES = 32;
/** Each takes 32 MB and a thread of the pool that files need too: more than so many at once wait. */
const AT_ONCE = 2;
let running = 0;
const waiting: (() => void)[] = [];

async function derive(pin: string, salt: Buffer, { N, r, p }: PinCost): Promise<Buffer> {
  if (running >= AT_ONCE) await new Promise<void>((goOn) => waiting.push(goOn));
  else running += 1;
  try {
    return await new Promise((settle, fail) => {
      // scrypt needs 128·N·r bytes; Node's own limit is just that much, so leave room.
      scrypt(pin, salt, HASH_BYTES, { N, r, p, maxmem: 256 * N * r }, (error, key) => {
        if (error) fail(error);
        else settle(key);
      });
    });
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** Hashes a PIN with a salt of its own. */
export async function hashPin(pin: string, cost: PinCost): Promise<PinHash> {
  const salt = randomBytes(16);
  const hash = await derive(pin, salt, cost);
  return { ...cost, salt: salt.toString('base64'), hash: hash.toString('base64') };
}

/** True when the PIN is the one that was hashed; takes the same time either way. */
export async function isPin(pin: string, stored: PinHash): Promise<boolean> {
  const hash = await derive(pin, Buffer.from(stored.salt, 'base64'), stored);
  return timingSafeEqual(hash, Buffer.from(stored.hash, 'base64'));
}

/** A stored PIN that nobody has: checking against it takes as long as checking a person's, and never succeeds. */
export function nobodysPin(cost: PinCost): PinHash {
  return {
    ...cost,
    salt: randomBytes(16).toString('base64'),
    hash: randomBytes(HASH_BYTES).toString('base64'),
  };
}
