// domain/deciders/ — notices: what the shop tells everybody in the lounge, from one moment until another.
import type { CommandOf } from '../commands.ts';
import type { Context } from '../context.ts';
import type { DomainEvent } from '../events.ts';
import { refusal } from '../refusals.ts';
import { accepted, refused, type Result } from '../result.ts';
import type { ShopState } from '../state.ts';

/** More than anybody would read while a car is washed. */
const MOST_NOTICES = 20;

/** Posts a notice, or changes the one of that id [NTC-1]. Nothing when it stands there so. Refused: it would be over at once; too many. */
export function postNotice(
  state: ShopState,
  { notice, zh, en, from, until }: CommandOf<'PostNotice'>,
  { at }: Context,
): Result<DomainEvent[]> {
  const known = state.notices[notice];
  if (known?.zh === zh && known.en === en && known.from === from && known.until === until) return accepted([]);
  if (until <= from || until <= at) return refused(refusal('noticeOver', {}));
  const live = Object.values(state.notices).filter((one) => one.until > at && one.id !== notice);
  if (live.length >= MOST_NOTICES) return refused(refusal('tooManyNotices', { most: MOST_NOTICES }));
  return accepted([{ type: 'NoticePosted', notice, zh, en, from, until }]);
}

/** Takes a notice down [NTC-1]; one that is not there is down already. */
export function removeNotice(state: ShopState, { notice }: CommandOf<'RemoveNotice'>): Result<DomainEvent[]> {
  return accepted(state.notices[notice] ? [{ type: 'NoticeRemoved', notice }] : []);
}
