// testing/ — a little shop of four bays and six people, a Monday in it, and orders for it: small enough to know by heart.
import { defaultRules } from '../domain/defaultRules.ts';
import type { ShopConfig } from '../domain/state.ts';
import type { CommandOf, OrderRow } from '../domain/commands.ts';
import type { Instant } from '../domain/words.ts';
import { instantOf } from '../time/shopTime.ts';

export const TIME_ZONE = 'Asia/Shanghai';
/** The Monday on which the tests play. */
const TODAY = '2026-11-23';

/** A moment of the shop: `09:30` of that Monday, or `2026-11-24 09:30`. */
export function clock(text: string): Instant {
  const at = instantOf(text.includes(' ') ? text : `${TODAY} ${text}`, TIME_ZONE);
  if (at === null) throw new Error(`No such time: ${text}`);
  return at;
}

/** An id that a command may have: a UUIDv7 with this number in it. */
export function uuidOf(number: number): string {
  return `019a0000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}

type SetUp = Omit<CommandOf<'SetUpShop'>, 'id' | 'type' | 'shop'> & { shop: ShopConfig };

/** Lifts L1 and L2, body shop B1, wash line W1 for two cars; inspections happen in the yard. */
export const littleShop: SetUp = {
  shop: {
    name: 'Little shop',
    timeZone: TIME_ZONE,
    locale: 'zh-CN',
    hours: {
      weekdays: [
        ['08:30', '12:00'],
        ['13:00', '18:00'],
      ],
      saturday: [['08:30', '12:00']],
      sunday: [],
    },
    onTimeTarget: 0.96,
    serviceTypes: [
      { code: 'maintenance', zh: '常规保养', en: 'Maintenance' },
      { code: 'accident', zh: '事故车', en: 'Accident' },
    ],
    stageMinutes: { finalInspection: 10, wash: 15 },
    operations: [
      { name: 'Oil', workType: 'quick', minutes: 30, unattended: false },
      { name: 'Brakes', workType: 'mechanical', minutes: 60, unattended: false },
      { name: 'Battery', workType: 'mechanical', minutes: 20, unattended: false },
      { name: 'Strip', workType: 'body', minutes: 40, unattended: false },
      { name: 'Beat', workType: 'body', minutes: 60, unattended: false },
      { name: 'Sand', workType: 'prep', minutes: 50, unattended: false },
      { name: 'Spray', workType: 'paint', minutes: 90, unattended: false },
      { name: 'Bake', workType: 'paint', minutes: 60, unattended: true },
      { name: 'Polish', workType: 'prep', minutes: 40, unattended: false },
      { name: 'Refit', workType: 'body', minutes: 45, unattended: false },
    ],
    calendar: {},
    rules: defaultRules,
  },
  bays: [
    { code: 'L1', workTypes: ['quick', 'mechanical'], capacity: 1 },
    { code: 'L2', workTypes: ['mechanical', 'quick'], capacity: 1 },
    { code: 'B1', workTypes: ['body', 'prep', 'paint'], capacity: 1 },
    { code: 'W1', workTypes: ['wash'], capacity: 2 },
  ],
  teams: [{ id: 'T1', name: 'Mechanics' }],
  staff: [
    { id: 'tan', roles: ['technician', 'teamLeader'], workTypes: ['quick', 'mechanical'], team: 'T1' },
    { id: 'mei', roles: ['technician'], workTypes: ['mechanical', 'quick'], team: 'T1' },
    { id: 'bo', roles: ['technician'], workTypes: ['body', 'prep', 'paint'], team: null },
    { id: 'ivy', roles: ['inspector', 'technician'], workTypes: ['inspection', 'mechanical'], team: null },
    { id: 'wu', roles: ['washer', 'inspector'], workTypes: ['wash', 'inspection'], team: null },
    { id: 'ada', roles: ['advisor', 'dispatcher', 'manager'], workTypes: [], team: null },
  ],
};

/** What a test says of an order; the rest is an oil change by appointment, promised for 16:00, whose customer waits here. */
export interface OrderWish extends Partial<Omit<OrderRow, 'operations'>> {
  /** Names of the shop's table; their standard minutes are taken from it. */
  operations?: string[];
}

/** Everything that can be done to a body, in its order. */
export const ACCIDENT = ['Strip', 'Beat', 'Sand', 'Spray', 'Bake', 'Polish', 'Refit'];

/** A row of an imported file; car and customer are named after the order. */
export function row(order: string, { operations = ['Oil'], ...wish }: OrderWish = {}): OrderRow {
  return {
    order,
    vehicle: `v-${order}`,
    customer: `c-${order}`,
    advisor: 'ada',
    serviceType: 'maintenance',
    mileageKm: 10_000,
    operations: operations.map((name) => ({
      name,
      minutes: littleShop.shop.operations.find((standard) => standard.name === name)?.minutes ?? 30,
    })),
    arrivalAt: clock('08:30'),
    promisedAt: clock('16:00'),
    appointment: true,
    waits: 'lounge',
    wash: false,
    hasWords: false,
    ...wish,
  };
}
