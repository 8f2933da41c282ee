// live/ — whether the page is to be loaded anew by night. Pure.

const HOUR_MS = 3_600_000;
/** A page that is younger was loaded in this night, or today. */
const LEAST_AGE_MS = 20 * HOUR_MS;
const NIGHT = '03:';

/**
 * True from a minute of the hour after three on, of a page that is old enough [LNG-5].
 * @param age real ms since the page was loaded
 * @param time the shop's time of day, `HH:MM`
 * @param minute of this screen, 0..59
 */
export function nightlyDue(age: number, time: string, minute: number): boolean {
  return age >= LEAST_AGE_MS && time.startsWith(NIGHT) && Number(time.slice(NIGHT.length)) >= minute;
}
