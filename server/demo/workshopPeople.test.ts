// The demo's people take a whole sample day through the workshop, by commands that the rules accept.
import { decide } from '@zhunshi/shared/domain/decide.ts';
import { foldEntry } from '@zhunshi/shared/domain/evolve.ts';
import { stageOf } from '@zhunshi/shared/domain/job.ts';
import { isToMarkReady } from '@zhunshi/shared/domain/nextActs.ts';
import { initialState, type ShopState } from '@zhunshi/shared/domain/state.ts';
import type { Command } from '@zhunshi/shared/domain/commands.ts';
import { instantOf } from '@zhunshi/shared/time/shopTime.ts';
import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import { sampleDay, sampleShopFile } from '../access/sample.ts';
import { readShopFile, shopFileToCommand } from '../access/shopFile.ts';
import { readOrders } from '../import/readOrders.ts';
import { shopWords } from '../import/shopWords.ts';
import { nextActOfPeople } from './workshopPeople.ts';

const MINUTE = 60_000;
const timeZone = 'Asia/Shanghai';
const opensAt = instantOf('2026-11-23 08:30', timeZone) ?? 0;
const lunchAt = instantOf('2026-11-23 12:20', timeZone) ?? 0;
const closesAt = instantOf('2026-11-23 18:00', timeZone) ?? 0;

describe('given the sample shop and its day, when its people work until closing time', () => {
  let state: ShopState = initialState;
  const refusals: string[] = [];
  const unmarkedAtLunch: string[] = [];
  const given = new Map<string, number>();
  const passedOver: string[] = [];

  beforeAll(async () => {
    let version = 0;
    const give = (command: Command, by: string | null, at: number): void => {
      const decided = decide(state, command, { at, by });
      if (!decided.ok) refusals.push(`${command.type}: ${decided.refusal.code}`);
      else if (decided.value.length > 0)
        state = foldEntry(state, { version: (version += 1), at, by, commandId: command.id, events: decided.value });
      given.set(command.type, (given.get(command.type) ?? 0) + 1);
    };
    const file = readShopFile(await sampleShopFile());
    if (!file.ok) throw new Error('The sample shop cannot be read');
    const { command, names } = shopFileToCommand(uuidv7(), file.value);
    give(command, null, opensAt);
    const words = shopWords(state, { vehicles: {}, persons: {}, staff: names }, Buffer.alloc(32));
    const rows = readOrders(await sampleDay('day-2026-11-23.csv'), words)?.orders.map(({ row }) => row) ?? [];
    const renewed = { vehicles: [], persons: [] };
    give({ id: uuidv7(), type: 'ImportOrders', rows, applyChanges: false, renewed }, 'P29', opensAt);
    for (let at = opensAt; at < closesAt; at += MINUTE) {
      for (let act = nextActOfPeople(state, at); act && refusals.length === 0; act = nextActOfPeople(state, at)) {
        if (act.command.type === 'StartOperation') passedOver.push(...reworkBefore(state, act.command));
        give({ ...act.command, id: uuidv7() }, act.by, at);
      }
      if (at === lunchAt)
        unmarkedAtLunch.push(
          ...Object.values(state.jobs)
            .filter(isToMarkReady)
            .map(({ id }) => id),
        );
    }
  });

  test('then nobody was refused anything', () => {
    expect(refusals).toEqual([]);
  });

  test('then nobody begins a car while one that failed its inspection is first in their queue [INS-5]', () => {
    expect(passedOver).toEqual([]);
  });

  test('then every car has come but those of customers who did not, which are booked anew; most are handed over', () => {
    const stages = Object.values(state.jobs).map(stageOf);
    expect(stages).toHaveLength(49);
    expect(stages.filter((stage) => stage === 'booked').length).toBe(given.get('Rebook') ?? 0);
    expect(stages.filter((stage) => stage === 'delivered').length).toBeGreaterThan(30);
  });

  test('then no car whose work is done before lunch waits through lunch to be marked ready', () => {
    expect(unmarkedAtLunch).toEqual([]);
  });

  test('then there was trouble: work held and taken up again, somebody away, a bay closed, a promise broken', () => {
    for (const type of ['HoldOperation', 'ResumeOperation', 'SetAttendance', 'CloseBay', 'OpenBay']) {
      expect(given.get(type), type).toBeGreaterThan(0);
    }
    const { delivered, onTime } = state.days['2026-11-23'] ?? { delivered: 0, onTime: 0 };
    expect(onTime).toBeGreaterThan(20);
    expect(onTime).toBeLessThan(delivered);
  });
});

/** Rework that somebody of the crew has first in their queue, when they begin something else. */
function reworkBefore(state: ShopState, begun: { job: string; operation: string }): string[] {
  const starts = state.jobs[begun.job]?.operations.find(({ id }) => id === begun.operation);
  if (!starts || starts.reworkOf !== null) return [];
  return Object.values(state.jobs).flatMap((job) =>
    job.operations
      .filter(({ status, reworkOf }) => status === 'dispatched' && reworkOf !== null)
      .filter(({ crew }) => crew.some((staff) => starts.crew.includes(staff)))
      .map(({ id }) => `${begun.job}/${begun.operation} before ${job.id}/${id}`),
  );
}
