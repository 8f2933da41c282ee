// How a screen without a token shows codes, whatever the server, the network and the power do.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Paired } from './displayAccess.ts';
import { keepPairing } from './pairingLine.ts';
import type { PairingShown, PairingTools } from './pairingLine.ts';

type Answer = { status: number; body?: unknown } | 'silence' | 'cut';

const begun = (code: string, secret = `secret of ${code}`): Answer => ({
  status: 200,
  body: { code, secret: secret.replaceAll(' ', '-'), expiresInMs: 600_000 },
});
const waits = (expiresInMs: number): Answer => ({ status: 200, body: { paired: false, expiresInMs } });
const paired: Paired = { paired: true, kind: 'lounge', shop: 's1', token: 'AAAAA-BBBBB-CCCCC-DDDDD' };

let now: number;
let later: { at: number; act: () => void }[];
let kept: Map<string, string>;
let asked: string[];
let answers: Answer[];
/** What is answered once `answers` are used up. */
let otherwise: Answer | (() => Answer);
let shown: PairingShown | null;
let got: Paired | null;
let stop: () => void;

beforeEach(() => {
  now = 0;
  [later, kept, asked] = [[], new Map<string, string>(), []];
  [answers, otherwise] = [[], waits(600_000)];
  [shown, got] = [null, null];
});

const tools: PairingTools = {
  now: () => now,
  after(ms, act) {
    const one = { at: now + ms, act };
    later.push(one);
    return () => void (later = later.filter((other) => other !== one));
  },
  chance: () => 0.5,
  store: { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) },
  fetch(_path, { method, headers }) {
    asked.push([method, headers['authorization']].filter((part) => part !== undefined).join(' '));
    const answer = answers.shift() ?? (typeof otherwise === 'function' ? otherwise() : otherwise);
    if (answer === 'cut') return Promise.reject(new Error('no network'));
    if (answer === 'silence') return new Promise(() => undefined);
    const { status, body } = answer;
    return Promise.resolve({ ok: status < 300, status, json: () => Promise.resolve(body) });
  },
};

function turnOn(): void {
  stop = keepPairing({ show: (next) => (shown = next), paired: (next) => (got = next) }, tools);
}

/** Lets answers come, which need no time. */
async function settle(): Promise<void> {
  for (let turns = 0; turns < 20; turns += 1) await Promise.resolve();
}

async function pass(ms: number): Promise<void> {
  const until = now + ms;
  await settle();
  for (;;) {
    const [due] = later.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
    if (!due) break;
    later = later.filter((other) => other !== due);
    now = Math.max(now, due.at);
    due.act();
    await settle();
  }
  now = until;
}

describe('a screen without a token [PAIR-1]', () => {
  test('given a server, then it shows a code and asks each three seconds, until somebody has typed it', async () => {
    answers = [begun('ABCD2345')];
    turnOn();
    await pass(0);
    expect(shown).toEqual({ code: 'ABCD2345', silent: false });
    await pass(9_000);
    expect(asked).toEqual(['POST', ...Array.from({ length: 3 }, () => 'GET Pairing secret-of-ABCD2345')]);
    answers = [{ status: 200, body: paired }];
    await pass(3_000);
    expect(got).toEqual(paired);
    await pass(60_000);
    expect(asked).toHaveLength(5);
    expect(kept.get('zhunshi.pairing')).toBe('');
  });

  test('given a power cut, when it comes back, then it shows the same code, once the server has said that it is good', async () => {
    answers = [begun('ABCD2345')];
    turnOn();
    await pass(1_000);
    stop();
    otherwise = waits(200_000);
    turnOn();
    expect(shown?.code).toBeNull();
    await pass(0);
    expect(shown?.code).toBe('ABCD2345');
    expect(asked.at(-1)).toBe('GET Pairing secret-of-ABCD2345');
  });

  test('given a code of ten minutes, when they are over, then it takes a new one and gives the old one back', async () => {
    answers = [begun('ABCD2345')];
    turnOn();
    otherwise = () => (now < 600_000 ? waits(600_000 - now) : begun('WXYZ6789'));
    await pass(599_900);
    expect(shown?.code).toBe('ABCD2345');
    await pass(100);
    expect(asked.filter((one) => one.startsWith('POST'))).toEqual(['POST', 'POST Pairing secret-of-ABCD2345']);
    expect(shown?.code).toBe('WXYZ6789');
  });

  test('given a code that the server does not know any more, then it takes a new one at once', async () => {
    answers = [begun('ABCD2345'), { status: 404 }, begun('WXYZ6789')];
    turnOn();
    await pass(3_000);
    expect(shown).toEqual({ code: 'WXYZ6789', silent: false });
  });
});

describe('a network that fails [PAIR-1]', () => {
  test('when it is cut, then the screen says so, asks ever more seldom, and has its code again by itself', async () => {
    answers = [begun('ABCD2345')];
    turnOn();
    await pass(0);
    otherwise = 'cut';
    await pass(120_000);
    expect(shown).toEqual({ code: 'ABCD2345', silent: true });
    const before = asked.length;
    await pass(60_000);
    expect(asked.length - before).toBe(2);
    otherwise = waits(300_000);
    await pass(30_000);
    expect(shown).toEqual({ code: 'ABCD2345', silent: false });
  });

  test('when it is cut for longer than the code is good, then the code is not left standing', async () => {
    answers = [begun('ABCD2345')];
    turnOn();
    await pass(0);
    otherwise = 'cut';
    await pass(600_100);
    expect(shown).toEqual({ code: null, silent: true });
    otherwise = begun('WXYZ6789');
    await pass(45_000);
    expect(shown).toEqual({ code: 'WXYZ6789', silent: false });
  });

  test('when answers do not come at all, then it does not wait for them for ever', async () => {
    answers = ['silence', begun('ABCD2345')];
    turnOn();
    await pass(13_000);
    expect(shown?.code).toBe('ABCD2345');
  });

  test.each([429, 503, 500])('given an answer %i, then it waits and asks again', async (status) => {
    answers = [{ status }, begun('ABCD2345')];
    turnOn();
    await pass(0);
    expect(shown?.code).toBeNull();
    await pass(2_000);
    expect(shown?.code).toBe('ABCD2345');
  });

  test('given a screen that was let in meanwhile, when an answer comes late, then nothing is shown or asked any more', async () => {
    answers = [begun('ABCD2345')];
    turnOn();
    stop();
    await pass(60_000);
    expect(asked.length).toBeLessThanOrEqual(1);
    expect([shown?.code, got]).toEqual([null, null]);
  });
});
