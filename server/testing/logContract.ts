// testing/ — what every log must do, whatever keeps it. Run by `log/memoryLog.test.ts` and `redis/redisLog.test.ts`.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FOLD } from '@zhunshi/shared/wire/protocol.ts';
import { until } from './redisFixture.ts';
import { GENESIS, seal } from '../log/hashChain.ts';
import type { Log, LogHead, LogTail, SealedEntry } from '../log/log.ts';

/** A log to try, its tail, and hands that break it. */
export interface LogUnderTest {
  log: Log;
  tail: LogTail;
  /** Removes entries from a version on, and the mark that they were there. */
  lose(shop: string, fromVersion: number): Promise<void>;
  /** Puts a text in beside the script. */
  plant(shop: string, kept: { version: number; text: string; hash: string }): Promise<void>;
  close(): Promise<void>;
}

/** Entries that follow a head. */
export function entriesAfter(head: LogHead, count: number): SealedEntry[] {
  const entries: SealedEntry[] = [];
  let { version, hash } = head;
  for (let made = 0; made < count; made += 1) {
    version += 1;
    const sealed = seal({
      version,
      epoch: head.epoch,
      at: 1_790_000_000_000 + version,
      by: 'P01',
      commandId: `command-${version}`,
      fingerprint: 'f',
      fold: FOLD,
      events: [{ type: 'AttendanceChanged', staff: 'P02', present: version % 2 === 0 }],
      previousHash: hash,
    });
    hash = sealed.entry.hash;
    entries.push(sealed);
  }
  return entries;
}

/** Declares the suite for one kind of log. */
export function logContract(name: string, open: () => Promise<LogUnderTest>): void {
  describe(`the log (${name})`, () => {
    let under: LogUnderTest;
    let shop = '';
    let shops = 0;
    beforeAll(async () => {
      under = await open();
    });
    afterAll(() => under.close());
    beforeEach(async () => {
      shops += 1;
      shop = `s${shops}`;
      await under.log.create(shop, 'e1');
    });
    const add = async (count: number) => {
      const entries = entriesAfter(await under.log.head(shop), count);
      expect(await under.log.append(shop, entries)).toEqual({ outcome: 'appended' });
      return entries.map(({ entry }) => entry);
    };

    it('given a new shop, then it is listed and its log is empty in its first epoch', async () => {
      expect(await under.log.shops()).toContain(shop);
      expect(await under.log.head(shop)).toEqual({ epoch: 'e1', version: 0, hash: GENESIS });
      expect(await under.log.read(shop, 1, 10)).toEqual([]);
    });

    it('given a shop with entries, when it is created again, then nothing changes [LOG-5]', async () => {
      await add(1);
      await under.log.create(shop, 'e9');
      expect(await under.log.head(shop)).toMatchObject({ epoch: 'e1', version: 1 });
    });

    it('given entries that follow, when they are appended, then they are read back as they were [LOG-2]', async () => {
      const entries = await add(3);
      expect((await under.log.read(shop, 1, 10)).map(({ entry }) => entry)).toEqual(entries);
      expect((await under.log.read(shop, 2, 1)).map(({ version }) => version)).toEqual([2]);
      expect(await under.log.head(shop)).toEqual({ epoch: 'e1', version: 3, hash: entries[2]!.hash });
    });

    it('given a log that has moved on, when an entry is appended to where it was, then it is a conflict [LOG-2]', async () => {
      const late = entriesAfter(await under.log.head(shop), 1);
      await add(2);
      expect(await under.log.append(shop, late)).toEqual({ outcome: 'conflict', epoch: 'e1', lastVersion: 2 });
      expect(await under.log.head(shop)).toMatchObject({ version: 2 });
    });

    it('given an entry that leaves a gap, when it is appended, then it is a conflict [LOG-2]', async () => {
      const [, second] = entriesAfter(await under.log.head(shop), 2);
      expect(await under.log.append(shop, [second!])).toEqual({ outcome: 'conflict', epoch: 'e1', lastVersion: 0 });
    });

    it('given an entry chained to another history, when it is appended, then it is a fork [LOG-4]', async () => {
      await add(1);
      const head = await under.log.head(shop);
      const other = entriesAfter({ ...head, hash: 'f'.repeat(64) }, 1);
      expect(await under.log.append(shop, other)).toEqual({ outcome: 'fork' });
    });

    it('given an entry of another epoch, when it is appended, then it is a conflict [LOG-5]', async () => {
      const head = await under.log.head(shop);
      const other = entriesAfter({ ...head, epoch: 'e0' }, 1);
      expect(await under.log.append(shop, other)).toEqual({ outcome: 'conflict', epoch: 'e1', lastVersion: 0 });
    });

    it('given two writers at once, then exactly one of each pair is stored, and the chain holds [LOG-2]', async () => {
      const write = async (writer: string) => {
        for (let stored = 0; stored < 10;) {
          const entries = entriesAfter(await under.log.head(shop), 1).map(({ entry }) =>
            seal({ ...entry, by: writer }),
          );
          if ((await under.log.append(shop, entries)).outcome === 'appended') stored += 1;
        }
      };
      await Promise.all([write('one'), write('other')]);
      const entries = (await under.log.read(shop, 1, 100)).map(({ entry }) => entry!);
      expect(entries.map(({ version }) => version)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
      entries.forEach((entry, at) => expect(entry.previousHash).toBe(entries[at - 1]?.hash ?? GENESIS));
    });

    it('given an entry altered by hand, when it is read, then it is no entry [LOG-4]', async () => {
      const [next] = entriesAfter(await under.log.head(shop), 1);
      const text = next!.text.replace('"P02"', '"P03"');
      await under.plant(shop, { version: 1, text, hash: next!.entry.hash });
      expect(await under.log.read(shop, 1, 10)).toEqual([{ version: 1, entry: null }]);
    });

    it('given a new epoch after a version, then what lies beyond is put aside and writing goes on from there [LOG-5]', async () => {
      await add(4);
      expect(await under.log.openEpoch(shop, { from: 'e1', to: 'e2', keep: 2, seen: 4 })).toBe(true);
      expect(await under.log.head(shop)).toMatchObject({ epoch: 'e2', version: 2 });
      const [third] = await add(1);
      expect(third).toMatchObject({ version: 3, epoch: 'e2' });
    });

    it('given a new epoch after nothing at all, then writing begins with version 1 [LOG-5]', async () => {
      await add(2);
      expect(await under.log.openEpoch(shop, { from: 'e1', to: 'e2', keep: 0, seen: 2 })).toBe(true);
      expect((await add(1))[0]).toMatchObject({ version: 1, epoch: 'e2' });
    });

    it('given two nodes that open an epoch, then only the first does [LOG-5]', async () => {
      expect(await under.log.openEpoch(shop, { from: 'e1', to: 'e2', keep: 0, seen: 0 })).toBe(true);
      expect(await under.log.openEpoch(shop, { from: 'e1', to: 'e3', keep: 0, seen: 0 })).toBe(false);
      expect(await under.log.head(shop)).toMatchObject({ epoch: 'e2' });
    });

    it('given an entry stored since the log was read, when an epoch is to open, then nothing is put aside [LOG-5]', async () => {
      await add(3);
      expect(await under.log.openEpoch(shop, { from: 'e1', to: 'e2', keep: 2, seen: 2 })).toBe(false);
      expect(await under.log.head(shop)).toMatchObject({ epoch: 'e1', version: 3 });
    });

    it('given entries already there, when the tail asks, then it gets those after its places, of all shops', async () => {
      const entries = await add(3);
      const other = `${shop}b`;
      await under.log.create(other, 'e1');
      const found = await under.tail.next(
        new Map([
          [shop, 1],
          [other, 0],
        ]),
      );
      expect(found.get(shop)?.map(({ entry }) => entry)).toEqual(entries.slice(1));
      expect(found.get(other) ?? []).toEqual([]);
    });

    it('given a tail that waits, when an entry is appended, then it comes', async () => {
      const waiting = under.tail.next(new Map([[shop, 0]]));
      const [entry] = await add(1);
      expect((await waiting).get(shop)).toEqual([{ version: 1, entry }]);
    });

    it('given a tail that waits, when it is woken, then it comes back with nothing', async () => {
      const back = { yet: false };
      const waiting = under.tail.next(new Map([[shop, 0]])).finally(() => (back.yet = true));
      await until(async () => {
        await under.tail.wake();
        return back.yet;
      }, 'the end of the wait');
      expect((await waiting).get(shop) ?? []).toEqual([]);
    });

    it('given a log that lost entries, when the tail asks where it stands, then it hears so', async () => {
      await add(3);
      await under.lose(shop, 2);
      expect((await under.tail.heads([shop])).get(shop)).toMatchObject({ version: 1 });
    });
  });
}
