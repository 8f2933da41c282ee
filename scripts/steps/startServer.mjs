// `npm start`: makes sure that everything is there, then hands the terminal to the server until it ends.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { ensureBuild } from './ensureBuild.mjs';
import { ensureDependencies } from './ensureDependencies.mjs';
import { ensureRedis } from './ensureRedis.mjs';
import { root } from './root.mjs';
import { parseStartArguments } from './startArguments.mjs';

/**
 * @param {string[]} args as typed
 * @returns {Promise<number>} the exit code of the server
 */
export async function startServer(args) {
  const serverArgs = parseStartArguments(args);
  const hasOwnRedis = (process.env['REDIS_URL'] ?? '') === '';
  if (hasOwnRedis) serverArgs.push('--redis-server', await ensureRedis());
  await ensureDependencies();
  await ensureBuild();
  return runServer(serverArgs);
}

/**
 * @param {string[]} args
 * @returns {Promise<number>}
 */
function runServer(args) {
  const main = join(root, 'server/dist/main.js');
  const server = spawn(process.execPath, ['--enable-source-maps', main, ...args], { cwd: root, stdio: 'inherit' });
  // A terminal gives Ctrl-C to the server as well as to us; passing it on would give it twice, which means "at once".
  process.on('SIGINT', () => {
    if (!process.stdin.isTTY) server.kill('SIGINT');
  });
  process.on('SIGTERM', () => server.kill('SIGTERM'));
  process.on('SIGHUP', () => server.kill('SIGTERM'));
  whenNpmIsGone(() => server.kill('SIGTERM'));
  return new Promise((settle, fail) => {
    server.once('error', fail);
    server.once('exit', (code, signal) => settle(code ?? 128 + (signal === null ? 0 : constants.signals[signal])));
  });
}

/**
 * npm passes SIGTERM to a shell between itself and us, which dies of it and tells nobody. So look who our parent is.
 *
 * @param {() => void} act
 */
function whenNpmIsGone(act) {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    act();
  }, 250);
  timer.unref();
}
