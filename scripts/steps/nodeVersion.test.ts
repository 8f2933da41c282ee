// Which Node is new enough.
import { expect, test } from 'vitest';
import { isNodeSupported } from './nodeVersion.mjs';

test.each(['20.19.0', '20.20.2', '22.12.0', '23.0.0', '24.1.0'])('Node %s is taken', (version) => {
  expect(isNodeSupported(version)).toBe(true);
});

test.each(['8.17.0', '18.20.8', '20.18.3', '21.7.3', '22.11.0'])('Node %s is refused', (version) => {
  expect(isNodeSupported(version)).toBe(false);
});
