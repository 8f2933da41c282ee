// testing/ — a directory whose every entry can be recognised wherever it turns up: canaries for the tests of privacy.
import type { Directory } from '../domain/directory.ts';
import type { Job } from '../domain/state.ts';

/** What may not be shown to strangers, of a job called so. */
export const canary = {
  name: (job: string): string => `Canary-name-${job}`,
  phone: (job: string): string => `1990000${job.charCodeAt(0)}`,
  words: (job: string): string => `Canary-words-${job}`,
  vin: (job: string): string => `LSVCANARY${job}0000001`,
  plate: (job: string): string => `粤B9${job}X${job.charCodeAt(0)}`,
};

/** A directory with an entry for each of these jobs, and the people of the little shop. */
export function directoryOf(jobs: readonly Job[], plates: Readonly<Record<string, string>> = {}): Directory {
  const vehicles: Directory['vehicles'] = {};
  const persons: Directory['persons'] = {};
  for (const { id, vehicle, customer } of jobs) {
    vehicles[vehicle] = { plate: plates[id] ?? canary.plate(id), vin: canary.vin(id), model: 'Lavida' };
    persons[customer] = { name: canary.name(id), phone: canary.phone(id), words: { [id]: canary.words(id) } };
  }
  return { vehicles, persons, staff: { ada: { name: 'Ada' }, tan: { name: 'Tan' } } };
}
