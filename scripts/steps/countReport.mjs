// Counts tests from the report that the test runner wrote, not from what it printed.

/**
 * @typedef {object} Count
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string} [remark] why something failed that is no test
 * @property {string[]} [failures] names of the tests that failed
 */

/**
 * @typedef {object} Report the part of vitest's JSON report that is read here
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {{ status: string, name: string, assertionResults: { status: string, fullName?: string }[] }[]} testResults one per file
 */

/**
 * @param {string | undefined} json what the runner wrote; undefined when it wrote nothing
 * @param {number} exitCode of the runner
 * @returns {Count} a file that could not be loaded, a runner that broke and a suite without tests count as one failure
 */
export function countReport(json, exitCode) {
  const report = json === undefined ? undefined : parseReport(json);
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0, remark: 'the runner wrote no report' };

  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  );
  const passed = report.numPassedTests;
  const failed = report.numFailedTests + brokenFiles.length;
  const skipped = report.numPendingTests + report.numTodoTests;
  const failures = report.testResults.flatMap(({ assertionResults }) =>
    assertionResults.flatMap(({ status, fullName }) => (status === 'failed' ? [fullName ?? '?'] : [])),
  );
  const named = failures.length === 0 ? {} : { failures };
  if (brokenFiles.length > 0) {
    return { passed, failed, skipped, ...named, remark: `${brokenFiles.length} file(s) broke outside their tests` };
  }
  if (passed + failed === 0) return { passed, failed: 1, skipped, remark: 'no test ran' };
  if (failed === 0 && exitCode !== 0) {
    return { passed, failed: 1, skipped, remark: `the runner ended with code ${exitCode}` };
  }
  return { passed, failed, skipped, ...named };
}

/**
 * @param {string} json
 * @returns {Report | undefined}
 */
function parseReport(json) {
  try {
    return /** @type {Report} */ (JSON.parse(json));
  } catch {
    return undefined;
  }
}

/**
 * @param {[string, Count][]} rows name and count, one row each
 * @returns {string} a small table, what failed by name, and the sum alone on the last line
 */
export function summarize(rows) {
  const width = Math.max(0, ...rows.map(([name]) => name.length));
  const table = rows.flatMap(([name, { passed, failed, skipped, remark, failures = [] }]) => {
    const skips = skipped === 0 ? '' : `, ${skipped} skipped`;
    const why = remark === undefined ? '' : ` (${remark})`;
    const line = `${failed === 0 ? '✓' : '✗'} ${name.padEnd(width)}  ${passed} passed, ${failed} failed${skips}${why}`;
    return [line, ...failures.map((failure) => `    ✗ ${failure}`)];
  });
  const sum = (/** @type {'passed' | 'failed'} */ key) => rows.reduce((total, [, count]) => total + count[key], 0);
  return [...table, '', `${sum('passed')} passed, ${sum('failed')} failed`].join('\n');
}
