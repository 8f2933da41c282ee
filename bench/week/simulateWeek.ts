// bench/week/ — a week of the sample shop, minute by minute, through the rules of the product: its people work with noise on every
// duration, the server's timekeeper does its part, and now and then something rare happens.
import type { Command } from '@zhunshi/shared/domain/commands.ts';
import { decide } from '@zhunshi/shared/domain/decide.ts';
import type { Actor, LogEntry } from '@zhunshi/shared/domain/entry.ts';
import { foldEntry } from '@zhunshi/shared/domain/evolve.ts';
import { initialState, type ShopState } from '@zhunshi/shared/domain/state.ts';
import type { Instant } from '@zhunshi/shared/domain/words.ts';
import { dueActs } from '@zhunshi/shared/plan/dueActs.ts';
import { addDays, instantOf } from '@zhunshi/shared/time/shopTime.ts';
import { FOLD } from '@zhunshi/shared/wire/protocol.ts';
import { nextActOfPeople } from '../../server/demo/workshopPeople.ts';
import { seededLuck, type Luck } from '../../server/demo/people/luck.ts';
import type { Act } from '../../server/demo/people/seen.ts';
import { GENESIS, seal } from '../../server/log/hashChain.ts';
import { rareActs, type Dispatched } from './rareActs.ts';
import { ordersOfDay, weekShop } from './weekShop.ts';

const MINUTE = 60_000;
const TIME_ZONE = 'Asia/Shanghai';
/** A Monday. */
const FIRST_DAY = '2026-11-23';
/** More acts in a minute than people could do: somebody goes round in circles. */
const MOST_ACTS = 300;

export interface WeekOptions {
  seed: string;
  /** From Monday on. */
  days: number;
  /** Durations stray so far; see `Luck`. */
  spread: number;
  /** Minutes between two looks of the timekeeper. */
  tickMinutes: number;
  /** Called after each minute of the day. */
  onMinute?: (state: ShopState, at: Instant) => void;
}

export interface Week {
  /** The whole log, sealed as a server would. */
  entries: LogEntry[];
  state: ShopState;
  /** Type and code of each command that was refused. */
  refusals: string[];
  /** How often each command was accepted. */
  given: Map<string, number>;
  endsAt: Instant;
}

/** Lets a week go by. The same options give the same log. */
export async function simulateWeek(options: WeekOptions): Promise<Week> {
  const week = new RunningWeek();
  const luck = seededLuck(options.seed, options.spread);
  const opens = moment(FIRST_DAY, '08:00');
  const { setUp, names } = await weekShop(week.nextId());
  week.give(setUp, null, opens);
  for (let turn = 0; turn < options.days; turn += 1) {
    const day = addDays(FIRST_DAY, turn);
    const rows = await ordersOfDay({ state: week.state, names, seed: options.seed }, day, turn);
    const renewed = { vehicles: [], persons: [] };
    const importing = { type: 'ImportOrders' as const, rows, applyChanges: false, renewed };
    week.give({ ...importing, id: week.nextId() }, 'P29', moment(day, '08:05'));
    playDay(week, luck, day, turn, options);
  }
  return { ...week.result(), endsAt: moment(addDays(FIRST_DAY, options.days - 1), '23:00') };
}

function playDay(week: RunningWeek, luck: Luck, day: string, turn: number, options: WeekOptions): void {
  const endsAt = moment(day, '21:00');
  for (let at = moment(day, '08:20'); at < endsAt; at += MINUTE) {
    if (Math.round(at / MINUTE) % options.tickMinutes === 0) {
      for (const command of dueActs(week.state, at)) week.give({ ...command, id: week.nextId() }, null, at);
    }
    for (const act of rareActs(week.state, at, { luck, turn, lastDispatch: week.lastDispatch })) week.act(act, at);
    for (let acts = 0; acts < MOST_ACTS; acts += 1) {
      const act = nextActOfPeople(week.state, at, luck);
      if (!act) break;
      // People who are refused try something else a minute later.
      if (!week.act(act, at)) break;
    }
    options.onMinute?.(week.state, at);
  }
}

class RunningWeek {
  state: ShopState = initialState;
  /** Command id of the last dispatch, for a hand that slipped. */
  lastDispatch: Dispatched | null = null;
  readonly #entries: LogEntry[] = [];
  readonly #refusals: string[] = [];
  readonly #given = new Map<string, number>();
  #ids = 0;

  /** An id that a command may have: a UUIDv7 with a number in it. */
  nextId(): string {
    this.#ids += 1;
    return `019a0000-0000-7000-8000-${this.#ids.toString(16).padStart(12, '0')}`;
  }

  act({ by, command }: Act, at: Instant): boolean {
    return this.give({ ...command, id: this.nextId() }, by, at);
  }

  /** Decides and stores a command as a node would; false when it was refused. */
  give(command: Command, by: Actor, at: Instant): boolean {
    const decided = decide(this.state, command, { at, by });
    if (!decided.ok) {
      this.#refusals.push(`${command.type} ${JSON.stringify(decided.refusal)}`);
      return false;
    }
    this.#given.set(command.type, (this.#given.get(command.type) ?? 0) + 1);
    if (decided.value.length === 0) return true;
    const before = this.#entries.at(-1);
    const { entry } = seal({
      version: this.#entries.length + 1,
      epoch: 'week',
      at,
      by,
      commandId: command.id,
      fingerprint: '',
      fold: FOLD,
      events: decided.value,
      previousHash: before?.hash ?? GENESIS,
    });
    this.#entries.push(entry);
    this.state = foldEntry(this.state, entry);
    if (command.type === 'Dispatch') this.lastDispatch = { given: command, by, at };
    return true;
  }

  result(): Omit<Week, 'endsAt'> {
    return { entries: this.#entries, state: this.state, refusals: this.#refusals, given: this.#given };
  }
}

function moment(day: string, time: string): Instant {
  const at = instantOf(`${day} ${time}`, TIME_ZONE);
  if (at === null) throw new Error(`no such time: ${day} ${time}`);
  return at;
}
