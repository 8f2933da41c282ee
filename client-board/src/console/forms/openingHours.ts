// forms/ — opening hours as they are typed: `08:30-12:00 13:30-18:00`, and as the shop keeps them.
import { inOrder } from '@zhunshi/shared/domain/soundSetUp.ts';
import type { Window } from '@zhunshi/shared/domain/state.ts';

const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Windows as they are typed. */
export function windowsText(windows: readonly Window[]): string {
  return windows.map(([from, to]) => `${from}-${to}`).join(' ');
}

/** Hours as typed → windows; what is no window stays as it is, for `areHours` to find. */
export function windowsOf(text: string): [string, string][] {
  return text
    .replaceAll('：', ':')
    .split(/[\s,，;；、]+/)
    .filter(Boolean)
    .map((one) => {
      const [from = '', to = ''] = one.split(/[-–—~至]/);
      return [from.padStart(5, '0'), to.padStart(5, '0')];
    });
}

/** True where every window is two times of a day, and they follow each other [SET-3]. */
export function areHours(windows: readonly Window[]): boolean {
  return windows.flat().every((time) => timeOfDay.test(time)) && inOrder(windows);
}
