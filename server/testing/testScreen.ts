// testing/ — a screen as a client would be one: it keeps what it is sent, folds it, and remembers every word of it.
import type { Directory } from '@zhunshi/shared/domain/directory.ts';
import { foldEntry } from '@zhunshi/shared/domain/evolve.ts';
import type { ShopState } from '@zhunshi/shared/domain/state.ts';
import { applyChange, boardOf, type Board } from '@zhunshi/shared/wire/boardRows.ts';
import type {
  BoardChange,
  BoardRow,
  BoardSnapshot,
  ClockBeat,
  StaffEvents,
  StaffSnapshot,
  Trouble,
} from '@zhunshi/shared/wire/protocol.ts';
import { io, type Socket } from 'socket.io-client';

export type ScreenKind = 'staff' | 'technician' | 'wall' | 'lounge';
/** What a screen says that it shows already. */
export interface Place {
  epoch: string | null;
  version: number | null;
}

/** A connected screen and all that it knows. */
export interface TestScreen {
  readonly socket: Socket;
  readonly epoch: string;
  readonly version: number;
  /** Staff: its fold. */
  readonly state: ShopState | undefined;
  readonly directory: Directory;
  /** Wall and lounge: its rows, by key. */
  readonly rows: ReadonlyMap<string, BoardRow>;
  readonly beats: ClockBeat[];
  readonly troubles: Trouble[];
  readonly snapshots: number;
  /** Everything that came, in order, as JSON. */
  readonly heard: string[];
  /** Comes back to another node, or the same, with the place it has. */
  close(): void;
}

/** Connects a screen. */
export function openScreen(url: string, kind: ScreenKind, shop: string, from: Place): TestScreen {
  const namespace = kind === 'technician' ? 'staff' : kind;
  const roles = kind === 'technician' ? ['technician'] : ['dispatcher'];
  const socket = io(`${url}/${namespace}`, {
    transports: ['websocket'],
    auth: { shop, roles, ...from },
    forceNew: true,
    reconnectionDelay: 20,
    reconnectionDelayMax: 100,
  });
  const screen = {
    socket,
    epoch: from.epoch ?? '',
    version: from.version ?? 0,
    state: undefined as ShopState | undefined,
    directory: { vehicles: {}, persons: {}, staff: {} },
    rows: new Map() as ReadonlyMap<string, BoardRow>,
    beats: [] as ClockBeat[],
    troubles: [] as Trouble[],
    snapshots: 0,
    heard: [] as string[],
    close: () => void socket.disconnect(),
  };
  let board: Board<BoardRow> | null = null;
  const keep = (next: Board<BoardRow>) => {
    board = next;
    Object.assign(screen, { epoch: next.epoch, version: next.version, rows: next.rows });
  };
  socket.onAny((event: string, content: unknown) => screen.heard.push(JSON.stringify([event, content])));
  socket.on('snapshot', (snapshot: StaffSnapshot | BoardSnapshot<BoardRow>) => {
    screen.snapshots += 1;
    if ('rows' in snapshot) {
      keep(boardOf(snapshot));
      return;
    }
    const { epoch, version, state, directory } = snapshot;
    Object.assign(screen, { epoch, version, state, directory });
  });
  socket.on('rows', (change: BoardChange<BoardRow>) => {
    if (!board) return;
    const next = applyChange(board, change);
    if (next) keep(next);
    else socket.emit('resync');
  });
  socket.on('events', ({ epoch, entries }: StaffEvents) => {
    if (epoch !== screen.epoch) return void socket.emit('resync');
    for (const entry of entries) {
      if (entry.version <= screen.version) continue;
      if (entry.version > screen.version + 1) throw new Error(`a silent gap before ${entry.version}`);
      if (screen.state) screen.state = foldEntry(screen.state, entry);
      screen.version = entry.version;
    }
  });
  socket.on('directory', ({ vehicles, persons, staff }: Directory) => {
    const { directory } = screen;
    screen.directory = {
      vehicles: { ...directory.vehicles, ...vehicles },
      persons: { ...directory.persons, ...persons },
      staff: { ...directory.staff, ...staff },
    };
  });
  socket.on('clock', (beat: ClockBeat) => screen.beats.push(beat));
  socket.on('trouble', (trouble: Trouble) => screen.troubles.push(trouble));
  return screen;
}
