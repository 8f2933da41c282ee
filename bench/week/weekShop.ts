// bench/week/ — the sample shop of a simulated week, with every rule turned on, and the orders of its days.
import type { CommandOf, OrderRow } from '@zhunshi/shared/domain/commands.ts';
import type { ShopState } from '@zhunshi/shared/domain/state.ts';
import { sampleShopFile } from '../../server/access/sample.ts';
import { readShopFile, shopFileToCommand } from '../../server/access/shopFile.ts';
import { demoRules } from '../../server/demo/demoRules.ts';
import { ordersFor } from '../../server/demo/sampleOrders.ts';
import { seededLuck } from '../../server/demo/people/luck.ts';
import { readOrders } from '../../server/import/readOrders.ts';
import { shopWords } from '../../server/import/shopWords.ts';
import type { StaffEntry } from '@zhunshi/shared/domain/directory.ts';

const MINUTE = 60_000;

export interface WeekShop {
  setUp: CommandOf<'SetUpShop'>;
  names: Record<string, StaffEntry>;
}

/** The sample shop with three-level inspection for accidents, and nothing handed over before it is settled. */
export async function weekShop(id: string): Promise<WeekShop> {
  const file = readShopFile(await sampleShopFile());
  if (!file.ok) throw new Error('the sample is no shop file');
  const { command, names } = shopFileToCommand(id, file.value);
  return { setUp: { ...command, shop: { ...command.shop, rules: demoRules } }, names };
}

/**
 * The orders of a day: one of the sample's two, its arrivals shaken by the seed. Cars are other cars each day.
 *
 * @param turn 0 for the first day of the week
 */
export async function ordersOfDay(
  { state, names, seed }: { state: ShopState; names: Record<string, StaffEntry>; seed: string },
  day: string,
  turn: number,
): Promise<OrderRow[]> {
  const words = shopWords(state, { vehicles: {}, persons: {}, staff: names }, Buffer.alloc(32));
  const read = readOrders(await ordersFor(day, turn), words);
  if (!read || read.faults.length > 0) throw new Error('the sample day cannot be read');
  const luck = seededLuck(seed, 0);
  return read.orders.map(({ row }) => {
    const shift = Math.round(luck.between(-12, 12, 'arrival', { id: row.order })) * MINUTE;
    const arrivalAt = row.arrivalAt + shift;
    const promisedAt = row.promisedAt === null ? null : Math.max(row.promisedAt, arrivalAt + 30 * MINUTE);
    return { ...row, vehicle: `${row.vehicle}-${day}`, arrivalAt, promisedAt };
  });
}
