// http/ — `/shops/:shop/reports`: what is reckoned of a period, from the fold as it stands.
import { keepersOf } from '@zhunshi/shared/domain/permissions.ts';
import { refusal } from '@zhunshi/shared/domain/refusals.ts';
import { excusedVisits, lateCausesOf } from '@zhunshi/shared/plan/latenessList.ts';
import { onTimeFigures } from '@zhunshi/shared/plan/onTimeFigures.ts';
import { onTimeQuerySchema, type OnTimeAnswer } from '@zhunshi/shared/wire/onTimeReport.ts';
import { Router } from 'express';
import type { Logins } from '../access/logins.ts';
import type { Clock } from '../clock.ts';
import type { Shops } from '../shop/shop.ts';
import { refuse } from './answers.ts';
import { visitOf } from './guards.ts';

interface ReportParts {
  shops: Shops;
  logins: Logins;
  clock: Clock;
}

/** Routes of the reports of a shop. */
export function reportRoutes(parts: ReportParts): Router {
  const routes = Router();

  routes.get('/:shop/reports/on-time', async (request, response) => {
    const visit = await visitOf(parts, request, response, keepersOf('onTime'));
    if (!visit) return;
    const query = onTimeQuerySchema.safeParse(request.query);
    if (!query.success) {
      refuse(request, response, refusal('malformed', { where: query.error.issues[0]?.path.join('.') ?? 'from' }));
      return;
    }
    const period = query.data;
    const { state } = visit.shop;
    // By the shop's clock and not by the last entry: a promise falls due while nobody does anything [FIG-8].
    const asOf = parts.clock.now();
    response.json({
      period,
      asOf,
      ...onTimeFigures(state, period, asOf),
      causes: lateCausesOf(state, period),
      lateness: excusedVisits(state, period),
    } satisfies OnTimeAnswer);
  });

  return routes;
}
