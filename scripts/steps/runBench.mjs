// `npm run bench`: everything that the server needs, then the measurements; its arguments are those of bench/main.ts.
import { ensureBuild } from './ensureBuild.mjs';
import { ensureChromium } from './ensureChromium.mjs';
import { ensureDependencies } from './ensureDependencies.mjs';
import { ensureRedis } from './ensureRedis.mjs';
import { runProgram } from './runProgram.mjs';

/**
 * @param {string[]} args
 * @returns {Promise<number>}
 */
export async function runBench(args) {
  const env = { ...process.env, REDIS_SERVER: await ensureRedis(), CHROMIUM_PATH: await ensureChromium() };
  await ensureDependencies();
  await ensureBuild();
  const { code } = await runProgram(process.execPath, ['--import', 'tsx', 'bench/main.ts', ...args], {
    env,
    show: true,
  });
  return code;
}
