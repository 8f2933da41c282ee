import type { Refusal } from '@zhunshi/shared/domain/refusals.ts';
import { describe, expect, it } from 'vitest';
import { Dragging } from './dragging.svelte.ts';
import type { DropPlace } from './dragging.svelte.ts';

const closed: Refusal = { code: 'bayClosed', bay: 'L2' };

/** A hand over three bays, the middle one closed, that notes what came of it. */
function hand(
  answers: [DropPlace, Refusal | null][] = [
    ['L1', null],
    ['L2', closed],
    ['B1', null],
  ],
) {
  const told: string[] = [];
  const dragging = new Dragging({
    answersFor: () => new Map(answers),
    dropped: (job, place, by) => told.push(`${job} on ${place} by ${by}`),
    refused: (job, place, { code }) => told.push(`${job} on ${place}: ${code}`),
    nothingToMove: (job) => told.push(`${job} stays`),
  });
  return { dragging, told };
}

describe('a car in the hand', () => {
  it('[DSP-1] given a closed bay, when a car is dropped on it, then only the reason is told', () => {
    const { dragging, told } = hand();
    dragging.pickUp('WT1', 'pointer');
    dragging.moveTo('L2', 10, 10);
    dragging.drop();
    expect(told).toEqual(['WT1 on L2: bayClosed']);
  });

  it('given a welcoming bay, when a car is dropped on it, then it is told once and the hand is empty', () => {
    const { dragging, told } = hand();
    dragging.pickUp('WT1', 'pointer');
    dragging.moveTo('L1', 10, 10);
    dragging.drop();
    dragging.drop();
    expect(told).toEqual(['WT1 on L1 by pointer']);
    expect(dragging.job).toBeNull();
  });

  it('given the keyboard, when it steps, then only from welcome to welcome, and around', () => {
    const { dragging, told } = hand();
    dragging.pickUp('WT1', 'keyboard');
    expect(dragging.over).toBe('L1');
    dragging.step(1);
    expect(dragging.over).toBe('B1');
    dragging.step(1);
    expect(dragging.over).toBe('L1');
    dragging.drop();
    expect(told).toEqual(['WT1 on L1 by keyboard']);
  });

  it('given no bay that welcomes the car, when it is picked up by keyboard, then it stays and that is said', () => {
    const { dragging, told } = hand([['L2', closed]]);
    expect(dragging.pickUp('WT1', 'keyboard')).toBe(false);
    expect(told).toEqual(['WT1 stays']);
  });

  it('given a car in the hand, when it is let go over nothing or put back, then nothing happens', () => {
    const { dragging, told } = hand();
    dragging.pickUp('WT1', 'pointer');
    dragging.moveTo('elsewhere', 10, 10);
    dragging.drop();
    dragging.pickUp('WT1', 'keyboard');
    dragging.cancel();
    expect(told).toEqual([]);
    expect(dragging.answerOf('L1')).toBeUndefined();
  });
});
