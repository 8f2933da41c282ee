// wire/ — what a display knows: its board, and the last beat that made it certain. Pure steps; wall and lounge take the same.
import { applyChange, boardOf, isOlder } from './boardRows.ts';
import type { Board } from './boardRows.ts';
import type { BoardChange, BoardRow, BoardSnapshot, ClockBeat } from './protocol.ts';
import { vouchesFor } from './shopClock.ts';
import type { ReceivedBeat } from './shopClock.ts';

export interface BoardFeed<Row extends BoardRow> {
  /** The board as last received, null before the first. */
  readonly board: Board<Row> | null;
  /** The last beat that made this board certain; kept when the connection is lost: its age is what the screen tells. */
  readonly certain: ReceivedBeat | null;
  /** The board came on this connection and all that was sent since fitted. While false a snapshot is needed. */
  readonly synced: boolean;
}

export const nothingKnown: BoardFeed<never> = { board: null, certain: null, synced: false };

/** A connection began: what is shown is of before, until the server has sent the board. */
export function onConnected<Row extends BoardRow>(feed: BoardFeed<Row>): BoardFeed<Row> {
  return { ...feed, synced: false };
}

/** The whole board came. One that is older than what is shown, from a server that lags, is not gone back to [WIRE-3]. */
export function onSnapshot<Row extends BoardRow>(feed: BoardFeed<Row>, snapshot: BoardSnapshot<Row>): BoardFeed<Row> {
  const { board: shown } = feed;
  const lags = shown !== null && snapshot.epoch === shown.epoch && isOlder(snapshot, shown);
  return { ...feed, board: lags ? shown : boardOf(snapshot), synced: true };
}

/** Changed rows came. They are the changes of a board that this screen has, or a snapshot is needed [WIRE-3]. */
export function onChange<Row extends BoardRow>(feed: BoardFeed<Row>, change: BoardChange<Row>): BoardFeed<Row> {
  const board = feed.synced && feed.board !== null ? applyChange(feed.board, change) : null;
  return board === null ? { ...feed, synced: false } : { ...feed, board };
}

/** A beat came, at a monotonic time in ms. It counts only for a board that is as new as it; else a snapshot is needed [LIVE-1]. */
export function onBeat<Row extends BoardRow>(
  feed: BoardFeed<Row>,
  beat: ClockBeat,
  receivedMs: number,
): BoardFeed<Row> {
  const vouched = feed.synced && feed.board !== null && vouchesFor(beat, feed.board.version);
  return vouched ? { ...feed, certain: { beat, receivedMs } } : { ...feed, synced: false };
}
