// wire/ — what a customer may say by their link (docs/PROTOCOL.md): the server checks by this.
import { z } from 'zod';

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
