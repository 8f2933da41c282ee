// http/ — `/shops/:shop/log/search` and `/log/chain`: the audit trail, for those who keep it.
import { keepersOf } from '@zhunshi/shared/domain/permissions.ts';
import { refusal } from '@zhunshi/shared/domain/refusals.ts';
import { auditQuerySchema, chainQuerySchema } from '@zhunshi/shared/wire/auditLog.ts';
import { Router } from 'express';
import type { Logins } from '../access/logins.ts';
import type { Shops } from '../shop/shop.ts';
import { refuse } from './answers.ts';
import { checkChain } from './checkChain.ts';
import { visitOf } from './guards.ts';
import { searchLog } from './searchLog.ts';

/** Routes of the audit trail of a shop, for managers [AUD-1] [AUD-2]. */
export function auditRoutes(parts: { shops: Shops; logins: Logins }): Router {
  const routes = Router();

  routes.get('/:shop/log/search', async (request, response) => {
    const visit = await visitOf(parts, request, response, keepersOf('log'));
    if (!visit) return;
    const query = auditQuerySchema.safeParse(request.query);
    if (query.success) response.json(await searchLog(visit.shop, query.data));
    else refuse(request, response, refusal('malformed', { where: String(query.error.issues[0]?.path[0] ?? 'query') }));
  });

  routes.get('/:shop/log/chain', async (request, response) => {
    const visit = await visitOf(parts, request, response, keepersOf('log'));
    if (!visit) return;
    const query = chainQuerySchema.safeParse(request.query);
    if (query.success) response.json(await checkChain(visit.shop, query.data.from, query.data.hash));
    else refuse(request, response, refusal('malformed', { where: String(query.error.issues[0]?.path[0] ?? 'query') }));
  });

  return routes;
}
