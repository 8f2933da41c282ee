// live/ — the browser's place for what is not answered yet: for as long as the tab, null where it keeps nothing.
import type { AnswerStore } from './keptAnswer.ts';

/** `sessionStorage`, where the browser lets a page have it. */
export function sessionPlace(): AnswerStore | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}
