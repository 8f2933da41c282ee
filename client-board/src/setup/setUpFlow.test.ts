// setup/ — the set-up from the code to the sheet, with a server that answers, refuses and falls silent.
import type { PinSheet, SetUpRequest } from '@zhunshi/shared/wire/setUp.ts';
import { expect, test } from 'vitest';
import type { ApiAnswer, ApiBody, callApi } from '../api/callApi.ts';
import { SetUpFlow } from './setUpFlow.svelte.ts';

const sheet: PinSheet = {
  shop: { id: 's1', name: '东门汽修' },
  people: [{ staff: 'P01', name: '马师傅', roles: ['manager'], pin: '482913' }],
};
const silence: ApiAnswer<never> = { ok: false, status: 0, refusal: null };
const wrongCode: ApiAnswer<never> = { ok: false, status: 403, refusal: { code: 'wrongSetUpCode' } };

function server(...answers: ApiAnswer<unknown>[]) {
  const sent: { path: string; json: unknown }[] = [];
  const call = (_method: string, path: string, body: ApiBody = {}) => {
    sent.push({ path, json: body.json });
    return Promise.resolve(answers.shift());
  };
  return { call: call as typeof callApi, sent };
}
const needed: ApiAnswer<unknown> = { ok: true, value: { needed: true } };
const right: ApiAnswer<unknown> = { ok: true, value: null };

async function atShopStep(...answers: ApiAnswer<unknown>[]) {
  const { call, sent } = server(needed, right, ...answers);
  const flow = new SetUpFlow(call);
  await flow.begin();
  await flow.check('7KQ2M4XA');
  expect(flow.step).toBe('shop');
  return { flow, requests: () => sent.slice(2).map(({ json }) => json as SetUpRequest) };
}

test('given a server with a shop, when the page opens, then it leads to the console', async () => {
  const flow = new SetUpFlow(server({ ok: true, value: { needed: false } }).call);
  await flow.begin();
  expect(flow.step).toBe('already');
});

test('given a silent server, when the page opens, then it says so', async () => {
  const flow = new SetUpFlow(server(silence).call);
  await flow.begin();
  expect(flow.step).toBe('offline');
});

test('given a wrong code, when it is checked, then the step stays and a sentence says why', async () => {
  const flow = new SetUpFlow(server(needed, wrongCode).call);
  await flow.begin();
  await flow.check('00000000');
  expect(flow.step).toBe('code');
  expect(flow.problem('zh-CN')).toBeTruthy();
  expect(flow.problem('en')).not.toBe(flow.problem('zh-CN'));
});

test('given a lost answer, when the same shop is sent again, then its id is the same and the sheet comes', async () => {
  const { flow, requests } = await atShopStep(silence, { ok: true, value: sheet });
  await flow.create({ kind: 'sample' });
  expect(flow.problem('en')).toContain('did not answer');
  await flow.create({ kind: 'sample' });
  const [first, second] = requests();
  expect(second).toEqual(first);
  expect(flow.step).toBe('pins');
  expect(flow.sheet).toEqual(sheet);
});

test('given a refused shop file, when another is sent, then it has an id of its own', async () => {
  const refused: ApiAnswer<never> = { ok: false, status: 422, refusal: { code: 'badShopFile', where: 'bays[0].code' } };
  const { flow, requests } = await atShopStep(refused, { ok: true, value: sheet });
  await flow.create({ kind: 'file', shopFile: { name: 'x' } });
  expect(flow.step).toBe('shop');
  expect(flow.problem('en')).toContain('bays[0].code');
  await flow.create({ kind: 'file', shopFile: { name: 'y' } });
  const [first, second] = requests();
  expect(second?.id).not.toBe(first?.id);
});

test('given the code ran out meanwhile, when the shop is sent, then the page asks for the new code', async () => {
  const { flow } = await atShopStep(wrongCode);
  await flow.create({ kind: 'sample' });
  expect(flow.step).toBe('code');
});

test('given the sheet, when nobody said that it is kept, then leaving is warned of', async () => {
  const { flow } = await atShopStep({ ok: true, value: sheet });
  await flow.create({ kind: 'sample' });
  expect(flow.mayLeave).toBe(false);
  flow.keep(true);
  expect(flow.mayLeave).toBe(true);
});
