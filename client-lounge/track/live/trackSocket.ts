// live/ — the line of a customer's page: Socket.IO and the page's timers for `keepLine`, and the way for what the customer says.
import type { TrackRow } from '@zhunshi/shared/views/trackBoard.ts';
import { handshakeOf, keepLine, lineOptions } from '@zhunshi/shared/wire/displayLine.ts';
import type { DisplayLine, DisplayToServer, LineScreen, ServerToDisplay } from '@zhunshi/shared/wire/displayLine.ts';
import type { CustomerAnswer } from '@zhunshi/shared/wire/customerAnswer.ts';
import type { CustomerAnswered } from '@zhunshi/shared/wire/track.ts';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';

/** So long is an answer of the server waited for before the same is sent again. */
const PATIENCE_MS = 8_000;

interface TrackToServer extends DisplayToServer {
  command: (answer: CustomerAnswer, acknowledge: (answered: CustomerAnswered) => void) => void;
}

export interface TrackLine extends Pick<DisplayLine<TrackRow>, 'feed' | 'connect' | 'close'> {
  /** Sends what the customer said. Null: no answer, whatever became of it; the same may be sent again. */
  say: (answer: CustomerAnswer) => Promise<CustomerAnswered | null>;
}

/** The line of this page; it is not connected yet. */
export function trackSocket(token: string, screen: LineScreen<TrackRow>): TrackLine {
  const socket: Socket<ServerToDisplay<TrackRow>, TrackToServer> = io('/track', {
    ...lineOptions,
    auth: (told) => told(handshakeOf({ shop: '', token }, line.feed)),
  });
  const line = keepLine<TrackRow>(socket, screen, {
    now: () => performance.now(),
    after: (ms, act) => {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    },
    chance: Math.random,
  });
  const say = (answer: CustomerAnswer): Promise<CustomerAnswered | null> => {
    if (!socket.connected) return Promise.resolve(null);
    return socket
      .timeout(PATIENCE_MS)
      .emitWithAck('command', answer)
      .catch(() => null);
  };
  return {
    get feed() {
      return line.feed;
    },
    connect: line.connect,
    close: line.close,
    say,
  };
}
