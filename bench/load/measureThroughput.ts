// bench/load/ — commands a second of several people at once, each waiting for the answer before the next.
import { clientOf, connected, give } from './clients.ts';
import { lightScreens } from './lightScreen.ts';
import type { Giver, ThroughputAnswer, ThroughputTask } from './tasks.ts';

/** Carries a throughput task out. Refusals are counted, not hidden; what is neither answered nor refused rejects. */
export async function measureThroughput(task: ThroughputTask): Promise<ThroughputAnswer> {
  const { givers, screens: count, warmUpMs, durationMs } = task;
  const screens = await lightScreens(task.screen, count);
  const dispatchers = await Promise.all(
    givers.map(({ entrance }) => connected(clientOf(entrance), entrance.namespace)),
  );
  const from = performance.now() + warmUpMs;
  const to = from + durationMs;
  const refused: Record<string, number> = {};
  let longestMs = 0;

  async function giveOn({ bodies }: Giver, index: number): Promise<number> {
    const socket = dispatchers[index];
    if (socket === undefined) return 0;
    let accepted = 0;
    for (let turn = 0; performance.now() < to; turn += 1) {
      const body = bodies[turn % bodies.length];
      if (body === undefined) throw new Error('nothing to give');
      const begunAt = performance.now();
      const answer = await give(socket, body);
      const endedAt = performance.now();
      if (endedAt < from || endedAt > to) continue;
      longestMs = Math.max(longestMs, endedAt - begunAt);
      if (answer.ok) accepted += 1;
      else refused[answer.refusal.code] = (refused[answer.refusal.code] ?? 0) + 1;
    }
    return accepted;
  }

  const accepted = await Promise.all(givers.map(giveOn));
  for (const socket of dispatchers) socket.disconnect();
  for (const screen of screens) screen.close();
  return { accepted, refused, longestMs, durationMs };
}
