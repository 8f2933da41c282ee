// testing/ — commands of a small shop, enough to make a log move.
import type { CommandOf } from '@zhunshi/shared/domain/commands.ts';
import { uuidv7 } from 'uuidv7';

/** A garage with two bays, a dispatcher and a technician. */
export function setUpSmallShop(): CommandOf<'SetUpShop'> {
  const day: [string, string][] = [['08:30', '18:00']];
  return {
    id: uuidv7(),
    type: 'SetUpShop',
    shop: {
      name: '示例修理厂',
      timeZone: 'Asia/Shanghai',
      locale: 'zh-CN',
      hours: { weekdays: day, saturday: day, sunday: day },
      onTimeTarget: 0.96,
      serviceTypes: [{ code: 'maintenance', zh: '常规保养', en: 'Maintenance' }],
      stageMinutes: { finalInspection: 10, wash: 15 },
      operations: [{ name: '机油机滤更换', workType: 'quick', minutes: 30, unattended: false }],
    },
    bays: [
      { code: 'A01', workTypes: ['quick'], capacity: 1 },
      { code: 'A02', workTypes: ['quick'], capacity: 1 },
    ],
    teams: [],
    staff: [
      {
        id: 'P01',
        roles: ['manager', 'dispatcher', 'advisor', 'inspector'],
        workTypes: ['inspection', 'wash'],
        team: null,
      },
      { id: 'P02', roles: ['technician'], workTypes: ['quick'], team: null },
    ],
  };
}

/** Books one car for its only operation. */
export function bookCar(
  order: string,
  arrivalAt: number,
  waits: 'lounge' | 'away' = 'lounge',
): CommandOf<'ImportOrders'> {
  return {
    id: uuidv7(),
    type: 'ImportOrders',
    rows: [
      {
        order,
        vehicle: `v_${order}`,
        customer: `p_${order}`,
        advisor: 'P01',
        serviceType: 'maintenance',
        mileageKm: 12_000,
        operations: [{ name: '机油机滤更换', minutes: 30 }],
        arrivalAt,
        promisedAt: arrivalAt + 2 * 3_600_000,
        appointment: true,
        waits,
        wash: false,
        hasWords: false,
      },
    ],
    applyChanges: false,
    renewed: { vehicles: [], persons: [] },
  };
}

/** Sends somebody home, or takes them back: a command that can be given again and again. */
export function setAttendance(present: boolean, staff = 'P02'): CommandOf<'SetAttendance'> {
  return { id: uuidv7(), type: 'SetAttendance', staff, present };
}

/** Closes a bay. */
export function closeBay(bay = 'A02'): CommandOf<'CloseBay'> {
  return { id: uuidv7(), type: 'CloseBay', bay, reason: 'cleaning', until: null };
}
