// The shop's own clock, in zones that change it and in zones that do not.
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, instantOf, isTimeZone, localDay, localTime, weekday } from './shopTime.ts';

fc.configureGlobal({ seed: 20_261_123 });

const zones = ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC'];
const zone = fc.constantFrom(...zones);
const MINUTE = 60_000;
const minute = fc
  .integer({ min: Date.UTC(2020, 0, 1) / MINUTE, max: Date.UTC(2040, 0, 1) / MINUTE })
  .map((n) => n * MINUTE);
const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString().slice(0, 16));

describe('between moments and the clock of the shop', () => {
  property.prop([minute, zone])(
    'a moment is the moment of its own day and time, but for the hour that comes twice',
    (at, timeZone) => {
      const text = `${localDay(at, timeZone)} ${localTime(at, timeZone)}`;
      const back = instantOf(text, timeZone)!;
      expect(`${localDay(back, timeZone)} ${localTime(back, timeZone)}`).toBe(text);
      expect([0, 30 * MINUTE, 60 * MINUTE]).toContain(at - back);
    },
  );

  property.prop([minute, zone])('its day and time are those that the calendar of the machine gives', (at, timeZone) => {
    const told = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at);
    expect(`${localDay(at, timeZone)} ${localTime(at, timeZone)}`).toBe(told);
  });

  property.prop([minute])('in Shanghai, which changes no clock, there and back is the same', (at) => {
    expect(instantOf(`${localDay(at, 'Asia/Shanghai')} ${localTime(at, 'Asia/Shanghai')}`, 'Asia/Shanghai')).toBe(at);
  });

  test.each([
    ['Asia/Shanghai', '2026-11-23 08:30', '2026-11-23T00:30'],
    ['Europe/Berlin', '2026-07-01 12:00', '2026-07-01T10:00'],
    ['Europe/Berlin', '2026-12-01 12:00', '2026-12-01T11:00'],
    ['America/New_York', '2026-07-01 12:00', '2026-07-01T16:00'],
  ])('in %s %s is %s', (timeZone, text, at) => {
    expect(iso(instantOf(text, timeZone))).toBe(at);
  });

  test('a time that a change of clock skips is as much later', () => {
    expect(iso(instantOf('2026-03-29 02:30', 'Europe/Berlin'))).toBe('2026-03-29T01:30');
    expect(localTime(instantOf('2026-03-29 02:30', 'Europe/Berlin')!, 'Europe/Berlin')).toBe('03:30');
    expect(localTime(instantOf('2026-03-08 02:15', 'America/New_York')!, 'America/New_York')).toBe('03:15');
  });

  test('of a time that comes twice it is the first', () => {
    expect(iso(instantOf('2026-10-25 02:30', 'Europe/Berlin'))).toBe('2026-10-25T00:30');
    expect(iso(instantOf('2026-11-01 01:30', 'America/New_York'))).toBe('2026-11-01T05:30');
  });
});

describe('texts of times', () => {
  test.each(['2026-11-23 08:30', '2026/11/23 8:30', '2026-11-23T08:30', ' 2026-11-23 08:30:00 '])(
    '%j is one',
    (text) => {
      expect(iso(instantOf(text, 'Asia/Shanghai'))).toBe('2026-11-23T00:30');
    },
  );

  test.each([
    '',
    '2026-02-30 08:30',
    '2026-13-01 08:30',
    '2026-11-23 24:00',
    '2026-11-23 08:60',
    '2026-11-23',
    '08:30',
    'soon',
  ])('%j is none', (text) => {
    expect(instantOf(text, 'Asia/Shanghai')).toBeNull();
  });
});

describe('days', () => {
  property.prop([minute, fc.integer({ min: -400, max: 400 })])(
    'so many days later is so many days after',
    (at, days) => {
      const day = localDay(at, 'UTC');
      expect(daysBetween(day, addDays(day, days))).toBe(days);
      expect((((weekday(day) + days) % 7) + 7) % 7).toBe(weekday(addDays(day, days)));
    },
  );

  test('know their day of the week, and go on over the end of a month', () => {
    expect([weekday('2026-11-22'), weekday('2026-11-23')]).toEqual([0, 1]);
    expect([addDays('2026-02-28', 1), addDays('2026-01-01', -1)]).toEqual(['2026-03-01', '2025-12-31']);
  });

  test.each(['Asia/Shanghai', 'Europe/Berlin', 'UTC'])('%s is a time zone [SET-2]', (timeZone) => {
    expect(isTimeZone(timeZone)).toBe(true);
  });

  test.each(['', 'Asia/Nowhere', 'Shanghai time'])('%j is none [SET-2]', (timeZone) => {
    expect(isTimeZone(timeZone)).toBe(false);
  });
});
