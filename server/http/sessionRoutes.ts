// http/ — `/session`: log in, who am I, change the PIN, log out.
import type { Result } from '@zhunshi/shared/domain/result.ts';
import { changePinRequestSchema, loginRequestSchema } from '@zhunshi/shared/wire/session.ts';
import type { SessionAnswer } from '@zhunshi/shared/wire/session.ts';
import { Router } from 'express';
import type { Request, Response } from 'express';
import type { Connections } from '../access/connections.ts';
import type { Logins, OpenedSession, Session } from '../access/logins.ts';
import { SESSION_COOKIE } from '../access/sessionCookie.ts';
import type { Shops } from '../shop/shop.ts';
import { bodyOf, refuse } from './answers.ts';
import { addressOf, sessionOf } from './guards.ts';

/** The server decides when a session ends; the browser only must not forget it sooner. */
const COOKIE_MS = 30 * 86_400_000;

interface SessionParts {
  shops: Shops;
  logins: Logins;
  connections: Connections;
}

/** Routes below `/session`. */
export function sessionRoutes({ shops, logins, connections }: SessionParts): Router {
  const routes = Router();

  const describe = (session: Session): SessionAnswer => ({
    shop: { id: session.shop, name: shops.get(session.shop)?.state.shop?.name ?? session.shop },
    staff: { id: session.staff, name: session.name },
    roles: session.roles,
    mustChangePin: session.mustChangePin,
  });
  const opened = (request: Request, response: Response, result: Result<OpenedSession>): void => {
    if (!result.ok) {
      refuse(request, response, result.refusal);
      return;
    }
    const { ticket, session } = result.value;
    response.cookie(SESSION_COOKIE, ticket, { ...cookieOptions(request), maxAge: COOKIE_MS });
    response.json(describe(session));
  };

  routes.post('/', async (request, response) => {
    const body = bodyOf(request, response, loginRequestSchema);
    if (body) opened(request, response, await logins.logIn({ ...body, address: addressOf(request) }));
  });

  routes.get('/', async (request, response) => {
    const session = await sessionOf(logins, request, response);
    if (session) response.json(describe(session));
  });

  routes.post('/pin', async (request, response) => {
    const session = await sessionOf(logins, request, response);
    const body = session && bodyOf(request, response, changePinRequestSchema);
    if (!session || !body) return;
    const changed = await logins.changePin(session, body.pin, body.newPin, addressOf(request));
    if (changed.ok) connections.cutWhere((who) => who.kind === 'staff' && isSamePerson(who.session, session));
    opened(request, response, changed);
  });

  routes.delete('/', async (request, response) => {
    const session = await sessionOf(logins, request, response);
    if (!session) return;
    await logins.logOut(session);
    connections.cutWhere((who) => who.kind === 'staff' && who.session.tokenHash === session.tokenHash);
    response.clearCookie(SESSION_COOKIE, cookieOptions(request));
    response.status(204).end();
  });

  return routes;
}

function isSamePerson(a: Session, b: Session): boolean {
  return a.shop === b.shop && a.staff === b.staff;
}

function cookieOptions(request: Request) {
  return { httpOnly: true, sameSite: 'strict', path: '/', secure: request.secure } as const;
}
