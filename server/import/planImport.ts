// import/ — from compared orders to one command, and to what the directory must hold before it [PRV-1] [IMP-6].
import type { CommandOf } from '@zhunshi/shared/domain/commands.ts';
import type { Directory, Person } from '@zhunshi/shared/domain/directory.ts';
import type { DirectoryWrite } from '../shop/shop.ts';
import type { ComparedOrder } from './compareOrders.ts';
import type { FileOrder } from './readRow.ts';

export type Renewed = CommandOf<'ImportOrders'>['renewed'];

export interface DirectoryPlan {
  /** Entries that are new or differ from what is there. */
  write: DirectoryWrite;
  /** References of those that were there with another content: views must look again. */
  renewed: Renewed;
}

/** What the directory needs for the rows that are applied: new and joining ones, changed ones when asked. */
export function planDirectory(
  directory: Directory,
  compared: readonly ComparedOrder[],
  applyChanges: boolean,
): DirectoryPlan {
  const vehicles: Directory['vehicles'] = {};
  const persons: Directory['persons'] = {};
  for (const { order, kind } of compared) {
    const applies = kind === 'new' || kind === 'joins' || (kind === 'changed' && applyChanges);
    if (!applies) continue;
    const { vehicle, customer } = order.row;
    vehicles[vehicle] = order.vehicle;
    persons[customer] = withWords(persons[customer] ?? directory.persons[customer], order);
  }
  const changedVehicles = differing(directory.vehicles, vehicles);
  const changedPersons = differing(directory.persons, persons);
  return {
    write: { vehicles: only(vehicles, changedVehicles), persons: only(persons, changedPersons) },
    renewed: {
      vehicles: changedVehicles.filter((ref) => directory.vehicles[ref] !== undefined),
      persons: changedPersons.filter((ref) => directory.persons[ref] !== undefined),
    },
  };
}

/** A customer with their words about this order, and those about their others kept. */
function withWords(known: Person | undefined, { row, customer, words }: FileOrder): Person {
  const others = Object.entries(known?.words ?? {}).filter(([order]) => order !== row.order);
  const all = words === '' ? others : [...others, [row.order, words] as const];
  return { ...customer, words: Object.fromEntries(all) };
}

function differing<Content>(before: Record<string, Content>, after: Record<string, Content>): string[] {
  return Object.keys(after).filter((ref) => asText(before[ref]) !== asText(after[ref]));
}

/** Content without regard to the order in which it was written. */
function asText(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

function only<Content>(all: Record<string, Content>, refs: readonly string[]): Record<string, Content> {
  return Object.fromEntries(Object.entries(all).filter(([ref]) => refs.includes(ref)));
}
