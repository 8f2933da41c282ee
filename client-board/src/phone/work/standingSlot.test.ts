import { describe, expect, it } from 'vitest';
import { StandingSlot } from './standingSlot.ts';

const opened = (): StandingSlot => {
  const slot = new StandingSlot();
  slot.shows(null, -50);
  slot.shows('start o1', 0);
  return slot;
};

describe('the one large slot of the phone', () => {
  it('[PHN-8] given a page just opened, when it is tapped at once, then it answers', () => {
    expect(opened().answers(10)).toBe(true);
  });

  it('[PHN-8] given a tap made it mean to finish, when the same hand taps again at once, then nothing is finished', () => {
    const slot = opened();
    slot.shows('finish o1', 5_000);
    expect(slot.answers(5_120)).toBe(false);
    expect(slot.answers(5_600)).toBe(false);
  });

  it('[PHN-8] given it has meant the same for a second, told anew all the time, when it is tapped, then it answers', () => {
    const slot = opened();
    for (const at of [5_000, 5_400, 5_900]) slot.shows('finish o1', at);
    expect(slot.answers(6_000)).toBe(true);
  });

  it('[PHN-8] given another piece of work was chosen by hand, when its slot is tapped at once, then it answers; what comes of that tap stands a second again', () => {
    const slot = opened();
    slot.shows('finish o1', 4_900);
    slot.chosen('start o2');
    slot.shows('start o2', 5_000);
    expect(slot.answers(5_200)).toBe(true);
    slot.shows('finish o2', 5_250);
    expect(slot.answers(5_400)).toBe(false);
  });
});
