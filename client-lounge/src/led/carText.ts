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
  expected: ExpectedText;
}

/** When the car is expected, or what is said instead. */
export interface ExpectedText extends BothLanguages {
  /** Where the Chinese names a day and a time: the two apart, for walls that are too narrow for both in one size. */
  parts: { day: string; time: string } | null;
  /** A time or a day, and no word in its place: it is told what of. */
  isTime: boolean;
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
function expectedText(car: LoungeCarRow, timeZone: string, now: number): ExpectedText {
  if (car.status === 'ready') return wordFor('ready');
  if (car.status === 'waitingApproval') return wordFor('approval');
  if (car.soon) return wordFor('soon');
  if (car.expectedAt === null) return wordFor('unknown');
  const time = localTime(car.expectedAt, timeZone);
  const day = localDay(car.expectedAt, timeZone);
  const days = daysBetween(localDay(now, timeZone), day);
  // Only another day needs its name; a time that has just passed is still today's.
  if (days <= 0) return { zh: time, en: '', parts: null, isTime: true };
  if (days === 1) return onDay(zh.tomorrow, en.tomorrow, time);
  if (days < 7) return onDay(zh.weekdays[weekday(day)] ?? '', en.weekdays[weekday(day)] ?? '', time);
  const [, month = 0, dayOfMonth = 0] = day.split('-').map(Number);
  return { zh: zh.monthDay(month, dayOfMonth), en: en.monthDay(month, dayOfMonth), parts: null, isTime: true };
}

function wordFor(what: keyof typeof zh.expected): ExpectedText {
  return { zh: zh.expected[what], en: en.expected[what], parts: null, isTime: false };
}

function onDay(day: string, enDay: string, time: string): ExpectedText {
  return { zh: `${day} ${time}`, en: enDay, parts: { day, time }, isTime: true };
}

/** A label that has no room in one line: what most people look for, and the slip that tells it from one that looks alike [PRV-3]. */
export function labelParts(label: string): { plate: string; slip: string } {
  const at = label.lastIndexOf(' ');
  return at < 0 ? { plate: label, slip: '' } : { plate: label.slice(0, at), slip: label.slice(at + 1) };
}
