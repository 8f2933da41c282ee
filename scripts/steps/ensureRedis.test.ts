// What a machine without Redis is told.
import { expect, test } from 'vitest';
import { howToGetRedis } from './ensureRedis.mjs';

test.each([
  ['linux', 'apt-get install redis-server'],
  ['darwin', 'brew install redis'],
  ['win32', 'Docker'],
] as const)(
  'given %s without Redis, then one sentence names the package, and Docker as the other way',
  (system, way) => {
    const sentence = howToGetRedis(system);
    expect(sentence).toContain(way);
    expect(sentence).toContain('REDIS_URL=');
    expect(sentence).not.toContain('\n');
  },
);
