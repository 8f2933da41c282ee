// What a failed apt is told as.
import { expect, test } from 'vitest';
import { explainAptFailure } from './installWithApt.mjs';

test.each([
  ["E: Failed to fetch … Temporary failure resolving 'deb.debian.org'", 'internet'],
  ['E: Unable to locate package redis-server', 'does not know'],
  ['E: Could not get lock /var/lib/dpkg/lock-frontend', 'wait'],
  ['E: something else', 'last lines'],
])('given an apt that ended with "%s", then the sentence says %s', (output, named) => {
  expect(explainAptFailure(output, ['redis-server'])).toContain(named);
});
