// live/ — the console's one connection: snapshot, entries, directory and beats in; own commands out. Components read what is
// here and call `ask`; they never see the socket. Resumes with {epoch, version}; a gap asks for a snapshot, never a guess.
import { emptyDirectory } from '@zhunshi/shared/domain/directory.ts';
import type { Directory } from '@zhunshi/shared/domain/directory.ts';
import type { WireEntry } from '@zhunshi/shared/domain/entry.ts';
import type { ShopState } from '@zhunshi/shared/domain/state.ts';
import type { Instant } from '@zhunshi/shared/domain/words.ts';
import type { WireCommand } from '@zhunshi/shared/wire/personal.ts';
import { FOLD, PROTOCOL } from '@zhunshi/shared/wire/protocol.ts';
import type {
  ClockBeat,
  CommandAnswer,
  Dismissal,
  Handshake,
  StaffEvents,
  StaffSnapshot,
  Trouble,
  Viewer,
} from '@zhunshi/shared/wire/protocol.ts';
import { shopTimeAt, uncertainForMs } from '@zhunshi/shared/wire/shopClock.ts';
import type { Freshness } from '@zhunshi/shared/wire/shopClock.ts';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { uuidv7 } from 'uuidv7';
import { afterBeat, asksForSnapshot, neverCertain, trustOf } from './staffCertainty.ts';
import type { StaffCertainty } from './staffCertainty.ts';
import { addPending, foldOfSnapshot, readEntries, settlePending, shownState } from './staffFold.ts';
import type { StaffFold } from './staffFold.ts';
import { deliver } from './staffOutbox.ts';
import type { Post } from './staffOutbox.ts';
import { isWhole } from './wish.ts';
import type { Wish } from './wish.ts';

interface FromServer {
  snapshot: (snapshot: StaffSnapshot) => void;
  events: (events: StaffEvents) => void;
  directory: (part: Partial<Directory>) => void;
  clock: (beat: ClockBeat) => void;
  trouble: (trouble: Trouble) => void;
  dismiss: (dismissal: Dismissal) => void;
}
interface ToServer {
  command: (command: WireCommand, answer: (answer: CommandAnswer) => void) => void;
  resync: () => void;
}

const answerWithinMs = 5_000;
const minuteMs = 60_000;

/** The shop, live, for one logged-in person. */
export class ShopLive {
  #socket: Socket<FromServer, ToServer>;
  #fold = $state.raw<StaffFold | null>(null);
  #directory = $state.raw<Directory>(emptyDirectory);
  #viewer = $state.raw<Viewer | null>(null);
  #certainty = $state.raw<StaffCertainty>(neverCertain);
  #connected = $state(false);
  #nowMs = $state(performance.now());
  #trouble = $state.raw<Trouble | null>(null);
  #state = $derived(this.#fold && this.#viewer ? shownState(this.#fold, this.#viewer.staff) : null);
  #now = $derived(this.#certainty.received ? shopTimeAt(this.#certainty.received, this.#nowMs) : Date.now());
  #asOf = $derived(Math.floor(this.#now / minuteMs) * minuteMs);
  #uncertainMs = $derived(this.#certainty.received ? uncertainForMs(this.#certainty.received, this.#nowMs) : Infinity);
  #waiters: (() => void)[] = [];
  #ticking: ReturnType<typeof setInterval>;
  #onDismiss: (dismissal: Dismissal) => void;
  /** Told of new entries of the log, when they are in the fold. */
  onread: ((entries: readonly WireEntry[]) => void) | null = null;

  /** Connects. `onDismiss` is told when the page must reload or its person log in again. */
  constructor(shop: string, onDismiss: (dismissal: Dismissal) => void) {
    this.#onDismiss = onDismiss;
    this.#socket = io('/staff', {
      transports: ['websocket'],
      reconnectionDelay: 300,
      reconnectionDelayMax: 3_000,
      auth: (say) => say(this.#handshake(shop)),
    });
    this.#listen();
    this.#ticking = setInterval(() => (this.#nowMs = performance.now()), 1_000);
  }

  /** What to show: the log as read, and the own commands on top. Null until the first snapshot. */
  get state(): ShopState | null {
    return this.#state;
  }
  /** The log as read, without the own commands on top. */
  get confirmed(): ShopState | null {
    return this.#fold?.confirmed ?? null;
  }
  /** Of the last entry that was read; 0 before the first snapshot. */
  get version(): number {
    return this.#fold?.version ?? 0;
  }
  /** True of a command whose entry was read a moment ago. */
  hasRead(command: string): boolean {
    return this.#fold?.readLately.includes(command) ?? false;
  }
  get directory(): Directory {
    return this.#directory;
  }
  get viewer(): Viewer | null {
    return this.#viewer;
  }
  /** The shop's time, by the second. */
  get now(): Instant {
    return this.#now;
  }
  /** How fast the shop's time runs: 1, more in the demo. */
  get speed(): number {
    return this.#certainty.received?.beat.speed ?? 1;
  }
  /** The minute that predictions and colours are reckoned for. */
  get asOf(): Instant {
    return this.#asOf;
  }
  /** Real ms since the screen was last certain. */
  get uncertainMs(): number {
    return this.#uncertainMs;
  }
  get freshness(): Freshness {
    return trustOf(this.#uncertainMs, this.#connected);
  }
  get connected(): boolean {
    return this.#connected;
  }
  /** Own commands without an entry yet. */
  get pending(): number {
    return this.#fold?.pending.length ?? 0;
  }
  get trouble(): Trouble | null {
    return this.#trouble;
  }
  /** The line itself, for an outbox that outlives the page. */
  get post(): Post {
    return {
      connected: () => this.#whenConnected(),
      send: (command) => this.#send(command),
      pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    };
  }

  /**
   * Asks for something: shows it at once, sends it until it is answered, takes it back when it is refused. What holds personal data is
   * shown when the server has answered, for its references are made there. `onsent` is told the command's id.
   */
  async ask(wish: Wish, onsent?: (id: string) => void): Promise<CommandAnswer> {
    const command: WireCommand = { ...wish, id: uuidv7() };
    onsent?.(command.id);
    if (this.#fold && isWhole(command)) this.#fold = addPending(this.#fold, command, this.#now);
    const answer = await deliver(command, this.post);
    if (this.#fold) this.#fold = settlePending(this.#fold, command.id, answer);
    return answer;
  }

  /** Leaves: no more messages, no more ticks. */
  close(): void {
    clearInterval(this.#ticking);
    this.#socket.disconnect();
  }

  #handshake(shop: string): Handshake {
    const { epoch = null, version = null } = this.#fold ?? {};
    return { protocol: PROTOCOL, fold: FOLD, shop, epoch, version };
  }

  #listen(): void {
    const socket = this.#socket;
    socket.on('connect', () => {
      this.#connected = true;
      this.#certainty = { ...this.#certainty, behind: 0 };
      for (const go of this.#waiters.splice(0)) go();
    });
    socket.on('disconnect', () => {
      this.#connected = false;
      // What is buffered would go out with the connection, beside the retry: the outbox alone sends.
      socket.sendBuffer = [];
    });
    socket.on('connect_error', ({ message }) => {
      if (message === 'unauthorized') this.#onDismiss('login');
      else if (!socket.active) setTimeout(() => socket.connect(), 2_000);
    });
    socket.on('snapshot', (snapshot) => {
      this.#viewer = snapshot.viewer;
      this.#directory = snapshot.directory;
      this.#fold = foldOfSnapshot(snapshot, this.#fold?.pending ?? []);
    });
    socket.on('events', (events) => {
      if (!this.#fold) return;
      const { version } = this.#fold;
      const next = readEntries(this.#fold, events);
      if (!next) {
        socket.emit('resync');
        return;
      }
      this.#fold = next;
      this.onread?.(events.entries.filter((entry) => entry.version > version));
    });
    socket.on('directory', (part) => {
      const { vehicles, persons, staff } = this.#directory;
      this.#directory = {
        vehicles: { ...vehicles, ...part.vehicles },
        persons: { ...persons, ...part.persons },
        staff: { ...staff, ...part.staff },
      };
    });
    socket.on('clock', (beat) => {
      this.#nowMs = performance.now();
      const version = this.#fold?.version ?? null;
      this.#certainty = afterBeat(this.#certainty, beat, { version, nowMs: this.#nowMs });
      if (asksForSnapshot(this.#certainty)) socket.emit('resync');
    });
    socket.on('trouble', (trouble) => (this.#trouble = trouble.code === 'recovered' ? null : trouble));
    socket.on('dismiss', (dismissal) => this.#onDismiss(dismissal));
  }

  #whenConnected(): Promise<void> {
    if (this.#socket.connected) return Promise.resolve();
    return new Promise((resolve) => this.#waiters.push(resolve));
  }

  /** No answer in time, or a broken connection, is null: unknown, and the outbox sends the same id again. */
  #send(command: WireCommand): Promise<CommandAnswer | null> {
    return new Promise((resolve) => {
      this.#socket.timeout(answerWithinMs).emit('command', command, (lost: Error | null, answer) => {
        resolve(lost ? null : answer);
      });
    });
  }
}
