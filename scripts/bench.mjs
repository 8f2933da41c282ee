// `npm run bench`: measures the server beside its floor. Only asks for the version of Node here; an older one could not read the rest.
import { requireNode } from './steps/nodeVersion.mjs';

requireNode();
void import('./steps/stop.mjs').then(({ runCommand }) =>
  runCommand(async () => {
    const { runBench } = await import('./steps/runBench.mjs');
    return runBench(process.argv.slice(2));
  }),
);
