import { describe, expect, it } from 'vitest';
import { missText, rateText, targetText } from './rateText.ts';

describe('the on-time rate in figures', () => {
  it('[OTR-1] given a rate a hair below the target, when it is written, then it does not read as the target', () => {
    expect([rateText(0.9598), missText(0.9598, 0.96)]).toEqual(['95.9', '0.1']);
  });

  it('[OTR-1] given a rate of tenths of a percent, when it is written, then no tenth is lost', () => {
    const tenths = Array.from({ length: 1001 }, (_, count) => count);
    expect(tenths.filter((count) => rateText(count / 1000) !== (count / 10).toFixed(1))).toEqual([]);
  });

  it('[OTR-1] given a target that was reached, when the miss is asked for, then there is none', () => {
    expect([missText(0.96, 0.96), missText(0.98, 0.96), targetText(0.96), targetText(0.965)]).toEqual([
      null,
      null,
      '96',
      '96.5',
    ]);
  });
});
