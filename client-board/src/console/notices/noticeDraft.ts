// console/notices/ — a notice as it is being written: in the shop's time, what is wrong with it, and the command that it becomes.
import type { Notice } from '@zhunshi/shared/domain/state.ts';
import type { Instant } from '@zhunshi/shared/domain/words.ts';
import { MOST_OF_NOTICE } from '@zhunshi/shared/domain/words.ts';
import { instantOf, localDay, localTime } from '@zhunshi/shared/time/shopTime.ts';
import type { Ask } from '../../live/wish.ts';

/** A notice that nobody chose an end for is on for so long. */
const USUAL_SPAN_MS = 4 * 3_600_000;

/** What is filled in; the times as a browser's field has them, `2026-11-22T14:30`. */
export interface NoticeDraft {
  /** Id of the notice that is changed; null: it is a new one. */
  notice: string | null;
  zh: string;
  en: string;
  from: string;
  until: string;
}

export type NoticeProblem = 'empty' | 'tooLong' | 'time' | 'backwards' | 'over';

/** Nothing written yet: from now on, for some hours. */
export function newDraft(now: Instant, timeZone: string): NoticeDraft {
  return { notice: null, zh: '', en: '', ...spanOf(now, now + USUAL_SPAN_MS, timeZone) };
}

/** A notice that is there, to be changed. */
export function draftOf({ id, zh, en, from, until }: Notice, timeZone: string): NoticeDraft {
  return { notice: id, zh, en, ...spanOf(from, until, timeZone) };
}

/** Characters that may still be written in each language; below 0: so many are too many, which is said instead of cutting them off. */
export function charactersLeft({
  zh,
  en,
}: Pick<NoticeDraft, 'zh' | 'en'>): Record<keyof typeof MOST_OF_NOTICE, number> {
  return { zh: MOST_OF_NOTICE.zh - zh.trim().length, en: MOST_OF_NOTICE.en - en.trim().length };
}

/** The command, or what is wrong. `id`: of a notice that is new. */
export function noticeCommand(
  { notice, zh, en, from, until }: NoticeDraft,
  { now, timeZone, id }: { now: Instant; timeZone: string; id: string },
): { wish: Extract<Ask, { type: 'PostNotice' }> } | { problem: NoticeProblem } {
  const [begins, ends] = [instantOf(from, timeZone), instantOf(until, timeZone)];
  const texts = { zh: zh.trim(), en: en.trim() };
  if (texts.zh === '' && texts.en === '') return { problem: 'empty' };
  if (Object.values(charactersLeft(texts)).some((left) => left < 0)) return { problem: 'tooLong' };
  if (begins === null || ends === null) return { problem: 'time' };
  if (ends <= begins) return { problem: 'backwards' };
  if (ends <= now) return { problem: 'over' };
  return { wish: { type: 'PostNotice', notice: notice ?? id, ...texts, from: begins, until: ends } };
}

/** Notices that are on now or will be, in the order of their beginning. */
export function noticesAhead(
  notices: Readonly<Record<string, Notice>>,
  now: Instant,
): { notice: Notice; on: boolean }[] {
  return Object.values(notices)
    .filter(({ until }) => until > now)
    .sort((a, b) => a.from - b.from || a.at - b.at)
    .map((notice) => ({ notice, on: notice.from <= now }));
}

function spanOf(from: Instant, until: Instant, timeZone: string): Pick<NoticeDraft, 'from' | 'until'> {
  const field = (at: Instant): string => `${localDay(at, timeZone)}T${localTime(at, timeZone)}`;
  return { from: field(from), until: field(until) };
}
