// When npm has to install, and what a failed npm is told as.
import { describe, expect, test } from 'vitest';
import { explainNpmFailure, isEverythingInstalled } from './ensureDependencies.mjs';

const wanted = {
  '': { version: '0.1.0' },
  shared: { version: '0.1.0' },
  'node_modules/@zhunshi/shared': { link: true },
  'node_modules/zod': { version: '4.6.7' },
  'node_modules/@rolldown/binding-of-another-system': { version: '1.0.0', optional: true },
};

describe('whether the packages are those of the lock file', () => {
  test('given all that this system can have, then nothing is to be done', () => {
    const installed = { 'node_modules/@zhunshi/shared': { link: true }, 'node_modules/zod': { version: '4.6.7' } };
    expect(isEverythingInstalled(wanted, installed)).toBe(true);
  });

  test.each([
    [{ 'node_modules/@zhunshi/shared': { link: true } }],
    [{ 'node_modules/@zhunshi/shared': { link: true }, 'node_modules/zod': { version: '4.6.6' } }],
    [{ 'node_modules/zod': { version: '4.6.7' } }],
  ])('given %j, then npm has to install', (installed) => {
    expect(isEverythingInstalled(wanted, installed)).toBe(false);
  });
});

test.each([
  ['npm error code EAI_AGAIN', 'internet'],
  ['npm error code ENOSPC', 'disk is full'],
  ['npm error code EACCES', 'right to write'],
  ['npm error something else', 'last lines'],
])('given an npm that ended with "%s", then the sentence speaks of %s', (output, named) => {
  expect(explainNpmFailure(output)).toContain(named);
});
