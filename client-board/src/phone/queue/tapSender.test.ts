import { refusal } from '@zhunshi/shared/domain/refusals.ts';
import type { Refusal } from '@zhunshi/shared/domain/refusals.ts';
import type { WireCommand } from '@zhunshi/shared/wire/personal.ts';
import type { CommandAnswer } from '@zhunshi/shared/wire/protocol.ts';
import { describe, expect, it } from 'vitest';
import { attempted, noTaps, ofOwner, refusedTap, withoutTap, withTap } from './tapQueue.ts';
import type { Owner, Tap, TapQueue } from './tapQueue.ts';
import { TapSender } from './tapSender.ts';

const tan: Owner = { shop: 'S', staff: 'tan' };
const accepted: CommandAnswer = { ok: true, version: 7, events: [] };
const no = (why: Refusal): CommandAnswer => ({ ok: false, status: 422, refusal: why });
const [tappedMs, tappedAt] = [1_000_000, 5_000_000];

const start = (id: string, owner: Owner = tan): Tap => ({
  ...owner,
  command: { id, type: 'StartOperation', job: 'A', operation: id },
  tappedAt,
  tappedMs,
  attempted: false,
});

/** A phone with taps, and a server that answers in this order; null: the answer is lost. After that it accepts all. */
function phone(
  taps: Tap[],
  answers: (CommandAnswer | null)[],
  { waitedMs = 0, owners = [true] as (boolean | null)[] } = {},
) {
  let queue: TapQueue = taps.reduce(withTap, noTaps);
  const sent: WireCommand[] = [];
  const pauses: number[] = [];
  const sender = new TapSender({
    post: {
      connected: () => Promise.resolve(),
      send: (command) => {
        sent.push(command);
        return Promise.resolve(answers.length > 0 ? (answers.shift() ?? null) : accepted);
      },
      pause: (ms) => {
        pauses.push(ms);
        return Promise.resolve();
      },
    },
    next: () => ofOwner(queue, tan).taps[0] ?? null,
    attempting: ({ command }) => (queue = attempted(queue, command.id)),
    settled: ({ command }, answer) =>
      (queue = answer.ok ? withoutTap(queue, command.id) : refusedTap(queue, command.id, answer.refusal)),
    isOwners: () => Promise.resolve(owners.length > 1 ? (owners.shift() ?? null) : (owners[0] ?? null)),
    nowMs: () => tappedMs + waitedMs,
  });
  return { sender, sent, pauses, queue: () => queue };
}
const ids = (sent: readonly { id: string }[]): string[] => sent.map(({ id }) => id);

describe('taps on their way to the server', () => {
  it('given three taps, when the network is back, then they go in their order, each once [PHN-1]', async () => {
    const { sender, sent, queue } = phone([start('a'), start('b'), start('c')], []);
    await Promise.all([sender.wake(), sender.wake()]);
    expect(ids(sent)).toEqual(['a', 'b', 'c']);
    expect(queue()).toEqual(noTaps);
  });

  it('given an answer that is lost, when the tap is sent again, then with the same id, and the next waits for it [PHN-1]', async () => {
    const { sender, sent, pauses } = phone(
      [start('a'), start('b')],
      [null, no(refusal('unknownOutcome', {})), accepted],
    );
    await sender.wake();
    expect(ids(sent)).toEqual(['a', 'a', 'a', 'b']);
    expect(pauses).toEqual([400, 800]);
  });

  it('given a tap that is refused, when others follow, then it stays with why, and each of them has its own answer [PHN-1]', async () => {
    const why = refusal('staffAway', { staff: 'tan' });
    const { sender, sent, queue } = phone([start('a'), start('b')], [no(why), accepted]);
    await sender.wake();
    expect(ids(sent)).toEqual(['a', 'b']);
    expect(queue().taps).toEqual([]);
    expect(queue().refused.map(({ tap, refusal: said }) => [tap.command.id, said])).toEqual([['a', why]]);
  });

  it('given a server that cannot write, when it can again, then the tap is not lost [PHN-1]', async () => {
    const { sender, sent, queue } = phone([start('a')], [no(refusal('readOnly', {})), accepted]);
    await sender.wake();
    expect(ids(sent)).toEqual(['a', 'a']);
    expect(queue()).toEqual(noTaps);
  });

  it('given a tap of a moment ago, when it is sent, then the server stamps it; one that waited says when it was [PHN-2]', async () => {
    const soon = phone([start('a')], [], { waitedMs: 9_000 });
    await soon.sender.wake();
    expect(soon.sent[0]).not.toHaveProperty('happenedAt');
    const late = phone([start('a')], [], { waitedMs: 10_000 });
    await late.sender.wake();
    expect(late.sent[0]).toHaveProperty('happenedAt', tappedAt);
  });

  it('given a break that waited, when it is sent, then without a time: its command has none [PHN-2]', async () => {
    const tap: Tap = { ...start('a'), command: { id: 'a', type: 'StartBreak', staff: 'tan', until: null } };
    const { sender, sent } = phone([tap], [], { waitedMs: 60_000 });
    await sender.wake();
    expect(sent[0]).not.toHaveProperty('happenedAt');
  });

  it('given a tap that was accepted without its time and the answer lost, when it is sent with it, then the first content brings the answer [PHN-1]', async () => {
    const taken = no(refusal('commandReused', {}));
    const { sender, sent, queue } = phone([{ ...start('a'), attempted: true }], [taken, accepted], {
      waitedMs: 60_000,
    });
    await sender.wake();
    expect(sent.map((command) => 'happenedAt' in command)).toEqual([true, false]);
    expect(queue()).toEqual(noTaps);
  });

  it('given taps of somebody else, when another person is logged in, then they are not sent [PHN-3]', async () => {
    const { sender, sent, queue } = phone([start('a', { shop: 'S', staff: 'mei' }), start('b')], []);
    await sender.wake();
    expect(ids(sent)).toEqual(['b']);
    expect(ids(queue().taps.map(({ command }) => command))).toEqual(['a']);
  });

  it('given a browser in which somebody else has logged in meanwhile, when the line is back, then nothing is sent on it [PHN-3]', async () => {
    const { sender, sent, queue } = phone([start('a')], [], { owners: [null, false] });
    await sender.wake();
    expect(sent).toEqual([]);
    expect(queue().taps).toHaveLength(1);
  });

  it('given a session that is over, when a tap is sent, then it stays for when its person logs in again [PHN-3]', async () => {
    const { sender, queue } = phone([start('a')], [no(refusal('notLoggedIn', {}))]);
    await sender.wake();
    expect(queue().taps).toHaveLength(1);
    expect(queue().refused).toEqual([]);
  });
});
