// demo/people/ — luck: what befalls a car and how long things really take. Drawn from what it is about, so that a day runs alike each time.
import { between, chance } from '../chance.ts';

export interface Luck {
  /** A number 0..1 for a question about a job, or about something else of the shop. */
  chance(about: string, job?: { id: string }): number;
  /** A number between two others, likewise. */
  between(low: number, high: number, about: string, job?: { id: string }): number;
  /** How far durations stray from their standard: 0 not at all; 0.3 a third up or down is usual. */
  spread: number;
}

/** The demo's own luck: the same each day for the same place in the list, whatever the date. */
export const demoLuck: Luck = {
  chance: (about, job) => chance(`${job?.id.slice(-3) ?? ''} ${about}`),
  between: (low, high, about, job) => between(`${job?.id.slice(-3) ?? ''} ${about}`, low, high),
  spread: 0.16,
};

/** Luck of a simulation: another seed, other days. */
export function seededLuck(seed: string, spread: number): Luck {
  return {
    chance: (about, job) => chance(`${seed} ${job?.id ?? ''} ${about}`),
    between: (low, high, about, job) => between(`${seed} ${job?.id ?? ''} ${about}`, low, high),
    spread,
  };
}

/** A factor about 1 whose logarithm is spread evenly on both sides about as a normal one: three draws added. */
export function noise(luck: Luck, about: string, job: { id: string }): number {
  const draws = [1, 2, 3].map((turn) => luck.between(-1, 1, `${about} noise ${String(turn)}`, job));
  return Math.exp(luck.spread * draws.reduce((sum, draw) => sum + draw, 0));
}
