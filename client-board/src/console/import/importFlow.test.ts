// console/import/ — an import from the file to its story, with a server that answers, finds faults and falls silent.
import { importWords } from '@zhunshi/shared/i18n/importWords.ts';
import type { ImportAnswer, ImportKind, ImportPreview } from '@zhunshi/shared/wire/importPreview.ts';
import { expect, test } from 'vitest';
import type { ApiAnswer, ApiBody, callApi } from '../../api/callApi.ts';
import { importStory, whyNothing } from './applicable.ts';
import { ImportFlow } from './importFlow.svelte.ts';

const silence: ApiAnswer<never> = { ok: false, status: 0, refusal: null };
const none: Record<ImportKind, number> = { new: 0, joins: 0, same: 0, changed: 0, locked: 0 };

function preview(counts: Partial<Record<ImportKind, number>>, faults: ImportPreview['faults'] = []): ImportPreview {
  return { encoding: 'gb18030', rows: [], counts: { ...none, ...counts }, faults };
}
function applied(counts: Partial<Record<ImportKind, number>>, changesApplied = false): ImportAnswer {
  return { version: 2, encoding: 'gb18030', counts: { ...none, ...counts }, changesApplied };
}
function server(...answers: (ApiAnswer<unknown> | ImportPreview | ImportAnswer)[]) {
  const sent: string[] = [];
  const call = (_method: string, path: string, _body: ApiBody = {}) => {
    sent.push(path);
    const next = answers.shift()!;
    return Promise.resolve('ok' in next ? next : { ok: true, value: next });
  };
  return { call: call as typeof callApi, sent };
}
async function previewed(...answers: Parameters<typeof server>) {
  const { call, sent } = server(...answers);
  const flow = new ImportFlow('s1', call);
  await flow.take(new Blob(['委托书号']), 'day.csv');
  return { flow, sent };
}

test('given a file of new orders, when it is applied, then it goes as one command and tells what was booked', async () => {
  const { flow, sent } = await previewed(preview({ new: 45, joins: 4 }), applied({ new: 45, joins: 4 }));
  expect(flow.step).toBe('preview');
  expect(flow.toApply).toBe(49);
  await flow.apply();
  expect(flow.step).toBe('done');
  expect(sent[0]).toBe('/shops/s1/import?mode=preview');
  expect(sent[1]).toMatch(/^\/shops\/s1\/import\?mode=apply&id=[0-9a-f-]{36}&applyChanges=0$/);
});

test('[IMP-1] given one fault, when apply is asked for, then nothing is sent', async () => {
  const fault = { line: 3, column: 'plate', problem: 'badPlate', value: '??' } as const;
  const { flow, sent } = await previewed(preview({ new: 48 }, [fault]));
  await flow.apply();
  expect(flow.toApply).toBe(0);
  expect(sent).toHaveLength(1);
});

test('given a lost answer, when it is applied again, then the id is the same', async () => {
  const { flow, sent } = await previewed(preview({ new: 1 }), silence, applied({ new: 1 }));
  await flow.apply();
  expect(flow.problem('en')).toBe(importWords.en.noAnswer);
  await flow.apply();
  expect(sent[2]).toBe(sent[1]);
  expect(flow.step).toBe('done');
});

test('[IMP-3] given changed rows, when they are wanted too after a lost answer, then it is another command', async () => {
  const { flow, sent } = await previewed(
    preview({ new: 1, changed: 2 }),
    silence,
    applied({ same: 1, changed: 2 }, true),
  );
  await flow.apply();
  flow.withChanges = true;
  expect(flow.toApply).toBe(3);
  await flow.apply();
  expect(sent[2]).toContain('applyChanges=1');
  expect(sent[2]?.slice(0, 70)).not.toBe(sent[1]?.slice(0, 70));
});

test('given silence at the preview, when it is asked again, then the same file is looked at', async () => {
  const { flow } = await previewed(silence, preview({ new: 1 }));
  expect(flow.mayLookAgain).toBe(true);
  await flow.look();
  expect(flow.step).toBe('preview');
  expect(flow.problem('zh-CN')).toBeNull();
});

test('given a refused apply, when it comes back, then its sentence is shown and the preview stays', async () => {
  const refused: ApiAnswer<never> = { ok: false, status: 503, refusal: { code: 'readOnly' } };
  const { flow } = await previewed(preview({ new: 1 }), refused);
  await flow.apply();
  expect(flow.step).toBe('preview');
  expect(flow.problem('en')).toBeTruthy();
});

test('given a huge file, when it is taken, then it is not even sent', async () => {
  const { call, sent } = server();
  const flow = new ImportFlow('s1', call);
  await flow.take(new Blob([new Uint8Array(5 * 1024 * 1024 + 1)]), 'huge.csv');
  expect(flow.problem('en')).toBe(importWords.en.tooBig);
  expect(sent).toEqual([]);
});

test('[IMP-2] given the same file again, when it is previewed, then there is nothing to import, and why', () => {
  const words = importWords.en;
  expect(whyNothing(preview({ same: 49 }), false, words)).toBe(words.nothing);
  expect(whyNothing(preview({ same: 48, locked: 1 }), false, words)).toBe(words.nothingLocked);
  expect(whyNothing(preview({ same: 48, changed: 1 }), false, words)).toBe(words.onlyChanged);
  expect(whyNothing(preview({ same: 48, changed: 1 }), true, words)).toBeNull();
});

test('given changed rows that were not wanted, when the story is told, then it says that they stayed', () => {
  expect(importStory(applied({ new: 3, joins: 1, changed: 2, locked: 1, same: 40 }), importWords.en)).toEqual([
    '4 orders were booked',
    '1 of them joined another order of the same car',
    '2 orders differ and were left as they are',
    '1 order was left: its car is here',
    '40 orders were unchanged',
  ]);
});
