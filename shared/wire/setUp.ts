// wire/ — bodies of `/api/v1/setup`: the first start, before there is a shop and anybody to log in.
import { z } from 'zod';
import { roles } from '../domain/words.ts';
import type { Role, ShopId, StaffId } from '../domain/words.ts';

/** Answer of `GET /setup`. */
export interface SetUpStatus {
  /** No shop is set up yet: the browser belongs on `/setup`. */
  needed: boolean;
}

const setUpCode = z.string().min(1).max(20);
export const setUpCheckRequestSchema = z.strictObject({ code: setUpCode });
export type SetUpCheckRequest = z.infer<typeof setUpCheckRequestSchema>;

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const windows = z.array(z.tuple([clockTime, clockTime])).max(6);

/** A small garage in a few answers. */
export const garageAnswersSchema = z.strictObject({
  name: z.string().trim().min(1).max(60),
  timeZone: z.string().min(1).max(60),
  /** Language of its standard-time table. */
  locale: z.enum(['zh-CN', 'en']),
  bays: z.number().int().min(1).max(50),
  /** At least one manager; in a small garage one person may have every role. */
  people: z
    .array(z.strictObject({ name: z.string().trim().min(1).max(40), roles: z.array(z.enum(roles)).min(1) }))
    .min(1)
    .max(30),
  hours: z.strictObject({ weekdays: windows, saturday: windows, sunday: windows }),
});
export type GarageAnswers = z.infer<typeof garageAnswersSchema>;

export const setUpRequestSchema = z.strictObject({
  /** A UUIDv7, kept for a retry: the same request again gets the same sheet for a few minutes. */
  id: z.uuidv7(),
  code: setUpCode,
  source: z.discriminatedUnion('kind', [
    /** `shopFile`: the parsed content of a `shop.json`. */
    z.strictObject({ kind: z.literal('file'), shopFile: z.unknown() }),
    z.strictObject({ kind: z.literal('sample') }),
    z.strictObject({ kind: z.literal('garage'), answers: garageAnswersSchema }),
  ]),
});
export type SetUpRequest = z.infer<typeof setUpRequestSchema>;

/** Answer of `POST /setup`, given once: everybody's first PIN, changed at the first login. */
export interface PinSheet {
  shop: { id: ShopId; name: string };
  people: { staff: StaffId; name: string; roles: Role[]; pin: string }[];
}
