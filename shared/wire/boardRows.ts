// wire/ — how a board (wall, lounge) is kept by the screen that shows it: a snapshot, then changed rows, never backwards.
import type { BoardChange, BoardRow, BoardSnapshot } from './protocol.ts';

/** A board as a screen holds it. */
export interface Board<Row extends BoardRow> {
  readonly epoch: string;
  readonly version: number;
  readonly tick: number;
  readonly rows: ReadonlyMap<string, Row>;
}

/** The board of a snapshot. */
export function boardOf<Row extends BoardRow>(snapshot: BoardSnapshot<Row>): Board<Row> {
  const { epoch, version, tick, rows } = snapshot;
  return { epoch, version, tick, rows: new Map(rows.map((row) => [row.key, row])) };
}

/**
 * The board after a change. A change that is older than the board (lower version, or lower tick at the same version) leaves
 * it as it is, so that two servers never make a screen flap [WIRE-3]. A change of another epoch asks for a snapshot: `null`.
 */
export function applyChange<Row extends BoardRow>(board: Board<Row>, change: BoardChange<Row>): Board<Row> | null {
  if (change.epoch !== board.epoch) return null;
  if (isOlder(change, board)) return board;
  const rows = new Map(board.rows);
  for (const key of change.remove) rows.delete(key);
  for (const row of change.set) rows.set(row.key, row);
  return { epoch: board.epoch, version: change.version, tick: change.tick, rows };
}

type Stamp = Pick<BoardChange<BoardRow>, 'version' | 'tick'>;

/** Within one epoch: is this of before that? */
export function isOlder(one: Stamp, other: Stamp): boolean {
  return one.version < other.version || (one.version === other.version && one.tick < other.tick);
}
