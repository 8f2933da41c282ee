// bench/load/ — what a frame weighs, and which event it carries.

/** Payloads below this have two bytes of header, larger ones four; none here is over 64 KB but a snapshot, which has ten. */
const shortPayload = 126;
const longPayload = 65_536;

/**
 * Bytes of a WebSocket frame from the server: payload and header.
 * @param text what Socket.IO put into it, without the one character that says what kind of packet it is
 */
export function frameBytes(text: string): number {
  const payload = 1 + Buffer.byteLength(text);
  if (payload < shortPayload) return payload + 2;
  return payload + (payload < longPayload ? 4 : 10);
}

/**
 * Event that a Socket.IO packet carries: `2/wall,["rows",{…}]` carries `rows`. Rows of a board that come with a tick alone are
 * called `tick` by whoever knows the last version; here they are rows.
 */
export function eventOf(packet: string): string {
  return /^2(?:\/[^,]*,)?\d*\["([^"]+)"/.exec(packet)?.[1] ?? 'other';
}
