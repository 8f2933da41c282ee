// access/ — codes that people read off a console and type on a TV: Crockford's alphabet, without letters that look like figures.
import { createHash, randomInt } from 'node:crypto';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A random code of `groups` groups of `size` characters, 5 bits each: `ABCDE-FGHJK`. */
export function randomCode(groups: number, size: number): string {
  const group = (): string => Array.from({ length: size }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
  return Array.from({ length: groups }, group).join('-');
}

/** The code that follows from a secret: the same each time, and nothing leads back. Groups as in `randomCode`, 32 characters at most. */
export function derivedCode(secret: string, groups: number, size: number): string {
  const bytes = createHash('sha256').update(secret).digest();
  const group = (_: unknown, at: number): string =>
    Array.from(bytes.subarray(at * size, (at + 1) * size), (byte) => alphabet.charAt(byte % alphabet.length)).join('');
  return Array.from({ length: groups }, group).join('-');
}

/** A typed code as it was meant: small letters, spaces and dashes do not matter, O is 0, I and L are 1. */
export function readCode(typed: string): string {
  return typed.normalize('NFKC').toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1').replaceAll(/[\s-]/g, '');
}

/** What is stored of a random code or token: enough to know it again, useless for getting in. Not for PINs, which can be guessed. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
