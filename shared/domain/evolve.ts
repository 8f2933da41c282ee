// domain/ — evolve: the shop after an event. The only thing that makes state; every node and every console folds with it.
// What each event does stands in `folds/`, by area.
import type { LogEntry } from './entry.ts';
import type { DomainEvent, EventType } from './events.ts';
import type { Folds, Stamp } from './folds/changes.ts';
import { customer } from './folds/customer.ts';
import { floor } from './folds/floor.ts';
import { handingOver } from './folds/handingOver.ts';
import { inspecting } from './folds/inspecting.ts';
import { notices } from './folds/notices.ts';
import { reception } from './folds/reception.ts';
import { settingUp } from './folds/settingUp.ts';
import { rememberForUndo, undoing } from './folds/undoing.ts';
import { working } from './folds/working.ts';
import type { ShopState } from './state.ts';
import { sweep } from './sweep.ts';
import { FOLD } from './foldVersion.ts';
import { UnknownEvent, upcast } from './upcast.ts';

export { UnknownEvent };

const folds: Folds<EventType> = {
  ...settingUp,
  ...reception,
  ...working,
  ...customer,
  ...inspecting,
  ...handingOver,
  ...floor,
  ...notices,
  ...undoing,
};

/** What the fold reads of an entry; `fold` is left out where it is the present one. */
export type FoldedEntry = Pick<LogEntry, 'version' | 'at' | 'by' | 'commandId' | 'events'> & { fold?: number };

/**
 * The state after an entry of the log: its events, in their order and in the shape of today [SCH-1], then what can be undone, then
 * what is long closed swept out. Throws `UnknownEvent`.
 */
export function foldEntry(state: ShopState, entry: FoldedEntry): ShopState {
  let after = state;
  const events: DomainEvent[] = [];
  for (const event of entry.events) {
    const known = upcast(event, entry.fold ?? FOLD, after, entry.at);
    events.push(known);
    after = evolve(after, known, entry);
  }
  const remembered = rememberForUndo(state, after, { ...entry, events });
  return entry.at >= remembered.sweepDueAt ? sweep(remembered, entry.at) : remembered;
}

/** The state after one event of today's shape, as of when it happened [LTR-1]. Throws `UnknownEvent`. */
export function evolve(state: ShopState, event: DomainEvent, stamp: Stamp): ShopState {
  if (!Object.hasOwn(folds, event.type)) {
    throw new UnknownEvent(`No event of type ${JSON.stringify(event.type)} is known`);
  }
  const fold = folds[event.type] as (state: ShopState, event: DomainEvent, stamp: Stamp) => ShopState;
  return fold(state, event, 'happenedAt' in event ? { ...stamp, at: event.happenedAt ?? stamp.at } : stamp);
}
