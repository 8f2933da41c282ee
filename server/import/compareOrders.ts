// import/ — what a file of orders would do: each row against the fold, by the rules of `shared/domain/orderRows.ts`, and against the
// directory. The preview shows it, the import is planned from it, so that they cannot differ.
import { decide } from '@zhunshi/shared/domain/decide.ts';
import type { Directory } from '@zhunshi/shared/domain/directory.ts';
import { evolve } from '@zhunshi/shared/domain/evolve.ts';
import { compareRow, problemOfRow } from '@zhunshi/shared/domain/orderRows.ts';
import type { ImportProblem } from '@zhunshi/shared/domain/refusals.ts';
import type { ShopState } from '@zhunshi/shared/domain/state.ts';
import type { Instant } from '@zhunshi/shared/domain/words.ts';
import type {
  ImportChange,
  ImportColumn,
  ImportFault,
  ImportKind,
  ImportPreviewRow,
} from '@zhunshi/shared/wire/importPreview.ts';
import { bookedOrder, changesOf, personalChanges, writtenTime } from './orderChanges.ts';
import type { FileOrder } from './readRow.ts';

export interface ComparedOrder {
  order: FileOrder;
  kind: ImportKind;
  changes: ImportChange[];
}

interface Shop {
  state: ShopState;
  directory: Directory;
}

/** Compares the orders of a file, one after the other: a later one may join what an earlier one opens. */
export function compareOrders(shop: Shop, orders: readonly FileOrder[], at: Instant): ComparedOrder[] {
  let { state } = shop;
  return orders.map((order) => {
    const compared = compareOrder({ ...shop, state }, order);
    if (compared.kind === 'new' || compared.kind === 'joins') state = afterBooking(state, order, at);
    return compared;
  });
}

function compareOrder(shop: Shop, order: FileOrder): ComparedOrder {
  const comparison = compareRow(shop.state, order.row);
  if (comparison.kind === 'new' || comparison.kind === 'joins') return { order, kind: comparison.kind, changes: [] };
  const booked = bookedOrder(shop.state, order.row.order);
  if (!booked) return { order, kind: 'locked', changes: [] };
  const fields = comparison.kind === 'same' ? [] : comparison.fields;
  const changes = [...changesOf(shop, booked, order, fields), ...personalChanges(shop.directory, booked, order)];
  if (changes.length === 0) return { order, kind: 'same', changes };
  // What only the directory holds follows the same rule as the rest [IMP-4].
  return { order, kind: booked.job.checkedInAt === null ? 'changed' : 'locked', changes };
}

/** The fold with the order booked, so that the next one is compared with it too. */
function afterBooking(state: ShopState, { row }: FileOrder, at: Instant): ShopState {
  const command = {
    id: '',
    type: 'ImportOrders' as const,
    rows: [row],
    applyChanges: false,
    renewed: { vehicles: [], persons: [] },
  };
  const decided = decide(state, command, { at, by: null });
  const events = decided.ok ? decided.value : [];
  return events.reduce((folded, event) => evolve(folded, event, { version: 0, at, by: null }), state);
}

const columnOfProblem: Partial<Record<ImportProblem, ImportColumn>> = {
  unknownAdvisor: 'advisor',
  unknownServiceType: 'serviceType',
  unknownOperation: 'operations',
  promiseBeforeArrival: 'promise',
  tooOld: 'arrival',
};

/** What the rules of the shop find wrong with orders that could be read. */
export function faultsOfOrders(state: ShopState, orders: readonly FileOrder[], at: Instant): ImportFault[] {
  return orders.flatMap(({ line, row }): ImportFault[] => {
    const problem = problemOfRow(state, row, at);
    return problem === null ? [] : [{ line, column: columnOfProblem[problem] ?? null, problem, value: null }];
  });
}

/** How many rows there are of each kind. */
export function countsOf(compared: readonly ComparedOrder[]): Record<ImportKind, number> {
  const counts: Record<ImportKind, number> = { new: 0, joins: 0, same: 0, changed: 0, locked: 0 };
  for (const { kind } of compared) counts[kind] += 1;
  return counts;
}

/** A compared order as the preview shows it. */
export function previewRow(state: ShopState, { order, kind, changes }: ComparedOrder): ImportPreviewRow {
  const { arrivalAt, promisedAt } = order.row;
  return {
    line: order.line,
    order: order.row.order,
    plate: order.vehicle.plate,
    arrival: writtenTime(state, arrivalAt),
    promise: promisedAt === null ? null : writtenTime(state, promisedAt),
    kind,
    changes,
  };
}
