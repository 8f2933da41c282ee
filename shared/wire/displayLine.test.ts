// How a display holds its line, whatever the server and the network do.
import { beforeEach, describe, expect, test } from 'vitest';
import type { BoardFeed } from './boardFeed.ts';
import { handshakeOf, keepLine, retryDelayMs } from './displayLine.ts';
import type { DisplayLine, LineSocket } from './displayLine.ts';
import type { DisplayPage } from './displays.ts';

interface Row {
  key: string;
}

/** A clock that is moved by hand, with what is to be done later. */
class HandClock {
  now = 0;
  #later: { at: number; act: () => void }[] = [];

  after = (ms: number, act: () => void) => {
    const one = { at: this.now + ms, act };
    this.#later.push(one);
    return () => void (this.#later = this.#later.filter((other) => other !== one));
  };

  pass(ms: number): void {
    const until = this.now + ms;
    for (let due = this.#due(until); due; due = this.#due(until)) {
      this.#later = this.#later.filter((other) => other !== due);
      this.now = due.at;
      due.act();
    }
    this.now = until;
  }

  #due(until: number) {
    return this.#later.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
  }
}

/** A socket whose other end is the test. */
class HandSocket {
  connected = false;
  active = false;
  sendBuffer: unknown[] = [];
  connects = 0;
  resyncs = 0;
  #acts = new Map<string, (content: never) => void>();

  connect = () => {
    this.connects += 1;
    this.active = true;
  };
  disconnect = () => this.lose('io client disconnect');
  here: DisplayPage[] = [];
  emit = (event: string, page?: DisplayPage) => {
    if (event === 'resync') this.resyncs += 1;
    else if (page) this.here.push(page);
  };
  on = (event: string, act: (content: never) => void) => this.#acts.set(event, act);

  say(event: string, content?: unknown): void {
    this.#acts.get(event)?.(content as never);
  }
  letIn(): void {
    this.connected = true;
    this.say('connect');
  }
  lose(reason: string): void {
    const was = this.connected;
    this.connected = false;
    this.active = !reason.startsWith('io ');
    if (was) this.say('disconnect', reason);
  }
  turnAway(message: string): void {
    this.active = false;
    this.say('connect_error', new Error(message));
  }
}

let clock: HandClock;
let socket: HandSocket;
let line: DisplayLine<Row>;
let told: string[];
let shown: BoardFeed<Row>[];

beforeEach(() => {
  clock = new HandClock();
  socket = new HandSocket();
  told = [];
  shown = [];
  const tell =
    (what: string) =>
    (why = '') =>
      void told.push(`${what} ${why}`.trim());
  line = keepLine<Row>(
    socket as LineSocket<Row>,
    {
      show: (feed) => shown.push(feed),
      admitted: tell('admitted'),
      refused: tell('refused'),
      identify: tell('identify'),
      reload: tell('reload'),
    },
    { now: () => clock.now, after: clock.after, chance: () => 0.5 },
  );
  line.connect();
});

const snapshot = (version: number) => ({ epoch: 'e1', version, tick: 1, rows: [{ key: 'a' }] });
const beat = (version: number) => ({ now: 0, speed: 1, certainForMs: 0, version });

describe('the board on a line', () => {
  test('given a screen that was let in, when board, rows and beats come, then it shows them and is certain [LIVE-1]', () => {
    socket.letIn();
    socket.say('snapshot', snapshot(5));
    socket.say('rows', { epoch: 'e1', version: 6, tick: 1, set: [{ key: 'b' }], remove: [] });
    socket.say('clock', beat(6));
    expect(shown.at(-1)).toBe(line.feed);
    expect([...line.feed.board!.rows.keys()]).toEqual(['a', 'b']);
    expect(line.feed.certain?.beat.version).toBe(6);
    expect([told, socket.resyncs]).toEqual([['admitted'], 0]);
  });

  test('given a board that is older than the beat, then a snapshot is asked for once, until it has not helped for 10 s [LIVE-1]', () => {
    socket.letIn();
    socket.say('snapshot', snapshot(5));
    for (let beats = 0; beats < 3; beats += 1) {
      socket.say('clock', beat(6));
      socket.say('snapshot', snapshot(5));
      clock.pass(2_000);
    }
    expect([socket.resyncs, line.feed.certain]).toEqual([1, null]);
    clock.pass(4_000);
    socket.say('clock', beat(6));
    expect(socket.resyncs).toBe(2);
    socket.say('snapshot', snapshot(6));
    socket.say('clock', beat(6));
    expect([socket.resyncs, line.feed.certain?.beat.version]).toEqual([2, 6]);
  });

  test('given a board, when the screen connects, then it says what it shows and whose it is [WIRE-2]', () => {
    socket.letIn();
    socket.say('snapshot', snapshot(5));
    expect(handshakeOf({ shop: 's1', token: 'abc' }, line.feed)).toMatchObject({
      ...{ shop: 's1', token: 'abc', epoch: 'e1', version: 5 },
    });
    expect(handshakeOf({ shop: '', token: null }, line.feed)).not.toHaveProperty('token');
  });
});

describe('a line that breaks', () => {
  test('given silence for more than 12 s, then it connects anew, and what waited to be said is dropped', () => {
    socket.letIn();
    clock.pass(12_000);
    expect(socket.connects).toBe(1);
    socket.sendBuffer = ['resync'];
    clock.pass(2_000);
    expect([socket.connects, socket.sendBuffer]).toEqual([2, []]);
    clock.pass(60_000);
    expect(socket.connects).toBe(2);
  });

  test('given beats, then it stays', () => {
    socket.letIn();
    for (let beats = 0; beats < 30; beats += 1) {
      clock.pass(2_000);
      socket.say('clock', beat(0));
    }
    expect(socket.connects).toBe(1);
  });

  test('given a server that sends it away or cannot tell, then it tries again, later each time', () => {
    socket.letIn();
    socket.lose('io server disconnect');
    clock.pass(499);
    expect(socket.connects).toBe(1);
    clock.pass(1);
    expect(socket.connects).toBe(2);
    socket.turnAway('unavailable');
    clock.pass(999);
    expect(socket.connects).toBe(2);
    clock.pass(1);
    expect(socket.connects).toBe(3);
  });

  test('given a lost network, then Socket.IO tries, and the line does not', () => {
    socket.letIn();
    socket.lose('transport close');
    clock.pass(60_000);
    expect(socket.connects).toBe(1);
  });

  test('waits longer each time, at most five seconds, up to a half more or less by chance', () => {
    const waits = [0, 1, 2, 3, 4, 50].map((retries) => retryDelayMs(retries, 0.5));
    expect(waits).toEqual([500, 1_000, 2_000, 4_000, 5_000, 5_000]);
    expect([retryDelayMs(4, 0), retryDelayMs(4, 1)]).toEqual([2_500, 7_500]);
  });
});

describe('a line that is refused [ACC-3]', () => {
  test('given a token that is not known, then the screen is told, and it is tried again every 30 s', () => {
    socket.turnAway('unauthorized');
    expect(told).toEqual(['refused']);
    clock.pass(29_999);
    expect(socket.connects).toBe(1);
    clock.pass(1);
    expect(socket.connects).toBe(2);
    socket.letIn();
    expect(told).toEqual(['refused', 'admitted']);
  });

  test('given a token that is revoked, then the screen is told, and keeps what it shows', () => {
    socket.letIn();
    socket.say('snapshot', snapshot(5));
    socket.say('dismiss', 'token');
    socket.lose('io server disconnect');
    expect(told).toEqual(['admitted', 'refused']);
    expect(line.feed.board?.version).toBe(5);
    clock.pass(29_999);
    expect(socket.connects).toBe(1);
  });

  test('given another token, when it connects anew, then at once', () => {
    socket.turnAway('unauthorized');
    line.connect();
    expect(socket.connects).toBe(2);
    clock.pass(40_000);
    expect(socket.connects).toBe(2);
  });
});

describe('the end of a line', () => {
  test('given an old page, then it is told to reload, and comes back no more [WIRE-5]', () => {
    socket.letIn();
    socket.say('dismiss', 'reload');
    socket.lose('io server disconnect');
    clock.pass(120_000);
    expect([told, socket.connects]).toEqual([['admitted', 'reload outdated'], 1]);
  });

  test('given that it is closed, then nothing is tried any more', () => {
    socket.letIn();
    line.close();
    clock.pass(120_000);
    expect([socket.connected, socket.connects]).toEqual([false, 1]);
  });
});

describe('what a manager asks of a screen, and what it says of itself [DSPL-4] [DSPL-5]', () => {
  const page: DisplayPage = { version: '0.1.0', width: 1920, height: 1080, shows: 'kanban' };

  test('given a screen that shows something, then it says so when it connects, when it changes, and each minute', () => {
    line.here(page);
    expect(socket.here).toEqual([]);
    socket.letIn();
    expect(socket.here).toEqual([page]);
    line.here({ ...page });
    expect(socket.here).toHaveLength(1);
    line.here({ ...page, width: 1280 });
    expect(socket.here.at(-1)?.width).toBe(1280);
    // Beats keep the line open meanwhile.
    for (let seconds = 0; seconds < 60; seconds += 2) {
      socket.say('clock', { now: 0, speed: 1, certainForMs: 0, version: 0 });
      clock.pass(2_000);
    }
    expect(socket.here).toHaveLength(3);
  });

  test('given a line that was lost, then nothing is said until it is back', () => {
    line.here(page);
    socket.letIn();
    socket.lose('transport close');
    clock.pass(120_000);
    expect(socket.here).toHaveLength(1);
    socket.letIn();
    expect(socket.here).toHaveLength(2);
  });

  test('when it is asked who it is, or to load anew, then it does so and keeps its line', () => {
    socket.letIn();
    socket.say('identify');
    socket.say('reload');
    expect([told, socket.connected]).toEqual([['admitted', 'identify', 'reload asked'], true]);
  });
});
