import { arrived, changing, decline, propose } from '@zhunshi/shared/testing/commandsOf.ts';
import { given } from '@zhunshi/shared/testing/scenario.ts';
import type { Scenario } from '@zhunshi/shared/testing/scenario.ts';
import { describe, expect, it } from 'vitest';
import { viewOf } from '../../console/testing/viewOf.ts';
import { extraChoices } from './extraWork.ts';

/** The names to choose from for car A, in which mechanical work is at hand; the cars named are of another model than the rest. */
function choices(scenario: Scenario, typed = '', electric: string[] = []): string[] {
  const { state, now } = scenario;
  const view = viewOf(state, now, ['technician']);
  const vehicles = Object.fromEntries(
    Object.entries(view.directory.vehicles).map(([id, vehicle]) => [
      id,
      electric.some((order) => id === `v-${order}`) ? { ...vehicle, model: 'Electric' } : vehicle,
    ]),
  );
  const directory = { ...view.directory, vehicles };
  return extraChoices({ state, directory }, scenario.job('A'), { workType: 'mechanical' }, typed).map(
    ({ name }) => name,
  );
}
const standard = (name: string) =>
  changing({
    kind: 'saveStandardTime',
    standardTime: { name, workType: 'mechanical', minutes: 40, unattended: false },
  });

describe('additional work to choose from [PHN-6]', () => {
  it('given a car, when something is found, then work of the same kind comes first, and not what the car has; a search finds all', () => {
    const scenario = given(arrived('A', { operations: ['Brakes'] }));
    expect(choices(scenario).slice(0, 2)).toEqual(['Battery', 'Oil']);
    expect(choices(scenario)).not.toContain('Brakes');
    expect(choices(scenario, 'bRa')).toEqual(['Brakes']);
    expect(choices(scenario, 'nothing such')).toEqual([]);
  });

  it('given work that was found in other cars, then it comes before what is only done often, but after the kind at hand', () => {
    const cars = ['B', 'C'].map((order) => arrived(order, { operations: ['Oil', 'Strip', 'Brakes'] }));
    const scenario = given(arrived('A'), cars, propose('B', null, ['Battery', 'Sand']), decline('B'));
    expect(choices(scenario).slice(0, 3)).toEqual(['Battery', 'Brakes', 'Sand']);
  });

  it('given what cars of another model had, then what cars of this one had comes before it', () => {
    const cars = [
      arrived('B', { operations: ['Oil'] }),
      propose('B', null, ['Brakes']),
      arrived('C', { operations: ['Battery'] }),
    ];
    const scenario = given(arrived('A'), cars);
    expect(choices(scenario)[0]).toBe('Brakes');
    expect(choices(scenario, '', ['B'])[0]).toBe('Battery');
  });

  it('given whole services in the table, then they are not suggested; a search finds them', () => {
    const services = ['首次保养(机油机滤)', '电动车常规检查', 'Large service'];
    const scenario = given(services.map(standard), arrived('A'));
    for (const name of services) {
      expect(choices(scenario)).not.toContain(name);
      expect(choices(scenario, name)).toEqual([name]);
    }
  });

  it('given work that the customer is asked about already, then it is not suggested again', () => {
    const scenario = given(arrived('A'), propose('A', null, ['Battery']));
    expect(choices(scenario)).not.toContain('Battery');
    expect(choices(scenario.and(decline('A')))).toContain('Battery');
  });
});
