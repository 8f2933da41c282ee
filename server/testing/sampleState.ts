// testing/ — the sample shop as a fold and a directory, without a server: for pure functions.
import { decide } from '@zhunshi/shared/domain/decide.ts';
import type { Directory } from '@zhunshi/shared/domain/directory.ts';
import { foldEntry } from '@zhunshi/shared/domain/evolve.ts';
import type { Command } from '@zhunshi/shared/domain/commands.ts';
import { initialState } from '@zhunshi/shared/domain/state.ts';
import type { ShopState } from '@zhunshi/shared/domain/state.ts';
import type { Instant } from '@zhunshi/shared/domain/words.ts';
import { uuidv7 } from 'uuidv7';
import { readShopFile, shopFileToCommand } from '../access/shopFile.ts';
import { sampleShopFile } from '../access/sample.ts';

export interface StateAndDirectory {
  state: ShopState;
  directory: Directory;
}

/** The state after a command that must be accepted. */
export function after(state: ShopState, command: Command, at: Instant): ShopState {
  const decided = decide(state, command, { at, by: null });
  if (!decided.ok) throw new Error(`refused: ${decided.refusal.code}`);
  return foldEntry(state, { version: 1, at, by: null, commandId: command.id, events: decided.value });
}

/** The sample shop, just set up. */
export async function sampleState(at: Instant): Promise<StateAndDirectory> {
  const file = readShopFile(await sampleShopFile());
  if (!file.ok) throw new Error('the sample is no shop file');
  const { command, names } = shopFileToCommand(uuidv7(), file.value);
  return { state: after(initialState, command, at), directory: { vehicles: {}, persons: {}, staff: names } };
}
