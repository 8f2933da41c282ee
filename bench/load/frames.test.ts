// bench/load/ — frames are weighed with their headers, and told apart by their event.
import { expect, test } from 'vitest';
import { eventOf, frameBytes } from './frames.ts';

test.each([
  ['2/staff,["events",{"epoch":"e"}]', 'events'],
  ['2["event",{"id":"1"}]', 'event'],
  ['2/wall,17["rows",{}]', 'rows'],
  ['0/staff,{"sid":"x"}', 'other'],
  ['3/staff,4[{"ok":true}]', 'other'],
])('given %s, when it is read, then it carries %s', (packet, event) => {
  expect(eventOf(packet)).toBe(event);
});

test('given payloads of three sizes, when they are weighed, then headers are 2, 4 and 10 bytes', () => {
  expect(frameBytes('x'.repeat(99))).toBe(102);
  expect(frameBytes('x'.repeat(199))).toBe(204);
  expect(frameBytes('x'.repeat(65_999))).toBe(66_010);
});

test('given Chinese, when it is weighed, then bytes count and not characters', () => {
  expect(frameBytes('派工')).toBe(1 + 6 + 2);
});
