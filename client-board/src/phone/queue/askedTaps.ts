// phone/queue/ — which taps this page has asked for, so that the last can be taken back after a reload too [UNDO-1]. Ids and kinds only.
import type { CommandType } from '@zhunshi/shared/domain/commands.ts';

export interface AskedTap {
  id: string;
  type: CommandType;
}

type Keep = Pick<Storage, 'getItem' | 'setItem'>;
const key = 'zhunshi.phone.asked';
/** As many as a hand gives in the minute in which they can be undone. */
const rememberedTaps = 30;

/** Those of this page, also before it was loaded anew. */
export function readAsked(keep: Keep): readonly AskedTap[] {
  try {
    const kept: unknown = JSON.parse(keep.getItem(key) ?? '[]');
    return Array.isArray(kept) ? (kept as AskedTap[]) : [];
  } catch {
    return [];
  }
}

/** With one more, kept where the browser allows it. */
export function withAsked(asked: readonly AskedTap[], { id, type }: AskedTap, keep: Keep): readonly AskedTap[] {
  const next = [...asked.slice(1 - rememberedTaps), { id, type }];
  try {
    keep.setItem(key, JSON.stringify(next));
  } catch {
    // Storage is forbidden or full: undo is offered as long as the page stays.
  }
  return next;
}
