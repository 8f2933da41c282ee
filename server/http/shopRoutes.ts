// http/ — `/shops/:shop`: the state, commands, the log, displays, people, import.
import { keepersOf } from '@zhunshi/shared/domain/permissions.ts';
import { refusal } from '@zhunshi/shared/domain/refusals.ts';
import { Router } from 'express';
import { z } from 'zod';
import type { Connections } from '../access/connections.ts';
import { giveCommand } from '../access/giveCommand.ts';
import type { Answered } from '../access/giveCommand.ts';
import type { RunningSetUps } from '../access/runningSetUp.ts';
import type { TrackLinks } from '../access/trackLinks.ts';
import type { Clock } from '../clock.ts';
import type { Imports } from '../import/imports.ts';
import { refuse } from './answers.ts';
import { displayRoutes } from './displayRoutes.ts';
import type { DisplayParts } from './displayRoutes.ts';
import { visitOf } from './guards.ts';
import { importRoute } from './importRoute.ts';
import { jobStoryRoute } from './jobStoryRoute.ts';
import { peopleRoutes } from './peopleRoutes.ts';
import { reportRoutes } from './reportRoutes.ts';
import { linkRoutes } from './trackRoutes.ts';

const MOST_ENTRIES = 500;

export interface ShopParts extends DisplayParts {
  clock: Clock;
  links: TrackLinks;
  imports: Imports;
  running: RunningSetUps;
  connections: Connections;
  answered: Answered;
}

const whole = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);
const logQuery = z.object({ from: whole.default(1), count: whole.default(MOST_ENTRIES) });
/** Routes below `/shops`. */
export function shopRoutes(parts: ShopParts): Router {
  const { answered } = parts;
  const routes = Router();

  routes.get('/:shop/state', async (request, response) => {
    const visit = await visitOf(parts, request, response);
    if (!visit) return;
    const { staff, roles } = visit.session;
    response.json(visit.shop.staffSnapshot({ staff, roles }));
  });

  routes.post('/:shop/commands', async (request, response) => {
    const visit = await visitOf(parts, request, response);
    if (!visit) return;
    const given = await giveCommand(visit.shop, visit.session, request.body, answered);
    if (given.ok) response.json({ version: given.version, events: given.events });
    else refuse(request, response, given.refusal, given.status);
  });

  routes.get('/:shop/log', async (request, response) => {
    const visit = await visitOf(parts, request, response, keepersOf('log'));
    if (!visit) return;
    const query = logQuery.safeParse(request.query);
    if (query.success) {
      const { from, count } = query.data;
      const entries = await visit.shop.readLog(Math.max(1, from), Math.min(MOST_ENTRIES, Math.max(1, count)));
      response.json({ entries, version: visit.shop.version });
    } else refuse(request, response, refusal('malformed', { where: 'from' }));
  });

  routes.use(displayRoutes(parts));
  routes.use(peopleRoutes(parts));
  routes.use(jobStoryRoute(parts));
  routes.use(linkRoutes(parts));
  routes.use(reportRoutes(parts));
  routes.use(importRoute(parts));
  return routes;
}
