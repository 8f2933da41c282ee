// figures/ — what the page shows while periods are asked for.
import type { OnTimeAnswer } from '@zhunshi/shared/wire/onTimeReport.ts';
import { expect, test } from 'vitest';
import type { ApiAnswer, callApi } from '../../api/callApi.ts';
import { FiguresFlow } from './figuresFlow.svelte.ts';

const monday = { from: '2026-11-23', to: '2026-11-23' };
const week = { from: '2026-11-23', to: '2026-11-29' };
const told = (period: typeof monday, asOf = 1) => ({ period, asOf }) as OnTimeAnswer;
const silence: ApiAnswer<never> = { ok: false, status: 0, refusal: null };

/** A server that answers when it is told to, in any order. */
function server() {
  const asked: { path: string; reply: (answer: ApiAnswer<unknown>) => void }[] = [];
  const call = (_method: string, path: string) =>
    new Promise((reply: (answer: ApiAnswer<unknown>) => void) => asked.push({ path, reply }));
  return { asked, flow: new FiguresFlow('s1', call as typeof callApi) };
}

test('given a period, when it is shown, then it is asked for and its answer is there', async () => {
  const { asked, flow } = server();
  const shown = flow.show(monday);
  expect([flow.busy, asked[0]?.path]).toEqual([true, '/shops/s1/reports/on-time?from=2026-11-23&to=2026-11-23']);
  asked[0]?.reply({ ok: true, value: told(monday) });
  await shown;
  expect([flow.busy, flow.answer]).toEqual([false, told(monday)]);
});

test('given a slow answer, when another period was asked for meanwhile, then it is let go', async () => {
  const { asked, flow } = server();
  const both = [flow.show(monday), flow.show(week)];
  asked[1]?.reply({ ok: true, value: told(week) });
  asked[0]?.reply({ ok: true, value: told(monday) });
  await Promise.all(both);
  expect(flow.answer).toEqual(told(week));
});

test('given silence, when the same period is asked for again, then the old answer stays with the sentence, until one comes', async () => {
  const { asked, flow } = server();
  const first = flow.show(monday);
  asked[0]?.reply({ ok: true, value: told(monday) });
  await first;
  const second = flow.show({ ...monday });
  asked[1]?.reply(silence);
  await second;
  expect([flow.answer, flow.problem('en')]).toEqual([
    told(monday),
    'The server did not answer. Try again in a moment.',
  ]);
  const third = flow.show({ ...monday });
  asked[2]?.reply({ ok: true, value: told(monday, 2) });
  await third;
  expect([flow.answer, flow.problem('en')]).toEqual([told(monday, 2), null]);
});

test('given another period, when it is asked for, then figures of the old one are not shown as its own', () => {
  const { flow } = server();
  flow.answer = told(monday);
  void flow.show(week);
  expect(flow.answer).toBeNull();
});
