// Tests of what is painted again.
import { expect, it } from 'vitest';
import { changedBands } from './bandPainter.ts';
import type { Band } from './drawList.ts';

function band(id: string, text: string): Band {
  return { id, top: 0, height: 24, items: [{ kind: 'text', x: 0, y: 0, text, size: 24, scale: 1, color: 'white' }] };
}

it('paints only the bands that have changed since the last time', () => {
  // given two bands that were painted
  const first = [band('row0', '维修中'), band('row1', '质检')];
  const painted = new Map(first.map((painting) => [painting.id, JSON.stringify(painting)]));
  // when one of them changes
  const next = [band('row0', '维修中'), band('row1', '洗车')];
  // then it alone is painted
  expect(changedBands(painted, next).map(({ id }) => id)).toEqual(['row1']);
  expect(changedBands(new Map(), next)).toHaveLength(2);
});
