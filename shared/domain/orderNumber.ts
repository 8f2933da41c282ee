// domain/ — numbers of orders that are written at the desk: those from another system bring their own.
import { localDay } from '../time/shopTime.ts';
import type { ShopState } from './state.ts';
import type { Instant, OrderNumber } from './words.ts';

/** A command whose order has its number. */
export type Numbered<Given extends { order: OrderNumber | null }> = Given & { order: OrderNumber };

/** The command with a number for its order: its own, or the first of the day that no order has [CMD-7]. */
export function numbered<Given extends { order: OrderNumber | null }>(
  state: ShopState,
  command: Given,
  at: Instant,
): Numbered<Given> {
  return { ...command, order: command.order ?? freeOrderNumber(state, at) };
}

/** `R261123-001` on: of the state alone, so that the same command gets the same number wherever it is decided. */
function freeOrderNumber(state: ShopState, at: Instant): OrderNumber {
  const day = localDay(at, state.shop?.timeZone ?? 'UTC')
    .slice(2)
    .replaceAll('-', '');
  const taken = new Set([
    ...Object.keys(state.closedOrders),
    ...Object.values(state.jobs).flatMap(({ id, orders }) => [id, ...orders.map(({ number }) => number)]),
  ]);
  for (let number = 1; ; number += 1) {
    const order = `R${day}-${String(number).padStart(3, '0')}`;
    if (!taken.has(order)) return order;
  }
}
