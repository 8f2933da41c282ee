import { describe, expect, it } from 'vitest';
import { navRoom } from './navRoom.ts';

const views = ['调度', '看板', '接待', '质检', '人员'].map((text) => ({ key: text, text }));

describe('views in the bar', () => {
  it('given room for all, when they are laid out, then none is in the menu', () => {
    expect(navRoom(views, 400, '更多').hidden).toEqual([]);
  });

  it('given little room, when they are laid out, then the later ones are in the menu, and the first one always stays', () => {
    const { shown, hidden } = navRoom(views, 180, '更多');
    expect(shown.length).toBeGreaterThan(0);
    expect([...shown, ...hidden]).toEqual(views);
    expect(navRoom(views, 0, '更多').shown).toHaveLength(1);
  });
});
