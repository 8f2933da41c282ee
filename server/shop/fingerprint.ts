// shop/ — the fingerprint of a command's content: tells whether an id was used for something else, and reveals nothing [CMD-2].
import { createHash, createHmac } from 'node:crypto';
import type { Command } from '@zhunshi/shared/domain/commands.ts';
import type { ShopState } from '@zhunshi/shared/domain/state.ts';

/** JSON with the fields of every object in the order of their names. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}

/**
 * Keyed fingerprint of a command, its id left out.
 *
 * @param said what was said along with it, which is content too
 */
export function fingerprintOf(command: Command, secret: Buffer, said?: unknown): string {
  const content = canonicalJson({ ...command, id: undefined, personal: said });
  return createHmac('sha256', secret).update(content).digest('base64url').slice(0, 27);
}

/** Hash of a state: equal on every node that folded the same entries. */
export function stateHash(state: ShopState): string {
  return createHash('sha256').update(canonicalJson(state)).digest('hex');
}
