// testing/ — a node with screens and no locks: real Redis, real push, real sockets, but whoever connects is let in.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { drivenClock, type DrivenClock } from '../clock.ts';
import { openLog } from '../openLog.ts';
import type { Audience } from '../shop/shop.ts';
import { startNode, type NodeAtWork } from '../startNode.ts';
import { openScreen, type Place, type ScreenKind, type TestScreen } from './testScreen.ts';

/** A node of a test. */
export interface TestNode extends NodeAtWork {
  /** Where its screens connect. */
  url: string;
  driven: DrivenClock;
  /** Everything that was sent to its screens, and whether the screen stood in a room of its shop by then. */
  sent: readonly { event: string; inRoom: boolean }[];
  /** Connects a screen of a shop; its roles, where staff, decide what it may see. */
  screen(kind: ScreenKind, shop?: string, from?: Place): TestScreen;
}

/** Monday morning in the sample's time zone, 2026-11-23 09:00. */
export const MONDAY_MORNING = Date.UTC(2026, 10, 23, 1, 0);

/** Starts a node on a Redis, at a shop's time that stands still unless it is moved; it says nothing by itself unless told to. */
export async function startTestNode(
  redisUrl: string,
  driven = drivenClock(MONDAY_MORNING),
  timekeeper = false,
): Promise<TestNode> {
  const node = await startNode({ redisUrl, log: openLog('silent'), clock: () => driven, timekeeper });
  const http = createServer();
  const io = new Server(http, { transports: ['websocket'], serveClient: false, perMessageDeflate: false });
  const join = node.show(io);
  const sent: { event: string; inRoom: boolean }[] = [];
  for (const kind of ['staff', 'wall', 'lounge'] as const) {
    io.of(`/${kind}`).on('connection', (socket) => {
      const { shop, epoch, version, roles } = socket.handshake.auth as Place & { shop: string; roles: ['dispatcher'] };
      const audience: Audience = kind === 'staff' ? { kind, viewer: { staff: 'P01', roles } } : { kind };
      // A room of its own, named by its id, is where every socket begins.
      socket.onAnyOutgoing((event: string) => sent.push({ event, inRoom: socket.rooms.size > 1 }));
      socket.on('resync', () => void join({ socket, shop, epoch: null, version: null }, audience));
      void join({ socket, shop, epoch, version }, audience);
    });
  }
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const screens: TestScreen[] = [];
  return {
    ...node,
    url,
    driven,
    sent,
    screen(kind, shop = 's1', from = { epoch: null, version: null }) {
      const screen = openScreen(url, kind, shop, from);
      screens.push(screen);
      return screen;
    },
    async stop() {
      for (const screen of screens) screen.close();
      await io.close();
      await node.stop();
    },
  };
}
