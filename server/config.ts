// config — the one file that reads the environment and the command line. A bad value stops the start with one sentence.
import { constants } from 'node:fs';
import { access, mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';

/** A setting that cannot be used; the message is one sentence for the person at the console. */
export class BadSetting extends Error {}

/** Everything that can be set from outside. */
export interface Config {
  port: number;
  /** Address to listen on; undefined: all. */
  host: string | undefined;
  /** undefined: its own Redis. */
  redisUrl: string | undefined;
  dataDir: string;
  /** PIN of the first manager at set-up. */
  managerPin: string | undefined;
  logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
  demo: boolean;
  /** Shop's minutes per real minute in the demo; undefined: its own choice. */
  speed: number | undefined;
  /** Program for its own Redis. */
  redisServer: string;
}

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** One setting: its schema, and the sentence for a value that does not fit. An empty one counts as not set. */
function setting<Value>(
  env: Record<string, string | undefined>,
  name: string,
  schema: z.ZodType<Value>,
  sentence: string,
): Value | undefined {
  const text = env[name];
  if (text === undefined || text === '') return undefined;
  const parsed = schema.safeParse(text);
  if (!parsed.success) throw new BadSetting(`${name} ${sentence}`);
  return parsed.data;
}

const redisUrl = z.url({ protocol: /^(rediss?|unix)$/ }).or(z.string().regex(/^unix:\/./));
const number = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d+(\.\d+)?$/)
    .transform(Number)
    .pipe(z.number().min(from).max(to));

/**
 * Settings from environment and arguments. Throws `BadSetting`.
 *
 * @param args the command line after the program: `--demo`, `--speed N`, `--redis-server <path>`
 */
export function readConfig(
  env: Record<string, string | undefined> = process.env,
  args: readonly string[] = process.argv.slice(2),
): Config {
  const flags = readArguments(args);
  const whole = number(0, 65535).pipe(z.number().int());
  const port = setting(env, 'PORT', whole, 'must be a port number, 0 to 65535.');
  return {
    port: port ?? 8080,
    host: setting(env, 'HOST', z.string().regex(/^[\w.:-]+$/), 'must be an address or a host name.'),
    redisUrl: setting(
      env,
      'REDIS_URL',
      redisUrl,
      'must look like redis://host:6379, rediss://host:6379 or unix:/path.',
    ),
    dataDir: resolve(setting(env, 'DATA_DIR', z.string(), 'must be a folder.') ?? './data'),
    managerPin: setting(env, 'MANAGER_PIN', z.string().regex(/^\d{6,12}$/), 'must be 6 to 12 digits.'),
    logLevel: setting(env, 'LOG_LEVEL', z.enum(levels), `must be one of ${levels.join(', ')}.`) ?? 'warn',
    demo: flags.demo ?? false,
    speed: setting({ '--speed': flags.speed }, '--speed', number(1, 1000), 'must be a number from 1 to 1000.'),
    redisServer: flags['redis-server'] ?? 'redis-server',
  };
}

function readArguments(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { demo: { type: 'boolean' }, speed: { type: 'string' }, 'redis-server': { type: 'string' } },
      strict: true,
    });
    return values;
  } catch {
    throw new BadSetting('The arguments are --demo, --speed N and --redis-server <path>; nothing else is known.');
  }
}

/** Makes DATA_DIR where it is missing. Rejects with `BadSetting` when it cannot be written. */
export async function prepareDataDir(dataDir: string): Promise<void> {
  try {
    await makeFolder(dataDir);
    await access(dataDir, constants.W_OK | constants.X_OK);
  } catch {
    throw new BadSetting(`DATA_DIR ${dataDir} cannot be written: choose another folder, or change its owner.`);
  }
}

/**
 * Makes a folder and what is missing above it, step by step from the nearest ancestor that is there: Node's own recursive way
 * never ends where a parent is there and yet nothing can be made in it (`/proc`). Rejects with the error of the step that failed.
 */
async function makeFolder(folder: string): Promise<void> {
  if (await isFolder(folder)) return;
  await makeFolder(dirname(folder));
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    // Another start may have made it between our look and our step.
    if (!(await isFolder(folder))) throw error;
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
