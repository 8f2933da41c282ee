// domain/deciders/ — what people do about alarms: taken note of, put off, handed up. An alarm itself is computed; an answer holds for
// the episode that it was given to, and a new episode rings anew [ALM-4].
import type { CommandOf } from '../commands.ts';
import type { Context } from '../context.ts';
import type { DomainEvent } from '../events.ts';
import { refusal } from '../refusals.ts';
import { accepted, refused, type Result } from '../result.ts';
import type { AlarmNote, Job, ShopState } from '../state.ts';
import { openJob } from './found.ts';

type AlarmAnswer = CommandOf<'AcknowledgeAlarm' | 'SnoozeAlarm' | 'EscalateAlarm'>;

/** An alarm is put off for so many hours at most [ALM-5]. */
const SNOOZE_HOURS = 24;

/** Somebody has taken note: it rings no more in this episode [ALM-4]. Nothing when somebody has already [ALM-6]. */
export function acknowledgeAlarm(state: ShopState, command: CommandOf<'AcknowledgeAlarm'>): Result<DomainEvent[]> {
  return answering(state, command, ({ job, alarm, episode }, note) =>
    note && note.acknowledgedAt !== null ? [] : [{ type: 'AlarmAcknowledged', job, alarm, episode }],
  );
}

/** Puts an alarm off until a moment, for who asks. Refused: not ahead, or further than a day [ALM-5]. */
export function snoozeAlarm(
  state: ShopState,
  command: CommandOf<'SnoozeAlarm'>,
  { at, by }: Context,
): Result<DomainEvent[]> {
  const { until } = command;
  if (until <= at || until > at + SNOOZE_HOURS * 3_600_000)
    return refused(refusal('snoozeSpan', { hours: SNOOZE_HOURS }));
  return answering(state, command, ({ job, alarm, episode }, note) =>
    note?.snoozedUntil === until && note.snoozedBy === by ? [] : [{ type: 'AlarmSnoozed', job, alarm, episode, until }],
  );
}

/** Hands an alarm up to the manager. Nothing when that was done already [ALM-6]. */
export function escalateAlarm(state: ShopState, command: CommandOf<'EscalateAlarm'>): Result<DomainEvent[]> {
  return answering(state, command, ({ job, alarm, episode }, note) =>
    note && note.escalatedAt !== null ? [] : [{ type: 'AlarmEscalated', job, alarm, episode }],
  );
}

/** Alarms of visits that are still to come or under way can be answered; what is known of another episode says nothing [ALM-4]. */
function answering<Command extends AlarmAnswer>(
  state: ShopState,
  command: Command,
  answer: (command: Command, note: AlarmNote | undefined) => DomainEvent[],
): Result<DomainEvent[]> {
  const found = openJob(state, command.job);
  if (!found.ok) return found;
  return accepted(answer(command, noteOf(found.value, command)));
}

function noteOf({ alarms }: Job, { alarm, episode }: AlarmAnswer): AlarmNote | undefined {
  const note = alarms[alarm];
  return note?.episode === episode ? note : undefined;
}
