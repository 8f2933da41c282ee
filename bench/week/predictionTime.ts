// bench/week/ — builds the measuring of prediction as the server is built, and lets a process of its own measure.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';
import { spreadOf, type Spread } from '../figures.ts';
import type { PredictionTimes } from './timePrediction.ts';

const run = promisify(execFile);
/** Beside the server's own build: the sample is found from there. */
const outDir = fileURLToPath(new URL('../../server/dist', import.meta.url));

/** Prediction and alarms for 200 open jobs, ms. */
export async function predictionTime(runs: number): Promise<{ openJobs: number; predictionMs: Spread }> {
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: [/^@zhunshi\//] },
    build: {
      ssr: fileURLToPath(new URL('timePrediction.ts', import.meta.url)),
      target: 'node20',
      outDir,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: 'timePrediction.js' } },
    },
  });
  const { stdout } = await run(process.execPath, [`${outDir}/timePrediction.js`, String(runs)]);
  const { openJobs, times } = JSON.parse(stdout) as PredictionTimes;
  return { openJobs, predictionMs: spreadOf(times) };
}
