// access/ — making a shop: names to the directory, first PINs to the store, one command, and the sheet of PINs [SET-5].
import type { Command } from '@zhunshi/shared/domain/commands.ts';
import { commandSchema } from '@zhunshi/shared/domain/commands.ts';
import { decide } from '@zhunshi/shared/domain/decide.ts';
import { refusal } from '@zhunshi/shared/domain/refusals.ts';
import type { Refusal } from '@zhunshi/shared/domain/refusals.ts';
import { accepted, refused } from '@zhunshi/shared/domain/result.ts';
import type { Result } from '@zhunshi/shared/domain/result.ts';
import { initialState } from '@zhunshi/shared/domain/state.ts';
import type { PinSheet, SetUpRequest } from '@zhunshi/shared/wire/setUp.ts';
import { handleCommand } from '../shop/handleCommand.ts';
import type { Shops } from '../shop/shop.ts';
import type { AccessStore } from './accessStore.ts';
import { garageToShopFile } from './garage.ts';
import { hashPin } from './pinHash.ts';
import type { PinCost } from './pinHash.ts';
import { firstPins } from './pinRules.ts';
import { sampleShopFile } from './sample.ts';
import { placeOf, readShopFile, shopFileToCommand } from './shopFile.ts';
import { untilKnown } from './untilKnown.ts';

/** The one shop that can be set up so far. */
const FIRST_SHOP = 's1';

export interface SetUpParts {
  shops: Shops;
  store: AccessStore;
  /** Of first PINs. */
  cost: PinCost;
}

interface NewShop {
  /** Id of the command; a retry has the same. */
  id: string;
  source: SetUpRequest['source'];
  /** First PIN of the first manager; null: one is made. */
  managerPin: string | null;
}

/**
 * Makes a shop and everybody's first PIN. Everything is checked before anything is written; PINs are written before the command,
 * so that a shop that is set up can always be logged in to. Refused: the file is wrong somewhere, or a shop is set up already.
 */
export async function setUpShop(parts: SetUpParts, { id, source, managerPin }: NewShop): Promise<Result<PinSheet>> {
  const file = readShopFile(await contentOf(source));
  if (!file.ok) return file;
  const { command, names } = shopFileToCommand(id, file.value);
  const fault = whyNot(command);
  if (fault) return refused(fault);

  const people = sheetOf(command, names, managerPin);
  const shop = await parts.shops.create(FIRST_SHOP);
  const hashed = people.map(async ({ staff, pin }) => {
    return [staff, { pin: await hashPin(pin, parts.cost), first: true, generation: 1 }] as const;
  });
  await parts.store.keepPins(shop.id, new Map(await Promise.all(hashed)));
  const answer = await untilKnown(() => handleCommand(shop, command, null, { staff: names }));
  if (!answer.ok) return refused(answer.refusal);
  return accepted({ shop: { id: shop.id, name: file.value.name }, people });
}

async function contentOf(source: SetUpRequest['source']): Promise<unknown> {
  switch (source.kind) {
    case 'file':
      return source.shopFile;
    case 'sample':
      return sampleShopFile();
    case 'garage':
      return garageToShopFile(source.answers);
  }
}

/** The refusal that the command would meet in a shop that is still empty. */
function whyNot(command: Command): Refusal | null {
  const checked = commandSchema.safeParse(command);
  if (!checked.success) return refusal('badShopFile', { where: placeOf(checked.error.issues[0]?.path ?? []) });
  const decided = decide(initialState, command, { at: 0, by: null });
  return decided.ok ? null : decided.refusal;
}

function sheetOf(
  { staff }: Extract<Command, { type: 'SetUpShop' }>,
  names: Record<string, { name: string }>,
  managerPin: string | null,
): PinSheet['people'] {
  const manager = staff.find(({ roles }) => roles.includes('manager'));
  const pins = firstPins(staff.length, managerPin === null ? [] : [managerPin]);
  return staff.map(({ id, roles }, index) => ({
    staff: id,
    name: names[id]?.name ?? id,
    roles,
    pin: managerPin !== null && id === manager?.id ? managerPin : (pins[index] ?? ''),
  }));
}
