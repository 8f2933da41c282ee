// http/ — `/shops/:shop/set-up`: the set-up of a shop that runs, read as a file, and a file looked at or applied.
import { keepersOf } from '@zhunshi/shared/domain/permissions.ts';
import { refusal } from '@zhunshi/shared/domain/refusals.ts';
import express, { Router } from 'express';
import { z } from 'zod';
import type { Logins } from '../access/logins.ts';
import { presentShopFile } from '../access/presentShopFile.ts';
import type { SetUpImports } from '../import/setUpImports.ts';
import type { Shops } from '../shop/shop.ts';
import { answer, refuse } from './answers.ts';
import { visitOf } from './guards.ts';
import type { Visit } from './guards.ts';

const flag = z
  .enum(['0', '1'])
  .default('0')
  .transform((given) => given === '1');
const setUpQuery = z.discriminatedUnion('mode', [
  z.object({ mode: z.literal('preview'), removeMissing: flag }),
  z.object({ mode: z.literal('apply'), removeMissing: flag, id: z.uuidv7() }),
]);

interface SetUpFileParts {
  shops: Shops;
  logins: Logins;
  setUpImports: SetUpImports;
}

/** The route of the set-up as a file. It reads bodies itself, as they are: put it before whatever parses JSON. */
export function setUpFileRoute(parts: SetUpFileParts): Router {
  const { setUpImports } = parts;
  const routes = Router();
  const visits = new WeakMap<express.Request, Visit>();

  routes.get('/:shop/set-up', async (request, response) => {
    const visit = await visitOf(parts, request, response, keepersOf('setUp'));
    if (!visit) return;
    const file = presentShopFile(visit.shop.state, visit.shop.directory);
    if (file)
      response
        .attachment('shop.json')
        .type('json')
        .send(`${JSON.stringify(file, null, 2)}\n`);
    else refuse(request, response, refusal('notSetUp', {}));
  });

  routes.post(
    '/:shop/set-up',
    async (request, response, next) => {
      const visit = await visitOf(parts, request, response, keepersOf('setUp'));
      if (!visit) return;
      visits.set(request, visit);
      next();
    },
    express.raw({ type: () => true, limit: '5mb' }),
    async (request, response) => {
      const visit = visits.get(request);
      const query = setUpQuery.safeParse(request.query);
      const bytes: unknown = request.body;
      if (!visit) refuse(request, response, refusal('notLoggedIn', {}));
      else if (!query.success) {
        const where = query.error.issues[0]?.path.join('.') ?? 'mode';
        refuse(request, response, refusal('malformed', { where }));
      } else if (!(bytes instanceof Uint8Array)) refuse(request, response, refusal('unreadableFile', {}));
      else {
        const { removeMissing, mode } = query.data;
        const file = { bytes, removeMissing };
        if (mode === 'preview') answer(request, response, setUpImports.preview(visit.shop, file));
        else {
          const given = { id: query.data.id, by: visit.session.staff };
          answer(request, response, await setUpImports.apply(visit.shop, file, given));
        }
      }
    },
  );

  return routes;
}
