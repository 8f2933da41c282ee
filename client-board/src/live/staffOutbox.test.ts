import type { Command } from '@zhunshi/shared/domain/commands.ts';
import type { WireCommand } from '@zhunshi/shared/wire/personal.ts';
import type { CommandAnswer } from '@zhunshi/shared/wire/protocol.ts';
import { describe, expect, it } from 'vitest';
import { deliver } from './staffOutbox.ts';

const checkIn: Command = { id: '019a0000-0000-7000-8000-000000000001', type: 'CheckIn', job: 'WT1' };
const accepted: CommandAnswer = { ok: true, version: 8, events: [] };
const refusedNow: CommandAnswer = {
  ok: false,
  status: 422,
  refusal: { code: 'alreadyCheckedIn', job: 'WT1' },
};
const unknown: CommandAnswer = { ok: false, status: 503, refusal: { code: 'unknownOutcome' } };

/** A server that gives these answers in turn (null: lost), and remembers what it was sent. */
function postOf(answers: (CommandAnswer | null)[]) {
  const sent: string[] = [];
  const pauses: number[] = [];
  return {
    sent,
    pauses,
    connected: () => Promise.resolve(),
    send: (command: WireCommand) => {
      sent.push(command.id);
      return Promise.resolve(answers.shift() ?? null);
    },
    pause: (ms: number) => {
      pauses.push(ms);
      return Promise.resolve();
    },
  };
}

describe('delivering an own command', () => {
  it('[CMD-1] given two lost answers and one that is unknown, when it is delivered, then the same id went four times', async () => {
    const post = postOf([null, null, unknown, accepted]);
    expect(await deliver(checkIn, post)).toEqual(accepted);
    expect(post.sent).toEqual([checkIn.id, checkIn.id, checkIn.id, checkIn.id]);
  });

  it('[CMD-1] given answers lost again and again, when it waits, then ever longer, and 5 s at most', async () => {
    const post = postOf([null, null, null, null, null, null, accepted]);
    await deliver(checkIn, post);
    expect(post.pauses).toEqual([400, 800, 1600, 3200, 5000, 5000]);
  });

  it('given a refusal, when it is delivered, then it is sent once and the refusal comes back', async () => {
    const post = postOf([refusedNow, accepted]);
    expect(await deliver(checkIn, post)).toEqual(refusedNow);
    expect(post.sent).toHaveLength(1);
  });
});
