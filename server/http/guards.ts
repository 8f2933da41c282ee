// http/ — who may come in: the origin of a change, the session behind a request, the shop that it is about.
import { isOneOf } from '@zhunshi/shared/domain/permissions.ts';
import { refusal } from '@zhunshi/shared/domain/refusals.ts';
import type { Role } from '@zhunshi/shared/domain/words.ts';
import type { Request, RequestHandler, Response } from 'express';
import type { Logins, Session } from '../access/logins.ts';
import { isOwnOrigin } from '../access/origin.ts';
import { servedShop } from '../access/servedShop.ts';
import { ticketIn } from '../access/sessionCookie.ts';
import type { ServedShop, Shops } from '../shop/shop.ts';
import { refuse } from './answers.ts';

/** Lets a change through only from our own pages, or from no browser at all [ACC-4]. Reading is guarded by the browser. */
export const fromOwnOrigin: RequestHandler = (request, response, next) => {
  if (request.method === 'GET' || request.method === 'HEAD' || isOwnOrigin(request.headers)) next();
  else refuse(request, response, refusal('wrongOrigin', {}));
};

/** Real address of the other end. Nothing in the request counts: anybody can write a header. */
export function addressOf(request: Request): string {
  return request.socket.remoteAddress ?? 'unknown';
}

/** Session of a request; undefined: there is none, and that has been answered. */
export async function sessionOf(logins: Logins, request: Request, response: Response): Promise<Session | undefined> {
  const session = await logins.sessionOf(ticketIn(request.headers.cookie));
  if (session) return session;
  refuse(request, response, refusal('notLoggedIn', {}));
  return undefined;
}

/** Somebody who is logged in, at the shop of the request's path. */
export interface Visit {
  session: Session;
  shop: ServedShop;
}

/**
 * The visit of a request below `/shops/:shop`; undefined: it may not go on, and that has been answered.
 *
 * @param allowed roles of which one is needed; the refusal names them
 */
export async function visitOf(
  { logins, shops }: { logins: Logins; shops: Shops },
  request: Request<{ shop: string }>,
  response: Response,
  allowed?: readonly Role[],
): Promise<Visit | undefined> {
  const session = await sessionOf(logins, request, response);
  if (!session) return undefined;
  const shop = servedShop(shops, request.params.shop);
  if (shop?.id !== session.shop) {
    refuse(request, response, refusal('unknownShop', {}));
    return undefined;
  }
  if (session.mustChangePin) {
    refuse(request, response, refusal('firstPin', {}));
    return undefined;
  }
  if (allowed && !isOneOf(session.roles, allowed)) {
    refuse(request, response, refusal('notAllowed', { roles: [...allowed] }));
    return undefined;
  }
  return { session, shop };
}
