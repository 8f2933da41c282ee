// domain/deciders/ — the floor itself: who is here, which bay is open.
import type { CommandOf } from '../commands.ts';
import type { DomainEvent } from '../events.ts';
import { carsIn, runningWorkOf } from '../job.ts';
import { refusal } from '../refusals.ts';
import { accepted, refused, type Result } from '../result.ts';
import type { ShopState } from '../state.ts';

/** Says that somebody is here or away [ATT-1]. Refused: they are that already; they have work running [ATT-2]. */
export function setAttendance(state: ShopState, command: CommandOf<'SetAttendance'>): Result<DomainEvent[]> {
  const { staff, present } = command;
  const member = state.staff[staff];
  if (!member) return refused(refusal('unknownStaff', { staff }));
  if (member.present === present) return refused(refusal(present ? 'alreadyPresent' : 'alreadyAway', { staff }));
  const running = present ? null : runningWorkOf(state, staff);
  if (running) return refused(refusal('staffStillWorking', { staff, job: running.job.id }));
  return accepted([{ type: 'AttendanceChanged', staff, present }]);
}

/** Closes a bay with a reason [BAY-1]. Refused: closed already; a car stands in it [BAY-2]. */
export function closeBay(state: ShopState, command: CommandOf<'CloseBay'>): Result<DomainEvent[]> {
  const { bay: code, reason, until } = command;
  const bay = state.bays[code];
  if (!bay) return refused(refusal('unknownBay', { bay: code }));
  if (bay.closed) return refused(refusal('bayAlreadyClosed', { bay: code }));
  const [car] = carsIn(state, code);
  if (car) return refused(refusal('bayInUse', { bay: code, job: car.id }));
  return accepted([{ type: 'BayClosed', bay: code, reason, until }]);
}

/** Opens a closed bay [BAY-1]. */
export function openBay(state: ShopState, command: CommandOf<'OpenBay'>): Result<DomainEvent[]> {
  const bay = state.bays[command.bay];
  if (!bay) return refused(refusal('unknownBay', { bay: command.bay }));
  if (!bay.closed) return refused(refusal('bayAlreadyOpen', { bay: command.bay }));
  return accepted([{ type: 'BayOpened', bay: command.bay }]);
}
