// Tests of fitting texts: nothing is cut off at an edge.
import { describe, expect, it } from 'vitest';
import { fitText, textWidth } from './measure.ts';
import { committedFonts } from './testing/committedFonts.ts';

const fonts = committedFonts();

describe('fitting a text', () => {
  it('keeps the first size where there is room', () => {
    expect(fitText(fonts, '维修中', 72, [24, 16])).toEqual({ text: '维修中', size: 24, width: 72 });
  });

  it('takes the smaller size where the first is too wide', () => {
    expect(fitText(fonts, '请到前台确认', 110, [24, 16])).toEqual({ text: '请到前台确认', size: 16, width: 96 });
  });

  it('shortens, with dots at the end, what fits in no size', () => {
    const { text, width } = fitText(fonts, '一个名字特别特别长的汽车维修服务有限公司', 120, [24, 16]);
    expect(text).toBe('一个名字特别…');
    expect(width).toBeLessThanOrEqual(120);
    expect(width).toBe(textWidth(fonts[16], text));
  });
});
