import type { LogEntry } from '@zhunshi/shared/domain/entry.ts';
import type { DomainEvent } from '@zhunshi/shared/domain/events.ts';
import { FOLD } from '@zhunshi/shared/domain/foldVersion.ts';
import { initialState, type ShopState } from '@zhunshi/shared/domain/state.ts';
import { auditQuerySchema } from '@zhunshi/shared/wire/auditLog.ts';
import { describe, expect, it } from 'vitest';
import { seal } from '../log/hashChain.ts';
import { checkChain } from './checkChain.ts';
import { searchLog } from './searchLog.ts';

const start = (job: string): DomainEvent => ({ type: 'OperationStarted', job, operation: 'o1' });
const minute = 60_000;

/** A log of `length` entries a minute apart, by ada and by the server in turns; `events` says what each holds. */
function shopWith(length: number, events: (version: number) => DomainEvent[], state: Partial<ShopState> = {}) {
  const entries: LogEntry[] = [];
  for (let version = 1; version <= length; version += 1) {
    const previousHash = entries.at(-1)?.hash ?? '0'.repeat(64);
    const by = version % 2 === 1 ? 'ada' : null;
    const of = { version, epoch: 'e', at: version * minute, by, commandId: `c${version}`, fingerprint: '', fold: FOLD };
    entries.push(seal({ ...of, events: events(version), previousHash }).entry);
  }
  let reads = 0;
  return {
    epoch: 'e',
    version: length,
    state: { ...initialState, ...state },
    entries,
    reads: () => reads,
    readLog: (from: number, count: number) => {
      reads += 1;
      return Promise.resolve(entries.filter(({ version }) => version >= from).slice(0, count));
    },
  };
}
const query = (given: Record<string, string | string[]> = {}) => auditQuerySchema.parse(given);
const versions = ({ entries }: { entries: { entry: LogEntry }[] }) => entries.map(({ entry }) => entry.version);

describe('the audit trail', () => {
  it('[AUD-1] given a log, when it is read, then the newest come first, and the cursor goes on without a gap or a double', async () => {
    const shop = shopWith(7, () => [start('WT1')]);
    const first = await searchLog(shop, query({ count: '3' }));
    expect([versions(first), first.next]).toEqual([[7, 6, 5], 5]);
    const second = await searchLog(shop, query({ count: '3', before: '5' }));
    const third = await searchLog(shop, query({ count: '3', before: String(second.next) }));
    expect([versions(second), versions(third), third.next]).toEqual([[4, 3, 2], [1], null]);
  });

  it('given a period, when it is searched, then what lies before and after it is not told', async () => {
    const shop = shopWith(2_000, () => [start('WT1')]);
    const found = await searchLog(shop, query({ from: String(1_000 * minute), to: String(1_003 * minute) }));
    expect([versions(found), found.next]).toEqual([[1_002, 1_001, 1_000], null]);
    expect(shop.reads()).toBeLessThan(20);
  });

  it('given entries of two cars, when one is searched for, then its own are told, of a car all its visits', async () => {
    const shop = shopWith(6, (version) => [start(version <= 2 ? 'WT1' : version <= 4 ? 'WT2' : 'WT3')], {
      visits: { WT2: { vehicle: 'v' } as ShopState['visits'][string] },
    });
    expect(versions(await searchLog(shop, query({ job: 'WT1' })))).toEqual([2, 1]);
    expect(versions(await searchLog(shop, query({ job: ['WT1'], vehicle: ['v'] })))).toEqual([4, 3, 2, 1]);
  });

  it('given people and the server at work, when a person, people alone, or a kind is asked for, then the rest is left out', async () => {
    const shop = shopWith(4, (version) =>
      version === 4 ? [{ type: 'AttendanceChanged', staff: 'mei', present: false }] : [start('WT1')],
    );
    expect(versions(await searchLog(shop, query({ by: 'ada' })))).toEqual([3, 1]);
    expect(versions(await searchLog(shop, query({ people: '1' })))).toEqual([3, 1]);
    expect(versions(await searchLog(shop, query({ kind: 'people' })))).toEqual([4]);
    expect(versions(await searchLog(shop, query({ staff: 'mei' })))).toEqual([4]);
  });

  it('[AUD-1] given a long log without what is wanted, when it is searched, then one request looks at so many, and says where to go on', async () => {
    const shop = shopWith(12_000, () => [start('WT1')]);
    const found = await searchLog(shop, query({ staff: 'mei' }));
    expect([found.entries, found.next, found.reached]).toEqual([[], 2_001, 2_001 * minute]);
    expect((await searchLog(shop, query({ staff: 'mei', before: String(found.next) }))).next).toBeNull();
  });
});

describe('the chain of hashes', () => {
  it('[AUD-2] given a whole log, when it is followed, then it is whole up to its last entry, in pieces too', async () => {
    const shop = shopWith(6_000, () => [start('WT1')]);
    const first = await checkChain(shop, 1);
    expect(first).toMatchObject({ checkedTo: 5_000, broken: null });
    expect(await checkChain(shop, first.checkedTo + 1, first.hash)).toMatchObject({ checkedTo: 6_000, broken: null });
  });

  it('[AUD-2] given an entry that is missing, or one of another chain, when it is followed, then it says where it breaks', async () => {
    const gap = shopWith(9, () => [start('WT1')]);
    gap.entries.splice(4, 1);
    expect(await checkChain(gap, 1)).toMatchObject({ checkedTo: 4, broken: 5 });
    const forged = shopWith(9, () => [start('WT1')]);
    const other = shopWith(9, () => [start('WT2')]);
    forged.entries.splice(6, 1, ...other.entries.slice(6, 7));
    expect(await checkChain(forged, 1)).toMatchObject({ checkedTo: 6, broken: 7 });
  });
});
