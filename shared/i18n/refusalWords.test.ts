// Sentences of refusals: what a person typed wrongly is named in their words, not in those of the wire.
import { describe, expect, test } from 'vitest';
import { refusal } from '../domain/refusals.ts';
import { refusalSentence } from './refusalWords.ts';

describe('given a request that is wrong somewhere', () => {
  test('when a person typed it there, then the sentence says what to type', () => {
    const typed = refusal('malformed', { where: 'personal.vehicle.plate' });
    expect(refusalSentence(typed, 'zh-CN')).toBe('不是有效的车牌号，例如 粤B12345 或 粤BD12345。');
    expect(refusalSentence(typed, 'en')).toContain('Not a valid plate');
    const nothing = refusal('malformed', { where: 'operations' });
    expect(refusalSentence(nothing, 'zh-CN')).toBe('请至少填写一个维修项目。');
  });

  test('when nobody typed it, then the sentence names the place and asks for a fresh page', () => {
    const broken = refusal('malformed', { where: 'type' });
    expect(refusalSentence(broken, 'zh-CN')).toContain('（type）');
    expect(refusalSentence(broken, 'en')).toContain('Reload the page');
  });
});
