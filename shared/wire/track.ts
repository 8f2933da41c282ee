// wire/ — what the customer's page says and what the console asks of links (docs/PROTOCOL.md): both sides and the server check by these.
import { z } from 'zod';

/** Who opens a page `/t/<token>` says so when it connects, in place of a shop and a display's token. */
export interface TrackHandshake {
  protocol: number;
  fold: number;
  epoch: string | null;
  version: number | null;
  token: string;
}

/** Path below which the customers' pages are. */
export const TRACK_PATH = '/t/';

/** `POST /shops/:shop/jobs/:job/link`. The address is the one that the staff's own browser uses, with this path. */
export interface LinkAnswer {
  path: string;
}

const id = z.string().max(60);
const proposal = z.string().min(1).max(20);
const instant = z.number().int().nonnegative();

/**
 * What a customer may say: to the quote of additional work that they were shown, and afterwards how it was. Of their own car alone,
 * so none is named; an id as of any command, so that it happens once [CMD-1].
 */
export const customerAnswerSchema = z.discriminatedUnion('type', [
  z.strictObject({ id, type: z.literal('ApproveWork'), proposal, quotedAt: instant, promisedAt: instant.nullable() }),
  z.strictObject({ id, type: z.literal('DeclineWork'), proposal, quotedAt: instant }),
  z.strictObject({
    id,
    type: z.literal('RecordFollowUp'),
    punctual: z.boolean(),
    satisfaction: z.number().int().min(1).max(5).nullable(),
  }),
]);
export type CustomerAnswer = z.infer<typeof customerAnswerSchema>;

/** What came of it. `code`: why not; `status` 503: unknown, the same is to be sent again. */
export type CustomerAnswered = { ok: true } | { ok: false; status: number; code: string };
