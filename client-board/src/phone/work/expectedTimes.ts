// phone/work/ — when parts may come, in a few taps: soon, or when the shop opens on the next day.
import type { ShopConfig } from '@zhunshi/shared/domain/state.ts';
import type { Instant } from '@zhunshi/shared/domain/words.ts';
import { addDays, instantOf, localDay } from '@zhunshi/shared/time/shopTime.ts';
import { WorkCalendar } from '@zhunshi/shared/time/workCalendar.ts';

const minuteMs = 60_000;
/** Minutes from now that are offered. */
export const offeredMinutes = [30, 60, 120] as const;

/** The first working moment of a later day; null where none is in sight. */
export function nextMorning(shop: ShopConfig, now: Instant): Instant | null {
  const midnight = instantOf(`${addDays(localDay(now, shop.timeZone), 1)} 00:00`, shop.timeZone);
  return midnight === null ? null : WorkCalendar.of(shop, midnight).nextWorking(midnight);
}

/** A span from now. */
export function inMinutes(now: Instant, minutes: number): Instant {
  return Math.round(now + minutes * minuteMs);
}
