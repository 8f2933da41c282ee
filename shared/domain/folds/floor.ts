// domain/folds/ — the floor itself: who is here, which bay is open; and what people did about alarms.
import type { AlarmNote, ShopState } from '../state.ts';
import type { AlarmCode, JobId } from '../words.ts';
import { changeBay, changeJob, changeStaff, type Folds } from './changes.ts';

export const floor: Folds<
  | 'AttendanceChanged'
  | 'BreakStarted'
  | 'BreakEnded'
  | 'LeaveSet'
  | 'BayClosed'
  | 'BayOpened'
  | 'AlarmAcknowledged'
  | 'AlarmSnoozed'
  | 'AlarmEscalated'
> = {
  AttendanceChanged: (state, { staff, present }) => changeStaff(state, staff, { present, onBreak: null }),
  BreakStarted: (state, { staff, until }, { at }) => changeStaff(state, staff, { onBreak: { since: at, until } }),
  BreakEnded: (state, { staff }) => changeStaff(state, staff, { onBreak: null }),
  LeaveSet: (state, { staff, leave }) => changeStaff(state, staff, { leave }),
  BayClosed: (state, { bay, reason, until }, { at }) => changeBay(state, bay, { closed: { reason, until, since: at } }),
  BayOpened: (state, { bay }) => changeBay(state, bay, { closed: null }),
  AlarmAcknowledged: (state, { job, alarm, episode }, { at, by }) =>
    changeAlarm(state, job, alarm, episode, { acknowledgedAt: at, acknowledgedBy: by }),
  AlarmSnoozed: (state, { job, alarm, episode, until }, { by }) =>
    changeAlarm(state, job, alarm, episode, { snoozedUntil: until, snoozedBy: by }),
  AlarmEscalated: (state, { job, alarm, episode }, { at }) =>
    changeAlarm(state, job, alarm, episode, { escalatedAt: at }),
};

/** What was done about another episode of the alarm is forgotten. */
function changeAlarm(
  state: ShopState,
  id: JobId,
  alarm: AlarmCode,
  episode: string,
  change: Partial<AlarmNote>,
): ShopState {
  return changeJob(state, id, (job) => {
    const known = job.alarms[alarm];
    const untouched = {
      acknowledgedAt: null,
      acknowledgedBy: null,
      snoozedUntil: null,
      snoozedBy: null,
      escalatedAt: null,
    };
    const note = known?.episode === episode ? known : { episode, ...untouched };
    return { ...job, alarms: { ...job.alarms, [alarm]: { ...note, ...change } } };
  });
}
