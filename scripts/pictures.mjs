// `npm run pictures`: takes the pictures of docs/SCREENS.md. Only asks for the version of Node here; an older one could not read the rest.
import { requireNode } from './steps/nodeVersion.mjs';

requireNode();
void import('./steps/stop.mjs').then(({ runCommand }) =>
  runCommand(async () => {
    const { runPictures } = await import('./steps/runPictures.mjs');
    return runPictures();
  }),
);
