// wire/ — what the console asks of customers' links, and what their page hears (docs/PROTOCOL.md). Weighs nothing: the page loads it.

/** Path below which the customers' pages are. */
export const TRACK_PATH = '/t/';

/** `POST /shops/:shop/jobs/:job/link`. The address is the one that the staff's own browser uses, with this path. */
export interface LinkAnswer {
  path: string;
}

/** What came of a customer's answer. `code`: why not; `status` 503: unknown, the same is to be sent again. */
export type CustomerAnswered = { ok: true } | { ok: false; status: number; code: string };
