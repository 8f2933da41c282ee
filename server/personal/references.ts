// personal/ — references into the directory: the same car or customer gets the same one, and nobody can tell whose it is [PRV-1].
import { createHmac } from 'node:crypto';
import type { PersonRef, VehicleRef } from '@zhunshi/shared/domain/words.ts';

/** 20 characters of base 32, 100 bits. */
const CHARACTERS = 20;

function keyed(secret: Buffer, kind: string, value: string): string {
  const digest = createHmac('sha256', secret).update(`${kind}|${value}`).digest('hex');
  const bits = BigInt(`0x${digest.slice(0, (CHARACTERS * 5) / 4)}`);
  return bits.toString(32).padStart(CHARACTERS, '0');
}

/** Reference of a car by its plate in the one spelling. */
export function vehicleRef(secret: Buffer, plate: string): VehicleRef {
  return `v_${keyed(secret, 'vehicle', plate)}`;
}

/** Reference of a customer by telephone and name: either alone may be two people. */
export function customerRef(secret: Buffer, phone: string, name: string): PersonRef {
  return `p_${keyed(secret, 'customer', `${phone}|${name}`)}`;
}

/** Reference of a customer who left no telephone: of this command alone, for a name is not one person. */
export function unreachableRef(secret: Buffer, commandId: string): PersonRef {
  return `p_${keyed(secret, 'withoutPhone', commandId)}`;
}
