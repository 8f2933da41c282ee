// shop/ — the writer on a log in memory, where what happens between its steps can be arranged.
import { describe, expect, it } from 'vitest';
import type { Command } from '@zhunshi/shared/domain/commands.ts';
import { emptyDirectory } from '@zhunshi/shared/domain/directory.ts';
import type { CommandAnswer } from '@zhunshi/shared/wire/protocol.ts';
import { drivenClock } from '../clock.ts';
import { OutcomeUnknown, WriteRefused, type Log } from '../log/log.ts';
import { memoryLog } from '../log/memoryLog.ts';
import { bookCar, closeBay, setAttendance, setUpSmallShop } from '../testing/sampleCommands.ts';
import { MONDAY_MORNING } from '../testing/testNode.ts';
import type { DirectoryStore } from './directoryStore.ts';
import { rebuild } from './rebuild.ts';
import { ShopAtWork } from './shopAtWork.ts';
import { Writability } from './writability.ts';

const snapshots = { load: () => Promise.resolve(null), save: () => Promise.resolve() };

/** A directory that notes what is asked of it; `onWrite` happens before a write is done. */
function notingDirectory(notes: string[], onWrite: () => Promise<void>): DirectoryStore {
  const note = (what: string) => Promise.resolve(void notes.push(what));
  const written = async (what: string) => {
    await onWrite();
    await note(what);
    return { stamp: '1', written: [] };
  };
  return {
    read: () => Promise.resolve(emptyDirectory),
    write: () => written('write'),
    fillIn: () => written('fillIn'),
    confirm: () => note('confirm'),
    withdraw: () => note('withdraw'),
    sweep: () => Promise.resolve(0),
  };
}

/** Two writers on one log, as two nodes are. */
async function twoWriters(faulty: (log: Log) => Log = (log) => log) {
  const log = memoryLog();
  await log.create('s1', 'e1');
  const notes: string[] = [];
  let meanwhile: () => Promise<unknown> = () => Promise.resolve();
  const open = async (theLog: Log) => {
    const clock = drivenClock(MONDAY_MORNING);
    const writability = new Writability({
      probe: () => Promise.reject(new WriteRefused('still full')),
      real: () => clock.real(),
      changed: (since) => notes.push(since === null ? 'recovered' : 'readOnly'),
    });
    const shop = new ShopAtWork('s1', Buffer.from('key'), {
      log: theLog,
      directoryStore: notingDirectory(notes, async () => {
        await meanwhile();
      }),
      snapshots,
      clock,
      writability,
      report: () => undefined,
      distrusted: (_shop, why) => notes.push(why),
    });
    await shop.serve((await rebuild('s1', log, snapshots)).fold, 0);
    return shop;
  };
  const one = await open(faulty(log));
  await one.handle(setUpSmallShop(), null);
  const other = await open(log);
  return { log, one, other, notes, before: (act: () => Promise<unknown>) => (meanwhile = act) };
}

const code = (answer: CommandAnswer) => (answer.ok ? answer.version : answer.refusal.code);

describe('the writer of a shop', () => {
  it('given personal data, when another node makes the command impossible before it is stored, then it is taken back [PRV-1]', async () => {
    const { one, other, notes, before } = await twoWriters();
    before(() => other.handle(closeBay(), 'P01'));
    const answer = await one.handle(closeBay(), 'P01', { staff: { P09: { name: '某某' } } });
    expect(code(answer)).toBe('bayAlreadyClosed');
    expect(notes).toEqual(['write', 'withdraw']);
  });

  it('given personal data, when another node was only faster, then it is written once, and confirmed [PRV-1]', async () => {
    const { one, other, notes, before } = await twoWriters();
    before(() => other.handle(setAttendance(false), 'P01'));
    expect(code(await one.handle(bookCar('R1', MONDAY_MORNING), 'P01', { persons: {} }))).toBe(3);
    expect(notes).toEqual(['write', 'confirm']);
  });

  it('given a command that is refused at once, then no personal data is written [PRV-1]', async () => {
    const { one, notes } = await twoWriters();
    expect(code(await one.handle(setAttendance(true), 'P01', { persons: {} }))).toBe('alreadyPresent');
    expect(notes).toEqual([]);
  });

  it('given a node that is always faster, then the command ends as a conflict, and its data is taken back', async () => {
    const never: Log['append'] = () => Promise.resolve({ outcome: 'conflict', epoch: 'e1', lastVersion: 1 });
    let armed = false;
    const { one, notes } = await twoWriters((log) => ({
      ...log,
      append: (shop, entries) => (armed ? never(shop, entries) : log.append(shop, entries)),
    }));
    armed = true;
    expect(await one.handle(closeBay(), 'P01', { persons: {} })).toMatchObject({
      status: 409,
      refusal: { code: 'conflict' },
    });
    expect(notes).toEqual(['write', 'withdraw']);
  });

  it('given an append that may have happened, then what was decided without it is answered, the rest is unknown [CMD-5]', async () => {
    let armed = false;
    const { one } = await twoWriters((log) => ({
      ...log,
      async append(shop, entries) {
        const outcome = await log.append(shop, entries);
        if (armed) throw new OutcomeUnknown('lost');
        return outcome;
      },
    }));
    armed = true;
    const commands: Command[] = [setAttendance(true), closeBay(), closeBay()];
    const answers = await Promise.all(commands.map((command) => one.handle(command, 'P01')));
    expect(answers.map(code)).toEqual(['alreadyPresent', 'unknownOutcome', 'unknownOutcome']);
    armed = false;
    expect(code(await one.handle(commands[1]!, 'P01'))).toBe(2);
    expect(code(await one.handle(commands[2]!, 'P01'))).toBe('bayAlreadyClosed');
  });

  it('given a store that refuses, then the command is refused as readOnly, for certain, and its data is taken back [LOG-7]', async () => {
    let armed = false;
    const { one, notes } = await twoWriters((log) => ({
      ...log,
      append: (shop, entries) => (armed ? Promise.reject(new WriteRefused('OOM')) : log.append(shop, entries)),
    }));
    armed = true;
    expect(code(await one.handle(closeBay(), 'P01', { persons: {} }))).toBe('readOnly');
    armed = false;
    expect(code(await one.handle(closeBay(), 'P01'))).toBe(2);
    expect(notes).toEqual(['write', 'readOnly', 'withdraw', 'recovered']);
  });

  it('given an entry that does not follow, then the shop is no longer served, and commands are told to come again [LOG-5]', async () => {
    const { log, one, notes } = await twoWriters();
    log.plant('s1', { version: 2, text: '{}', hash: 'x' });
    expect(await one.handle(closeBay(), 'P01')).toMatchObject({ status: 503 });
    expect(one.serving).toBe(false);
    expect(notes).toHaveLength(1);
  });

  it('given the same log, then replay and live state are equal, and equal again from any snapshot [LOG-1]', async () => {
    const { log, one, other } = await twoWriters();
    for (let turn = 0; turn < 10; turn += 1)
      await (turn % 2 ? one : other).handle(bookCar(`R${turn}`, MONDAY_MORNING), 'P01');
    await one.catchUp();
    expect((await rebuild('s1', log, snapshots)).fold.position.state).toEqual(one.state);
  });
});
