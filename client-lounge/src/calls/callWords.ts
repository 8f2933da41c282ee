// calls/ — a call in words: as the banner shows it, and as a voice says it.
import type { Language } from '@zhunshi/shared/i18n/dictionary.ts';
import { loungeWords } from '@zhunshi/shared/i18n/loungeWords.ts';
import type { Call } from './callQueue.ts';

/** What the banner shows. The parts may stand on one line or on two. */
export interface CallText {
  label: string;
  /** Stands after the label. */
  owner: string;
  zh: readonly [string, string];
  en: readonly [string, string];
  about: Call['about'];
}

/** The call as it is shown. */
export function shownCall({ label, about }: Call): CallText {
  const zh = loungeWords['zh-CN'].call;
  return { label, owner: zh.owner, zh: zh[about], en: loungeWords.en.call[about], about };
}

/** Two parts as one sentence; what is wanted at the desk follows the desk without a comma. */
export function joined(
  { about }: Pick<CallText, 'about'>,
  parts: readonly [string, string],
  language: Language,
): string {
  const space = language === 'en' ? ' ' : '';
  return parts.join(about === 'ready' ? loungeWords[language].call.between : space);
}

/** A masked plate, with the slip's number where two look alike. */
const MASKED = /^(\S+)·\*\*(\S+)(?: (\S+))?$/;

/** The call as it is spoken: digits one by one, and no stars. */
export function spokenCall(call: Call, language: Language): string {
  const words = loungeWords[language].call;
  const [, region = '', tail = '', slip] = MASKED.exec(call.label) ?? [];
  const number = slip ?? (region === '' ? call.label : null);
  const owner = number === null ? words.spokenPlate(region, spelled(tail)) : words.spokenSlip(spelled(number));
  const shown = shownCall(call);
  return `${owner}${words.between}${joined(shown, language === 'en' ? shown.en : shown.zh, language)}`;
}

function spelled(text: string): string {
  return Array.from(text).join(' ');
}
