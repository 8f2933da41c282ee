// The checks of `npm run check`: which there are, and how they run, two at a time.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { spokenDuration } from './progress.mjs';
import { root } from './root.mjs';
import { runProgram } from './runProgram.mjs';

/**
 * @typedef {object} Check
 * @property {string} name
 * @property {string} script of the tool, seen from node_modules
 * @property {string[]} args
 */

/** @type {(folder: string) => Check} */
const types = (folder) => ({
  name: `types ${folder === '.' ? 'of tests and scripts' : folder}`,
  script: 'typescript/bin/tsc',
  args: ['--project', folder],
});

/** @type {(folder: string) => Check} */
const components = (folder) => ({
  name: `svelte-check ${folder}`,
  script: 'svelte-check/bin/svelte-check',
  args: ['--workspace', folder, '--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human'],
});

/** @returns {Check[]} the slow ones first, so that two at a time end together */
function listChecks() {
  const folders = ['shared', 'server', 'client-board', 'client-lounge', 'scripts', 'bench', 'e2e'];
  const cruised = folders.filter((folder) => existsSync(join(root, folder)));
  return [
    { name: 'eslint', script: 'eslint/bin/eslint.js', args: ['--max-warnings', '0', '.'] },
    { name: 'prettier', script: 'prettier/bin/prettier.cjs', args: ['--check', '--log-level', 'warn', '.'] },
    components('client-board'),
    components('client-lounge'),
    types('shared'),
    types('server'),
    types('client-board'),
    types('client-lounge'),
    types('.'),
    {
      name: 'boundaries',
      script: 'dependency-cruiser/bin/dependency-cruise.mjs',
      args: ['--config', '.dependency-cruiser.cjs', '--output-type', 'err-long', ...cruised],
    },
    { name: 'rules cited by tests', script: '../scripts/steps/specRules.mjs', args: [] },
    { name: 'paths in documents', script: '../scripts/steps/docPaths.mjs', args: [] },
    { name: 'dead code', script: 'knip/bin/knip.js', args: ['--no-progress', '--no-config-hints'] },
  ];
}

/**
 * Runs all checks, prints a line for each and all that a failing one said.
 *
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runAllChecks() {
  const waiting = listChecks();
  const outcome = { passed: 0, failed: 0 };
  const lane = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const startedAt = Date.now();
      const script = join(root, 'node_modules', check.script);
      const { code, output } = await runProgram(process.execPath, [script, ...check.args]);
      console.log(`${code === 0 ? '✓' : '✗'} ${check.name} (${spokenDuration(Date.now() - startedAt)})`);
      if (code !== 0) console.log(`${output.trimEnd()}\n`);
      outcome[code === 0 ? 'passed' : 'failed'] += 1;
    }
  };
  await Promise.all([lane(), lane()]);
  return outcome;
}
