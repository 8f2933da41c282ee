import type { SetUpPreview } from '@zhunshi/shared/wire/setUpFile.ts';
import { describe, expect, it } from 'vitest';
import type { callApi } from '../../api/callApi.ts';
import { SetUpFileFlow } from './setUpFileFlow.svelte.ts';

const nothing: SetUpPreview = {
  source: 'shopFile',
  encoding: 'utf-8',
  differences: [],
  counts: { added: 0, changed: 0, removed: 0, missing: 0 },
  faults: [],
  refusal: null,
};
const aBay: SetUpPreview = {
  ...nothing,
  differences: [{ what: 'bay', code: 'A09', kind: 'added', fields: [] }],
};

/** A flow whose server shows this preview; its paths are remembered. */
function flowOf(preview: SetUpPreview) {
  const paths: string[] = [];
  const call = ((_method: string, path: string) => {
    paths.push(path);
    const value = path.includes('mode=preview') ? preview : { version: 3, people: [] };
    return Promise.resolve({ ok: true, value });
  }) as typeof callApi;
  return { paths, flow: new SetUpFileFlow('main', call) };
}

describe('a file with the set-up', () => {
  it('given a file that adds a bay, when it is taken, then it is shown first and applied with an id', async () => {
    const { paths, flow } = flowOf(aBay);
    await flow.take(new Blob(['{}']));
    expect([flow.applicable, flow.applied]).toEqual([true, false]);
    await flow.apply();
    expect(paths[1]).toMatch(/mode=apply&removeMissing=0&id=[0-9a-f-]{36}$/);
    expect([flow.preview, flow.applied]).toEqual([null, true]);
  });

  it('given a file that leaves things out, when their removal is not asked for, then there is nothing to apply', async () => {
    const { flow } = flowOf({ ...nothing, differences: [{ what: 'bay', code: 'A01', kind: 'missing', fields: [] }] });
    await flow.take(new Blob(['{}']));
    expect(flow.applicable).toBe(false);
  });

  it('given a file with a mistake, when it is taken, then nothing can be applied', async () => {
    const faults = [{ line: null, where: 'bays[3]', problem: 'badValue' as const }];
    const { flow } = flowOf({ ...aBay, faults });
    await flow.take(new Blob(['{}']));
    expect(flow.applicable).toBe(false);
  });
});
