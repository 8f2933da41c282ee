// config — settings from outside: what counts when nothing is said, and the sentence for what cannot be used.
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addresses } from './addresses.ts';
import { BadSetting, prepareDataDir, readConfig } from './config.ts';

describe('settings', () => {
  it('given nothing, then what the design says counts', () => {
    expect(readConfig({}, [])).toMatchObject({
      port: 8080,
      host: undefined,
      redisUrl: undefined,
      managerPin: undefined,
      logLevel: 'warn',
      demo: false,
      speed: undefined,
      redisServer: 'redis-server',
    });
    expect(readConfig({}, []).dataDir).toBe(join(process.cwd(), 'data'));
  });

  it('given settings and arguments, then they count; an empty one does not', () => {
    const env = {
      PORT: '0',
      HOST: '127.0.0.1',
      REDIS_URL: 'redis://:secret@redis:6379/2',
      LOG_LEVEL: 'debug',
      MANAGER_PIN: '',
    };
    expect(readConfig(env, ['--demo', '--speed', '60', '--redis-server', '/bin/r'])).toMatchObject({
      port: 0,
      host: '127.0.0.1',
      redisUrl: 'redis://:secret@redis:6379/2',
      logLevel: 'debug',
      managerPin: undefined,
      demo: true,
      speed: 60,
      redisServer: '/bin/r',
    });
    expect(readConfig({ REDIS_URL: 'unix:/run/redis.sock' }, []).redisUrl).toBe('unix:/run/redis.sock');
  });

  it.each([
    [{ PORT: '80 80' }, []],
    [{ PORT: '65536' }, []],
    [{ HOST: 'a b' }, []],
    [{ REDIS_URL: 'localhost' }, []],
    [{ REDIS_URL: 'http://localhost' }, []],
    [{ MANAGER_PIN: '1234' }, []],
    [{ LOG_LEVEL: 'loud' }, []],
    [{}, ['--speed', 'fast']],
    [{}, ['--other']],
  ])('given %j %j, then one sentence says what is wrong', (env, args) => {
    expect(() => readConfig(env, args)).toThrow(BadSetting);
    expect(() => readConfig(env, args)).toThrow(/^[^\n]+\.$/);
  });

  it('given a DATA_DIR that is missing, then it is made with all above it; given one that is there, then it is taken', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'zhunshi-config-'));
    await prepareDataDir(join(folder, 'a', 'b'));
    expect((await stat(join(folder, 'a', 'b'))).isDirectory()).toBe(true);
    await prepareDataDir(join(folder, 'a', 'b'));
    await rm(folder, { recursive: true });
  });

  it('given a DATA_DIR that cannot be made, then one sentence says so', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'zhunshi-config-'));
    const file = join(folder, 'file');
    await writeFile(file, '', { mode: 0o700 });
    for (const place of [file, join(file, 'below', 'it'), '/proc/nowhere', '/proc/nowhere/below']) {
      const refused = prepareDataDir(place);
      await expect(refused).rejects.toThrow(BadSetting);
      await expect(refused).rejects.toThrow(/^DATA_DIR [^\n]+\.$/);
    }
    await rm(folder, { recursive: true });
  });
});

describe('addresses', () => {
  const lan = { address: '192.168.1.20', netmask: '', mac: '', cidr: null, family: 'IPv4', internal: false } as const;

  it('given all interfaces, then this machine and each address in the house', () => {
    const found = addresses(8080, undefined, { eth0: [lan], lo: [{ ...lan, address: '127.0.0.1', internal: true }] });
    expect(found).toEqual(['http://localhost:8080/', 'http://192.168.1.20:8080/']);
  });

  it('given one address, then only that', () => {
    expect(addresses(8080, '::1', {})).toEqual(['http://[::1]:8080/']);
  });
});
