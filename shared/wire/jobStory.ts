// wire/ — `/api/v1/shops/:shop/jobs/:job/story`: what the log holds of one job. References only [STO-1].
import { z } from 'zod';
import type { WireEntry } from '../domain/entry.ts';

/** Query of `GET`: who has read up to a version asks for what came after it. */
export const jobStoryQuerySchema = z.object({
  from: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .default(1),
});

/** Answer of `GET`: entries up to `version`, in their order, in the shape of today, with this job's events only. */
export interface JobStoryAnswer {
  epoch: string;
  version: number;
  entries: WireEntry[];
}
