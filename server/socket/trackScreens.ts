// socket/ — customers' pages that connect: known by their link alone, each shown one car [TRK-3], and what they may say of it [TRK-4].
import type { Dismissal } from '@zhunshi/shared/wire/protocol.ts';
import { FOLD, PROTOCOL } from '@zhunshi/shared/wire/protocol.ts';
import type { CustomerAnswered } from '@zhunshi/shared/wire/track.ts';
import type { Server, Socket } from 'socket.io';
import { z } from 'zod';
import type { Connections } from '../access/connections.ts';
import type { Answered } from '../access/giveCommand.ts';
import { giveCustomerAnswer } from '../access/trackAnswer.ts';
import type { KnownLink, TrackLinks } from '../access/trackLinks.ts';
import type { Join, Shops } from '../shop/shop.ts';

/** Answers of one page that may wait at once; a customer has one thing to say at a time. */
const MOST_WAITING = 3;

export interface TrackParts {
  shops: Shops;
  links: TrackLinks;
  connections: Connections;
  join: Join;
  answered: Answered;
  report: (what: string, error: unknown) => void;
}

const versionsSchema = z.object({ protocol: z.literal(PROTOCOL), fold: z.literal(FOLD) });
const tokenSchema = z.object({ token: z.string().max(60) });

type Admission = KnownLink | Dismissal;

/** Serves the namespace `/track`. Whatever is wrong with a link, the answer is `unauthorized` [TRK-3]. */
export function serveTrack(io: Server, parts: TrackParts): void {
  const admissions = new WeakMap<Socket, Admission>();
  const namespace = io.of('/track');
  namespace.use((socket, next) => {
    admit(socket, parts).then(
      (admission) => {
        if (admission === null) next(new Error('unauthorized'));
        else {
          admissions.set(socket, admission);
          next();
        }
      },
      (error: unknown) => {
        parts.report("a customer's page could not be let in", error);
        next(new Error('unavailable'));
      },
    );
  });
  namespace.on('connection', (socket) => {
    const admission = admissions.get(socket) ?? 'reload';
    if (typeof admission === 'string') dismiss(socket, admission);
    else serve(socket, admission, parts);
  });
}

async function admit(socket: Socket, { links }: TrackParts): Promise<Admission | null> {
  const said: unknown = socket.handshake.auth;
  if (!versionsSchema.safeParse(said).success) return 'reload';
  const read = tokenSchema.safeParse(said);
  // The real address of the other end: anybody can write a header.
  const address = socket.request.socket.remoteAddress ?? 'unknown';
  return links.knownBy(read.success ? read.data.token : '', address);
}

function dismiss(socket: Socket, why: Dismissal): void {
  socket.emit('dismiss', why);
  socket.disconnect(true);
}

function serve(socket: Socket, link: KnownLink, parts: TrackParts): void {
  const { connections, report } = parts;
  const leave = connections.add({
    visitor: { kind: 'customer', link },
    cut: () => dismiss(socket, 'token'),
    tell: () => undefined,
    ask: () => undefined,
  });
  socket.on('disconnect', leave);
  let joining = false;
  const join = (): void => {
    if (joining) return;
    joining = true;
    parts
      .join({ socket, shop: link.shop, epoch: null, version: null }, { kind: 'track', job: link.job })
      .catch((error: unknown) => {
        report("a customer's page could not join", error);
        // Not told to go: it loses the connection and comes back.
        socket.conn.close();
      })
      .finally(() => (joining = false));
  };
  socket.on('resync', join);
  takeAnswers(socket, link, parts);
  join();
}

function takeAnswers(socket: Socket, link: KnownLink, { shops, links, answered, report }: TrackParts): void {
  let waiting = 0;
  const give = async (body: unknown): Promise<CustomerAnswered> => {
    const shop = shops.get(link.shop);
    if (!shop || waiting >= MOST_WAITING) return { ok: false, status: 503, code: 'tooFast' };
    waiting += 1;
    try {
      // Asked anew: the connection may be older than the end of its link.
      if (!(await links.isOpen(link))) return { ok: false, status: 403, code: 'notAllowed' };
      return await giveCustomerAnswer(shop, link, body, answered);
    } finally {
      waiting -= 1;
    }
  };
  socket.on('command', (body: unknown, acknowledge: unknown) => {
    if (!isAcknowledge(acknowledge)) return;
    give(body).then(acknowledge, (error: unknown) => {
      report('an answer of a customer could not be taken', error);
      acknowledge({ ok: false, status: 503, code: 'unknownOutcome' });
    });
  });
}

function isAcknowledge(given: unknown): given is (answer: CustomerAnswered) => void {
  return typeof given === 'function';
}
