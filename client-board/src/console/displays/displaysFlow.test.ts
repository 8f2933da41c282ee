// console/displays/ — adding and revoking displays, with a server that answers and falls silent.
import { plainWall } from '@zhunshi/shared/wire/displays.ts';
import type { Display } from '@zhunshi/shared/wire/displays.ts';
import { expect, test } from 'vitest';
import type { ApiAnswer, ApiBody, callApi } from '../../api/callApi.ts';
import { DisplaysFlow } from './displaysFlow.svelte.ts';

const east: Display = { id: 'd1', name: '车间东墙', kind: 'wall', wall: plainWall, createdAt: 1, lastSeenAt: null };
const lounge: Display = { id: 'd2', name: '休息区', kind: 'lounge', wall: null, createdAt: 2, lastSeenAt: null };
const token = 'ABCDE-FGHJK-MNPQR-STVWX';
const silence: ApiAnswer<never> = { ok: false, status: 0, refusal: null };
const list = (...displays: Display[]): ApiAnswer<unknown> => ({ ok: true, value: { displays } });

function server(...answers: ApiAnswer<unknown>[]) {
  const sent: string[] = [];
  const call = (method: string, path: string, body: ApiBody = {}) => {
    sent.push(`${method} ${path}${body.json === undefined ? '' : ` ${JSON.stringify(body.json)}`}`);
    return Promise.resolve(answers.shift());
  };
  return { call: call as typeof callApi, sent };
}

test('given two displays, when they are listed, then the oldest is first', async () => {
  const flow = new DisplaysFlow('s1', server(list(lounge, east)).call);
  await flow.load();
  expect(flow.displays).toEqual([east, lounge]);
});

test('[DSPL-1] given a name and a kind, when a display is added, then its token is there until it is put away', async () => {
  const { call, sent } = server({ ok: true, value: { display: east, token } }, list(east));
  const flow = new DisplaysFlow('s1', call);
  expect(await flow.create(' 车间东墙 ', 'wall')).toBe(true);
  expect(sent[0]).toBe('POST /shops/s1/displays {"name":"车间东墙","kind":"wall"}');
  expect(flow.added?.token).toBe(token);
  expect(flow.isTaken('车间东墙')).toBe(true);
  flow.putAway();
  expect(flow.added).toBeNull();
});

test('[DSPL-2] given a wall, when its layout is chosen and it is renamed, then both are sent and it is said', async () => {
  const wall = { layout: 'promises', language: 'en' } as const;
  const told = { id: 'd1', name: '车间西墙', wall };
  const { call, sent } = server(list(east, lounge), { ok: true, value: told }, list({ ...east, ...told }, lounge));
  const flow = new DisplaysFlow('s1', call);
  await flow.load();
  expect([flow.isTaken('休息区', 'd1'), flow.isTaken('车间东墙', 'd1')]).toEqual([true, false]);
  expect(await flow.change(east, { name: '车间西墙', wall })).toBe(true);
  expect(sent[1]).toBe(`POST /shops/s1/displays/d1 {"name":"车间西墙","wall":{"layout":"promises","language":"en"}}`);
  expect(flow.changed).toBe('车间西墙');
  expect(flow.displays?.[0]?.wall).toEqual(wall);
});

test('given a display whose token is still on show, when it is revoked, then token and row are gone', async () => {
  const { call, sent } = server(
    { ok: true, value: { display: east, token } },
    list(east),
    { ok: true, value: null },
    list(),
  );
  const flow = new DisplaysFlow('s1', call);
  await flow.create('车间东墙', 'wall');
  await flow.revoke(east);
  expect(sent[2]).toBe('DELETE /shops/s1/displays/d1');
  expect(flow.added).toBeNull();
  expect(flow.displays).toEqual([]);
  expect(flow.revoked).toBe('车间东墙');
});

test('given silence, when the list is read again, then the old rows stay and the sentence goes once it is answered', async () => {
  const flow = new DisplaysFlow('s1', server(list(east), silence, list(east)).call);
  await flow.load();
  await flow.load();
  expect(flow.displays).toEqual([east]);
  expect(flow.problem('en')).toContain('did not answer');
  await flow.load();
  expect(flow.problem('en')).toBeNull();
});

test('given a person who may not, when a display is added, then the refusal is said and stays after the list', async () => {
  const refused: ApiAnswer<never> = { ok: false, status: 403, refusal: { code: 'notAllowed', roles: ['manager'] } };
  const flow = new DisplaysFlow('s1', server(refused, list()).call);
  expect(await flow.create('车间东墙', 'wall')).toBe(false);
  expect(flow.problem('zh-CN')).toBeTruthy();
});
