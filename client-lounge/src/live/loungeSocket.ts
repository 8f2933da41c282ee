// live/ — the lounge's line on this page: Socket.IO and the page's timers for `keepLine`.
import type { LoungeRow } from '@zhunshi/shared/views/loungeBoard.ts';
import type { DisplayAccess } from '@zhunshi/shared/wire/displayAccess.ts';
import { handshakeOf, keepLine, lineOptions } from '@zhunshi/shared/wire/displayLine.ts';
import type { DisplayLine, DisplayToServer, LineScreen, ServerToDisplay } from '@zhunshi/shared/wire/displayLine.ts';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';

/**
 * The line of this page; it is not connected yet.
 * @param access read at each attempt, so that a new token counts at once
 */
export function loungeSocket(access: () => DisplayAccess, screen: LineScreen<LoungeRow>): DisplayLine<LoungeRow> {
  const socket: Socket<ServerToDisplay<LoungeRow>, DisplayToServer> = io('/lounge', {
    ...lineOptions,
    auth: (say) => say(handshakeOf(access(), line.feed)),
  });
  const line = keepLine<LoungeRow>(socket, screen, {
    now: () => performance.now(),
    after: (ms, act) => {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    },
    chance: Math.random,
  });
  return line;
}
