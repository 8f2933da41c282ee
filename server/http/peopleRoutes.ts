// http/ — `/shops/:shop/people`: who begins to work here, works here otherwise, works here no more; and a new first PIN.
import { keepersOf } from '@zhunshi/shared/domain/permissions.ts';
import { refusal } from '@zhunshi/shared/domain/refusals.ts';
import { accepted, refused } from '@zhunshi/shared/domain/result.ts';
import { personRequestSchema } from '@zhunshi/shared/wire/setUpFile.ts';
import { Router } from 'express';
import { z } from 'zod';
import { hashOf } from '../access/crockford.ts';
import type { Logins } from '../access/logins.ts';
import type { RunningSetUps } from '../access/runningSetUp.ts';
import type { Shops } from '../shop/shop.ts';
import { answer, bodyOf, refuse } from './answers.ts';
import { visitOf } from './guards.ts';

interface PeopleParts {
  shops: Shops;
  logins: Logins;
  running: RunningSetUps;
}

const goneQuery = z.object({ id: z.uuidv7() });

/** Routes of the people of a shop. */
export function peopleRoutes(parts: PeopleParts): Router {
  const { running } = parts;
  const routes = Router();

  routes.post('/:shop/people', async (request, response) => {
    const visit = await visitOf(parts, request, response, keepersOf('people'));
    const body = visit && bodyOf(request, response, personRequestSchema);
    if (!visit || !body) return;
    const { id, staff, name, ...can } = body;
    const changer = { id, by: visit.session.staff, request: hashOf(JSON.stringify(body)) };
    const plan = {
      changes: [{ kind: 'saveStaff' as const, member: { id: staff, ...can } }],
      names: { [staff]: { name } },
    };
    answer(request, response, await running.change(visit.shop, changer, () => accepted(plan)));
  });

  routes.delete('/:shop/people/:staff', async (request, response) => {
    const visit = await visitOf(parts, request, response, keepersOf('people'));
    const query = goneQuery.safeParse(request.query);
    if (!visit) return;
    if (!query.success) {
      refuse(request, response, refusal('malformed', { where: 'id' }));
      return;
    }
    const { staff } = request.params;
    const { id } = query.data;
    const changer = { id, by: visit.session.staff, request: hashOf(JSON.stringify([id, staff])) };
    const outcome = await running.change(visit.shop, changer, () => {
      if (!visit.shop.state.staff[staff]) return refused(refusal('unknownStaff', { staff }));
      return accepted({ changes: [{ kind: 'removeStaff', staff }], names: {} });
    });
    answer(request, response, outcome);
  });

  routes.post('/:shop/people/:staff/pin', async (request, response) => {
    const visit = await visitOf(parts, request, response, keepersOf('people'));
    if (visit) answer(request, response, await running.newPin(visit.shop, request.params.staff));
  });

  return routes;
}
