// Power cuts in the middle of the day: the server killed, its Redis killed. What was acknowledged is there, nothing is there twice,
// and the screens catch up by themselves.
import { stageOf } from '@zhunshi/shared/domain/job.ts';
import { uuidv7 } from 'uuidv7';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, openScreen, sizes, type Screen } from './testing/browser.ts';
import { ConsolePage } from './testing/consolePage.ts';
import { ownPin, setUpSample, todaysOrders, type Person, type SampleShop } from './testing/sampleShop.ts';
import { startServerProcess, until, type ServerProcess } from './testing/serverProcess.ts';
import { loungeRows, openDisplay, wallStages } from './testing/wallAndLounge.ts';

describe('given a shop in the middle of its day, with screens open and commands on their way', () => {
  let server: ServerProcess;
  let browser: Browser;
  let shop: SampleShop;
  let dispatcher: Person;
  let manager: Person;
  let desk: Screen;
  let wall: Screen;
  let lounge: Screen;
  const acknowledged: string[] = [];

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServerProcess(), launchBrowser()]);
    shop = await setUpSample(server.url, server.printed());
    dispatcher = await shop.person('P29');
    manager = await shop.person('P35');
    await shop.importDay(dispatcher, await todaysOrders());
    const tokens = [await shop.display('wall'), await shop.display('lounge')] as const;
    wall = await openDisplay(browser, server.url, 'wall', tokens[0]);
    lounge = await openDisplay(browser, server.url, 'lounge', tokens[1]);
    desk = await openScreen(browser, sizes.console);
    await desk.page.goto(server.url);
    await new ConsolePage(desk.page).logIn('P29', ownPin, null);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  /** Sends commands one after the other, each again with the same id until it is answered, as every client of ours does. */
  async function giveAll(
    commands: Parameters<SampleShop['command']>[1][],
    fault: { after: number; happens: () => Promise<void> },
  ) {
    let happening = Promise.resolve();
    for (const [index, command] of commands.entries()) {
      if (index === fault.after) happening = fault.happens();
      const id = uuidv7();
      await until(async () => {
        const answer = await shop.command(dispatcher, command, id);
        if (!answer.ok && answer.status === 503) return false;
        expect(answer.ok, JSON.stringify(answer)).toBe(true);
        return answer.ok;
      }, 60_000);
      acknowledged.push(id);
    }
    await happening;
  }

  async function loggedIds(): Promise<string[]> {
    const ids: string[] = [];
    for (let from = 1; ;) {
      const answer = await fetch(`${server.url}/api/v1/shops/${shop.id}/log?from=${from}`, {
        headers: { cookie: manager.cookie },
      });
      const { entries } = (await answer.json()) as { entries: { version: number; commandId: string }[] };
      const last = entries.at(-1);
      if (!last) return ids;
      ids.push(...entries.map(({ commandId }) => commandId));
      from = last.version + 1;
    }
  }

  async function everyScreenEqualsTheLog(): Promise<void> {
    const { jobs } = await shop.state(dispatcher);
    const here = Object.values(jobs).filter(({ checkedInAt }) => checkedInAt !== null);
    const inLounge = here.filter(({ waits, loungeLabel }) => waits === 'lounge' && loungeLabel !== 'nothing');
    await until(async () => (await loungeRows(lounge)).length === inLounge.length);
    await until(async () => {
      const shown = await wallStages(wall);
      return shown.size > 0 && [...shown].every(([id, stage]) => stage === stageOf(jobs[id] ?? never(id)));
    });
    await until(
      async () => (await desk.page.locator('[data-testid="card"][data-stage="waiting"]').count()) === here.length,
    );
    await desk.page.locator('[data-testid="freshness"][data-fresh="fresh"]').waitFor();
  }

  function never(id: string): never {
    throw new Error(`The screen shows ${id}, which the log does not have`);
  }

  test('when the server is killed while cars are checked in, then every acknowledged one is here, once [CMD-1] [CMD-5]', async () => {
    const jobs = Object.keys((await shop.state(dispatcher)).jobs).slice(0, 20);
    const commands = jobs.map((job) => ({ type: 'CheckIn' as const, job }));
    const killed = async (): Promise<void> => {
      await server.kill();
      await server.restart();
    };
    await giveAll(commands, { after: 8, happens: killed });
    const ids = await loggedIds();
    expect(acknowledged.filter((id) => !ids.includes(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    await everyScreenEqualsTheLog();
  });

  test('when Redis is killed while cars are checked in, then it comes back, and every acknowledged one is here, once', async () => {
    const jobs = Object.keys((await shop.state(dispatcher)).jobs).slice(20, 40);
    const commands = jobs.map((job) => ({ type: 'CheckIn' as const, job }));
    const killed = (): Promise<void> => server.killRedis();
    await giveAll(commands, { after: 8, happens: killed });
    const ids = await loggedIds();
    expect(acknowledged.filter((id) => !ids.includes(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    await everyScreenEqualsTheLog();
  });

  test('when a car is checked in twice by the same command, then it has one slip and the same answer [CMD-1]', async () => {
    const [job = ''] = Object.keys((await shop.state(dispatcher)).jobs).slice(40);
    const id = uuidv7();
    const first = await shop.command(dispatcher, { type: 'CheckIn', job }, id);
    const again = await shop.command(dispatcher, { type: 'CheckIn', job }, id);
    expect(again).toEqual(first);
    expect((await loggedIds()).filter((one) => one === id)).toHaveLength(1);
  });
});
