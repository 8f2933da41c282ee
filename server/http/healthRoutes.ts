// http/ — `/healthz`, `/readyz`, `/metrics`: for whoever watches over the server.
import { Router } from 'express';
import type { Request } from 'express';
import type { Health } from '../shop/shop.ts';
import type { Metrics } from './metrics.ts';

interface HealthParts {
  health: () => Health;
  metrics: Metrics;
  /** Metrics for everybody; otherwise only for this machine. */
  openMetrics: boolean;
}

const loopback = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

/** Routes beside the API. */
export function healthRoutes({ health, metrics, openMetrics }: HealthParts): Router {
  const routes = Router();
  routes.get('/healthz', (_request, response) => {
    response.json({ alive: true });
  });
  routes.get('/readyz', (_request, response) => {
    const { ready, readOnly, certainForMs, shops } = health();
    response.status(ready ? 200 : 503).json({ ready, readOnly, certainForMs, shops });
  });
  routes.get('/metrics', async (request, response, next) => {
    if (openMetrics || isFromThisMachine(request)) response.type(metrics.contentType).send(await metrics.text());
    else next();
  });
  return routes;
}

/** From here, and not by way of a proxy that stands here. */
function isFromThisMachine({ socket, headers }: Request): boolean {
  return loopback.includes(socket.remoteAddress ?? '') && headers['x-forwarded-for'] === undefined;
}
