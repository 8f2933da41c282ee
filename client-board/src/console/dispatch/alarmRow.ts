// dispatch/ — an alarm → its row. The same object while nothing that it was made of is another, so that nothing is worded or drawn anew.
import type { Directory } from '@zhunshi/shared/domain/directory.ts';
import type { Job } from '@zhunshi/shared/domain/state.ts';
import type { Instant, Role } from '@zhunshi/shared/domain/words.ts';
import type { ConsoleWords } from '@zhunshi/shared/i18n/consoleWords.ts';
import type { Alarm } from '@zhunshi/shared/plan/alarms.ts';
import { shortPlateOf } from '../desk/shopView.ts';
import type { ShopView } from '../desk/shopView.ts';
import { alarmTextOf, seenText } from './alarmText.ts';
import type { AlarmText } from './alarmText.ts';

export interface AlarmRow {
  alarm: Alarm;
  plate: string;
  text: AlarmText;
  /** Who has seen it, and when; empty: nobody. */
  seen: string;
}

/** What a row was made of, and the row. */
interface Made {
  job: Job;
  directory: Directory;
  roles: readonly Role[];
  asOf: Instant;
  say: ConsoleWords;
  row: AlarmRow;
}

const made = new WeakMap<Alarm, Made>();

/** The row of an alarm about a job. */
export function alarmRowOf(view: ShopView, alarm: Alarm, job: Job): AlarmRow {
  const { directory, roles, asOf, say } = view;
  const before = made.get(alarm);
  if (
    before?.job === job &&
    before.directory === directory &&
    before.roles === roles &&
    before.asOf === asOf &&
    before.say === say
  ) {
    return before.row;
  }
  const row = {
    alarm,
    plate: shortPlateOf(view, job),
    text: alarmTextOf(view, alarm, job),
    seen: seenText(view, alarm, job),
  };
  made.set(alarm, { job, directory, roles, asOf, say, row });
  return row;
}
