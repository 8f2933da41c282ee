// `npm test`: packages, Redis, browser, build; then checks, unit, integration and end-to-end tests; then one count.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runAllChecks } from './checks.mjs';
import { countReport, summarize } from './countReport.mjs';
import { ensureBuild } from './ensureBuild.mjs';
import { ensureChromium } from './ensureChromium.mjs';
import { ensureDependencies } from './ensureDependencies.mjs';
import { ensureOldChromium } from './ensureOldChromium.mjs';
import { ensureRedis } from './ensureRedis.mjs';
import { root } from './root.mjs';
import { runProgram } from './runProgram.mjs';
import { Stop } from './stop.mjs';
import { parseTestArguments, parts } from './testArguments.mjs';

/** @typedef {import('./countReport.mjs').Count} Count */
/** @typedef {import('./testArguments.mjs').Part} Part */

/**
 * @param {string[]} args
 * @returns {Promise<number>} 0 when something ran and nothing failed
 */
export async function runTests(args) {
  const { only, files } = parseTestArguments(args);
  const chosen = parts.filter((part) => only.includes(part));
  /** @type {[string, Count][]} */
  const rows = [];
  const env = testEnvironment();

  await ensureDependencies();
  if (chosen.includes('integration') || chosen.includes('e2e')) env['REDIS_SERVER'] = await ensureRedis();
  if (chosen.includes('e2e')) {
    env['CHROMIUM_PATH'] = await ensureChromium();
    await ensureOldChromium();
    const broken = await tryBuild();
    if (broken !== undefined) rows.push(['build', { passed: 0, failed: 1, skipped: 0, remark: broken }]);
  }
  for (const part of chosen) {
    console.log(`\n── ${part} ──`);
    const count = part === 'check' ? { ...(await runAllChecks()), skipped: 0 } : await runVitest(part, files, env);
    rows.push([part, count]);
  }
  console.log(`\n${summarize(rows)}`);
  return rows.every(([, { failed }]) => failed === 0) ? 0 : 1;
}

/** @returns {NodeJS.ProcessEnv} without the settings of a real shop: the tests start Redis and servers of their own */
function testEnvironment() {
  const settings = new Set(['REDIS_URL', 'DATA_DIR', 'PORT', 'HOST', 'MANAGER_PIN', 'LOG_LEVEL']);
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !settings.has(name)));
}

/** @returns {Promise<string | undefined>} what is wrong; the other tests run nevertheless */
async function tryBuild() {
  try {
    await ensureBuild();
    return undefined;
  } catch (error) {
    if (error instanceof Stop) return error.message;
    throw error;
  }
}

/**
 * @param {Part} project of vitest.config.ts
 * @param {string[]} files
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Count>}
 */
async function runVitest(project, files, env) {
  const folder = mkdtempSync(join(tmpdir(), 'zhunshi-test-'));
  const reportPath = join(folder, 'report.json');
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportPath}`];
  try {
    const args = [vitest, 'run', '--project', project, ...reporters, ...files];
    const { code } = await runProgram(process.execPath, args, { env, show: true });
    return countReport(existsSync(reportPath) ? readFileSync(reportPath, 'utf8') : undefined, code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
