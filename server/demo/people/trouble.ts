// demo/people/ — what goes wrong: late cars and cars that never come, slow work, missing parts, more work than was agreed, defects.
import type { Job, Operation } from '@zhunshi/shared/domain/state.ts';
import type { CommandOf } from '@zhunshi/shared/domain/commands.ts';
import { noise, type Luck } from './luck.ts';

type GivenReason = CommandOf<'HoldOperation'>['reason'];

/** How a car comes. */
type Coming = { kind: 'comes'; lateMinutes: number } | { kind: 'never' } | { kind: 'cancels' } | { kind: 'anotherDay' };

export interface HoldTrouble {
  reason: GivenReason;
  /** What people believe when it begins; null: nobody knows. */
  toldMinutes: number | null;
  lastsMinutes: number;
  freesBay: boolean;
}

export interface CarTrouble {
  comes: Coming;
  /** Defects are found at the first final inspection. */
  failsInspection: boolean;
  /** Minutes of the road test on the way; null: none. */
  roadTestMinutes: number | null;
}

export interface WorkTrouble {
  /** Real minutes for each standard minute. */
  stretch: number;
  hold: HoldTrouble | null;
  /** More is found than was agreed; `approves`: what the customer will say, after so long. */
  finds: { approves: boolean; answersMinutes: number; freesBay: boolean } | null;
}

/** Lots that decide what befalls a car. */
export function troubleOf(luck: Luck, job: Pick<Job, 'id'>): CarTrouble {
  return {
    comes: comingOf(luck, job),
    failsInspection: luck.chance('inspection', job) < 0.06,
    roadTestMinutes: luck.chance('road test', job) < 0.06 ? luck.between(8, 15, 'road test lasts', job) : null,
  };
}

function comingOf(luck: Luck, job: Pick<Job, 'id'>): Coming {
  const lot = luck.chance('comes', job);
  if (lot < 0.015) return { kind: 'never' };
  if (lot < 0.025) return { kind: 'cancels' };
  if (lot < 0.035) return { kind: 'anotherDay' };
  const late = lot < 0.09 ? luck.between(25, 60, 'comes late', job) : luck.between(-4, 8, 'comes', job);
  return { kind: 'comes', lateMinutes: late };
}

/** Lots that decide what befalls a piece of work. */
export function workTroubleOf(luck: Luck, job: Pick<Job, 'id'>, operation: Operation): WorkTrouble {
  if (operation.kind !== 'work' || operation.unattended) {
    return { stretch: operation.unattended ? 1 : noise(luck, operation.id, job), hold: null, finds: null };
  }
  const about = operation.id;
  const slow = luck.chance(`${about} slow`, job) < 0.07 ? luck.between(1.4, 1.8, `${about} slow by`, job) : 0.76;
  const stretch = slow * noise(luck, about, job);
  if (operation.reworkOf !== null) return { stretch, hold: null, finds: null };
  return { stretch, hold: holdOf(luck, job, about), finds: findingOf(luck, job, about) };
}

function holdOf(luck: Luck, job: Pick<Job, 'id'>, about: string): HoldTrouble | null {
  const lot = luck.chance(`${about} hold`, job);
  if (lot < 0.05) {
    const lastsMinutes = luck.between(20, 70, `${about} parts`, job);
    const told = luck.chance(`${about} told`, job) < 0.6 ? Math.round(lastsMinutes / 5) * 5 : null;
    return { reason: 'parts', toldMinutes: told, lastsMinutes, freesBay: lastsMinutes > 40 };
  }
  if (lot < 0.06) {
    return {
      reason: 'equipment',
      toldMinutes: 15,
      lastsMinutes: luck.between(10, 30, `${about} lift`, job),
      freesBay: false,
    };
  }
  if (lot < 0.065) {
    return {
      reason: 'sublet',
      toldMinutes: 60,
      lastsMinutes: luck.between(40, 90, `${about} sublet`, job),
      freesBay: true,
    };
  }
  return null;
}

function findingOf(luck: Luck, job: Pick<Job, 'id'>, about: string): WorkTrouble['finds'] {
  if (luck.chance(`${about} finds`, job) >= 0.05) return null;
  return {
    approves: luck.chance(`${about} approves`, job) < 0.7,
    answersMinutes: luck.between(6, 35, `${about} answers`, job),
    freesBay: luck.chance(`${about} frees`, job) < 0.3,
  };
}
