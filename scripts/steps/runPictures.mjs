// `npm run pictures`: everything that a server and a browser need, then the walk of e2e/takePictures.ts.
import { ensureBuild } from './ensureBuild.mjs';
import { ensureChromium } from './ensureChromium.mjs';
import { ensureDependencies } from './ensureDependencies.mjs';
import { ensureRedis } from './ensureRedis.mjs';
import { runProgram } from './runProgram.mjs';

/** @returns {Promise<number>} */
export async function runPictures() {
  const env = { ...process.env, REDIS_SERVER: await ensureRedis(), CHROMIUM_PATH: await ensureChromium() };
  await ensureDependencies();
  await ensureBuild();
  const program = ['--import', 'tsx', 'e2e/takePictures.ts'];
  const { code } = await runProgram(process.execPath, program, { env, show: true });
  return code;
}
