// shop/ — random sequences of commands through two real writers on one log that loses answers, drops appends and refuses writes: nothing
// that was acknowledged is lost, nothing happens twice, and both nodes and a rebuild agree to the letter.
import { fc, test } from '@fast-check/vitest';
import type { Command } from '@zhunshi/shared/domain/commands.ts';
import { commandSchema } from '@zhunshi/shared/domain/commands.ts';
import { emptyDirectory } from '@zhunshi/shared/domain/directory.ts';
import { anyWish, Dice } from '@zhunshi/shared/testing/anyWish.ts';
import { arrived, book, setUp } from '@zhunshi/shared/testing/commandsOf.ts';
import { clock as littleClock } from '@zhunshi/shared/testing/littleShop.ts';
import type { CommandAnswer } from '@zhunshi/shared/wire/protocol.ts';
import { uuidv7 } from 'uuidv7';
import { describe, expect, vi } from 'vitest';
import { drivenClock } from '../clock.ts';
import { OutcomeUnknown, WriteRefused, type Log } from '../log/log.ts';
import { memoryLog, type MemoryLog } from '../log/memoryLog.ts';
import type { DirectoryStore } from './directoryStore.ts';
import { rebuild } from './rebuild.ts';
import { ShopAtWork } from './shopAtWork.ts';
import { Writability } from './writability.ts';

vi.setConfig({ testTimeout: 120_000 });

const MINUTE = 60_000;
const SHOP = 'little';
const snapshots = { load: () => Promise.resolve(null), save: () => Promise.resolve() };
const receipt = { stamp: '1', written: [] };
const directoryStore: DirectoryStore = {
  read: () => Promise.resolve(emptyDirectory),
  write: () => Promise.resolve(receipt),
  fillIn: () => Promise.resolve(receipt),
  confirm: () => Promise.resolve(),
  withdraw: () => Promise.resolve(),
  sweep: () => Promise.resolve(0),
};

/** What becomes of an append: stored and answered; stored, its answer lost; lost itself; or refused for certain. */
const fates = ['stored', 'stored', 'stored', 'answerLost', 'lost', 'refused'] as const;
type Fate = (typeof fates)[number];

/** A log whose appends meet the given fates, one after the other; when they are used up, all is well. */
function faulty(log: MemoryLog, coming: Fate[]): Log {
  return {
    ...log,
    async append(shop, entries) {
      const fate = coming.shift() ?? 'stored';
      if (fate === 'refused') throw new WriteRefused('full');
      if (fate === 'lost') throw new OutcomeUnknown('never arrived');
      const outcome = await log.append(shop, entries);
      if (fate === 'answerLost') throw new OutcomeUnknown('the answer was lost');
      return outcome;
    },
  };
}

const step = fc.record({
  minutes: fc.nat(40),
  /** Commands given at once, each to one of the nodes. */
  given: fc.array(fc.record({ node: fc.nat(1), dice: fc.array(fc.nat(9_999), { minLength: 10, maxLength: 10 }) }), {
    minLength: 1,
    maxLength: 3,
  }),
  fates: fc.array(fc.constantFrom(...fates), { maxLength: 3 }),
});

async function openNodes() {
  const log = memoryLog();
  await log.create(SHOP, 'e1');
  const shopClock = drivenClock(littleClock('08:30'));
  const coming: Fate[] = [];
  const open = async (): Promise<ShopAtWork> => {
    const node = new ShopAtWork(SHOP, Buffer.from('key'), {
      log: faulty(log, coming),
      directoryStore,
      snapshots,
      clock: shopClock,
      writability: new Writability({
        probe: () => Promise.resolve(),
        real: () => shopClock.real(),
        changed: () => undefined,
      }),
      report: () => undefined,
      distrusted: (_shop, why) => {
        throw new Error(why);
      },
    });
    await node.serve((await rebuild(SHOP, log, snapshots)).fold, 0);
    return node;
  };
  const nodes = [await open(), await open()] as const;
  for (const wish of [setUp(), ...arrived('A', { operations: ['Oil', 'Brakes'] }), ...arrived('B'), book('C')]) {
    await nodes[0].handle(commandOf(wish), 'ada');
  }
  return { log, clock: shopClock, coming, nodes };
}

function commandOf(wish: object): Command {
  return commandSchema.parse({ ...wish, id: uuidv7() });
}

/** Gives a command again, to one node and the other, until its outcome is known. */
async function insist(nodes: readonly ShopAtWork[], first: number, command: Command): Promise<CommandAnswer> {
  for (let turn = first; ; turn += 1) {
    const node = nodes[turn % nodes.length];
    const answer = await node?.handle(command, 'ada');
    if (answer && (answer.ok || (answer.status !== 503 && answer.status !== 409))) return answer;
    if (turn - first > 20) throw new Error('a command never got an answer');
  }
}

describe('given random sequences of commands through two nodes, and a log that fails', () => {
  test.prop([fc.array(step, { minLength: 5, maxLength: 14 })], { numRuns: 120, seed: 20_261_123 })(
    'then what was acknowledged happened once, what was refused did not, and all agree [CMD-1] [CMD-4] [CMD-5] [LOG-1] [LOG-2]',
    async (steps) => {
      const { log, clock, coming, nodes } = await openNodes();
      const answers = new Map<string, CommandAnswer>();
      for (const { minutes, given, fates: ahead } of steps) {
        clock.advance(minutes * MINUTE);
        coming.push(...ahead);
        const asked = given.flatMap(({ node, dice }) => {
          const table = { state: nodes[0].state, now: clock.now(), dice: new Dice(dice), lastCommand: uuidv7() };
          const read = commandSchema.safeParse({ ...anyWish(table), id: uuidv7() });
          return read.success ? [{ node, command: read.data }] : [];
        });
        await Promise.all(
          asked.map(async ({ node, command }) => answers.set(command.id, await insist(nodes, node, command))),
        );
      }
      coming.splice(0);
      for (const node of nodes) expect(await node.catchUp()).toBe(true);
      const { fold } = await rebuild(SHOP, log, snapshots);
      const live = JSON.stringify(fold.position.state);
      for (const node of nodes) expect(JSON.stringify(node.state)).toBe(live);
      const stored = await log.read(SHOP, 1, 10_000);
      const ids = stored.map(({ entry }) => entry?.commandId ?? 'altered');
      expect(new Set(ids).size).toBe(ids.length);
      for (const [id, answer] of answers) {
        const happened = answer.ok && answer.events.length > 0;
        expect(ids.includes(id), `${id} ${JSON.stringify(answer).slice(0, 80)}`).toBe(happened);
      }
    },
  );
});
