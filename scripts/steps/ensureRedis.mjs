// Step: there is a redis-server or valkey-server to start. The server starts its own and looks after it.
import { findProgram } from './findProgram.mjs';
import { canInstallWithApt, installWithApt, systemEnvironment } from './installWithApt.mjs';
import { runProgram } from './runProgram.mjs';
import { Stop } from './stop.mjs';

/**
 * @param {NodeJS.Platform} platform
 * @returns {string} one sentence that says how Redis gets onto such a machine
 */
export function howToGetRedis(platform) {
  const docker =
    'or start it with Docker (`docker run -d -p 6379:6379 redis:7 redis-server --appendonly yes --appendfsync always`) and set REDIS_URL=redis://localhost:6379';
  const ways = {
    darwin: 'run `brew install redis`,',
    linux:
      'run `sudo apt-get install redis-server` (Debian, Ubuntu), `sudo dnf install valkey` (Fedora, RHEL) or `sudo apk add redis` (Alpine),',
    other: 'install the package redis or valkey,',
  };
  const way = platform === 'darwin' || platform === 'linux' ? ways[platform] : ways.other;
  return `Zhunshi needs Redis, and neither redis-server nor valkey-server is on PATH: ${way} ${docker}, then run the command again.`;
}

function findRedis() {
  return findProgram(['redis-server', 'valkey-server']);
}

/** The package brings a service of its own, which would be a second Redis beside ours: it shall not start at boot either. */
async function disableService() {
  const env = systemEnvironment();
  const ways = [
    { program: 'systemctl', args: ['disable', 'redis-server.service'] },
    { program: 'update-rc.d', args: ['redis-server', 'disable'] },
  ];
  for (const { program, args } of ways) {
    const path = findProgram([program], env['PATH']);
    if (path === undefined) continue;
    const { code, output } = await runProgram(path, args, { env });
    if (code !== 0) console.log(`${program} could not disable the packaged Redis service: ${output.trim()}`);
  }
}

/**
 * Finds the Redis program, or installs it when this is root on a machine with apt; says so.
 *
 * @returns {Promise<string>} its absolute path
 */
export async function ensureRedis() {
  const found = findRedis();
  if (found !== undefined) return found;
  if (!canInstallWithApt()) throw new Stop(howToGetRedis(process.platform));

  console.log(
    'There is no redis-server here. Installing the package redis-server; its own service stays switched off.',
  );
  await installWithApt(['redis-server']);
  await disableService();
  const installed = findRedis();
  if (installed === undefined) throw new Stop(howToGetRedis(process.platform));
  return installed;
}
