// slip/ — the customer's link of a car, from the server: the same each time it is asked for.
import type { JobId, ShopId } from '@zhunshi/shared/domain/words.ts';
import type { LinkAnswer } from '@zhunshi/shared/wire/track.ts';
import { callApi } from '../../api/callApi.ts';

/** The whole address for a phone, by the address that this page itself has; null: there was no answer, or a refusal. */
export async function customerLink(shop: ShopId, job: JobId, origin: string): Promise<string | null> {
  const answer = await callApi<LinkAnswer>('POST', pathOf(shop, job));
  return answer.ok ? `${origin}${answer.value.path}` : null;
}

/** Makes the link worthless; the next one is another. */
export async function renewLink(shop: ShopId, job: JobId, origin: string): Promise<string | null> {
  const dropped = await callApi<null>('DELETE', pathOf(shop, job));
  return dropped.ok ? customerLink(shop, job, origin) : null;
}

function pathOf(shop: ShopId, job: JobId): string {
  return `/shops/${encodeURIComponent(shop)}/jobs/${encodeURIComponent(job)}/link`;
}
