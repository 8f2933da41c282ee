// http/ — the pages: the clients as they were built. Assets have their content in their names, so they may be kept for ever.
import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import express, { Router } from 'express';

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
  const files = (folder: string) =>
    express.static(folder, {
      index: false,
      redirect: false,
      setHeaders(response, path) {
        const named = path.includes(`${sep}assets${sep}`);
        response.set('cache-control', named ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  routes.use('/lounge-assets', files(lounge));
  routes.use(files(board));
  return routes;
}
