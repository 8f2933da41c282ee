// log/ — a log that the first fold wrote, met by the server of today: its chain holds, it is served, and it goes on.
import { readFileSync } from 'node:fs';
import type { LogEntry } from '@zhunshi/shared/domain/entry.ts';
import { FOLD } from '@zhunshi/shared/wire/protocol.ts';
import { uuidv7 } from 'uuidv7';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { drivenClock } from '../clock.ts';
import type { RedisClient } from '../redis/connections.ts';
import { SHOPS_KEY, shopKeys } from '../redis/keys.ts';
import { emptyPosition, Fold } from '../shop/fold.ts';
import { handleCommand } from '../shop/handleCommand.ts';
import { writeSnapshot } from '../shop/snapshotStore.ts';
import { stateHash } from '../shop/fingerprint.ts';
import { startRedis, type RedisFixture } from '../testing/redisFixture.ts';
import { startTestNode, type TestNode } from '../testing/testNode.ts';
import { follows, GENESIS, seal, unseal } from './hashChain.ts';

const lines = readFileSync(new URL('../../shared/testing/recordedLogs/fold1.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as { hash: string; text: string });
const keys = shopKeys('s1');

/** What today folds of the recorded log, entry by entry. */
function foldedAlone(): Fold {
  const fold = new Fold(emptyPosition(''));
  for (const { hash, text } of lines) {
    const entry = unseal(text, hash);
    expect(fold.offer({ version: entry?.version ?? 0, entry }, true)).toBe('folded');
  }
  return fold;
}

describe('a log that the first fold wrote', () => {
  it('given its entries, then each is the one that was hashed, and follows from the one before [SCH-2]', () => {
    let head = { epoch: '', version: 0, hash: GENESIS };
    for (const { hash, text } of lines) {
      const entry = unseal(text, hash);
      expect(entry && follows(head, entry)).toBe(true);
      head = { epoch: '', version: entry?.version ?? 0, hash };
    }
    expect(head.version).toBe(316);
  });

  it('given its entries, then not one was written anew in the shape of today [SCH-2]', () => {
    const folds = lines.map(({ text }) => (JSON.parse(text) as LogEntry).fold);
    expect(new Set(folds)).toEqual(new Set([1]));
    expect(FOLD).toBeGreaterThan(1);
  });

  describe('in the Redis of a server of today', () => {
    let redis: RedisFixture;
    let client: RedisClient;
    let node: TestNode | undefined;

    beforeAll(async () => {
      redis = await startRedis();
      client = await redis.client();
    });
    afterAll(() => redis.remove());
    beforeEach(async () => {
      await client.flushall();
      const writing = client.pipeline();
      for (const [index, { hash, text }] of lines.entries()) {
        writing.xadd(keys.log, `${index + 1}-0`, 'entry', text, 'hash', hash);
      }
      writing.set(keys.epoch, (JSON.parse(lines[0]?.text ?? '{}') as LogEntry).epoch);
      writing.sadd(SHOPS_KEY, 's1');
      await writing.exec();
    });
    afterEach(async () => {
      await node?.stop();
      node = undefined;
    });

    const start = async (): Promise<TestNode> => {
      const { at } = foldedAlone().position;
      node = await startTestNode(redis.url, drivenClock(at + 60_000));
      return node;
    };

    it('given a start, then it is served, and goes on with entries of today behind those of then [SCH-4]', async () => {
      const shop = (await start()).shops.get('s1')!;
      expect([shop.serving, shop.version, stateHash(shop.state)]).toEqual([
        true,
        lines.length,
        stateHash(foldedAlone().position.state),
      ]);
      const command = { id: uuidv7(), type: 'SetAttendance', staff: 'P01', present: false } as const;
      expect(await handleCommand(shop, command, 'P29')).toMatchObject({ ok: true, version: lines.length + 1 });
      const stored = await shop.readLog(lines.length, 2);
      expect(stored.map(({ fold }) => fold)).toEqual([1, FOLD]);
      expect(stored[1]?.previousHash).toBe(lines.at(-1)?.hash);

      await node?.stop();
      const again = (await start()).shops.get('s1')!;
      expect([again.version, again.state.staff['P01']?.present]).toEqual([lines.length + 1, false]);
      const kept = await client.xrange(keys.log, '-', '+', 'COUNT', lines.length);
      expect(kept.map(([, fields]) => fields[1])).toEqual(lines.map(({ text }) => text));
    });

    it('given a snapshot of the first fold, when it starts, then it is not used [SCH-5]', async () => {
      const { position } = foldedAlone();
      const other = { ...position.state, slips: { day: '2026-11-23', last: 99 } };
      const today = writeSnapshot({ ...position, state: other });
      await client.set(keys.snapshot, today.replace(`"fold":${FOLD}`, '"fold":1'));
      expect((await start()).shops.get('s1')?.state.slips.last).toBe(18);
    });

    it('given an entry of a newer fold, when it starts, then it stops loudly and the log stays whole [SCH-3]', async () => {
      await client.flushall();
      const { hash: _hash, ...entry } = unseal(lines[0]?.text ?? '', lines[0]?.hash ?? '') as LogEntry;
      const sealed = seal({ ...entry, fold: FOLD + 1 });
      await client.xadd(keys.log, '1-0', 'entry', sealed.text, 'hash', sealed.entry.hash);
      await client.set(keys.epoch, entry.epoch);
      await client.sadd(SHOPS_KEY, 's1');
      await expect(startTestNode(redis.url)).rejects.toThrow(/newer version/);
      expect(await client.xlen(keys.log)).toBe(1);
    });
  });
});
