// http/ — the customer's page `/t/<token>`, and the link to it for the staff who print the slip [TRK-2] [TRK-3].
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { keepersOf } from '@zhunshi/shared/domain/permissions.ts';
import { refusal } from '@zhunshi/shared/domain/refusals.ts';
import { isTracked } from '@zhunshi/shared/views/trackRows.ts';
import type { LinkAnswer } from '@zhunshi/shared/wire/track.ts';
import { TRACK_PATH } from '@zhunshi/shared/wire/track.ts';
import { Router } from 'express';
import type { Connections } from '../access/connections.ts';
import type { Logins } from '../access/logins.ts';
import type { TrackLinks } from '../access/trackLinks.ts';
import type { Clock } from '../clock.ts';
import type { Shops } from '../shop/shop.ts';
import { refuse } from './answers.ts';
import { visitOf } from './guards.ts';
import type { PageFolders } from './pages.ts';

/** The page, the same for every token, right, wrong or cut off: who looks at it is asked by the socket. It holds no data. */
export function trackPage({ lounge }: Pick<PageFolders, 'lounge'>): Router {
  const routes = Router();
  const file = join(lounge, 'track.html');
  routes.get([TRACK_PATH, `${TRACK_PATH}:token`], (_request, response, next) => {
    if (!existsSync(file)) {
      next();
      return;
    }
    response
      .set('cache-control', 'no-store')
      .set('referrer-policy', 'no-referrer')
      .set('x-robots-tag', 'noindex, nofollow')
      .sendFile(file, { cacheControl: false, lastModified: false });
  });
  return routes;
}

interface LinkParts {
  shops: Shops;
  logins: Logins;
  clock: Clock;
  links: TrackLinks;
  connections: Connections;
}

/** The link of a job: `POST` gives it, the same each time; `DELETE` makes it worthless, and the next one is another. */
export function linkRoutes(parts: LinkParts): Router {
  const { clock, links, connections } = parts;
  const routes = Router();

  routes.post('/:shop/jobs/:job/link', async (request, response) => {
    const visit = await visitOf(parts, request, response, keepersOf('links'));
    if (!visit) return;
    const { shop } = visit;
    const id = request.params.job;
    const job = Object.hasOwn(shop.state.jobs, id) ? shop.state.jobs[id] : undefined;
    if (job === undefined) refuse(request, response, refusal('unknownJob', { job: id }), 404);
    else if (!isTracked(job, Math.max(clock.now(), shop.at))) {
      refuse(request, response, refusal('jobClosed', { job: id }));
    } else {
      const token = await links.tokenFor(shop, id);
      response.json({ path: `${TRACK_PATH}${token}` } satisfies LinkAnswer);
    }
  });

  routes.delete('/:shop/jobs/:job/link', async (request, response) => {
    const visit = await visitOf(parts, request, response, keepersOf('links'));
    if (!visit) return;
    const { shop } = visit;
    const { job } = request.params;
    await links.revoke(shop.id, job);
    connections.cutWhere((who) => who.kind === 'customer' && who.link.shop === shop.id && who.link.job === job);
    response.status(204).end();
  });

  return routes;
}
