// Step: the npm packages are those of package-lock.json. Knows nothing but Node, for nothing is installed yet.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { withProgress } from './progress.mjs';
import { requireWritable } from './requireWritable.mjs';
import { root } from './root.mjs';
import { lastLines, runProgram } from './runProgram.mjs';
import { Stop } from './stop.mjs';

/** @typedef {Record<string, { version?: string, link?: boolean, optional?: boolean, peer?: boolean }>} LockedPackages */

/**
 * @param {LockedPackages} wanted of package-lock.json
 * @param {LockedPackages} installed of node_modules/.package-lock.json, which npm keeps
 * @returns {boolean} whether each wanted package is there in the wanted version
 */
export function isEverythingInstalled(wanted, installed) {
  return Object.entries(wanted).every(([path, locked]) => {
    if (!path.includes('node_modules/') || locked.optional === true) return true;
    const found = installed[path];
    return found !== undefined && found.version === locked.version && found.link === locked.link;
  });
}

/**
 * @param {string} output of a failed npm
 * @returns {string} one sentence: what is wrong and what to do; an unknown failure has npm's own words before it
 */
export function explainNpmFailure(output) {
  if (
    /ENOTCACHED|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|network/.test(output)
  ) {
    return 'The npm packages could not be downloaded: connect this machine to the internet (or name your proxy or mirror with `npm config set proxy` or `npm config set registry`) and run the command again.';
  }
  if (/ENOSPC/.test(output)) {
    return 'The npm packages could not be installed because the disk is full: make about 500 MB of room and run the command again.';
  }
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return `The npm packages could not be written to ${join(root, 'node_modules')}: give your user the right to write there and run the command again.`;
  }
  return `${lastLines(output)}\nnpm could not install the packages, as its last lines above say: mend that and run the command again.`;
}

/** @param {string} path */
function lockedPackages(path) {
  return /** @type {{ packages: LockedPackages }} */ (JSON.parse(readFileSync(path, 'utf8'))).packages;
}

/** The version of Node was checked by us: a tool's narrower wish is no reason to stop. */
const ciOptions = ['ci', '--include=dev', '--no-audit', '--no-fund', '--engine-strict=false', '--loglevel=error'];

/** @returns {[string, string[]]} the npm that runs us, else the one beside this Node, else the one on PATH */
function npmCommand() {
  const running = process.env['npm_execpath'];
  const beside = join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js');
  for (const script of [running, beside]) {
    if (script !== undefined && basename(script) === 'npm-cli.js' && existsSync(script)) {
      return [process.execPath, [script]];
    }
  }
  return ['npm', []];
}

/** Installs the npm packages when they are not those of package-lock.json. Costs a few milliseconds when they are. */
export async function ensureDependencies() {
  const lockPath = join(root, 'package-lock.json');
  const stampPath = join(root, 'node_modules/.zhunshi-installed');
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}\n`);
  const stamp = hash.update(readFileSync(lockPath)).digest('hex');
  if (existsSync(stampPath) && readFileSync(stampPath, 'utf8') === stamp) return;

  requireWritable();
  const installedPath = join(root, 'node_modules/.package-lock.json');
  const installedByHand =
    existsSync(installedPath) && isEverythingInstalled(lockedPackages(lockPath), lockedPackages(installedPath));
  if (!installedByHand) await install();
  writeFileSync(stampPath, stamp);
}

/** @param {string[]} args */
function npm(args) {
  const [program, first] = npmCommand();
  return runProgram(program, [...first, ...args]);
}

/** @returns {Promise<boolean>} false only when it is certain; behind a proxy it is left to npm */
async function isRegistryReachable() {
  if (Object.keys(process.env).some((name) => /^https?_proxy$/i.test(name))) return true;
  const { output } = await npm(['config', 'get', 'registry', 'proxy', 'https-proxy', '--loglevel=silent']);
  const registry = /^registry=(https?:.*)$/m.exec(output)?.[1];
  if (registry === undefined || /^(https-)?proxy=(?!null$)/m.test(output)) return true;
  try {
    await fetch(registry, { method: 'HEAD', signal: AbortSignal.timeout(15_000) });
    return true;
  } catch {
    return false;
  }
}

async function install() {
  await withProgress('Installing npm packages', async () => {
    // Without this look, npm takes minutes to find out that it is alone. Its cache may still hold everything.
    const mode = (await isRegistryReachable()) ? [] : ['--offline'];
    const { code, output } = await npm([...ciOptions, ...mode]);
    if (code === 0) return;
    throw new Stop(explainNpmFailure(output));
  });
}
