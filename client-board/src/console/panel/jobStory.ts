// panel/ — what the log holds of a job → what happened to it and when, the latest last, and who put it on record. Told from the
// events alone, so that nothing that comes later changes what was [STO-1].
import type { WireEntry } from '@zhunshi/shared/domain/entry.ts';
import type { DomainEvent } from '@zhunshi/shared/domain/events.ts';
import type { Job } from '@zhunshi/shared/domain/state.ts';
import type { Instant } from '@zhunshi/shared/domain/words.ts';
import { storyWords } from '@zhunshi/shared/i18n/storyWords.ts';
import { listText, nameOf } from '../desk/shopView.ts';
import type { ShopView } from '../desk/shopView.ts';
import { momentText } from '../desk/timeText.ts';
import { StoryHands } from './storyHands.ts';
import { isWalkIn, saidOf, withPeople, type Said } from './storySentences.ts';

export interface StoryLine {
  at: Instant;
  /** What happened, with those who did it where the event names them. */
  text: string;
  /** Who gave the command, said as such where somebody else did it [STO-2]; empty: the same people, or the server. */
  by: string;
  /** So often in a row; the moment is the first one's. */
  times: number;
}

/** The lines of a job's story in the order of its log. */
export function jobStory(view: ShopView, job: Job, entries: readonly WireEntry[]): StoryLine[] {
  const hands = new StoryHands();
  const told = new Map<string, string[]>();
  const done = (command: string): string => listText(view, told.get(command) ?? []);
  const lines: StoryLine[] = [];
  for (const entry of entries) {
    hands.begin(entry);
    const walkedIn = isWalkIn(entry.events);
    for (const event of entry.events) {
      const said = saidOf({ view, job, hands, walkedIn, done }, event);
      hands.read(event);
      if (!said) continue;
      told.set(entry.commandId, [...(told.get(entry.commandId) ?? []), said.text]);
      join(lines, {
        at: momentOf(event, entry),
        text: withPeople({ view }, said.text, said.doers),
        by: listText(view, [byOf(view, said, entry), sentLater(view, event, entry)].filter(Boolean)),
        times: 1,
      });
    }
  }
  return lines;
}

/** Closing time stops work when the shop closes, and a phone without network sends later: before anybody could write it down. */
function momentOf(event: DomainEvent, { at }: WireEntry): Instant {
  if (event.type === 'WorkSuspended') return event.closedAt;
  return ('happenedAt' in event ? event.happenedAt : undefined) ?? at;
}

/** That a phone told it later than it happened, and when [LTR-1]; empty: it was told at once. */
function sentLater(view: ShopView, event: DomainEvent, entry: WireEntry): string {
  const { at } = entry;
  if (event.type === 'WorkSuspended') return '';
  return at - momentOf(event, entry) >= 60_000 ? storyWords[view.language].sentLater(momentText(view, at)) : '';
}

function byOf(view: ShopView, { doers }: Said, { by }: WireEntry): string {
  if (by === null || doers.includes(by)) return '';
  const name = nameOf(view, by);
  return doers.length === 0 ? name : storyWords[view.language].recordedBy(name);
}

/** A line that says the same as the one before it, by the same person, is counted there. */
function join(lines: StoryLine[], line: StoryLine): void {
  const last = lines.at(-1);
  if (last?.text === line.text && last.by === line.by) last.times += 1;
  else lines.push(line);
}
