// live/ — what a person asks for, before it has an id: a whole command, which shows at once, or one with personal data, whose
// references the server makes.
import type { Command } from '@zhunshi/shared/domain/commands.ts';
import type { WireCommand } from '@zhunshi/shared/wire/personal.ts';

type WithoutId<Any> = Any extends { id: string } ? Omit<Any, 'id'> : never;

/** A whole command without its id. */
export type Ask = WithoutId<Command>;
/** A command without its id as it may be sent: personal data beside it, and what the server fills in left out. */
export type Wish = WithoutId<WireCommand>;

/** True of a command that this screen can fold by itself: nothing of it is left to the server. */
export function isWhole(command: WireCommand): command is Command {
  if ('personal' in command) return false;
  return (command.type !== 'BookJob' && command.type !== 'ReceiveWalkIn') || 'vehicle' in command;
}
