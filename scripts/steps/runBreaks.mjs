// Breaking the rules: every rule of docs/SPEC.md has a break in scripts/breaks/, a change of the code that violates it. Each is made
// in a copy of the checkout, and the tests whose titles cite the rule must fail then. A break that nobody notices is a rule unproven.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ensureDependencies } from './ensureDependencies.mjs';
import { ensureRedis } from './ensureRedis.mjs';
import { root } from './root.mjs';
import { runProgram } from './runProgram.mjs';
import { rulesOf } from './specRules.mjs';

/** @typedef {{ rule: string, file: string, from: string, to: string, tests: string[], project?: 'unit' | 'integration' }} Break */

/**
 * @param {string[]} args `--only <area or rule>`; without: all
 * @returns {Promise<number>} 0 when every break was noticed and every rule has one
 */
export async function runBreaks(args) {
  await ensureDependencies();
  const wanted = args[0] === '--only' ? args[1] : undefined;
  const all = readBreaks();
  const chosen = all.filter(({ area, rule }) => wanted === undefined || area === wanted || rule.startsWith(wanted));
  const env = { ...process.env, REDIS_SERVER: await ensureRedis() };
  const copy = copyCheckout();
  let unseen = 0;
  try {
    for (const one of chosen) {
      const outcome = await tryBreak(copy, one, env);
      if (outcome !== 'noticed') unseen += 1;
      console.log(`${outcome === 'noticed' ? 'ok  ' : 'FAIL'} ${one.rule} ${one.file}: ${outcome}`);
    }
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
  const broken = new Set(all.map(({ rule }) => rule));
  const without = rulesOf(readFileSync(join(root, 'docs/SPEC.md'), 'utf8')).filter((rule) => !broken.has(rule));
  if (wanted === undefined && without.length > 0) console.log(`Without a break: ${without.join(', ')}`);
  console.log(`${chosen.length - unseen} breaks noticed, ${unseen} not; ${without.length} rules have no break`);
  return unseen === 0 && (wanted !== undefined || without.length === 0) ? 0 : 1;
}

/** @returns {(Break & { area: string })[]} */
function readBreaks() {
  const folder = join(root, 'scripts/breaks');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => {
      /** @type {Break[]} */
      const breaks = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      return breaks.map((one) => ({ ...one, area: name.replace('.json', '') }));
    });
}

/** @returns {string} a folder with the files of the checkout as they are now; its packages are links to those installed */
function copyCheckout() {
  const copy = mkdtempSync(join(tmpdir(), 'zhunshi-breaks-'));
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: root, encoding: 'utf8' });
  for (const file of files.split('\0').filter((name) => name !== '')) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    try {
      cpSync(join(root, file), join(copy, file));
    } catch (error) {
      // Listed, but deleted since.
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ENOENT') throw error;
    }
  }
  linkPackages(join(root, 'node_modules'), join(copy, 'node_modules'), copy);
  for (const workspace of ['server', 'client-board', 'client-lounge', 'shared']) {
    linkPackages(join(root, workspace, 'node_modules'), join(copy, workspace, 'node_modules'), copy);
  }
  return copy;
}

/**
 * @param {string} from
 * @param {string} to
 * @param {string} copy
 */
function linkPackages(from, to, copy) {
  /** @type {string[]} */
  let names;
  try {
    names = readdirSync(from).filter((name) => name !== '.vite' && name !== '.vite-temp');
  } catch {
    return;
  }
  mkdirSync(to, { recursive: true });
  for (const name of names) if (name !== '@zhunshi') symlinkSync(join(from, name), join(to, name));
  if (!names.includes('@zhunshi')) return;
  mkdirSync(join(to, '@zhunshi'));
  for (const name of readdirSync(join(from, '@zhunshi'))) symlinkSync(join(copy, name), join(to, '@zhunshi', name));
}

/**
 * @param {string} copy
 * @param {Break} one
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string>} `noticed`, or what is wrong
 */
async function tryBreak(copy, { rule, file, from, to, tests, project = 'unit' }, env) {
  const path = join(copy, file);
  const text = readFileSync(path, 'utf8');
  if (text.split(from).length !== 2) return `the text to break occurs ${text.split(from).length - 1} times`;
  const report = join(copy, 'break-report.json');
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
  try {
    const pattern = `\\[${rule}\\]`;
    const vitest = join(root, 'node_modules/vitest/vitest.mjs');
    const options = ['--project', project, '-t', pattern, '--reporter', 'json', '--outputFile', report];
    await runProgram(process.execPath, [vitest, 'run', '--root', copy, ...options, ...tests], {
      env,
      show: false,
      cwd: copy,
    });
    /** @type {{ testResults: { assertionResults: { title: string, fullName: string, status: string }[] }[] }} */
    const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
    const ran = testResults.flatMap(({ assertionResults }) => assertionResults);
    const citing = ran.filter(({ fullName, status }) => fullName.includes(`[${rule}]`) && status !== 'skipped');
    if (citing.length === 0) return 'no test that cites it ran';
    return citing.some(({ status }) => status === 'failed') ? 'noticed' : 'NOT noticed';
  } finally {
    writeFileSync(path, text);
    rmSync(report, { force: true });
  }
}
