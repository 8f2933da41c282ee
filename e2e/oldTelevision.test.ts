// Old televisions: the built pages in a real Chromium 64, from 2018. Newer than that is every television that the pages promise to run on.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canRunOldChromium } from '../scripts/steps/ensureOldChromium.mjs';
import { carOnStage, openLoungeStage, stageOpens, type LoungeStage } from './testing/loungeStage.ts';
import { switchOn, type OldTelevision } from './testing/oldTelevision.ts';
import { until } from './testing/serverProcess.ts';

/** Pixels of the wall that are lit, by the canvas itself. */
const litPixels = `(() => {
  const canvas = document.querySelector('.wall canvas');
  if (!canvas) return 0;
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  let lit = 0;
  for (let at = 0; at < data.length; at += 4) if (data[at] + data[at + 1] + data[at + 2] > 150) lit += 1;
  return lit;
})()`;
const texts = (testId: string) =>
  `[].map.call(document.querySelectorAll('[data-testid="${testId}"]'), (found) => found.innerText || found.textContent)`;

describe.skipIf(!canRunOldChromium())('given a television of 2018 with the lounge page', () => {
  let stage: LoungeStage;
  let television: OldTelevision;
  const see = <Value>(expression: string): Promise<Value> => television.evaluate<Value>(expression);

  beforeAll(async () => {
    stage = await openLoungeStage();
    stage.show([carOnStage(0, { status: 'ready', step: 7 }), carOnStage(1), carOnStage(2, { status: 'washing' })]);
    television = await switchOn({ width: 1280, height: 720 });
    await television.open(`${stage.url}/lounge#token=AAAAA-BBBBB-CCCCC-DDDDD`);
  });
  afterAll(async () => {
    await television.switchOff();
    await stage.stop();
  });

  test('then it is really that old', async () => {
    expect(await see<string>('navigator.userAgent')).toContain('Chrome/64.');
  });

  test('when it has connected, then the cars are on it, in text and in lit dots [OLD-1]', async () => {
    await until(async () => (await see<string[]>(texts('lounge-label'))).length === 3, 30_000);
    expect(await see<string[]>(texts('lounge-label'))).toEqual(['粤B·**10', '粤B·**11', '粤B·**12']);
    await until(async () => (await see<number>(litPixels)) > 5_000, 30_000);
  });

  test('when a car becomes ready, then the television follows and paints it anew [OLD-1]', async () => {
    const before = await see<number>(litPixels);
    stage.change([carOnStage(1, { status: 'ready', step: 7, expectedAt: null })]);
    await until(async () => (await see<string[]>(texts('lounge-status')))[1]?.includes('请取车') === true, 30_000);
    await until(async () => (await see<number>(litPixels)) !== before, 30_000);
  });

  test('when there are more cars than rows, then it turns its pages [OLD-1]', async () => {
    stage.show(Array.from({ length: 14 }, (_, index) => carOnStage(index)));
    await until(async () => (await see<string>(`document.querySelector('main').dataset.page`)) === '2/3', 60_000);
  });

  test('when a customer is called, then the banner stands on it, with no sound that it lacks [OLD-1]', async () => {
    const call = { about: 'ready', at: stageOpens } as const;
    stage.change([carOnStage(4, { status: 'ready', step: 7, expectedAt: null, call })]);
    await until(
      async () => (await see<string[]>(texts('lounge-call')))[0]?.includes('粤B·**14 的车主') === true,
      30_000,
    );
    await until(async () => (await see<string[]>(texts('lounge-call'))).length === 0, 60_000);
  });

  test('when a manager wants the picture turned, then it is [OLD-1]', async () => {
    stage.choose({ inset: 2, turned: true, leds: true });
    await until(async () => (await see<string>(`document.querySelector('main').dataset.form`)) === 'portrait', 30_000);
    await until(async () => (await see<number>(litPixels)) > 5_000, 30_000);
  });

  test('then nothing went wrong in the page, all the while [OLD-1]', async () => {
    expect(television.errors).toEqual([]);
  });
});
