// testing/ — a screen that understands no more than it must, and keeps every frame as it came over the WebSocket: for searching what
// really went out.
import { FOLD, PROTOCOL } from '@zhunshi/shared/wire/protocol.ts';
import { WebSocket } from 'ws';

/** Frames of Engine.IO and Socket.IO that it answers or knows, by their first characters. */
const OPEN = '0';
const PING = '2';
const PONG = '3';
const CONNECT = '40';

export interface RawScreen {
  /** Every frame that came, raw, in order. */
  readonly frames: readonly string[];
  /** Says something without content. */
  say(event: string): void;
  /** Waits for a frame, among those that come from now on, that holds a text. */
  next(text: string): Promise<string>;
  close(): void;
}

/** What a raw screen shows itself with. */
export interface RawCredentials {
  auth?: object;
  cookie?: string;
}

/** Connects a screen to a namespace; resolves when the server has let it in or refused it. */
export async function connectRaw(url: string, namespace: string, credentials: RawCredentials): Promise<RawScreen> {
  const { auth = {}, cookie } = credentials;
  const frames: string[] = [];
  const waiting = new Set<(frame: string) => void>();
  const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, {
    headers: cookie === undefined ? {} : { cookie },
  });
  const wait = (holds: (frame: string) => boolean): Promise<string> =>
    new Promise((settle) => {
      const take = (frame: string): void => {
        if (!holds(frame)) return;
        waiting.delete(take);
        settle(frame);
      };
      waiting.add(take);
    });
  socket.on('message', (data: Buffer) => {
    const frame = data.toString('utf8');
    frames.push(frame);
    if (frame.startsWith(OPEN)) {
      const said = { protocol: PROTOCOL, fold: FOLD, shop: '', epoch: null, version: null, ...auth };
      socket.send(`${CONNECT}${namespace},${JSON.stringify(said)}`);
    } else if (frame.startsWith(PING)) socket.send(PONG);
    for (const take of [...waiting]) take(frame);
  });
  await wait((frame) => frame.startsWith('4'));
  return {
    frames,
    say: (event) => socket.send(`42${namespace},${JSON.stringify([event])}`),
    next: (text) => wait((frame) => frame.includes(text)),
    close: () => socket.close(),
  };
}
