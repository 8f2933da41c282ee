import { describe, expect, it } from 'vitest';
import { commandSchema } from './commands.ts';
import type { CommandType } from './commands.ts';
import { maySend, sendersOf } from './permissions.ts';
import { roles } from './words.ts';

const types = commandSchema.options.map(({ shape }) => shape.type.value);

describe('who may send what [CMD-6]', () => {
  it('given a technician, when they work, then start, hold, resume and finish are theirs and nothing else', () => {
    const allowed = types.filter((type) => maySend(['technician'], type));
    expect(allowed).toEqual(['StartOperation', 'HoldOperation', 'ResumeOperation', 'FinishOperation']);
  });

  it.each(['manager', 'dispatcher', 'advisor', 'inspector'] as const)(
    'given %s, when something happens on the floor, then they may send it',
    (role) => {
      const edges: CommandType[] = ['SetUpShop', 'ImportOrders'];
      expect(types.filter((type) => !edges.includes(type) && !maySend([role], type))).toEqual([]);
    },
  );

  it('given an inspector, when a day is imported, then it is not theirs to do', () => {
    expect(maySend(['inspector'], 'ImportOrders')).toBe(false);
    expect(sendersOf('ImportOrders')).toEqual(['manager', 'dispatcher', 'advisor']);
  });

  it('given somebody with two roles, when one of them may, then they may', () => {
    expect(maySend(['inspector', 'dispatcher'], 'ImportOrders')).toBe(true);
  });

  it('given everybody together, when the shop is to be set up again, then nobody may', () => {
    expect(maySend(roles, 'SetUpShop')).toBe(false);
  });
});
