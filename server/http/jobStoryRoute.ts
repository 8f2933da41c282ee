// http/ — `/shops/:shop/jobs/:job/story`: what happened to a car, as the log has it.
import { refusal } from '@zhunshi/shared/domain/refusals.ts';
import { jobStoryQuerySchema } from '@zhunshi/shared/wire/jobStory.ts';
import { Router } from 'express';
import type { Logins } from '../access/logins.ts';
import type { Shops } from '../shop/shop.ts';
import { refuse } from './answers.ts';
import { visitOf } from './guards.ts';
import { readStory } from './readStory.ts';

/** The story of a job, for anybody of the shop: it holds what their screens have folded [STO-1]. */
export function jobStoryRoute(parts: { shops: Shops; logins: Logins }): Router {
  const routes = Router();

  routes.get('/:shop/jobs/:job/story', async (request, response) => {
    const visit = await visitOf(parts, request, response);
    if (!visit) return;
    const query = jobStoryQuerySchema.safeParse(request.query);
    if (!query.success) {
      refuse(request, response, refusal('malformed', { where: 'from' }));
      return;
    }
    const id = request.params.job;
    const { jobs } = visit.shop.state;
    const job = Object.hasOwn(jobs, id) ? jobs[id] : undefined;
    if (job) response.json(await readStory(visit.shop, job, query.data.from));
    else refuse(request, response, refusal('unknownJob', { job: id }), 404);
  });

  return routes;
}
