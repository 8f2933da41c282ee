// console/displays/ — adding and revoking displays, with a server that answers and falls silent.
import { plainLounge, plainWall } from '@zhunshi/shared/wire/displayChoices.ts';
import type { Display } from '@zhunshi/shared/wire/displays.ts';
import { expect, test } from 'vitest';
import type { ApiAnswer, ApiBody, callApi } from '../../api/callApi.ts';
import { DisplaysFlow } from './displaysFlow.svelte.ts';
import { emptyDisplay } from './newDisplay.ts';

const unseen = { online: false, lastSeenAt: null, page: null };
const east: Display = {
  ...{ id: 'd1', name: '车间东墙', kind: 'wall', createdAt: 1 },
  ...{ wall: plainWall, lounge: null, ...unseen },
};
const lounge: Display = {
  ...{ id: 'd2', name: '休息区', kind: 'lounge', createdAt: 2 },
  ...{ wall: null, lounge: plainLounge, ...unseen },
};
const newWall = { ...emptyDisplay('zh-CN'), name: ' 车间东墙 ', kind: 'wall' } as const;
const versions = { wall: 'w1', lounge: 'l1' };
const token = 'ABCDE-FGHJK-MNPQR-STVWX';
const silence: ApiAnswer<never> = { ok: false, status: 0, refusal: null };
const list = (...displays: Display[]): ApiAnswer<unknown> => ({ ok: true, value: { displays, versions } });

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
  expect(await flow.create(newWall)).toBe(true);
  expect(sent[0]).toBe(
    `POST /shops/s1/displays {"name":"车间东墙","kind":"wall","wall":{"layout":"kanban","language":"zh-CN"}}`,
  );
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
  expect(flow.done).toEqual({ what: 'changed', name: '车间西墙' });
  expect(flow.displays?.[0]?.wall).toEqual(wall);
});

test('[DSPL-3] given a lounge screen, when its picture is turned and at once an edge is chosen, then each is sent alone, and the list of before does not come back', async () => {
  const both = { ...lounge, lounge: { ...plainLounge, turned: true, inset: 3 } };
  const told: ApiAnswer<unknown> = { ok: true, value: both };
  const { call, sent } = server(list(lounge), list(lounge), told, told, list(both), list(both));
  const flow = new DisplaysFlow('s1', call);
  await flow.load();
  const asked = flow.load();
  const turned = flow.change(lounge, { lounge: { turned: true } });
  const edged = flow.change(lounge, { lounge: { inset: 3 } });
  expect(flow.busy).toBe(true);
  expect(await Promise.all([turned, edged])).toEqual([true, true]);
  await asked;
  expect(sent.slice(2, 4)).toEqual([
    'POST /shops/s1/displays/d2 {"lounge":{"turned":true}}',
    'POST /shops/s1/displays/d2 {"lounge":{"inset":3}}',
  ]);
  expect([flow.busy, flow.displays]).toEqual([false, [both]]);
});

test('given a display whose token is still on show, when it is revoked, then token and row are gone', async () => {
  const { call, sent } = server(
    { ok: true, value: { display: east, token } },
    list(east),
    { ok: true, value: null },
    list(),
  );
  const flow = new DisplaysFlow('s1', call);
  await flow.create(newWall);
  await flow.revoke(east);
  expect(sent[2]).toBe('DELETE /shops/s1/displays/d1');
  expect(flow.added).toBeNull();
  expect(flow.displays).toEqual([]);
  expect(flow.done).toEqual({ what: 'revoked', name: '车间东墙' });
});

test('given silence, when the list is read again, then the old rows stay and the sentence goes once it is answered', async () => {
  const flow = new DisplaysFlow('s1', server(list(east), silence, list(east)).call);
  await flow.load();
  await flow.load();
  expect(flow.displays).toEqual([east]);
  expect([flow.isSilent, flow.problem('en')]).toEqual([true, expect.stringContaining('did not answer')]);
  await flow.load();
  expect(flow.problem('en')).toBeNull();
});

test('given a person who may not, when a display is added, then the refusal is said and stays after the list', async () => {
  const refused: ApiAnswer<never> = { ok: false, status: 403, refusal: { code: 'notAllowed', roles: ['manager'] } };
  const flow = new DisplaysFlow('s1', server(refused, list()).call);
  expect(await flow.create(newWall)).toBe(false);
  expect(flow.problem('zh-CN')).toBeTruthy();
});

test('[PAIR-2] given a code, when a screen is paired, then its code and its choices are sent and it is said; a wrong code is said too', async () => {
  const wrong: ApiAnswer<never> = { ok: false, status: 404, refusal: { code: 'wrongPairingCode' } };
  const { call, sent } = server({ ok: true, value: lounge }, list(lounge), wrong, list(lounge));
  const flow = new DisplaysFlow('s1', call);
  const display = { ...emptyDisplay('zh-CN'), name: '休息区', kind: 'lounge' } as const;
  expect(await flow.pair('ABCD-2345', display)).toBe(true);
  const { inset, turned, leds } = plainLounge;
  expect(sent[0]).toBe(
    `POST /shops/s1/displays/pair ${JSON.stringify({ code: 'ABCD-2345', name: '休息区', kind: 'lounge', lounge: { inset, turned, leds } })}`,
  );
  expect([flow.done, flow.versions]).toEqual([{ what: 'paired', name: '休息区' }, versions]);
  expect(await flow.pair('ABCD-2345', display)).toBe(false);
  expect([flow.done, flow.isSilent, flow.problem('en')]).toEqual([
    null,
    false,
    expect.stringContaining('No screen shows this code'),
  ]);
});

test('[DSPL-5] given a screen that is on and one that is not, when they are asked for their names, then only of the first it is said that it shows it', async () => {
  const { call, sent } = server({ ok: true, value: null }, { ok: true, value: null });
  const flow = new DisplaysFlow('s1', call);
  await flow.ask({ ...lounge, online: true }, 'identify');
  expect([sent[0], flow.done?.what]).toEqual(['POST /shops/s1/displays/d2/identify', 'identified']);
  await flow.ask(east, 'reload');
  expect([sent[1], flow.done?.what]).toEqual(['POST /shops/s1/displays/d1/reload', 'silent']);
});
