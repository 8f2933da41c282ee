// audit/ — an entry of the log → what it says: a sentence for each of its events, of which car, and who gave it.
import type { DomainEvent } from '@zhunshi/shared/domain/events.ts';
import { jobsOf } from '@zhunshi/shared/domain/folds/undoing.ts';
import type { ShopRules } from '@zhunshi/shared/domain/state.ts';
import type { Instant, JobId } from '@zhunshi/shared/domain/words.ts';
import { auditWords } from '@zhunshi/shared/i18n/auditWords.ts';
import { localTime } from '@zhunshi/shared/time/shopTime.ts';
import { kindOfEvent } from '@zhunshi/shared/wire/auditKinds.ts';
import type { AuditKind } from '@zhunshi/shared/wire/auditKinds.ts';
import type { AuditEntry } from '@zhunshi/shared/wire/auditLog.ts';
import { listText, nameOf, plateOf } from '../desk/shopView.ts';
import type { ShopView } from '../desk/shopView.ts';
import { momentText } from '../desk/timeText.ts';
import { StoryHands } from '../panel/storyHands.ts';
import { isWalkIn, saidOf } from '../panel/storySentences.ts';
import { changeText, dayText } from './setUpSentences.ts';
import type { RulesChange } from './setUpSentences.ts';

/** What was said of one car, or of the shop. */
export interface AuditSaid {
  /** The car's plate, or its order number where the plate is not known any more; '' where it is about the shop. */
  car: string;
  /** The visit, where it can be opened. */
  job: JobId | null;
  texts: string[];
}

/** An entry as a line of the trail. */
export interface AuditLine {
  version: number;
  at: Instant;
  /** Shop-local time of day: `09:41`. */
  time: string;
  /** Who gave the command. */
  by: string;
  kind: AuditKind;
  said: AuditSaid[];
  raw: AuditEntry['entry'];
}

/** Lines of entries, newest first as they came. */
export function auditLines(view: ShopView, entries: readonly AuditEntry[]): AuditLine[] {
  const telling = new Telling(view, entries);
  return entries.map((entry) => lineOf(view, entry, telling));
}

function lineOf(view: ShopView, entry: AuditEntry, telling: Telling): AuditLine {
  const { version, at, by } = entry.entry;
  const events = eventsOf(entry);
  const said: AuditSaid[] = [];
  for (const event of events) {
    const text = telling.textOf(event, entry);
    const job = jobsOf(event)[0] ?? null;
    const car = job === null ? '' : carOf(view, job);
    const last = said.at(-1);
    if (last?.car === car) last.texts.push(text);
    else said.push({ car, job: job !== null && view.state.jobs[job] ? job : null, texts: [text] });
  }
  return {
    version,
    at,
    time: localTime(at, view.timeZone),
    by: by === null ? auditWords[view.language].server : nameOf(view, by),
    kind: events[0] ? kindOfEvent[events[0].type] : 'work',
    said,
    raw: entry.entry,
  };
}

function eventsOf({ entry, told }: AuditEntry): DomainEvent[] {
  return told ?? entry.events;
}

function carOf(view: ShopView, id: JobId): string {
  const job = view.state.jobs[id];
  return job ? plateOf(view, job) : id;
}

/** Sentences of events, with what other entries tell: names of operations, rules before a change, what was undone. */
class Telling {
  readonly #view: ShopView;
  readonly #hands = new Map<JobId, StoryHands>();
  /** What each command did, for those that are taken back. */
  readonly #done = new Map<string, AuditEntry>();
  /** Rules that a change of them came after, by its version. */
  readonly #rulesBefore = new Map<number, Partial<ShopRules>>();

  constructor(view: ShopView, entries: readonly AuditEntry[]) {
    this.#view = view;
    let rules: Partial<ShopRules> = {};
    for (const entry of entries.toReversed()) {
      const { version, at, by, commandId } = entry.entry;
      const events = eventsOf(entry);
      this.#done.set(commandId, entry);
      this.#rulesBefore.set(version, rules);
      for (const event of events) {
        for (const job of jobsOf(event)) {
          const hands = this.#handsOf(job);
          hands.begin({ version, at, by, commandId, events });
          hands.read(event);
        }
        if (event.type === 'ShopSetUp') rules = { ...event.shop.rules };
        if (event.type !== 'SetUpChanged') continue;
        for (const change of event.changes) if (change.kind === 'rules') rules = { ...rules, ...known(change.rules) };
      }
    }
  }

  /** What an event says; one that no sentence is known for, by its name. */
  textOf(event: DomainEvent, entry: AuditEntry): string {
    const view = this.#view;
    if ('job' in event) {
      const job = view.state.jobs[event.job] ?? { id: event.job, operations: [] };
      const hands = this.#handsOf(event.job);
      const said = saidOf(
        { view, job, hands, walkedIn: isWalkIn(eventsOf(entry)), done: (command) => this.#doneBy(command) },
        event,
      );
      if (said) return said.text;
    }
    return shopText(view, event, this.#rulesBefore.get(entry.entry.version) ?? {}) ?? event.type;
  }

  #doneBy(command: string): string {
    const entry = this.#done.get(command);
    if (!entry) return '';
    const texts = eventsOf(entry).map((event) => this.textOf(event, entry));
    return listText(this.#view, texts);
  }

  #handsOf(job: JobId): StoryHands {
    const hands = this.#hands.get(job) ?? new StoryHands();
    this.#hands.set(job, hands);
    return hands;
  }
}

/** Fields that were said. */
function known(rules: RulesChange): Partial<ShopRules> {
  return Object.fromEntries(Object.entries(rules).filter(([, value]) => value !== undefined));
}

/** What an event about the shop says; null for one about a car. */
function shopText(view: ShopView, event: DomainEvent, before: Partial<ShopRules>): string | null {
  const say = auditWords[view.language];
  const until = (at: Instant | null): string => (at === null ? '' : momentText(view, at));
  switch (event.type) {
    case 'ShopSetUp':
      return say.setUp.done(event.bays.length, event.staff.length);
    case 'SetUpChanged':
      return listText(
        view,
        event.changes.map((change) => changeText(view, change, before)),
      );
    case 'DayHoursSet':
      return dayText(view, event.day, event.hours);
    case 'AttendanceChanged':
      return (event.present ? say.people.present : say.people.away)(nameOf(view, event.staff));
    case 'BreakStarted':
      return say.people.breakStarted(nameOf(view, event.staff), until(event.until));
    case 'BreakEnded':
      return say.people.breakEnded(nameOf(view, event.staff));
    case 'LeaveSet': {
      const days = event.leave.map(({ from, to }) => (from === to ? from : `${from}–${to}`));
      return say.people.leave(nameOf(view, event.staff), listText(view, days));
    }
    case 'NoticePosted':
      return say.notices.posted(event.zh || event.en, until(event.from), until(event.until));
    case 'NoticeRemoved':
      return say.notices.removed;
    case 'BayClosed':
      return say.bays.closed(event.bay, view.words.closureReasons[event.reason], until(event.until));
    case 'BayOpened':
      return say.bays.opened(event.bay);
    case 'DirectoryRenewed': {
      const { vehicles, persons, staff = [] } = event;
      return say.setUp.renewed(
        listText(view, [
          ...(vehicles.length > 0 ? [say.setUp.cars(vehicles.length)] : []),
          ...(persons.length > 0 ? [say.setUp.customers(persons.length)] : []),
          ...staff.map((one) => nameOf(view, one)),
        ]),
      );
    }
    default:
      return null;
  }
}
