// console/displays/ — a display as it is being added: what is filled in, what is missing, and what is sent.
import type { Language } from '@zhunshi/shared/i18n/dictionary.ts';
import { plainLounge, plainWall } from '@zhunshi/shared/wire/displayChoices.ts';
import type { DisplayKind, LoungeChoice, WallChoice } from '@zhunshi/shared/wire/displayChoices.ts';
import type { CreateDisplayRequest } from '@zhunshi/shared/wire/displays.ts';

/** What is filled in; the choices of both kinds, so that none is lost by looking at the other. */
export interface DisplayDraft {
  name: string;
  /** Null until somebody chose: what strangers see and what the workshop sees is nobody's habit to guess. */
  kind: DisplayKind | null;
  wall: WallChoice;
  lounge: LoungeChoice;
}

/** A draft of which the kind was chosen. */
export type NewDisplay = DisplayDraft & { kind: DisplayKind };

/** Nothing filled in. `reads`: the language that the shop most likely reads. */
export function emptyDisplay(reads: Language): DisplayDraft {
  return { name: '', kind: null, wall: { ...plainWall, language: reads }, lounge: plainLounge };
}

/** The request: with the choices of its kind only. */
export function requestOf({ name, kind, wall, lounge }: NewDisplay): CreateDisplayRequest {
  return { name: name.trim(), kind, ...(kind === 'wall' ? { wall } : { lounge }) };
}

/** A code while it is typed: large letters in two groups, letters that look like figures as figures; what cannot be in it is left out. */
export function typedCode(entry: string): string {
  const meant = entry.normalize('NFKC').toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  const code = meant.replaceAll(/[^0-9A-HJKMNP-TV-Z]/g, '').slice(0, 8);
  return code.length > 4 ? `${code.slice(0, 4)}-${code.slice(4)}` : code;
}

/** True for a whole code. */
export function isWholeCode(typed: string): boolean {
  return typed.length === 9;
}
