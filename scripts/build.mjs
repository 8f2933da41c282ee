// `npm run build`: builds server and clients when their sources changed. Only asks for the version of Node here; an older one could not read the rest.
import { requireNode } from './steps/nodeVersion.mjs';

requireNode();
void import('./steps/stop.mjs').then(({ runCommand }) =>
  runCommand(async () => {
    const { buildAll } = await import('./steps/buildAll.mjs');
    return buildAll();
  }),
);
