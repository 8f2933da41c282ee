// domain/ — who is here to work: attendance, planned leave, breaks.
import { localDay } from '../time/shopTime.ts';
import { refusal, type Refusal } from './refusals.ts';
import type { ShopState, StaffMember } from './state.ts';
import type { Instant, LocalDay, StaffId } from './words.ts';

/** True on a day of planned absence [ATT-3]. */
export function isOnLeave({ leave }: StaffMember, day: LocalDay): boolean {
  return leave.some(({ from, to }) => from <= day && day <= to);
}

/** Why somebody cannot be given work: unknown, away, or on leave today [DSP-6] [ATT-3]. A break does not matter: the work waits. */
export function whyNotToday(state: ShopState, staff: StaffId, at: Instant): Refusal | null {
  const member = state.staff[staff];
  if (!member) return refusal('unknownStaff', { staff });
  if (!member.present) return refusal('staffAway', { staff });
  if (isOnLeave(member, localDay(at, state.shop?.timeZone ?? 'UTC'))) return refusal('staffOnLeave', { staff });
  return null;
}

/** Why somebody cannot begin work now: as above, or on a break [ATT-4]. */
export function whyNotNow(state: ShopState, staff: StaffId, at: Instant): Refusal | null {
  const no = whyNotToday(state, staff, at);
  if (no) return no;
  return state.staff[staff]?.onBreak ? refusal('staffOnBreak', { staff }) : null;
}
