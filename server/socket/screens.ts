// socket/ — screens that connect: who they are, which audience they join, and what they may say. Rooms and sending are the push's.
import { refusal } from '@zhunshi/shared/domain/refusals.ts';
import type { DisplayTold } from '@zhunshi/shared/wire/displays.ts';
import { FOLD, PROTOCOL } from '@zhunshi/shared/wire/protocol.ts';
import type { CommandAnswer, Dismissal } from '@zhunshi/shared/wire/protocol.ts';
import type { Namespace, Server, Socket } from 'socket.io';
import { z } from 'zod';
import type { Connections, Visitor } from '../access/connections.ts';
import type { Displays } from '../access/displays.ts';
import { giveCommand } from '../access/giveCommand.ts';
import type { Answered } from '../access/giveCommand.ts';
import type { Logins } from '../access/logins.ts';
import { ticketIn } from '../access/sessionCookie.ts';
import type { Audience, Join, Screen, Shops } from '../shop/shop.ts';
import { hearDisplay } from './hearDisplay.ts';

/** Commands of one screen that may wait for their answers at once; a person needs one or two. */
const MOST_WAITING = 50;
/** A session lives on while commands come; it is not told of each one. */
const NOTE_USE_MS = 5 * 60_000;

export interface ScreenParts {
  shops: Shops;
  logins: Logins;
  displays: Displays;
  connections: Connections;
  join: Join;
  answered: Answered;
  report: (what: string, error: unknown) => void;
}

const namespaces = ['staff', 'wall', 'lounge'] as const;
type Kind = (typeof namespaces)[number];

const versionsSchema = z.object({ protocol: z.literal(PROTOCOL), fold: z.literal(FOLD) });
const handshakeSchema = z.object({
  shop: z.string().max(20).default(''),
  epoch: z.string().max(60).nullable().default(null),
  version: z.number().int().nonnegative().nullable().default(null),
  token: z.string().max(60).default(''),
});
type Handshake = z.infer<typeof handshakeSchema>;

/** Who comes here; customers have a namespace of their own (`trackScreens.ts`). */
type ScreenVisitor = Exclude<Visitor, { kind: 'customer' }>;

/** What a connection is, once it has been let in. */
type Admission =
  { kind: 'visitor'; visitor: ScreenVisitor; handshake: Handshake } | { kind: 'dismissed'; why: Dismissal };

/** Serves the three namespaces. */
export function serveScreens(io: Server, parts: ScreenParts): void {
  for (const kind of namespaces) serveNamespace(io.of(`/${kind}`), kind, parts);
}

function serveNamespace(namespace: Namespace, kind: Kind, parts: ScreenParts): void {
  const admissions = new WeakMap<Socket, Admission>();
  namespace.use((socket, next) => {
    admit(kind, socket, parts).then(
      (admission) => {
        if (typeof admission === 'string') next(new Error(admission));
        else {
          admissions.set(socket, admission);
          next();
        }
      },
      (error: unknown) => {
        parts.report('a screen could not be let in', error);
        next(new Error('unavailable'));
      },
    );
  });
  namespace.on('connection', (socket) => {
    const admission = admissions.get(socket);
    if (admission?.kind === 'visitor') serve(socket, admission.visitor, admission.handshake, parts);
    else dismiss(socket, admission?.why ?? 'reload');
  });
}

/** Lets a screen in, or says why not: `unauthorized`, or `firstPin` while that has to be changed. */
async function admit(kind: Kind, socket: Socket, { logins, displays }: ScreenParts): Promise<Admission | string> {
  const said: unknown = socket.handshake.auth;
  if (!versionsSchema.safeParse(said).success) return { kind: 'dismissed', why: 'reload' };
  const read = handshakeSchema.safeParse(said);
  if (!read.success) return 'unauthorized';
  const handshake = read.data;
  if (kind === 'staff') {
    const session = await logins.sessionOf(ticketIn(socket.handshake.headers.cookie));
    const fits = session && (handshake.shop === '' || handshake.shop === session.shop);
    if (!fits) return 'unauthorized';
    return session.mustChangePin ? 'firstPin' : { kind: 'visitor', visitor: { kind: 'staff', session }, handshake };
  }
  const display = await displays.knownBy(handshake.shop, handshake.token);
  if (display?.kind !== kind) return 'unauthorized';
  return { kind: 'visitor', visitor: { kind: 'display', display }, handshake };
}

/** Tells a screen why it must go, and lets it go. */
function dismiss(socket: Socket, why: Dismissal): void {
  socket.emit('dismiss', why);
  socket.disconnect(true);
}

function serve(socket: Socket, visitor: ScreenVisitor, { epoch, version }: Handshake, parts: ScreenParts): void {
  const { connections, displays, report } = parts;
  let known = '';
  const tell = (told: DisplayTold): void => {
    const text = JSON.stringify(told);
    if (text === known) return;
    known = text;
    socket.emit('display', told);
  };
  const leave = connections.add({
    visitor,
    cut: () => dismiss(socket, visitor.kind === 'staff' ? 'login' : 'token'),
    tell,
    ask: (act) => socket.emit(act),
  });
  socket.on('disconnect', leave);

  const shop = visitor.kind === 'staff' ? visitor.session.shop : visitor.display.shop;
  let joining = false;
  const join = (from: Pick<Screen, 'epoch' | 'version'>): void => {
    if (joining) return;
    joining = true;
    parts
      .join({ socket, shop, ...from }, audienceOf(visitor))
      .catch((error: unknown) => {
        report('a screen could not join', error);
        // Not told to go: it loses the connection and comes back.
        socket.conn.close();
      })
      .finally(() => (joining = false));
  };
  socket.on('resync', () => join({ epoch: null, version: null }));
  if (visitor.kind === 'staff') takeCommands(socket, visitor.session, parts);
  else {
    // Before its board, which it would else show in a layout that is not its own.
    tell(visitor.display.told);
    hearDisplay(socket, visitor.display, { displays, report });
  }
  join({ epoch, version });
}

function audienceOf(visitor: ScreenVisitor): Audience {
  if (visitor.kind === 'display') return { kind: visitor.display.kind };
  const { staff, roles } = visitor.session;
  return { kind: 'staff', viewer: { staff, roles } };
}

type StaffSession = Extract<ScreenVisitor, { kind: 'staff' }>['session'];

function takeCommands(socket: Socket, session: StaffSession, parts: ScreenParts): void {
  const { shops, logins, answered, report } = parts;
  let waiting = 0;
  let notedAt = performance.now();
  const noteUse = (): void => {
    if (performance.now() - notedAt < NOTE_USE_MS) return;
    notedAt = performance.now();
    logins.used(session).catch((error: unknown) => report('a session could not be noted', error));
  };
  const give = async (body: unknown): Promise<CommandAnswer> => {
    const shop = shops.get(session.shop);
    if (!shop) return { ok: false, status: 503, refusal: refusal('unknownOutcome', {}) };
    if (waiting >= MOST_WAITING) return { ok: false, status: 503, refusal: refusal('tooFast', {}) };
    waiting += 1;
    try {
      return await giveCommand(shop, session, body, answered);
    } finally {
      waiting -= 1;
    }
  };
  socket.on('command', (body: unknown, acknowledge: unknown) => {
    if (!isAcknowledge(acknowledge)) return;
    noteUse();
    give(body).then(acknowledge, (error: unknown) => {
      report('a command could not be answered', error);
      acknowledge({ ok: false, status: 503, refusal: refusal('unknownOutcome', {}) });
    });
  });
}

function isAcknowledge(given: unknown): given is (answer: CommandAnswer) => void {
  return typeof given === 'function';
}
