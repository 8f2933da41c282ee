// live/ — own commands → server, each until it is answered. A lost answer is unknown, not failed: the same id goes again [CMD-1].
import type { WireCommand } from '@zhunshi/shared/wire/personal.ts';
import type { CommandAnswer } from '@zhunshi/shared/wire/protocol.ts';

/** What the outbox needs of the world. */
export interface Post {
  /** Resolves as soon as there is a connection. */
  connected(): Promise<void>;
  /** Sends once; null when no answer came in time or the connection broke. */
  send(command: WireCommand): Promise<CommandAnswer | null>;
  /** Waits before the next try. */
  pause(ms: number): Promise<void>;
}

const firstPauseMs = 400;
const longestPauseMs = 5_000;

/** True where the server does not know either, or asks to try again: the same command with the same id is sent once more. */
function isOpen(answer: CommandAnswer): boolean {
  return !answer.ok && (answer.refusal.code === 'unknownOutcome' || answer.refusal.code === 'conflict');
}

/** Delivers a command: tries with the same id, ever slower, until the server says accepted or refused. */
export async function deliver(command: WireCommand, post: Post): Promise<CommandAnswer> {
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    await post.connected();
    const answer = await post.send(command);
    if (answer !== null && !isOpen(answer)) return answer;
    await post.pause(pauseMs);
  }
}
