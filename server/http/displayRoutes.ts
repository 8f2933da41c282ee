// http/ — `/shops/:shop/displays`: the screens of a shop, for managers: paired or given a token, changed, asked for something, shut out.
import { keepersOf } from '@zhunshi/shared/domain/permissions.ts';
import { refusal } from '@zhunshi/shared/domain/refusals.ts';
import {
  changeDisplayRequestSchema,
  createDisplayRequestSchema,
  displayActs,
  pairDisplayRequestSchema,
} from '@zhunshi/shared/wire/displays.ts';
import type { DisplaysAnswer, DisplayTold } from '@zhunshi/shared/wire/displays.ts';
import { Router } from 'express';
import type { Request, Response } from 'express';
import type { FollowedOrders } from '../access/displayOrders.ts';
import type { Displays } from '../access/displays.ts';
import type { Logins } from '../access/logins.ts';
import type { Pairings } from '../access/pairings.ts';
import type { Shops } from '../shop/shop.ts';
import { answer, bodyOf, refuse } from './answers.ts';
import { visitOf } from './guards.ts';
import type { PageVersions } from './pageVersions.ts';

export interface DisplayParts {
  shops: Shops;
  logins: Logins;
  displays: Displays;
  pairings: Pairings;
  /** After a change, so that the screens of this node follow before it is answered. */
  orders: Pick<FollowedOrders, 'look'>;
  pageVersions: PageVersions;
}

/** Routes of the displays of a shop. */
export function displayRoutes(parts: DisplayParts): Router {
  const { displays, pairings, orders, pageVersions } = parts;
  const routes = Router();
  const managing = (request: Request<{ shop: string }>, response: Response) =>
    visitOf(parts, request, response, keepersOf('displays'));
  const noSuchDisplay = (request: Request, response: Response): void =>
    refuse(request, response, refusal('malformed', { where: 'display' }), 404);

  routes.get('/:shop/displays', async (request, response) => {
    const visit = await managing(request, response);
    if (!visit) return;
    const [all, versions] = await Promise.all([displays.list(visit.shop.id), pageVersions()]);
    response.json({ displays: all, versions } satisfies DisplaysAnswer);
  });

  routes.post('/:shop/displays', async (request, response) => {
    const visit = await managing(request, response);
    const body = visit && bodyOf(request, response, createDisplayRequestSchema);
    if (visit && body) answer(request, response, await displays.create(visit.shop.id, body));
  });

  routes.post('/:shop/displays/pair', async (request, response) => {
    const visit = await managing(request, response);
    const body = visit && bodyOf(request, response, pairDisplayRequestSchema);
    if (visit && body) answer(request, response, await pairings.pair(visit.shop.id, visit.session.staff, body));
  });

  routes.post('/:shop/displays/:display', async (request, response) => {
    const visit = await managing(request, response);
    const body = visit && bodyOf(request, response, changeDisplayRequestSchema);
    if (!visit || !body) return;
    const told = await displays.change(visit.shop.id, request.params.display, body);
    await orders.look();
    if (told === null) noSuchDisplay(request, response);
    else response.json(told satisfies DisplayTold);
  });

  for (const act of displayActs) {
    routes.post(`/:shop/displays/:display/${act}`, async (request, response) => {
      const visit = await managing(request, response);
      if (!visit) return;
      const isThere = await displays.ask(visit.shop.id, request.params.display, act);
      await orders.look();
      if (isThere) response.status(204).end();
      else noSuchDisplay(request, response);
    });
  }

  routes.delete('/:shop/displays/:display', async (request, response) => {
    const visit = await managing(request, response);
    if (!visit) return;
    await displays.revoke(visit.shop.id, request.params.display);
    await orders.look();
    response.status(204).end();
  });

  return routes;
}
