// bench/load/ — bytes on the wire to a screen: whole WebSocket frames with their headers, by the event that they carry.
import { setTimeout as pause } from 'node:timers/promises';
import type { Socket } from 'socket.io-client';
import { clientOf, connected, give } from './clients.ts';
import { frameBytes, eventOf } from './frames.ts';
import type { BytesAnswer, BytesTask } from './tasks.ts';

/** Long enough for a change of a board that is still being gathered. */
const settleMs = 500;

interface Counted {
  socket: Socket;
  counts: Record<string, number>;
}

/** Counts what the screen receives from now on. */
function counted(socket: Socket): Counted {
  const whole: Counted = { socket, counts: {} };
  socket.io.on('open', () => {
    socket.io.engine.on('packet', ({ type, data }: { type: string; data?: unknown }) => {
      const text = typeof data === 'string' ? data : '';
      const event = type === 'message' ? eventOf(text) : type;
      whole.counts[event] = (whole.counts[event] ?? 0) + frameBytes(text);
    });
  });
  return whole;
}

/** What was counted since the last time it was taken. */
function take(screen: Counted): Record<string, number> {
  const { counts } = screen;
  screen.counts = {};
  return counts;
}

/** Carries a bytes task out. */
export async function measureBytes(task: BytesTask): Promise<BytesAnswer> {
  const { giver, commands, pauseMs, idleMs } = task;
  const dispatcher = await connected(clientOf(giver.entrance), giver.entrance.namespace);
  const screens = new Map<string, Counted>();
  const answer: BytesAnswer = { screens: {}, commands, idleMs };
  for (const [name, entrance] of Object.entries(task.screens)) {
    const screen = counted(clientOf(entrance));
    await connected(screen.socket, entrance.namespace);
    screens.set(name, screen);
    answer.screens[name] = { snapshot: take(screen)['snapshot'] ?? 0, working: {}, idle: {} };
  }

  for (let index = 0; index < commands; index += 1) {
    const body = giver.bodies[index % giver.bodies.length];
    if (body === undefined) throw new Error('nothing to give');
    const given = await give(dispatcher, body);
    if (!given.ok) throw new Error(`refused: ${given.refusal.code}`);
    await pause(pauseMs);
  }
  await pause(settleMs);
  for (const [name, screen] of screens) Object.assign(answer.screens[name]?.working ?? {}, take(screen));
  if (idleMs > 0) await pause(idleMs);
  for (const [name, screen] of screens) Object.assign(answer.screens[name]?.idle ?? {}, take(screen));
  for (const { socket } of [{ socket: dispatcher }, ...screens.values()]) socket.disconnect();
  return answer;
}
