// http/ — everything that the server answers over HTTP, put together: health, the API, the pages.
import { refusal } from '@zhunshi/shared/domain/refusals.ts';
import type { Refusal } from '@zhunshi/shared/domain/refusals.ts';
import compression from 'compression';
import express, { Router } from 'express';
import type { ErrorRequestHandler, Express } from 'express';
import helmet from 'helmet';
import type { SetUps } from '../access/setUps.ts';
import type { SetUpImports } from '../import/setUpImports.ts';
import type { Health } from '../shop/shop.ts';
import { refuse } from './answers.ts';
import { auditRoutes } from './auditRoutes.ts';
import { fromOwnOrigin } from './guards.ts';
import { healthRoutes } from './healthRoutes.ts';
import type { Metrics } from './metrics.ts';
import { pageRoutes } from './pages.ts';
import type { PageFolders } from './pages.ts';
import { pairingRoutes } from './pairingRoutes.ts';
import { setUpFileRoute } from './setUpFileRoute.ts';
import { sessionRoutes } from './sessionRoutes.ts';
import { setUpRoutes } from './setUpRoutes.ts';
import { shopRoutes } from './shopRoutes.ts';
import type { ShopParts } from './shopRoutes.ts';
import { trackPage } from './trackRoutes.ts';

export interface HttpParts extends ShopParts {
  setUps: SetUps;
  setUpImports: SetUpImports;
  health: () => Health;
  metrics: Metrics;
  openMetrics: boolean;
  pages: PageFolders;
  /** Something went wrong that has been answered with 503. */
  report: (what: string, error: unknown) => void;
}

/** The HTTP application; listening is somebody else's. */
export function createHttpApp(parts: HttpParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(securityHeaders());
  app.use(compression());
  app.use(healthRoutes(parts));
  app.use('/api', apiRoutes(parts));
  app.use(trackPage(parts.pages));
  app.use(pageRoutes(parts.pages));
  app.use((_request, response) => {
    response.status(404).type('text').send('404');
  });
  app.use(onError(parts.report));
  return app;
}

function apiRoutes(parts: HttpParts): Router {
  const routes = Router();
  routes.use(fromOwnOrigin);
  routes.use((_request, response, next) => {
    response.set('cache-control', 'no-store');
    next();
  });
  // A shop file is larger than any other body; what is imported is read as it is, by its own route, before JSON is parsed.
  const smallJson = express.json({ limit: '64kb' });
  routes.use('/v1/setup', express.json({ limit: '1mb' }), setUpRoutes(parts.setUps));
  routes.use('/v1/session', smallJson, sessionRoutes(parts));
  routes.use('/v1/pairings', pairingRoutes(parts.pairings));
  routes.use('/v1/shops', setUpFileRoute(parts));
  routes.use('/v1/shops', auditRoutes(parts));
  routes.use('/v1/shops', smallJson, shopRoutes(parts));
  routes.use((request, response) => refuse(request, response, refusal('malformed', { where: 'path' }), 404));
  return routes;
}

/** On a LAN there is often no TLS: what helmet adds for it would break pages there, or is ignored with a warning. */
function securityHeaders(): express.RequestHandler {
  return helmet({
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        // 'self' does not cover WebSockets in the browsers of old TVs.
        connectSrc: ["'self'", 'ws:', 'wss:'],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: null,
      },
    },
  });
}

function onError(report: HttpParts['report']): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const known = refusalOf(error);
    if (!known) report('a request could not be answered', error);
    refuse(request, response, known ?? refusal('unknownOutcome', {}));
  };
}

/** What the body parsers throw, as refusals; null: something else. */
function refusalOf(error: unknown): Refusal | null {
  const status: unknown = error instanceof Error && 'status' in error ? error.status : undefined;
  if (status === 413) return refusal('tooLarge', {});
  return typeof status === 'number' && status < 500 ? refusal('malformed', { where: 'body' }) : null;
}
