// When a build is stale: the stamp of its sources.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { stampOf } from './ensureBuild.mjs';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhunshi-stamp-'));
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'main.ts'), 'one');
  writeFileSync(join(folder, 'lock.json'), '{}');
});

afterEach(() => rmSync(folder, { recursive: true }));

const stamp = (): string => stampOf([folder], [join(folder, 'lock.json')]);

describe('the stamp of the sources', () => {
  test('given results and tests that were written, then it stays', () => {
    const before = stamp();
    writeFileSync(join(folder, 'dist/main.js'), 'built');
    writeFileSync(join(folder, 'main.test.ts'), 'test');
    expect(stamp()).toBe(before);
  });

  test('given a source that was written, then it changes', () => {
    const before = stamp();
    writeFileSync(join(folder, 'main.ts'), 'other');
    expect(stamp()).not.toBe(before);
  });

  test('given a source that was added, then it changes', () => {
    const before = stamp();
    writeFileSync(join(folder, 'config.ts'), '');
    expect(stamp()).not.toBe(before);
  });
});
