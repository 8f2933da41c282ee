import { describe, expect, it } from 'vitest';
import { choicesLike, withoutWork, withWork } from './wantedWork.ts';

const line = (name: string) => ({ name, minutes: '' });
const choices = ['Engine oil', 'Oil filter', 'Brakes'].map((name) => ({ name, minutes: 30 }));

describe('lines of wanted work', () => {
  it('given an empty line, when usual work is pressed, then it stands there; pressed again it is gone, and a line is left', () => {
    expect(withWork([line('')], 'Oil filter')).toEqual([line('Oil filter')]);
    expect(withWork([line('Brakes')], 'Oil filter')).toEqual([line('Brakes'), line('Oil filter')]);
    expect(withoutWork([line('Brakes')], 'Brakes')).toEqual([line('')]);
  });

  it('given a few letters, when they are typed, then work that begins with them comes before work that has them within', () => {
    expect(choicesLike(choices, 'oil').map(({ name }) => name)).toEqual(['Oil filter', 'Engine oil']);
    expect(choicesLike(choices, '')).toHaveLength(3);
    expect(choicesLike(choices, 'wash')).toEqual([]);
  });
});
