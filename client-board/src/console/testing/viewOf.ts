// testing/ — a scenario of the little shop as the console reads it; cars and customers are named after their orders.
import type { Directory } from '@zhunshi/shared/domain/directory.ts';
import type { ShopState } from '@zhunshi/shared/domain/state.ts';
import type { Instant, Role } from '@zhunshi/shared/domain/words.ts';
import { shopViewOf } from '../desk/shopView.ts';
import type { ShopView } from '../desk/shopView.ts';

/** The view of a state in Chinese, as a dispatcher has it unless other roles are given; the car of order `WT7` has the plate `粤BWT7`, its customer is called `客WT7`. */
export function viewOf(state: ShopState, asOf: Instant, roles: readonly Role[] = ['dispatcher']): ShopView {
  const jobs = Object.values(state.jobs);
  const directory: Directory = {
    vehicles: Object.fromEntries(
      jobs.map(({ id, vehicle }) => [vehicle, { plate: `粤B${id}`, vin: '', model: 'Wagon' }]),
    ),
    persons: Object.fromEntries(jobs.map(({ id, customer }) => [customer, { name: `客${id}`, phone: '', words: {} }])),
    staff: {},
  };
  const view = shopViewOf(state, directory, asOf, 'zh-CN', { staff: 'ada', roles: [...roles] });
  if (!view) throw new Error('The little shop is not set up');
  return view;
}
