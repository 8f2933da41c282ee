// http/ — `/shops/:shop/import`: a file as it is, looked at or applied.
import { sendersOf } from '@zhunshi/shared/domain/permissions.ts';
import { refusal } from '@zhunshi/shared/domain/refusals.ts';
import express, { Router } from 'express';
import { z } from 'zod';
import type { Logins } from '../access/logins.ts';
import type { Imports } from '../import/imports.ts';
import type { Shops } from '../shop/shop.ts';
import { answer, refuse } from './answers.ts';
import { visitOf } from './guards.ts';
import type { Visit } from './guards.ts';

const importQuery = z.discriminatedUnion('mode', [
  z.object({ mode: z.literal('preview') }),
  z.object({
    mode: z.literal('apply'),
    id: z.uuidv7(),
    applyChanges: z.enum(['0', '1']).transform((flag) => flag === '1'),
  }),
]);

interface ImportParts {
  shops: Shops;
  logins: Logins;
  imports: Imports;
}

/** The route of the import. */
export function importRoute(parts: ImportParts): Router {
  const { imports } = parts;
  const routes = Router();
  const visits = new WeakMap<express.Request, Visit>();

  routes.post(
    '/:shop/import',
    async (request, response, next) => {
      // Before the file is read: nobody else makes the server hold 5 MB.
      const visit = await visitOf(parts, request, response, sendersOf('ImportOrders'));
      if (!visit) return;
      visits.set(request, visit);
      next();
    },
    express.raw({ type: () => true, limit: '5mb' }),
    async (request, response) => {
      const visit = visits.get(request);
      const query = importQuery.safeParse(request.query);
      const bytes: unknown = request.body;
      if (!visit) refuse(request, response, refusal('notLoggedIn', {}));
      else if (!query.success) {
        const where = query.error.issues[0]?.path.join('.') ?? 'mode';
        refuse(request, response, refusal('malformed', { where }));
      } else if (!(bytes instanceof Uint8Array)) refuse(request, response, refusal('nothingToImport', {}));
      else if (query.data.mode === 'preview') answer(request, response, imports.preview(visit.shop, bytes));
      else {
        const { id, applyChanges } = query.data;
        const by = visit.session.staff;
        answer(request, response, await imports.apply(visit.shop, { id, bytes, applyChanges, by }));
      }
    },
  );

  return routes;
}
