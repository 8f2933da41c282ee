// access/ — a command of somebody who is logged in: well formed, theirs to give, then on to the shop [CMD-6], with what was said along
// with it [PRV-1]. HTTP and sockets alike.
import type { Command, CommandType } from '@zhunshi/shared/domain/commands.ts';
import { maySend, sendersOf } from '@zhunshi/shared/domain/permissions.ts';
import { refusal } from '@zhunshi/shared/domain/refusals.ts';
import type { CommandAnswer } from '@zhunshi/shared/wire/protocol.ts';
import { readWireCommand } from '../personal/readWireCommand.ts';
import { handleCommand } from '../shop/handleCommand.ts';
import type { ServedShop } from '../shop/shop.ts';
import type { Session } from './logins.ts';

/** Told of each answer, for the metrics; real ms. */
export type Answered = (type: CommandType | 'malformed', answer: CommandAnswer, tookMs: number) => void;

/** These come by their own ways: the set-up page, and the import, which writes the directory first. */
const notFromHere: readonly CommandType[] = ['SetUpShop', 'ImportOrders'];

/** Gives a command that came over the wire, as `session`'s person. Never rejects. */
export async function giveCommand(
  shop: ServedShop,
  session: Session,
  body: unknown,
  answered: Answered,
): Promise<CommandAnswer> {
  const begunAt = performance.now();
  const tell = (type: CommandType | 'malformed', answer: CommandAnswer): CommandAnswer => {
    answered(type, answer, performance.now() - begunAt);
    return answer;
  };
  if (session.mustChangePin) return tell('malformed', no(403, refusal('firstPin', {})));
  const read = readWireCommand(shop, body);
  if ('where' in read) return tell('malformed', no(400, refusal('malformed', { where: read.where })));
  const { command, along } = read;
  if (notFromHere.includes(command.type)) {
    return tell(command.type, no(400, refusal('malformed', { where: 'type' })));
  }
  const newcomer = placeOfNewcomer(shop, command);
  if (newcomer !== null) return tell(command.type, no(400, refusal('malformed', { where: newcomer })));
  // The roles of now: a session that is open for long outlives them [ACC-8].
  if (!maySend(shop.state.staff[session.staff]?.roles ?? [], command.type)) {
    return tell(command.type, no(403, refusal('notAllowed', { roles: [...sendersOf(command.type)] })));
  }
  return tell(command.type, await handleCommand(shop, command, session.staff, along));
}

/** Where a command lets somebody begin to work here: that is for `runningSetUp.ts`, which gives them a first PIN [ACC-7]. */
function placeOfNewcomer({ state }: ServedShop, command: Command): string | null {
  if (command.type !== 'ChangeSetUp') return null;
  const index = command.changes.findIndex((change) => change.kind === 'saveStaff' && !state.staff[change.member.id]);
  return index < 0 ? null : `changes.${index}`;
}

type Refused = Extract<CommandAnswer, { ok: false }>;

function no(status: Refused['status'], reason: Refused['refusal']): Refused {
  return { ok: false, status, refusal: reason };
}
