// http/ — `/setup`: the first start, opened by the one-time code that the console printed.
import type { SetUpStatus } from '@zhunshi/shared/wire/setUp.ts';
import { setUpCheckRequestSchema, setUpRequestSchema } from '@zhunshi/shared/wire/setUp.ts';
import { Router } from 'express';
import type { SetUps } from '../access/setUps.ts';
import { answer, bodyOf, refuse } from './answers.ts';

/** Routes below `/setup`. */
export function setUpRoutes(setUps: SetUps): Router {
  const routes = Router();

  routes.get('/', (_request, response) => {
    response.json({ needed: setUps.needed() } satisfies SetUpStatus);
  });

  routes.post('/check', async (request, response) => {
    const body = bodyOf(request, response, setUpCheckRequestSchema);
    if (!body) return;
    const checked = await setUps.check(body.code);
    if (checked.ok) response.status(204).end();
    else refuse(request, response, checked.refusal);
  });

  routes.post('/', async (request, response) => {
    const body = bodyOf(request, response, setUpRequestSchema);
    if (body) answer(request, response, await setUps.setUp(body));
  });

  return routes;
}
