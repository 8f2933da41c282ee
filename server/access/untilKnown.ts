// access/ — a command whose answer carries what is told once (PINs): asked again by the server itself while its outcome is unknown.
import type { CommandAnswer } from '@zhunshi/shared/wire/protocol.ts';

const MOST_TRIES = 5;

/** Sends until the outcome is known, a few times at most: the same command happens once [CMD-1]. */
export async function untilKnown(send: () => Promise<CommandAnswer>): Promise<CommandAnswer> {
  let answer = await send();
  for (let tries = 1; tries < MOST_TRIES && !answer.ok && answer.refusal.code === 'unknownOutcome'; tries += 1) {
    answer = await send();
  }
  return answer;
}
