// Step: server and clients are built from the sources as they are now. When nothing changed it only looks at file times.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { precompress } from './precompress.mjs';
import { withProgress } from './progress.mjs';
import { requireWritable } from './requireWritable.mjs';
import { root } from './root.mjs';
import { lastLines, runProgram } from './runProgram.mjs';
import { Stop } from './stop.mjs';

/**
 * @typedef {object} Target
 * @property {string} folder of the workspace
 * @property {string[]} sources that its vite.config.ts starts from
 * @property {string[]} results without which there is no build
 */

/** @type {Target[]} */
const targets = [
  { folder: 'server', sources: ['main.ts'], results: ['main.js'] },
  {
    folder: 'client-board',
    sources: ['index.html', 'wall.html', 'setup.html'],
    results: ['index.html', 'wall.html', 'setup.html'],
  },
  { folder: 'client-lounge', sources: ['lounge.html', 'track.html'], results: ['lounge.html', 'track.html'] },
];

const notSources = new Set(['node_modules', 'dist']);

/**
 * @param {string} folder
 * @returns {string[]} path, time and size of each source file below it, in the order of their names
 */
function listSources(folder) {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return notSources.has(entry.name) ? [] : listSources(path);
    if (!entry.isFile() || entry.name.endsWith('.test.ts')) return [];
    const { mtimeMs, size } = statSync(path);
    return [`${path} ${mtimeMs} ${size}`];
  });
}

/**
 * @param {string[]} folders
 * @param {string[]} files
 * @returns {string} a stamp that changes whenever a source is written, added or removed
 */
export function stampOf(folders, files) {
  const contents = files.map((file) => readFileSync(file, 'utf8'));
  return createHash('sha256')
    .update([...folders.flatMap(listSources), ...contents].join('\n'))
    .digest('hex');
}

/** @param {string} folder */
function stampOfTarget(folder) {
  const files = ['package-lock.json', 'tsconfig.base.json'].map((name) => join(root, name));
  return stampOf([join(root, 'shared'), join(root, folder)], files);
}

/** @param {Target} target */
function isBuilt({ folder, results }) {
  const dist = join(root, folder, 'dist');
  const stampPath = join(dist, '.built-from');
  if (!existsSync(stampPath) || !results.every((name) => existsSync(join(dist, name)))) return false;
  return readFileSync(stampPath, 'utf8') === stampOfTarget(folder);
}

/** @param {Target} target */
async function build({ folder, sources }) {
  for (const name of sources) {
    if (existsSync(join(root, folder, name))) continue;
    throw new Stop(`${folder}/${name} is missing, so ${folder} cannot be built: restore the file from the repository.`);
  }
  const stamp = stampOfTarget(folder);
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const { code, output } = await runProgram(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: join(root, folder),
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (code !== 0) {
    console.error(`\n${lastLines(output)}`);
    throw new Stop(`${folder} could not be built, as the lines above say.`);
  }
  precompress(join(root, folder, 'dist'));
  writeFileSync(join(root, folder, 'dist/.built-from'), stamp);
}

/** Builds what is not built from the sources as they are now. */
export async function ensureBuild() {
  const stale = targets.filter((target) => !isBuilt(target));
  if (stale.length === 0) return;
  requireWritable();
  const label = `Building ${stale.map(({ folder }) => folder).join(', ')}`;
  await withProgress(label, () => Promise.all(stale.map(build)));
}
