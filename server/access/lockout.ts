// access/ — the lockout [ACC-2]: 5 wrong PINs lock a person, 30 from one address lock the address, for 15 minutes each.
import type { AttemptLimit } from './accessStore.ts';
import { hashOf } from './crockford.ts';

export interface LockoutLimits {
  person: AttemptLimit;
  address: AttemptLimit;
}

/** Who tries: the name or number as resolved (whether such a person exists or not), and from where. */
export interface Trier {
  shop: string;
  person: string;
  address: string;
}

const minutesOf = (ms: number): number => Math.ceil(ms / 60_000);

/**
 * Lets a try be made, or says for how many minutes not. The try is counted before it is made: many at once gain nothing.
 * `check` answers whether the secret was right; what it throws passes, with the try still counted.
 */
export async function guarded(
  { person, address }: LockoutLimits,
  trier: Trier,
  check: () => Promise<boolean>,
): Promise<{ kind: 'right' } | { kind: 'wrong' } | { kind: 'locked'; minutes: number }> {
  const who = keyOf(trier);
  const lockedAddress = await address.attempt(trier.address);
  if (lockedAddress > 0) return { kind: 'locked', minutes: minutesOf(lockedAddress) };
  const lockedPerson = await person.attempt(who);
  if (lockedPerson > 0) {
    await address.takeBack(trier.address);
    return { kind: 'locked', minutes: minutesOf(lockedPerson) };
  }
  if (await check()) {
    await Promise.all([person.forget(who), address.takeBack(trier.address)]);
    return { kind: 'right' };
  }
  const locked = Math.max(await person.failed(who), await address.failed(trier.address));
  return locked > 0 ? { kind: 'locked', minutes: minutesOf(locked) } : { kind: 'wrong' };
}

/** Forgets the wrong tries of a person, and the lock that they led to. */
export async function forgetTries({ person }: LockoutLimits, shop: string, staff: string): Promise<void> {
  await person.forget(keyOf({ shop, person: staff }));
}

/** Hashed: it may be anything that somebody typed, and what was typed may be a PIN in the wrong field. */
function keyOf({ shop, person }: Pick<Trier, 'shop' | 'person'>): string {
  return hashOf(JSON.stringify([shop, person]));
}
