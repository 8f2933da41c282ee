// wire/ — `/api/v1/shops/:shop/reports/on-time`: the period that is asked for, and its figures. References only [FIG-10].
import { z } from 'zod';
import type { Instant } from '../domain/words.ts';
import type { CauseCount, ExcusedVisit } from '../plan/latenessList.ts';
import { isTellable, type Period, type PeriodFigures } from '../plan/onTimeFigures.ts';

/** Query of `GET`: first and last shop-local day [FIG-9]. */
export const onTimeQuerySchema = z
  .object({ from: z.iso.date(), to: z.iso.date() })
  .refine(isTellable, { path: ['to'] }) satisfies z.ZodType<Period>;

/** Answer of `GET`: as things stood at the shop's time `asOf`. Who reads it joins names, plates and notes as far as it has them. */
export interface OnTimeAnswer extends PeriodFigures {
  period: Period;
  asOf: Instant;
  /** Why cars were late, the most frequent cause first [FIG-6]. */
  causes: CauseCount[];
  /** Excused, or said to be the customer's doing, for spot checks [FIG-5]. */
  lateness: ExcusedVisit[];
}
