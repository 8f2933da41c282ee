// What a customer said is kept until it is answered, over reloads, and by its own page alone.
import type { CustomerAnswer } from '@zhunshi/shared/wire/customerAnswer.ts';
import { expect, it } from 'vitest';
import { keptAnswer, markOf } from './keptAnswer.ts';
import type { AnswerStore } from './keptAnswer.ts';

const TOKEN = 'w8Jx0_3-dQy5uAfKk1ZbTg';
const answer: CustomerAnswer = { id: '1', type: 'DeclineWork', proposal: 'x1', quotedAt: 5 };

function storeOf(): AnswerStore & { all: () => string } {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    all: () => JSON.stringify([...kept]),
  };
}

it('given something said, when the page is loaded again, then it is there with its id, until it is answered [TRK-5]', () => {
  const store = storeOf();
  keptAnswer(store, markOf(TOKEN)).keep(answer);
  const reloaded = keptAnswer(store, markOf(TOKEN));
  expect(reloaded.read()).toEqual(answer);
  reloaded.keep(null);
  expect(keptAnswer(store, markOf(TOKEN)).read()).toBeNull();
});

it('given something said on one page, when another link is opened in the same browser, then it is not said there [TRK-5]', () => {
  const store = storeOf();
  keptAnswer(store, markOf(TOKEN)).keep(answer);
  expect(keptAnswer(store, markOf('another-link')).read()).toBeNull();
  expect(store.all()).not.toContain(TOKEN);
});

it('given a browser that keeps nothing, then it is remembered as long as the page is open', () => {
  const broken: AnswerStore = {
    getItem: () => null,
    setItem: () => {
      throw new Error('full');
    },
    removeItem: () => undefined,
  };
  for (const store of [broken, null]) {
    const kept = keptAnswer(store, markOf(TOKEN));
    kept.keep(answer);
    expect(kept.read()).toEqual(answer);
    kept.keep(null);
    expect(kept.read()).toBeNull();
  }
});
