// bench/load/ — a screen that weighs little: it speaks Socket.IO over a bare WebSocket and only looks for the id of a command. With
// whole clients, 200 of them in one process would take longer than what they measure.
import WebSocket from 'ws';
import type { Entrance } from './tasks.ts';

const connectMs = 30_000;
/** So many connect at a time: a burst of hundreds would only measure the accept queue. */
const atOnce = 25;

/** Packets of Engine.IO and, behind a message's `4`, of Socket.IO. */
const packet = { open: '0', ping: '2', pong: '3', connect: '40', event: '42', refused: '44' };

export interface LightScreen {
  /** Called with each event as it stands on the wire. */
  onEvent: (text: string) => void;
  close(): void;
}

/** Connects a screen; at the shop it is there once its snapshot has come. */
function lightScreen({ url, namespace, cookie, auth }: Entrance): Promise<LightScreen> {
  const where = namespace === '/' ? '' : `${namespace},`;
  const ready = namespace === '/' ? packet.connect : `${packet.event}${where}["snapshot"`;
  const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, {
    perMessageDeflate: false,
    ...(cookie === undefined ? {} : { headers: { cookie } }),
  });
  const screen: LightScreen = { onEvent: () => undefined, close: () => socket.terminate() };
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no screen at ${namespace}`)), connectMs);
    socket.once('error', reject);
    socket.on('message', (data: Buffer) => {
      const text = data.toString();
      if (text === packet.ping) socket.send(packet.pong);
      else if (text.startsWith(packet.open)) socket.send(`${packet.connect}${where}${JSON.stringify(auth)}`);
      else if (text.startsWith(packet.refused)) reject(new Error(`refused at ${namespace}`));
      else if (text.startsWith(ready)) {
        clearTimeout(timer);
        resolve(screen);
      } else if (text.startsWith(packet.event)) screen.onEvent(text);
    });
  });
}

/** Connects many alike. */
export async function lightScreens(entrance: Entrance, count: number): Promise<LightScreen[]> {
  const screens: LightScreen[] = [];
  while (screens.length < count) {
    const next = Array.from({ length: Math.min(atOnce, count - screens.length) }, () => lightScreen(entrance));
    screens.push(...(await Promise.all(next)));
  }
  return screens;
}
