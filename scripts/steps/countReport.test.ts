// How many tests passed and failed, from reports as vitest writes them.
import { describe, expect, test } from 'vitest';
import { countReport, summarize } from './countReport.mjs';

interface File {
  status: string;
  name: string;
  assertionResults: { status: string; fullName?: string }[];
}

function reportOf(passed: number, failed: number, files: File[] = []): string {
  const numbers = { numPassedTests: passed, numFailedTests: failed, numPendingTests: 1, numTodoTests: 0 };
  return JSON.stringify({ ...numbers, testResults: files });
}

describe('the count of a report', () => {
  test('given passed and failed tests, then both are counted and what failed is named', () => {
    const file = {
      status: 'failed',
      name: 'a',
      assertionResults: [{ status: 'failed', fullName: 'a car is lost' }, { status: 'passed' }],
    };
    const count = { passed: 7, failed: 2, skipped: 1, failures: ['a car is lost'] };
    expect(countReport(reportOf(7, 2, [file]), 1)).toEqual(count);
  });

  test('given a file that could not be loaded, then it is a failure of its own', () => {
    const file = { status: 'failed', name: 'a', assertionResults: [] };
    expect(countReport(reportOf(7, 0, [file]), 1)).toMatchObject({ passed: 7, failed: 1 });
  });

  test('given a suite without tests, then it has failed', () => {
    expect(countReport(reportOf(0, 0), 0)).toMatchObject({ failed: 1, remark: 'no test ran' });
  });

  test('given only passed tests and a runner that broke, then it has failed', () => {
    expect(countReport(reportOf(7, 0), 1)).toMatchObject({ passed: 7, failed: 1 });
  });

  test.each([undefined, '', '{"numPassed'])('given the report %j, then it has failed', (json) => {
    expect(countReport(json, 0)).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe('the summary', () => {
  test('given two parts, then the sum stands alone on the last line', () => {
    const summary = summarize([
      ['check', { passed: 9, failed: 1, skipped: 0, failures: ['a rule'] }],
      ['unit', { passed: 70, failed: 0, skipped: 2 }],
    ]);
    expect(summary.split('\n')).toEqual([
      '✗ check  9 passed, 1 failed',
      '    ✗ a rule',
      '✓ unit   70 passed, 0 failed, 2 skipped',
      '',
      '79 passed, 1 failed',
    ]);
  });
});
