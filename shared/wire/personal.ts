// wire/ — what a command may carry over the wire beside its own fields: who the customer is, which car it is, their own words. It goes
// to the directory, never into the log [PRV-1]; the server puts references in its place (server/personal).
import { z } from 'zod';
import type { CommandOf, CommandType } from '../domain/commands.ts';

/** Nothing, or digits as people write them, full width too: what somebody may be called on. */
const telephone = z
  .string()
  .max(40)
  .regex(/^$|^[+＋(（]?[\d０-９][\d０-９ ()（）-]{3,}$/);

/** Limits only: plates, telephones and VINs are brought to one spelling by the server. */
export const personalSchema = z.strictObject({
  vehicle: z
    .strictObject({
      plate: z.string().min(1).max(20),
      vin: z.string().max(40).default(''),
      model: z.string().max(60).default(''),
    })
    .optional(),
  customer: z.strictObject({ name: z.string().min(1).max(40), phone: telephone.default('') }).optional(),
  /** What the customer said about the order. */
  words: z.string().max(1000).optional(),
  /** What somebody wrote about an act. */
  note: z.string().max(1000).optional(),
});

/** As it is sent; what is left empty stays as the directory has it. */
export type Personal = z.input<typeof personalSchema>;

const visit = ['vehicle', 'customer', 'words'] as const;
const note = ['note'] as const;

/** What each command may carry; others carry nothing [PRV-7]. */
export const personalParts = {
  BookJob: visit,
  ReceiveWalkIn: visit,
  CorrectJob: ['vehicle', 'customer'],
  ProposeWork: note,
  ApproveWork: note,
  DeclineWork: note,
  FailInspection: note,
  HandOver: note,
} as const satisfies Partial<Record<CommandType, readonly (keyof Personal)[]>>;

type Carrying = keyof typeof personalParts;
/** Fields that the server fills in where they are left out. */
type FilledIn = 'order' | 'vehicle' | 'customer' | 'hasWords' | 'note';
type WithPersonal<Given> = Omit<Given, FilledIn> &
  Partial<Pick<Given, FilledIn & keyof Given>> & { personal?: Personal };

/** A command as it is sent over the wire. */
export type WireCommand = {
  [Type in CommandType]: Type extends Carrying ? WithPersonal<CommandOf<Type>> : CommandOf<Type>;
}[CommandType];
