// `node scripts/breakRules.mjs`: breaks each rule of docs/SPEC.md in a copy and sees its tests fail. Only asks for the version of Node here.
import { requireNode } from './steps/nodeVersion.mjs';

requireNode();
void import('./steps/stop.mjs').then(({ runCommand }) =>
  runCommand(async () => {
    const { runBreaks } = await import('./steps/runBreaks.mjs');
    return runBreaks(process.argv.slice(2));
  }),
);
