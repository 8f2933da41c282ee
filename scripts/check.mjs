// `npm run check`: format, lint, types, boundaries and dead code. Only asks for the version of Node here; an older one could not read the rest.
import { requireNode } from './steps/nodeVersion.mjs';

requireNode();
void import('./steps/stop.mjs').then(({ runCommand }) =>
  runCommand(async () => {
    const { runChecks } = await import('./steps/runChecks.mjs');
    return runChecks();
  }),
);
