// Where programs are looked for.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findProgram } from './findProgram.mjs';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhunshi-path-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function place(name: string, mode: number): string {
  const path = join(folder, name);
  writeFileSync(path, '');
  chmodSync(path, mode);
  return path;
}

test('given two that would do, then the preferred one is taken', () => {
  place('zhunshi-second', 0o755);
  const preferred = place('zhunshi-first', 0o755);
  expect(findProgram(['zhunshi-first', 'zhunshi-second'], folder)).toBe(preferred);
});

test('given a file that may not be run, then it is not found', () => {
  place('zhunshi-first', 0o644);
  expect(findProgram(['zhunshi-first'], folder)).toBeUndefined();
});
