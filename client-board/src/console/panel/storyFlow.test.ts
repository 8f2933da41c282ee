// panel/ — what is asked of the server while cars are looked at.
import type { JobStoryAnswer } from '@zhunshi/shared/wire/jobStory.ts';
import { expect, test } from 'vitest';
import type { ApiAnswer, callApi } from '../../api/callApi.ts';
import { StoryFlow } from './storyFlow.svelte.ts';

const silence: ApiAnswer<never> = { ok: false, status: 0, refusal: null };
const answered = (version: number, epoch = 'e1'): ApiAnswer<JobStoryAnswer> => ({
  ok: true,
  value: { epoch, version, entries: [{ version, at: version, by: null, commandId: `c${version}`, events: [] }] },
});

/** A server that answers when it is told to, in any order. */
function server() {
  const asked: { path: string; reply: (answer: ApiAnswer<unknown>) => void }[] = [];
  const call = (_method: string, path: string) =>
    new Promise((reply: (answer: ApiAnswer<unknown>) => void) => asked.push({ path, reply }));
  const flow = new StoryFlow('s1', call as typeof callApi);
  return { asked, flow, versions: () => flow.entries?.map(({ version }) => version) ?? null };
}

test('given a story that was read, when something happened, then only what came since is asked for, and joins it', async () => {
  const { asked, flow, versions } = server();
  const first = flow.show('WT/1');
  expect(versions()).toBeNull();
  asked[0]?.reply(answered(7));
  await first;
  const second = flow.show('WT/1');
  asked[1]?.reply(answered(9));
  await second;
  expect(asked.map(({ path }) => path)).toEqual([
    '/shops/s1/jobs/WT%2F1/story?from=1',
    '/shops/s1/jobs/WT%2F1/story?from=8',
  ]);
  expect(versions()).toEqual([7, 9]);
});

test('given a slow answer, when another car is looked at meanwhile, then it is let go', async () => {
  const { asked, flow, versions } = server();
  const both = [flow.show('A'), flow.show('B')];
  asked[1]?.reply(answered(5));
  asked[0]?.reply(answered(4));
  await Promise.all(both);
  expect(versions()).toEqual([5]);
});

test('given silence, when the story goes on, then what was read stays and it is said, until an answer comes', async () => {
  const { asked, flow, versions } = server();
  const first = flow.show('A');
  asked[0]?.reply(answered(4));
  await first;
  const second = flow.show('A');
  asked[1]?.reply(silence);
  await second;
  expect([versions(), flow.silent]).toEqual([[4], true]);
  const third = flow.show('A');
  asked[2]?.reply(answered(6));
  await third;
  expect([versions(), flow.silent]).toEqual([[4, 6], false]);
});

test('given another life of the log, when the story goes on, then it is read anew from its beginning', async () => {
  const { asked, flow, versions } = server();
  const first = flow.show('A');
  asked[0]?.reply(answered(7));
  await first;
  const second = flow.show('A');
  asked[1]?.reply(answered(9, 'e2'));
  await Promise.resolve();
  await Promise.resolve();
  expect(asked[2]?.path).toBe('/shops/s1/jobs/A/story?from=1');
  asked[2]?.reply(answered(6, 'e2'));
  await second;
  expect(versions()).toEqual([6]);
});
