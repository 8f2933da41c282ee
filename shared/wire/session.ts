// wire/ — bodies of `/api/v1/session`: who logs in, and who they are afterwards.
import { z } from 'zod';
import type { Role, ShopId, StaffId } from '../domain/words.ts';

/** A PIN as it is typed: digits only; the rules for a new one are the server's [ACC-5]. */
const pin = z.string().regex(/^\d{1,12}$/);

export const loginRequestSchema = z.strictObject({
  /** May be left out while the server has only one shop. */
  shop: z.string().min(1).max(20).optional(),
  /** Staff number, or the exact name. */
  staff: z.string().trim().min(1).max(60),
  pin,
});

export const changePinRequestSchema = z.strictObject({ pin, newPin: z.string().min(1).max(40) });

/** Answer of `GET` and `POST /session` and of `POST /session/pin`: who I am. */
export interface SessionAnswer {
  shop: { id: ShopId; name: string };
  staff: { id: StaffId; name: string };
  roles: Role[];
  /** The first PIN is still in use: nothing but changing it is allowed [ACC-1]. */
  mustChangePin: boolean;
}
