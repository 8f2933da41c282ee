// domain/ — outcomes as values: something, or the refusal that says why not.
import type { Refusal } from './refusals.ts';

export type Result<Value> = { ok: true; value: Value } | { ok: false; refusal: Refusal };

/** The good outcome. */
export function accepted<Value>(value: Value): Result<Value> {
  return { ok: true, value };
}

/** The refused outcome. */
export function refused(refusal: Refusal): { ok: false; refusal: Refusal } {
  return { ok: false, refusal };
}
