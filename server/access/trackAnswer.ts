// access/ — an answer of a customer by their link, as a command like the desk's [TRK-4]: about their own car, on behalf of nobody else.
import type { Command } from '@zhunshi/shared/domain/commands.ts';
import { commandSchema } from '@zhunshi/shared/domain/commands.ts';
import { CUSTOMER } from '@zhunshi/shared/domain/entry.ts';
import { customerAnswerSchema } from '@zhunshi/shared/wire/customerAnswer.ts';
import type { CustomerAnswer } from '@zhunshi/shared/wire/customerAnswer.ts';
import type { CustomerAnswered } from '@zhunshi/shared/wire/track.ts';
import { handleCommand } from '../shop/handleCommand.ts';
import type { ServedShop } from '../shop/shop.ts';
import type { Answered } from './giveCommand.ts';
import type { KnownLink } from './trackLinks.ts';

const malformed: CustomerAnswered = { ok: false, status: 400, code: 'malformed' };

/** Gives what a customer's page sent. What comes back names nothing but a code: figures of refusals are the staff's. Never rejects. */
export async function giveCustomerAnswer(
  shop: ServedShop,
  { job }: KnownLink,
  body: unknown,
  answered: Answered,
): Promise<CustomerAnswered> {
  const begunAt = performance.now();
  const read = customerAnswerSchema.safeParse(body);
  const command = read.success ? commandSchema.safeParse(commandOf(job, read.data)) : null;
  if (!command?.success) return malformed;
  const answer = await handleCommand(shop, command.data, CUSTOMER);
  answered(command.data.type, answer, performance.now() - begunAt);
  return answer.ok ? { ok: true } : { ok: false, status: answer.status, code: answer.refusal.code };
}

function commandOf(job: string, answer: CustomerAnswer): Command {
  if (answer.type === 'RecordFollowUp') return { ...answer, job };
  return { ...answer, job, how: 'link', note: null };
}
