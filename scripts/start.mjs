// `npm start`: the workshop on one port, from a fresh clone. Only asks for the version of Node here; an older one could not read the rest.
import { requireNode } from './steps/nodeVersion.mjs';

requireNode();
void import('./steps/stop.mjs').then(({ runCommand }) =>
  runCommand(async () => {
    const { startServer } = await import('./steps/startServer.mjs');
    return startServer(process.argv.slice(2));
  }),
);
