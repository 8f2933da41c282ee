// figures/ — periods by the shop's days.
import { instantOf } from '@zhunshi/shared/time/shopTime.ts';
import { expect, test } from 'vitest';
import { periodOf } from './periods.ts';
import type { Preset } from './periods.ts';

const zone = 'Asia/Shanghai';
const of = (preset: Preset, text: string) => {
  const { from, to } = periodOf(preset, instantOf(text, zone) ?? 0, zone);
  return `${from} ${to}`;
};

test('given a Thursday, when a period is chosen, then it goes to that day: since then, Monday or the first [FIG-13]', () => {
  const thursday = '2026-11-26 09:00';
  expect(of('today', thursday)).toBe('2026-11-26 2026-11-26');
  expect(of('week', thursday)).toBe('2026-11-23 2026-11-26');
  expect(of('month', thursday)).toBe('2026-11-01 2026-11-26');
});

test('given a Sunday in the first minutes, when the week is chosen, then it began six days before, by the shop’s day [FIG-13]', () => {
  expect(of('week', '2026-11-29 00:05')).toBe('2026-11-23 2026-11-29');
  expect(of('week', '2026-11-23 23:55')).toBe('2026-11-23 2026-11-23');
});
