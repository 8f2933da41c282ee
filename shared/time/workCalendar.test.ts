// Working time: what counts, and what does not.
import { describe, expect, test } from 'vitest';
import { clock, littleShop } from '../testing/littleShop.ts';
import { instantOf } from './shopTime.ts';
import { WorkCalendar } from './workCalendar.ts';

const MINUTE = 60_000;
const calendar = WorkCalendar.of(littleShop.shop, clock('08:00'));
const after = (from: string, minutes: number): number => calendar.add(clock(from), minutes * MINUTE);

describe('working time', () => {
  test('begins at once within hours, else with the next window [PLN-3]', () => {
    expect(calendar.nextWorking(clock('10:15'))).toBe(clock('10:15'));
    expect(calendar.nextWorking(clock('07:00'))).toBe(clock('08:30'));
    expect(calendar.nextWorking(clock('12:00'))).toBe(clock('13:00'));
    expect(calendar.nextWorking(clock('18:00'))).toBe(clock('2026-11-24 08:30'));
  });

  test('leaves lunch out [PLN-3]', () => {
    expect(after('11:30', 30)).toBe(clock('12:00'));
    expect(after('11:30', 41)).toBe(clock('13:11'));
  });

  test('what ends within ten minutes of a break is finished first, what takes longer waits [PLN-4]', () => {
    expect(after('11:50', 20)).toBe(clock('12:10'));
    expect(after('11:50', 21)).toBe(clock('13:11'));
    expect(after('12:04', 5)).toBe(clock('12:09'));
    expect(after('12:04', 7)).toBe(clock('13:07'));
  });

  test('at a moment within ten minutes of a break the work is believed to go on [PLN-4]', () => {
    expect(calendar.between(clock('11:50'), clock('12:05'))).toBe(15 * MINUTE);
    expect(calendar.between(clock('11:50'), clock('12:30'))).toBe(10 * MINUTE);
    expect([calendar.isFinishing(clock('11:59')), calendar.isFinishing(clock('12:05'))]).toEqual([false, true]);
    expect(calendar.isFinishing(clock('12:11'))).toBe(false);
  });

  test('goes over closing time to the next morning [PLN-3]', () => {
    expect(after('17:40', 50)).toBe(clock('2026-11-24 09:00'));
  });

  test('knows short Saturdays and closed Sundays [PLN-3]', () => {
    expect(after('2026-11-28 11:30', 60)).toBe(clock('2026-11-30 09:00'));
  });

  test('is counted between two moments as it is added [PLN-3]', () => {
    expect(calendar.between(clock('11:30'), clock('2026-11-24 09:00'))).toBe((30 + 300 + 30) * MINUTE);
    expect(calendar.between(clock('12:10'), clock('12:50'))).toBe(0);
  });

  test('of a shop without any hours does not go on for ever [PLN-3]', () => {
    const hours = { weekdays: [], saturday: [], sunday: [] };
    const closed = WorkCalendar.of({ timeZone: 'Asia/Shanghai', hours, calendar: {} }, clock('08:00'));
    expect(closed.nextWorking(clock('09:00'))).toBe(clock('09:00'));
    expect(closed.add(clock('09:00'), MINUTE)).toBe(clock('09:01'));
    expect(closed.nextWorking(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
  });

  test('still has hours months after a car came [PLN-3]', () => {
    expect(calendar.nextWorking(clock('2027-03-22 12:30'))).toBe(clock('2027-03-22 13:00'));
  });

  test('has the hours of the shop on the day when the clock is changed [PLN-3]', () => {
    const timeZone = 'Europe/Berlin';
    const berlin = WorkCalendar.of(
      { timeZone, hours: { weekdays: [], saturday: [['20:00', '22:00']], sunday: [['08:00', '12:00']] }, calendar: {} },
      instantOf('2026-03-28 12:00', timeZone)!,
    );
    const evening = instantOf('2026-03-28 21:30', timeZone)!;
    expect(berlin.add(evening, 60 * MINUTE)).toBe(instantOf('2026-03-29 08:30', timeZone));
  });

  test('leaves a holiday out, and uses overtime and a Sunday that is worked [SET-9]', () => {
    const special = WorkCalendar.of(
      {
        ...littleShop.shop,
        calendar: {
          '2026-11-23': { kind: 'overtime', windows: [...littleShop.shop.hours.weekdays, ['18:30', '21:00']] },
          '2026-11-24': { kind: 'holiday', windows: [] },
          '2026-11-29': { kind: 'special', windows: [['09:00', '12:00']] },
        },
      },
      clock('08:00'),
    );
    expect(special.add(clock('17:00'), 90 * MINUTE)).toBe(clock('19:00'));
    expect(special.add(clock('20:30'), 60 * MINUTE)).toBe(clock('2026-11-25 09:00'));
    expect(special.between(clock('2026-11-24 00:00'), clock('2026-11-25 00:00'))).toBe(0);
    expect(special.nextWorking(clock('2026-11-28 12:00'))).toBe(clock('2026-11-29 09:00'));
  });
});
