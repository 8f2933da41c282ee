// shop/ — push: the only place that sends to screens. Fed by the tail alone, so that nothing is shown that is not stored.
import type { Directory } from '@zhunshi/shared/domain/directory.ts';
import type { LogEntry } from '@zhunshi/shared/domain/entry.ts';
import type { JobId, Role, ShopId } from '@zhunshi/shared/domain/words.ts';
import { loungeRows } from '@zhunshi/shared/views/loungeRows.ts';
import { directoryFor, seesCustomers } from '@zhunshi/shared/views/staffView.ts';
import type { TrackRow } from '@zhunshi/shared/views/trackBoard.ts';
import { trackRows } from '@zhunshi/shared/views/trackRows.ts';
import { wallRows } from '@zhunshi/shared/views/wallRows.ts';
import type { BoardRow, ClockBeat, StaffEvents, Trouble, Viewer } from '@zhunshi/shared/wire/protocol.ts';
import type { Namespace, Server, Socket } from 'socket.io';
import type { Clock } from '../clock.ts';
import { BoardAtWork, tickOf } from './boardAtWork.ts';
import type { Audience, Join, Screen } from './shop.ts';
import type { ShopAtWork } from './shopAtWork.ts';
import { pick, refsOfEvents } from './shopDirectory.ts';
import { cutWhenSlow } from './slowReader.ts';
import { wireEntry } from './wireEntry.ts';

const BEAT_MS = 2000;
/** Shortest time between two projections of a board: its changes are gathered, commands are never slowed. */
const BOARD_GAP_MS = 50;

/** Rooms of the staff, by whether they may see who the customers are [PRV-5]. */
const staffRooms = [
  { suffix: 'customers', roles: ['dispatcher'] as Role[] },
  { suffix: 'cars', roles: ['technician'] as Role[] },
] as const;
const boardKinds = ['wall', 'lounge'] as const;
/** Who gets rows: wall and lounge a board of the whole shop, a customer's page one of its own car. */
type BoardAudience = Exclude<Audience, { kind: 'staff' }>;

/** A board, and the room of those who look at it. */
interface ShownBoard {
  kind: BoardAudience['kind'];
  room: string;
  board: BoardAtWork<BoardRow>;
}

/** What push asks of the rest. */
export interface PushTools {
  io: Server;
  clock: Clock;
  shop: (id: ShopId) => ShopAtWork | undefined;
  shops: () => ShopId[];
  /** Real ms since the tail knew the whole log of a shop, and the last version it has read. */
  certainty: (shop: ShopId) => { forMs: number; version: number };
  /** Real time since when nothing can be written; null: all is well. */
  readOnlySince: () => number | null;
  /** A screen was cut because it does not read. */
  cut: (shop: ShopId, kind: string) => void;
  report: (what: string, error: unknown) => void;
}

interface Boards {
  wall: BoardAtWork<ReturnType<typeof wallRows>[number]>;
  lounge: BoardAtWork<ReturnType<typeof loungeRows>[number]>;
  /** Of customers' pages, by job; only those that somebody looks at. */
  tracks: Map<JobId, BoardAtWork<TrackRow>>;
  timer: NodeJS.Timeout | undefined;
  immediate: NodeJS.Immediate | undefined;
  doneAt: number;
}

/** Sends to the screens of all shops on this node. */
export class Push {
  readonly #tools: PushTools;
  readonly #staff: Namespace;
  readonly #boards = new Map<ShopId, Boards>();
  readonly #viewers = new WeakMap<Socket, Viewer>();
  readonly #beat: NodeJS.Timeout;
  #tick: NodeJS.Timeout | undefined;

  constructor(tools: PushTools) {
    this.#tools = tools;
    this.#staff = tools.io.of('/staff');
    this.#beat = setInterval(() => this.#beatAll(), BEAT_MS);
    this.#tickLater();
  }

  /** Entries that the tail has read, in order, and the directory entries that they refer to. */
  entries(shop: ShopAtWork, entries: readonly LogEntry[], directory: Directory): void {
    for (const { suffix, roles } of staffRooms) {
      const part = directoryFor(roles, directory);
      if (!isEmpty(part)) this.#staff.to(`${shop.id}:${suffix}`).emit('directory', part);
    }
    this.#staff.to(rooms(shop.id)).emit('events', eventsOf(shop.epoch, entries));
    this.#projectSoon(shop);
  }

  /** Everything anew for all screens of a shop: its log has begun a new life. */
  snapshotAll(shop: ShopAtWork): void {
    for (const room of rooms(shop.id)) {
      for (const id of this.#staff.adapter.rooms.get(room) ?? []) {
        const socket = this.#staff.sockets.get(id);
        const viewer = socket && this.#viewers.get(socket);
        if (viewer) socket.emit('snapshot', shop.staffSnapshot(viewer));
      }
    }
    for (const { kind, room, board } of this.#shownBoards(shop.id)) {
      board.refresh(shop, this.#tools.clock.now());
      this.#namespace(kind).to(room).emit('snapshot', board.snapshot());
    }
  }

  /** Tells the staff of a shop, or of all, something about the server itself. */
  trouble(trouble: Trouble, shop?: ShopId): void {
    for (const id of shop === undefined ? this.#tools.shops() : [shop])
      this.#staff.to(rooms(id)).emit('trouble', trouble);
  }

  /** Stops beats and ticks. */
  stop(): void {
    clearInterval(this.#beat);
    clearTimeout(this.#tick);
    for (const { timer, immediate } of this.#boards.values()) {
      clearTimeout(timer);
      clearImmediate(immediate);
    }
  }

  /** A screen has come: see `Join`. */
  readonly join: Join = async (screen, audience) => {
    const { socket } = screen;
    const shop = this.#tools.shop(screen.shop);
    if (!shop || !socket.connected) return;
    cutWhenSlow(socket, () => this.#tools.cut(screen.shop, audience.kind));
    if (audience.kind === 'staff' && shop.epoch === screen.epoch && (screen.version ?? 0) > shop.version) {
      await shop.seenBeyond(screen.version ?? 0);
    }
    // The room first, then what it lacks: an entry that comes between the two is sent twice rather than not at all.
    if (audience.kind === 'staff') {
      await socket.join(staffRoom(shop.id, audience.viewer));
      this.#welcomeStaff(screen, shop, audience.viewer);
      socket.emit('clock', this.#beatOf(shop.id, null));
    } else {
      await socket.join(roomOf(shop.id, audience));
      const shown = this.#boardFor(shop.id, audience);
      this.#welcomeBoard(socket, shop, shown);
      socket.emit('clock', this.#beatOf(shop.id, shown.board));
    }
  };

  #welcomeStaff({ socket, epoch, version }: Screen, shop: ShopAtWork, viewer: Viewer): void {
    this.#viewers.set(socket, viewer);
    const missing = epoch === shop.epoch && version !== null ? shop.fold.entriesAfter(version) : null;
    if (missing) {
      const part = directoryFor(
        viewer.roles,
        pick(
          shop.directory,
          refsOfEvents(
            missing.flatMap(({ events }) => events),
            shop.state,
          ),
        ),
      );
      if (!isEmpty(part)) socket.emit('directory', part);
      socket.emit('events', eventsOf(shop.epoch, missing));
    } else {
      socket.emit('snapshot', shop.staffSnapshot(viewer));
    }
    const since = this.#tools.readOnlySince();
    if (since !== null) socket.emit('trouble', { code: 'readOnly', since } satisfies Trouble);
  }

  #welcomeBoard(socket: Socket, shop: ShopAtWork, shown: ShownBoard): void {
    // What the others in the room have is the ground of the next change, so the newcomer gets just that.
    if (shown.board.isStale(shop, this.#tools.clock.now())) this.#project(shop, shown, socket.id);
    socket.emit('snapshot', shown.board.snapshot());
  }

  #boardFor(shop: ShopId, audience: BoardAudience): ShownBoard {
    const boards = this.#boardsOf(shop);
    const room = roomOf(shop, audience);
    if (audience.kind !== 'track') return { kind: audience.kind, room, board: boards[audience.kind] };
    const { job } = audience;
    const board =
      boards.tracks.get(job) ?? new BoardAtWork((state, directory, asOf) => trackRows(state, directory, job, asOf));
    boards.tracks.set(job, board);
    return { kind: 'track', room, board };
  }

  /** The boards that somebody looks at; the others are computed when somebody comes. */
  #shownBoards(shop: ShopId): ShownBoard[] {
    const { tracks } = this.#boardsOf(shop);
    const isShown = ({ kind, room }: ShownBoard): boolean => this.#namespace(kind).adapter.rooms.has(room);
    const shown = boardKinds.map((kind) => this.#boardFor(shop, { kind })).filter(isShown);
    for (const job of tracks.keys()) {
      const track = this.#boardFor(shop, { kind: 'track', job });
      if (isShown(track)) shown.push(track);
      else tracks.delete(job);
    }
    return shown;
  }

  #boardsOf(shop: ShopId): Boards {
    const known = this.#boards.get(shop);
    if (known) return known;
    const boards: Boards = {
      wall: new BoardAtWork(wallRows),
      lounge: new BoardAtWork(loungeRows),
      tracks: new Map(),
      timer: undefined,
      immediate: undefined,
      doneAt: 0,
    };
    this.#boards.set(shop, boards);
    return boards;
  }

  #projectSoon(shop: ShopAtWork): void {
    const boards = this.#boardsOf(shop.id);
    if (boards.timer ?? boards.immediate) return;
    const project = () => {
      boards.timer = undefined;
      boards.immediate = undefined;
      this.#projectAll(shop);
      boards.doneAt = performance.now();
    };
    const gap = BOARD_GAP_MS - (performance.now() - boards.doneAt);
    if (gap > 0) boards.timer = setTimeout(project, gap);
    else boards.immediate = setImmediate(project);
  }

  #projectAll(shop: ShopAtWork): void {
    for (const shown of this.#shownBoards(shop.id)) this.#project(shop, shown, null);
  }

  #project(shop: ShopAtWork, { kind, room: name, board }: ShownBoard, except: string | null): void {
    try {
      const change = board.refresh(shop, this.#tools.clock.now());
      const room = this.#namespace(kind).to(name);
      if (change) (except === null ? room : room.except(except)).emit('rows', change);
    } catch (error) {
      this.#tools.report(`the ${kind} could not be computed`, error);
    }
  }

  #namespace(kind: BoardAudience['kind']): Namespace {
    return this.#tools.io.of(`/${kind}`);
  }

  /** @param board null: for the staff */
  #beatOf(shop: ShopId, board: BoardAtWork<BoardRow> | null): ClockBeat {
    const { forMs, version: read } = this.#tools.certainty(shop);
    const version = board === null ? read : board.needed;
    return { now: this.#tools.clock.now(), speed: this.#tools.clock.speed, certainForMs: Math.round(forMs), version };
  }

  #beatAll(): void {
    for (const shop of this.#tools.shops()) {
      // Volatile: a beat that cannot be sent now is worth nothing later.
      this.#staff.to(rooms(shop)).volatile.emit('clock', this.#beatOf(shop, null));
      for (const { kind, room, board } of this.#shownBoards(shop)) {
        this.#namespace(kind).to(room).volatile.emit('clock', this.#beatOf(shop, board));
      }
    }
  }

  #tickLater(): void {
    const { clock } = this.#tools;
    const shown = tickOf(clock.now());
    // Looked at once a second at least, because a driven clock moves without notice.
    const untilNext = (60_000 - (clock.now() % 60_000)) / clock.speed;
    this.#tick = setTimeout(
      () => {
        if (tickOf(clock.now()) !== shown) {
          for (const id of this.#tools.shops()) {
            const shop = this.#tools.shop(id);
            if (shop?.serving) this.#projectAll(shop);
          }
        }
        this.#tickLater();
      },
      Math.min(1000, Math.max(250, untilNext)),
    );
  }
}

function rooms(shop: ShopId): string[] {
  return staffRooms.map(({ suffix }) => `${shop}:${suffix}`);
}

/** The room of a board: customers of one car have one of their own, in a namespace of their own. */
function roomOf(shop: ShopId, audience: BoardAudience): string {
  return audience.kind === 'track' ? `${shop}:${audience.job}` : shop;
}

function staffRoom(shop: ShopId, { roles }: Viewer): string {
  return `${shop}:${staffRooms[seesCustomers(roles) ? 0 : 1].suffix}`;
}

function eventsOf(epoch: string, entries: readonly LogEntry[]): StaffEvents {
  return { epoch, entries: entries.map(wireEntry) };
}

function isEmpty({ vehicles, persons, staff }: Directory): boolean {
  return [vehicles, persons, staff].every((part) => Object.keys(part).length === 0);
}
