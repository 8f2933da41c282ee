// live/ — what the customer has said and the server has not answered yet: kept over reloads with its id, so that it happens once
// [TRK-5]. It names no car and nobody.
import type { CustomerAnswer } from '@zhunshi/shared/wire/customerAnswer.ts';

const KEY = 'zhunshi.track.answer';

/** The part of `sessionStorage` that is needed. */
export interface AnswerStore {
  getItem: (key: string) => string | null;
  setItem: (key: string, value: string) => void;
  removeItem: (key: string) => void;
}

/** The page's place for its answer: one answer at a time, of one link. Where the browser keeps nothing, it lives as long as the page. */
export interface KeptAnswer {
  read: () => CustomerAnswer | null;
  keep: (answer: CustomerAnswer | null) => void;
}

/** @param page tells the pages of several links apart; nothing that can be turned back into a token */
export function keptAnswer(store: AnswerStore | null, page: string): KeptAnswer {
  let own: CustomerAnswer | null = null;
  return {
    read() {
      try {
        const text = store?.getItem(KEY) ?? null;
        const kept = text === null ? null : (JSON.parse(text) as { page: string; answer: CustomerAnswer });
        return kept?.page === page ? kept.answer : own;
      } catch {
        return own;
      }
    },
    keep(answer) {
      own = answer;
      try {
        if (answer === null) store?.removeItem(KEY);
        else store?.setItem(KEY, JSON.stringify({ page, answer }));
      } catch {
        // A browser that keeps nothing: the page remembers it as long as it is open.
      }
    },
  };
}

/** A short mark of a text that does not tell the text (FNV-1a, 32 bits of it). */
export function markOf(text: string): string {
  let mark = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) mark = Math.imul(mark ^ text.charCodeAt(at), 0x01000193);
  return (mark >>> 0).toString(36);
}
