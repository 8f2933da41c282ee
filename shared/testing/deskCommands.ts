// testing/ — commands as they are given at the reception's desk, short: visits agreed, put right, regrouped.
import type { CommandOf } from '../domain/commands.ts';
import type { CancelReason, Instant, Whereabouts } from '../domain/words.ts';
import type { Wish } from './commandsOf.ts';
import { clock } from './littleShop.ts';

/** What a test says of a visit; the rest is an oil change, promised firmly for 16:00, whose customer waits here. */
type Said<Type extends 'BookJob' | 'ReceiveWalkIn'> = Partial<Omit<CommandOf<Type>, 'id' | 'type' | 'operations'>> & {
  /** Names of the shop's table; their minutes are taken from it. */
  operations?: string[];
};

const oilChange = {
  advisor: 'ada',
  serviceType: 'maintenance',
  payer: 'customer',
  mileageKm: null,
  promisedAt: clock('16:00'),
  promiseKind: 'firm',
  waits: 'lounge',
  wash: false,
  hasWords: false,
  comebackOf: null,
} as const;

const wanted = (names: string[]): CommandOf<'BookJob'>['operations'] => names.map((name) => ({ name, minutes: null }));

/** A visit booked for 14:00, in any bay that is free; car and customer are called like the order. */
export const agree = (order: string, { operations = ['Oil'], ...said }: Said<'BookJob'> = {}): Wish => ({
  type: 'BookJob',
  order,
  vehicle: `v-${order}`,
  customer: `c-${order}`,
  ...oilChange,
  arrivalAt: clock('14:00'),
  bay: null,
  ...said,
  operations: wanted(operations),
});

/** A car at the door, without an appointment. */
export const walkIn = (order: string, { operations = ['Oil'], ...said }: Said<'ReceiveWalkIn'> = {}): Wish => ({
  type: 'ReceiveWalkIn',
  order,
  vehicle: `v-${order}`,
  customer: `c-${order}`,
  ...oilChange,
  ...said,
  operations: wanted(operations),
});

export const rebook = (
  job: string,
  arrivalAt: Instant,
  { promisedAt = null, bay = null }: { promisedAt?: Instant | null; bay?: string | null } = {},
): Wish => ({ type: 'Rebook', job, arrivalAt, promisedAt, bay });
export const cancel = (job: string, reason: CancelReason = 'customerWish'): Wish => ({
  type: 'CancelJob',
  job,
  reason,
});
export const reserve = (job: string, bay: string, from: Instant, to: Instant): Wish => ({
  type: 'ReserveBay',
  job,
  bay,
  from,
  to,
});
export const release = (job: string): Wish => ({ type: 'ReleaseBay', job });

export const correct = (job: string, said: Partial<Omit<CommandOf<'CorrectJob'>, 'id' | 'type' | 'job'>>): Wish => ({
  type: 'CorrectJob',
  job,
  ...said,
});
export const whereabouts = (job: string, waits: Whereabouts): Wish => ({ type: 'SetWhereabouts', job, waits });
export const comeback = (job: string, of: string | null): Wish => ({ type: 'LinkComeback', job, of });

/** Work added by its names, dropped by its ids, minutes put right by id. */
export const amend = (
  job: string,
  said: { order?: string; add?: string[]; drop?: string[]; minutes?: Record<string, number> },
): Wish => ({
  type: 'AmendWork',
  job,
  order: said.order ?? job,
  add: wanted(said.add ?? []),
  drop: said.drop ?? [],
  minutes: Object.entries(said.minutes ?? {}).map(([operation, minutes]) => ({ operation, minutes })),
});
export const split = (job: string, order: string, arrivalAt: Instant, promisedAt: Instant | null = null): Wish => ({
  type: 'SplitOrder',
  job,
  order,
  arrivalAt,
  promisedAt,
});
export const merge = (job: string, into: string): Wish => ({ type: 'MergeJobs', job, into });
