// bench/ — the page of results says what was reached and what was missed, with absolutes beside ratios.
import { expect, test } from 'vitest';
import { pairedOf, spreadOf } from './figures.ts';
import { quickEffort } from './measurements.ts';
import { renderResults, type Results } from './renderResults.ts';

const alike = spreadOf([1]);

function results(p99: { shop: number; floor: number }, staffPerMove: number): Results {
  const paired = pairedOf([p99]);
  const bytes = {
    cars: 60,
    snapshot: { staff: 120_000 },
    staffPerMove,
    staffPerWork: 290,
    wallPerCommand: 900,
    loungePerCommand: 100,
    wallPerMinute: null,
    loungePerMinute: null,
    clockPerMinute: null,
  };
  return {
    machine: { cores: 2, node: '20.20.2', redis: '7.0.15' },
    effort: quickEffort,
    delivery: { p50: paired, p99: paired },
    alone: pairedOf([{ shop: 600, floor: 1000 }]),
    watched: pairedOf([{ shop: 400, floor: 1000 }]),
    contention: { perSecond: alike, secondShare: alike, slowestGiver: alike, conflicts: alike, longestMs: 40 },
    bytes: [bytes, { ...bytes, cars: 600 }],
  };
}

test('given figures within the limits, when the page is written, then it says so beside absolutes and ratios', () => {
  const page = renderResults(results({ shop: 6, floor: 5 }, 260));
  expect(page).toContain('| p99 | **6.0** (6.0–6.0) | **5.0** (5.0–5.0) | **1.20** (1.20–1.20) |');
  expect(page).toContain('≤ 50 ms: ✔ reached');
  expect(page).toContain('| 60 | 260 | 290 | 900 | 100 | — | — | — | 120,000 |');
});

test('given figures beyond the limits, when the page is written, then it says that they were missed', () => {
  const page = renderResults(results({ shop: 60, floor: 59 }, 401));
  expect(page).toContain('≤ 50 ms: ✕ missed');
  expect(page).toContain('200 screens looking on'.replace('200', String(quickEffort.screens)));
  expect(page).toContain('per command (✕ missed)');
  expect(page.match(/≥ 0.5 × floor: ✕ missed/g)).toHaveLength(1);
});
