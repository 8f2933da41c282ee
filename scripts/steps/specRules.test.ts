// Which rules titles cite, and what the check says of them.
import { describe, expect, test } from 'vitest';
import { compareRules, rulesCitedIn, rulesOf } from './specRules.mjs';

describe('the rules of the specification', () => {
  test('are the first cells of its tables', () => {
    expect(rulesOf('| id | rule |\n| --- | --- |\n| DSP-1  | Nothing, see DSP-2. |\n| WIRE-3 | A board. |')).toEqual([
      'DSP-1',
      'WIRE-3',
    ]);
  });

  test('are cited by titles of tests and groups, in all their forms', () => {
    const file = [
      "describe('group [AAA-1]', () => {",
      "  test('one [AAA-2] [AAA-3]', () => {});",
      "  it.each([1])('two %d [AAA-4]', () => {});",
      "  test.prop([1])('three [AAA-5]', () => {});",
      '  test.skipIf(true)(`four ${name} [AAA-6]`, () => {});',
      '});',
    ].join('\n');
    expect(rulesCitedIn(file)).toEqual(['AAA-1', 'AAA-2', 'AAA-3', 'AAA-4', 'AAA-5', 'AAA-6']);
  });

  test('are not cited by comments and other texts', () => {
    expect(rulesCitedIn("// [AAA-1]\nconst text = '[AAA-2]';\nexpect('[AAA-3]');")).toEqual([]);
  });

  test('that no title cites, that are not there, or are there twice, are told', () => {
    const files = [{ path: 'a.test.ts', cited: ['AAA-1', 'BBB-9', 'BBB-9'] }];
    expect(compareRules(['AAA-1', 'AAA-2', 'AAA-1'], files)).toEqual([
      'AAA-2 of docs/SPEC.md is cited by no test',
      'a.test.ts cites BBB-9, which is not in docs/SPEC.md',
      'AAA-1 is twice in docs/SPEC.md',
    ]);
    expect(compareRules(['AAA-1'], [{ path: 'a.test.ts', cited: ['AAA-1'] }])).toEqual([]);
  });
});
