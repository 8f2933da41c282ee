// views/ — rows of the workshop wall: an allow-list. What has no field here cannot reach the wall (no name or telephone of a
// customer, no VIN). Filled in by `wallRows.ts`.
import type { AlarmCode } from '../domain/words.ts';
import type { AlarmActor, AlarmAdvice } from '../plan/alarmLook.ts';
import type { Mark } from '../plan/standing.ts';
import type { BayCode, ClosureReason, HoldReason, Instant, Stage, WorkType } from '../domain/words.ts';

/** A plate in two parts, so that the local prefix can be small: `粤B` + `D37923`. A foreign plate has an empty prefix. */
export interface PlateParts {
  prefix: string;
  rest: string;
  /** The prefix is the one most cars here have. */
  local: boolean;
}

export interface WallShopRow {
  key: 'shop';
  kind: 'shop';
  name: string;
  timeZone: string;
  locale: string;
}

export interface WallFiguresRow {
  key: 'figures';
  kind: 'figures';
  /** Cars here, booked and closed ones not counted. */
  inShop: number;
  counts: Record<Exclude<Stage, 'delivered' | 'cancelled'>, number>;
  /** Handed over today, and of these on time. */
  today: { delivered: number; onTime: number };
  /**
   * Settled: handed over this month, and of these on time; `dueRate`: of the promises that fell due this month those that were kept
   * [FIG-2]. Rates 0..1, null under 20 cars [OTR-3].
   */
  month: { delivered: number; rate: number | null; dueRate: number | null };
  /** 0..1 */
  target: number;
}

export interface WallJobRow {
  key: string;
  kind: 'job';
  plate: PlateParts;
  stage: Stage;
  mark: Mark;
  /** Promise in force, null when none is given yet. */
  promisedAt: Instant | null;
  predictedAt: Instant | null;
  /** Minutes between predicted finish and promise; negative: late by so much; null: cannot be said. */
  slackMinutes: number | null;
  /** Minutes since the promise passed, 0 while it has not. */
  overdueMinutes: number;
  /** Bay the car stands in. */
  bay: BayCode | null;
  /** Bay it is dispatched to, when it does not stand there yet. */
  nextBay: BayCode | null;
  /** Work type of the operation at hand: inspection, wash, paint … */
  workType: WorkType | null;
  hold: { reason: HoldReason; since: Instant; expectedAt: Instant | null } | null;
  /** Advisor's name (staff), for "who must act". */
  advisor: string;
  /** When it came into its stage. */
  stageSince: Instant;
}

export interface WallBayRow {
  key: string;
  kind: 'bay';
  code: BayCode;
  /** Bays of a group stand together: their first work type. */
  group: WorkType;
  position: number;
  state: 'busy' | 'held' | 'free' | 'wanted' | 'closed';
  plate: PlateParts | null;
  /** When it is predicted to be free again. */
  freeAt: Instant | null;
  closed: ClosureReason | null;
}

export interface WallGroupRow {
  key: string;
  kind: 'group';
  workType: WorkType;
  position: number;
  /** Cars that wait to be dispatched to such a bay. */
  waiting: number;
}

export interface WallAlarmRow {
  key: string;
  kind: 'alarm';
  code: AlarmCode;
  plate: PlateParts;
  /** Promise in force; of a car that has not come, its appointment. */
  promisedAt: Instant | null;
  /** Minutes it is about: late by, slack, waiting for. Below zero: as `Alarm` has it. */
  minutes: number;
  /** Who must act: a role, and the advisor's name where it is the advisor. */
  actor: AlarmActor;
  actorName: string | null;
  advice: AlarmAdvice;
  /** A bay that is free for it, where that is the advice. */
  freeBay: BayCode | null;
  /** Somebody has seen it and does something about it: it stays, calm [ALM-4]. */
  acknowledged: boolean;
  /** It has gone on to the manager [ALM-15]. */
  escalated: boolean;
  /** Its promise is of a later day: what is of today goes before it [ALM-17]. */
  dueLater: boolean;
  /** 0 is the most urgent. */
  rank: number;
}

export type WallRow = WallShopRow | WallFiguresRow | WallJobRow | WallBayRow | WallGroupRow | WallAlarmRow;
