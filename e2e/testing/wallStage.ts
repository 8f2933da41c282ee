// e2e/testing/ — a stage for the wall: serves the built page and speaks as the server does to one display (docs/PROTOCOL.md), with
// the very cars and the very age that a test wants. What a real server says is in the other tests.
import type { WallRow } from '@zhunshi/shared/views/wallBoard.ts';
import type { WallChoice } from '@zhunshi/shared/wire/displays.ts';
import express from 'express';
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { Server } from 'socket.io';
import { stageNow } from '../../client-board/src/wall/testing/carsOnWall.ts';

export interface WallStage {
  readonly url: string;
  /** What every wall shows from now on; the name that it has then, by which it is known to show it. */
  show(rows: WallRow[], choice: WallChoice): string;
  /** Every wall hears that the board has been uncertain for so long. */
  age(certainForMs: number): void;
  stop(): Promise<void>;
}

const built = resolve(import.meta.dirname, '../../client-board/dist');

/** Opens a stage. */
export async function openWallStage(): Promise<WallStage> {
  const app = express();
  app.get('/wall', (_request, response) => response.sendFile(resolve(built, 'wall.html')));
  app.use(express.static(built));
  const http = createServer(app);
  const io = new Server(http, { serveClient: false });
  const walls = io.of('/wall');
  let rows: WallRow[] = [];
  let wall: WallChoice = { layout: 'kanban', language: null };
  let version = 1;
  let certainForMs = 0;
  const board = () => ({ epoch: 'stage', version, tick: 1, rows });
  const beat = () => ({ now: stageNow, speed: 0, certainForMs, version });
  const told = () => ({ id: 'stage', name: `东墙${String(version)}`, wall });
  walls.on('connection', (socket) => {
    socket.emit('display', told());
    socket.emit('snapshot', board());
    socket.emit('clock', beat());
    socket.on('resync', () => socket.emit('snapshot', board()));
  });
  const beats = setInterval(() => walls.emit('clock', beat()), 500);
  await new Promise<void>((ready) => http.listen(0, '127.0.0.1', ready));
  const address = http.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    show(next, choice) {
      [rows, wall, version] = [next, choice, version + 1];
      walls.emit('snapshot', board());
      walls.emit('clock', beat());
      walls.emit('display', told());
      return told().name;
    },
    age(ms) {
      certainForMs = ms;
      walls.emit('clock', beat());
    },
    async stop() {
      clearInterval(beats);
      await io.close();
    },
  };
}
