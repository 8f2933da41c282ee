// shop/ — the one way in for commands: from HTTP, from sockets, from import and set-up.
import type { Command } from '@zhunshi/shared/domain/commands.ts';
import type { Actor } from '@zhunshi/shared/domain/entry.ts';
import type { CommandAnswer } from '@zhunshi/shared/wire/protocol.ts';
import type { DirectoryWrite, SaidAlong, ServedShop } from './shop.ts';

/**
 * Decides a command and answers when its entry is stored: never before, never twice [CMD-1]. The same command again, to any node,
 * gets the same answer. 503 `unknownOutcome`: it may have happened; send it again with the same id. Never rejects.
 *
 * @param by who gives it; null: the server itself
 * @param personal directory entries that its references need, or what was said along with it; gone again when it is refused
 */
export async function handleCommand(
  shop: ServedShop,
  command: Command,
  by: Actor,
  personal?: DirectoryWrite | SaidAlong,
): Promise<CommandAnswer> {
  return await shop.handle(command, by, personal);
}
