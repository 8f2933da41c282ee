// testing/ — a proxy between server and Redis that misbehaves on order: swallows answers, falls silent, cuts.
import { connect, createServer, type Socket } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A proxy in front of a Redis. */
export interface FaultProxy {
  /** `unix:<path>` to connect to instead of Redis' own. */
  url: string;
  /**
   * The next request that contains the text is let through, its answer is not, and its connection is cut when the answer comes.
   * Resolves when that has happened.
   */
  dropAnswerTo(text: string): Promise<void>;
  /** From now on nothing passes in either direction, on connections that are there and new ones; they stay open. */
  blackHole(): void;
  /** Passes everything again; what was held back is lost, and the connections it was on are cut. */
  heal(): void;
  remove(): Promise<void>;
}

/** Starts a proxy in front of a Unix socket. */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
  const folder = await mkdtemp(join(tmpdir(), 'zhunshi-proxy-'));
  const path = join(folder, 'proxy.sock');
  const open = new Set<Socket>();
  let silent = false;
  let drop: { text: string; done: () => void } | undefined;

  const server = createServer((near) => {
    const far = connect(target);
    let dropping: (() => void) | undefined;
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        open.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.on('data', (data) => {
      if (silent) return;
      if (drop && data.includes(drop.text)) {
        dropping = drop.done;
        drop = undefined;
      }
      far.write(data);
    });
    far.on('data', (data) => {
      if (silent) return;
      if (!dropping) {
        near.write(data);
        return;
      }
      near.destroy();
      dropping();
    });
  });
  await new Promise<void>((resolve) => server.listen(path, resolve));
  return {
    url: `unix:${path}`,
    dropAnswerTo: (text) =>
      new Promise((done) => {
        drop = { text, done };
      }),
    blackHole() {
      silent = true;
    },
    heal() {
      silent = false;
      for (const socket of open) socket.destroy();
    },
    async remove() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
