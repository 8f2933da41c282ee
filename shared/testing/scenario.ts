// testing/ — given / when / then: what happened so far, what somebody asks for, what comes of it. Plays the part of the
// server: gives ids and times, folds what is accepted as the log would carry it, and lets nobody change a state in place.
import { expect } from 'vitest';
import { commandSchema, type Command } from '../domain/commands.ts';
import { decide } from '../domain/decide.ts';
import type { Actor, LogEntry } from '../domain/entry.ts';
import type { DomainEvent } from '../domain/events.ts';
import { foldEntry } from '../domain/evolve.ts';
import type { RefusalCode } from '../domain/refusals.ts';
import type { Result } from '../domain/result.ts';
import { initialState, type Job, type Operation, type ShopState } from '../domain/state.ts';
import type { Instant } from '../domain/words.ts';
import { setUp, type Wish } from './commandsOf.ts';
import { clock, uuidOf } from './littleShop.ts';

/** From here on it is this time. */
interface TimeStep {
  at: Instant;
}
export type Step = Wish | TimeStep | PersonStep | Step[];

/** From here on somebody else gives the commands. */
interface PersonStep {
  by: Actor;
}

/** `by('tan')`: from here on it is Tan who asks; null: the server itself. */
export const by = (person: Actor): PersonStep => ({ by: person });

/** `at('09:30')`: from here on it is half past nine. */
export const at = (text: string): TimeStep => ({ at: clock(text) });

/** What the fold reads of an entry. */
export type Told = Pick<LogEntry, 'version' | 'at' | 'by' | 'commandId' | 'events'>;

/** The little shop, set up, and what happened in it since 08:30. Each step must be accepted. */
export function given(...steps: Step[]): Scenario {
  return new Scenario().and(setUp(), steps);
}

/** The server before anything happened. */
export const givenNothing = (): Scenario => new Scenario();

export class Scenario {
  /** Entries that the log would hold. */
  readonly entries: Told[] = [];
  state: ShopState = frozen(initialState);
  now: Instant = clock('08:30');
  /** Who gives the commands. */
  by: Actor = 'ada';

  /** More that happened. */
  and(...steps: Step[]): this {
    for (const step of steps) {
      if (Array.isArray(step)) this.and(...step);
      else if ('at' in step) this.now = step.at;
      else if (!('type' in step)) this.by = step.by;
      else {
        const result = this.ask(step);
        if (!result.ok) throw new Error(`${step.type} was refused: ${JSON.stringify(result.refusal)}`);
      }
    }
    return this;
  }

  /** Asks for something now, accepted or not; what is accepted is folded. */
  ask(wish: Wish): Result<DomainEvent[]> {
    const command = this.#commandOf(wish);
    const { by } = this;
    const result = decide(this.state, command, { at: this.now, by });
    if (result.ok && result.value.length > 0) {
      const events = JSON.parse(JSON.stringify(result.value)) as DomainEvent[];
      const entry: Told = { version: this.entries.length + 1, at: this.now, by, commandId: command.id, events };
      this.entries.push(entry);
      this.state = frozen(foldEntry(this.state, entry));
    }
    return result;
  }

  /** What somebody asks for now. */
  when(wish: Wish): Outcome {
    const before = this.state;
    return new Outcome(this, before, this.ask(wish));
  }

  /** A job by its first order. */
  job(id: string): Job {
    const job = this.state.jobs[id];
    if (!job) throw new Error(`No job ${id}`);
    return job;
  }

  operation(job: string, id: string): Operation {
    const operation = this.job(job).operations.find((one) => one.id === id);
    if (!operation) throw new Error(`No operation ${id}`);
    return operation;
  }

  #commandOf(wish: Wish): Command {
    return commandSchema.parse({ ...wish, id: uuidOf(this.entries.length + 1) });
  }
}

/** What came of a command. */
export class Outcome {
  readonly after: Scenario;
  readonly #before: ShopState;
  readonly #result: Result<DomainEvent[]>;

  constructor(after: Scenario, before: ShopState, result: Result<DomainEvent[]>) {
    this.after = after;
    this.#before = before;
    this.#result = result;
  }

  /** It leads to exactly these events, in this order; of each what is said here. */
  thenEvents(...events: Partial<DomainEvent>[]): Scenario {
    expect(this.#result).toMatchObject({ ok: true, value: events });
    return this.after;
  }

  /** It is refused with this code and these figures, and changes nothing. */
  thenRefused(code: RefusalCode, figures: object = {}): Scenario {
    expect(this.#result).toEqual({ ok: false, refusal: { code, ...figures } });
    expect(this.after.state).toBe(this.#before);
    return this.after;
  }

  /** It is accepted, and leads to nothing. */
  thenNothing(): Scenario {
    expect(this.#result).toEqual({ ok: true, value: [] });
    return this.after;
  }
}

/** Frozen to the last field, so that a rule that changes what it reads fails its test. */
function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}
