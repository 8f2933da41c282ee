// shop/ — the directory entries that the fold of one shop refers to, in memory, so that views can join them at once.
import { emptyDirectory, type Directory } from '@zhunshi/shared/domain/directory.ts';
import type { LogEntry } from '@zhunshi/shared/domain/entry.ts';
import type { ShopState } from '@zhunshi/shared/domain/state.ts';
import type { ShopId } from '@zhunshi/shared/domain/words.ts';
import type { DirectoryRefs, DirectoryStore } from './directoryStore.ts';

/** Everything that a state refers to; of visits that are over, the cars whose lateness is listed [FIG-11]. */
export function refsOfState(state: ShopState): DirectoryRefs {
  const refs = noRefs();
  for (const staff of Object.keys(state.staff)) refs.staff.add(staff);
  for (const job of Object.values(state.jobs)) {
    refs.vehicles.add(job.vehicle);
    refs.persons.add(job.customer);
    for (const order of job.orders) {
      refs.vehicles.add(order.vehicle);
      refs.persons.add(order.customer);
    }
  }
  for (const { vehicle, handOver } of Object.values(state.visits)) {
    if (handOver.excuse !== 'none') refs.vehicles.add(vehicle);
  }
  return refs;
}

/**
 * What events refer to that views may not have yet, and what they say was renewed.
 *
 * @param state after the events: a note is among the words of the customer of its job
 */
export function refsOfEvents(events: LogEntry['events'], state: ShopState): DirectoryRefs {
  const refs = noRefs();
  for (const event of events) {
    if ('note' in event && event.note !== null) {
      const customer = state.jobs[event.job]?.customer;
      if (customer !== undefined) refs.persons.add(customer);
    }
    switch (event.type) {
      case 'JobCorrected':
        if (event.field === 'vehicle') refs.vehicles.add(String(event.to));
        if (event.field === 'customer') refs.persons.add(String(event.to));
        break;
      case 'OrderBooked':
      case 'OrderChanged':
        refs.vehicles.add(event.order.vehicle);
        refs.persons.add(event.order.customer);
        break;
      case 'DirectoryRenewed':
        for (const ref of event.vehicles) refs.vehicles.add(ref);
        for (const ref of event.persons) refs.persons.add(ref);
        for (const id of event.staff ?? []) refs.staff.add(id);
        break;
      case 'SetUpChanged':
        for (const change of event.changes) if (change.kind === 'saveStaff') refs.staff.add(change.member.id);
        break;
      case 'ShopSetUp':
        for (const { id } of event.staff) refs.staff.add(id);
        break;
      default:
    }
  }
  return refs;
}

function noRefs() {
  return { vehicles: new Set<string>(), persons: new Set<string>(), staff: new Set<string>() };
}

/** The entries of a directory that are referred to. */
export function pick(directory: Directory, refs: DirectoryRefs): Directory {
  const of = <Content>(all: Record<string, Content>, wanted: ReadonlySet<string>): Record<string, Content> => {
    const picked: Record<string, Content> = {};
    for (const ref of wanted) {
      const content = all[ref];
      if (content !== undefined) picked[ref] = content;
    }
    return picked;
  };
  return {
    vehicles: of(directory.vehicles, refs.vehicles),
    persons: of(directory.persons, refs.persons),
    staff: of(directory.staff, refs.staff),
  };
}

/** True where nothing is referred to. */
function isNothing(refs: DirectoryRefs): boolean {
  return refs.vehicles.size + refs.persons.size + refs.staff.size === 0;
}

/** The directory of one shop as this node knows it. */
export class ShopDirectory {
  readonly #shop: ShopId;
  readonly #store: DirectoryStore;
  #known: Directory = emptyDirectory;

  constructor(shop: ShopId, store: DirectoryStore) {
    this.#shop = shop;
    this.#store = store;
  }

  /** Exactly what a state refers to: the same on every node, whatever each has loaded before. */
  of(state: ShopState): Directory {
    return pick(this.#known, refsOfState(state));
  }

  /** Loads entries, over those known; what is no longer there has been erased and goes. Rejects when the store does not answer. */
  async load(refs: DirectoryRefs): Promise<Directory> {
    if (isNothing(refs)) return emptyDirectory;
    const found = await this.#store.read(this.#shop, refs);
    this.#known = {
      vehicles: { ...without(this.#known.vehicles, refs.vehicles), ...found.vehicles },
      persons: { ...without(this.#known.persons, refs.persons), ...found.persons },
      staff: { ...without(this.#known.staff, refs.staff), ...found.staff },
    };
    return found;
  }

  /** Loads all that a state refers to, and forgets the rest. */
  async reload(state: ShopState): Promise<void> {
    this.#known = await this.#store.read(this.#shop, refsOfState(state));
  }

  /** Forgets what a state no longer refers to. */
  prune(state: ShopState): void {
    this.#known = this.of(state);
  }
}

function without<Content>(all: Record<string, Content>, gone: ReadonlySet<string>): Record<string, Content> {
  return Object.fromEntries(Object.entries(all).filter(([ref]) => !gone.has(ref)));
}
