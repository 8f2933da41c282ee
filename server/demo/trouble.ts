// demo/ — what goes wrong in the demo's day, the same at every run: late cars, slow work, missing parts, customers to be asked.
import type { HoldReason } from '@zhunshi/shared/domain/words.ts';
import { between, chance } from './chance.ts';

export interface Trouble {
  /** The car comes this much after its time; null: about on time. */
  comesLateMinutes: number | null;
  /** Real minutes for each standard minute. */
  stretch: number;
  hold: {
    reason: HoldReason;
    /** What people believe when it begins; null: nobody knows. */
    toldMinutes: number | null;
    lastsMinutes: number;
    freesBay: boolean;
  } | null;
}

/** Lots that decide what befalls a car or one of its operations. */
export function troubleOf(job: { id: string }, operation?: { id: string; kind: string; unattended: boolean }): Trouble {
  const car = job.id.slice(-3);
  const comesLateMinutes = chance(`${car} late`) < 0.06 ? between(`${car} late by`, 25, 60) : null;
  if (!operation || operation.kind !== 'work' || operation.unattended)
    return { comesLateMinutes, stretch: 1, hold: null };
  const about = `${car} ${operation.id}`;
  const stretch =
    chance(`${about} slow`) < 0.07 ? between(`${about} stretch`, 1.3, 1.7) : between(`${about} stretch`, 0.6, 0.95);
  const lot = chance(`${about} hold`);
  if (lot < 0.06) {
    const lastsMinutes = between(`${about} parts`, 20, 70);
    const told = chance(`${about} told`) < 0.6 ? Math.round(lastsMinutes / 5) * 5 : null;
    return {
      comesLateMinutes,
      stretch,
      hold: { reason: 'parts', toldMinutes: told, lastsMinutes, freesBay: lastsMinutes > 40 },
    };
  }
  if (lot < 0.1) {
    const lastsMinutes = between(`${about} approval`, 8, 35);
    return {
      comesLateMinutes,
      stretch,
      hold: { reason: 'approval', toldMinutes: null, lastsMinutes, freesBay: false },
    };
  }
  return { comesLateMinutes, stretch, hold: null };
}
