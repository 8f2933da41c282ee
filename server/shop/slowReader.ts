// shop/ — cuts screens that do not read: what waits for them would grow without bound. They come back and resume.
import type { Socket } from 'socket.io';

/** Characters that may wait for one screen. A snapshot counts too, and one of 600 cars has over a million: it must always fit. */
const MOST_WAITING = 8_000_000;

const watched = new WeakSet();

/** Counts what waits for a screen's connection and cuts it when that is too much. Calling it again changes nothing. */
export function cutWhenSlow(socket: Socket, cut: () => void): void {
  const connection = socket.conn;
  if (watched.has(connection)) return;
  watched.add(connection);
  let waiting = 0;
  let inFlight = 0;
  let largest = 0;
  connection.on('packetCreate', ({ data }: { data?: string | Buffer }) => {
    const bytes = data?.length ?? 0;
    waiting += bytes;
    largest = Math.max(largest, bytes);
    if (waiting + inFlight - largest <= MOST_WAITING) return;
    cut();
    // Not a polite close: that would wait behind everything the screen has not read.
    connection.request.socket.destroy();
  });
  connection.on('flush', () => {
    inFlight += waiting;
    waiting = 0;
  });
  connection.transport.on('drain', () => {
    inFlight = 0;
    largest = 0;
  });
}
