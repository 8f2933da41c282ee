import type { LogEntry } from '@zhunshi/shared/domain/entry.ts';
import { FOLD } from '@zhunshi/shared/domain/foldVersion.ts';
import { expect, it } from 'vitest';
import { wireEntry } from './wireEntry.ts';

const entry: LogEntry = {
  ...{
    version: 7,
    epoch: 'e',
    at: 1,
    by: 'P01',
    commandId: 'c',
    fingerprint: 'f',
    fold: FOLD,
    previousHash: 'p',
    hash: 'h',
  },
  events: [{ type: 'BayOpened', bay: 'A01' }],
};

it('given an entry, then a screen gets what it folds, and of which fold it is only where that is an older one', () => {
  const { version, at, by, commandId, events } = entry;
  expect(wireEntry(entry)).toEqual({ version, at, by, commandId, events });
  expect(wireEntry({ ...entry, fold: 1 })).toEqual({ version, at, by, commandId, events, fold: 1 });
});
