// http/ — the pages: the clients as they were built. Assets have their content in their names, so they may be kept for ever; they
// go out as the build compressed them (scripts/steps/precompress.mjs), where the browser takes that.
import { existsSync, readdirSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import express, { Router } from 'express';
import type { RequestHandler } from 'express';

/** `server/http` and `server/dist` lie equally deep. */
const checkout = join(import.meta.dirname, '..', '..');

/** Where the built clients are. */
export interface PageFolders {
  board: string;
  lounge: string;
}

export const builtPages: PageFolders = {
  board: join(checkout, 'client-board', 'dist'),
  lounge: join(checkout, 'client-lounge', 'dist'),
};

/** Routes of pages and their assets. */
export function pageRoutes({ board, lounge }: PageFolders): Router {
  const routes = Router();
  const pages: readonly [path: string, file: string][] = [
    ['/', join(board, 'index.html')],
    ['/setup', join(board, 'setup.html')],
    ['/wall', join(board, 'wall.html')],
    ['/phone', join(board, 'phone.html')],
    ['/lounge', join(lounge, 'lounge.html')],
  ];
  for (const [path, file] of pages) {
    routes.get(path, (_request, response, next) => {
      if (existsSync(file)) response.set('cache-control', 'no-cache').sendFile(file);
      else next();
    });
  }
  routes.use('/lounge-assets', compressed(lounge), files(lounge));
  routes.use(compressed(board), files(board));
  return routes;
}

/** Endings of compressed files, by what HTTP calls them; the smaller first. Browsers take `br` over TLS and from their own machine only. */
const endings: Readonly<Record<string, string>> = { br: '.br', gzip: '.gz' };

function files(folder: string): RequestHandler {
  return express.static(folder, {
    index: false,
    redirect: false,
    setHeaders(response, path) {
      const named = path.includes(`${sep}assets${sep}`);
      response.setHeader('cache-control', named ? 'public, max-age=31536000, immutable' : 'no-cache');
      const encoding = Object.keys(endings).find((one) => endings[one] === extname(path));
      if (encoding === undefined) return;
      // By the name without the ending: a script stays a script.
      response.type(extname(path.slice(0, -extname(path).length))).setHeader('content-encoding', encoding);
    },
  });
}

/** Leads to the compressed file beside what is asked, where there is one that the browser takes. */
function compressed(folder: string): RequestHandler {
  const assets = join(folder, 'assets');
  const built = new Set(existsSync(assets) ? readdirSync(assets).map((name) => `/assets/${name}`) : []);
  return (request, response, next) => {
    const offered = Object.keys(endings).filter((one) => built.has(request.path + (endings[one] ?? '')));
    if (offered.length > 0) {
      response.vary('accept-encoding');
      const taken = offered.find((one) => request.acceptsEncodings(one) === one);
      if (taken !== undefined) request.url = `${request.path}${endings[taken] ?? ''}`;
    }
    next();
  };
}
