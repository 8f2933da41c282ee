import { describe, expect, it } from 'vitest';
import type { callApi } from '../../api/callApi.ts';
import { Answers } from '../forms/answers.ts';
import { PeopleFlow } from './peopleFlow.svelte.ts';

const pin = { staff: 'kim', name: 'Kim', roles: ['washer' as const], pin: '493857' };

/** A server that gives this answer, and remembers what it was asked. */
function serverOf(answer: unknown) {
  const asked: { method: string; path: string; json: unknown }[] = [];
  const call = ((method: string, path: string, body?: { json?: unknown }) => {
    asked.push({ method, path, json: body?.json });
    return Promise.resolve(answer);
  }) as typeof callApi;
  return { asked, flow: new PeopleFlow('main', call) };
}

const typed = {
  code: 'kim',
  name: ' Kim ',
  roles: ['washer'],
  workTypes: ['wash'],
  otherWorkTypes: 'polish，wash',
  team: '',
};

describe('people of the shop', () => {
  it('given somebody new, when they are saved, then their PIN stays on the screen until it is noted [ACC-7]', async () => {
    const { asked, flow } = serverOf({ ok: true, value: { version: 9, people: [pin] } });
    expect(await flow.save('', new Answers(typed, 'UTC'))).toBeNull();
    expect(asked[0]).toMatchObject({
      method: 'POST',
      path: '/shops/main/people',
      json: { staff: 'kim', name: 'Kim', roles: ['washer'], workTypes: ['wash', 'polish'], team: null },
    });
    expect(flow.pins).toEqual([pin]);
    flow.putAway();
    expect(flow.pins).toEqual([]);
  });

  it('given somebody who is still at work, when they are taken away, then the refusal comes back', async () => {
    const refusal = { code: 'stillNeeded', value: 'tan', job: 'WT1' };
    const { flow } = serverOf({ ok: false, status: 422, refusal });
    expect(await flow.remove('tan')).toEqual(refusal);
  });

  it('given a server that does not answer, when a new PIN is asked for, then that is said, and none is shown [ACC-9]', async () => {
    const { asked, flow } = serverOf({ ok: false, status: 0, refusal: null });
    expect(await flow.newPin('tan')).toEqual({ code: 'unknownOutcome' });
    expect(asked[0]?.path).toBe('/shops/main/people/tan/pin');
    expect(flow.pins).toEqual([]);
  });
});
