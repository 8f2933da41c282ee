// main — what `npm start` starts: reads the settings, starts a server, says where it is, and stops it in good order.
import { join } from 'node:path';
import { addresses } from './addresses.ts';
import { BadSetting, readConfig, type Config } from './config.ts';
import { createDemo, emptyDemoData } from './demo/demo.ts';
import { openEdges } from './openEdges.ts';
import { openLog } from './openLog.ts';
import { startServer } from './startServer.ts';

/** Shop's minutes per real minute of the demo, where nothing is said: a day in half an hour. */
const DEMO_SPEED = 20;

/** The demo's data is its own: never beside, or in, those of a real shop. */
function demoConfig(config: Config): Config {
  if (!config.demo) return config;
  if (config.redisUrl !== undefined) {
    throw new BadSetting('The demo starts a Redis of its own: unset REDIS_URL, then start it again.');
  }
  return { ...config, dataDir: join(config.dataDir, 'demo') };
}

function demoLine(speed: number): string {
  return `  演示 Demo: 示例门店，${speed} 倍速，每次启动都是新的数据 · the sample shop, ${speed} × as fast; data are new at each start`;
}

function say(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

async function main(): Promise<void> {
  const config = demoConfig(readConfig());
  const log = openLog(config.logLevel);
  const report = (what: string, error: unknown) =>
    log.error({ reason: error instanceof Error ? error.name : 'unknown' }, what);

  const demo = config.demo ? await createDemo(config.speed ?? DEMO_SPEED) : undefined;
  if (demo) await emptyDemoData(config);
  const server = await startServer({ config, log, openEdges, ...(demo ? { clock: demo.clock } : {}) });
  const running = await demo?.run(server.node, report);

  const stop = async (signal: NodeJS.Signals) => {
    log.info({ signal }, 'stopping');
    await running?.stop();
    await server.stop();
  };
  // A second signal does not wait: the default of Node ends the process at once.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stop(signal).then(
        () => process.exit(0),
        (error: unknown) => {
          report('could not stop in good order', error);
          process.exit(1);
        },
      );
    });
  }
  say([
    '',
    '准时 Zhunshi',
    ...(demo ? [demoLine(config.speed ?? DEMO_SPEED)] : []),
    ...addresses(server.port, config.host).map((address) => `  ${address}`),
    ...(running?.announcement(server.url) ?? server.announcement).map((line) => `  ${line}`),
    '',
  ]);
}

try {
  await main();
} catch (error) {
  // What a person can put right is one sentence; anything else is a fault of ours and shows where it is.
  if (!(error instanceof BadSetting)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
