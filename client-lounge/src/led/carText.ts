// led/ — a car's row in words: what the dots and the text twin both say.
import { daysBetween, localDay, localTime, weekday } from '@zhunshi/shared/time/shopTime.ts';
import { loungeWords } from '@zhunshi/shared/i18n/loungeWords.ts';
import type { LoungeCarRow, LoungeStatus } from '@zhunshi/shared/views/loungeBoard.ts';
import type { LedColor } from './drawList.ts';

const zh = loungeWords['zh-CN'];
const en = loungeWords.en;

/** The same words in both languages; `en` is empty where the first says it for everyone (a time of day). */
export interface BothLanguages {
  zh: string;
  en: string;
}

export interface CarText {
  key: string;
  label: string;
  step: number;
  color: LedColor;
  status: BothLanguages;
  expected: BothLanguages;
}

const statusColors: Record<LoungeStatus, LedColor> = {
  waiting: 'dim',
  dispatched: 'dim',
  working: 'working',
  waitingParts: 'waiting',
  waitingApproval: 'waiting',
  waitingOther: 'waiting',
  inspecting: 'checking',
  washing: 'checking',
  ready: 'ready',
};

/**
 * The words for a car.
 * @param now the shop's time, epoch ms: tells today from another day
 */
export function carText(car: LoungeCarRow, timeZone: string, now: number): CarText {
  const { key, label, step, status } = car;
  return {
    key,
    label,
    step,
    color: statusColors[status],
    status: { zh: zh.status[status], en: en.status[status] },
    expected: expectedText(car, timeZone, now),
  };
}

/** When the car is expected, or an honest word where a time is not known or depends on the customer. */
function expectedText(car: LoungeCarRow, timeZone: string, now: number): BothLanguages {
  if (car.status === 'ready') return { zh: zh.expected.ready, en: en.expected.ready };
  if (car.status === 'waitingApproval') return { zh: zh.expected.approval, en: en.expected.approval };
  if (car.expectedAt === null) return { zh: zh.expected.unknown, en: en.expected.unknown };
  const time = localTime(car.expectedAt, timeZone);
  const day = localDay(car.expectedAt, timeZone);
  const days = daysBetween(localDay(now, timeZone), day);
  // Only another day needs its name; a time that has just passed is still today's.
  if (days <= 0) return { zh: time, en: '' };
  if (days === 1) return { zh: `${zh.tomorrow} ${time}`, en: en.tomorrow };
  if (days < 7) return { zh: `${zh.weekdays[weekday(day)] ?? ''} ${time}`, en: en.weekdays[weekday(day)] ?? '' };
  const [, month = 0, dayOfMonth = 0] = day.split('-').map(Number);
  return { zh: zh.monthDay(month, dayOfMonth), en: en.monthDay(month, dayOfMonth) };
}
