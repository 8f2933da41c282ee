// `npm test`: sets everything up and runs every check and test. Only asks for the version of Node here; an older one could not read the rest.
import { requireNode } from './steps/nodeVersion.mjs';

requireNode();
void import('./steps/stop.mjs').then(({ runCommand }) =>
  runCommand(async () => {
    const { runTests } = await import('./steps/runTests.mjs');
    return runTests(process.argv.slice(2));
  }),
);
