// desk/ — only the cars of an advisor, a team, a service type: what is chosen, which cars pass, and how the address says it.
import { operationAtHand } from '@zhunshi/shared/domain/job.ts';
import type { Job } from '@zhunshi/shared/domain/state.ts';
import type { StaffId, TeamId } from '@zhunshi/shared/domain/words.ts';
import { nameOf } from './shopView.ts';
import type { ShopView } from './shopView.ts';

/** Null: all of them. */
export interface ShopFilter {
  advisor: StaffId | null;
  team: TeamId | null;
  serviceType: string | null;
  /** Of the alarms, only those that the person who looks must answer. */
  mine: boolean;
}

export const everything: ShopFilter = { advisor: null, team: null, serviceType: null, mine: false };

/** What a car can be asked for. */
export const filterKeys = ['advisor', 'team', 'serviceType'] as const;
export type FilterKey = (typeof filterKeys)[number];

/** True where some cars are left out. */
export function isFiltered(filter: ShopFilter): boolean {
  return filterKeys.some((key) => filter[key] !== null);
}

/** Whether a car is one of those that are looked for [CON-3]. */
export function passes(view: ShopView, { advisor, team, serviceType }: ShopFilter, job: Job): boolean {
  if (advisor !== null && job.advisor !== advisor) return false;
  if (serviceType !== null && !job.orders.some((order) => order.serviceType === serviceType)) return false;
  return team === null || isOfTeam(view, team, job);
}

/** Somebody of the team is on the work at hand; where nobody is yet, somebody of it could be. */
function isOfTeam({ state }: ShopView, team: TeamId, job: Job): boolean {
  const ofTeam = (staff: StaffId): boolean => state.staff[staff]?.team === team;
  const next = operationAtHand(job);
  if (!next) return job.operations.some(({ crew }) => crew.some(ofTeam));
  if (next.crew.length > 0) return next.crew.some(ofTeam);
  return Object.values(state.staff).some(({ id, workTypes }) => ofTeam(id) && workTypes.includes(next.workType));
}

export interface FilterChoice {
  value: string;
  text: string;
}

/** What can be chosen, in the order of the shop. */
export function filterChoicesOf(view: ShopView): Record<FilterKey, FilterChoice[]> {
  const { state, shop, language } = view;
  const advisors = Object.values(state.staff).filter(({ roles }) => roles.includes('advisor'));
  const manned = new Set(Object.values(state.staff).map(({ team }) => team));
  return {
    advisor: advisors.map(({ id }) => ({ value: id, text: nameOf(view, id) })),
    team: Object.values(state.teams)
      .filter(({ id }) => manned.has(id))
      .map(({ id, name }) => ({ value: id, text: name })),
    serviceType: shop.serviceTypes.map(({ code, zh, en }) => ({ value: code, text: language === 'zh-CN' ? zh : en })),
  };
}

/** The view and the filter of an address's hash: `#kanban?advisor=P24&mine=1`. */
export function readAddress(hash: string): { view: string; filter: ShopFilter } {
  const [view = '', query = ''] = hash.replace(/^#/, '').split('?');
  const asked = new URLSearchParams(query);
  const filter = {
    advisor: asked.get('advisor'),
    team: asked.get('team'),
    serviceType: asked.get('serviceType'),
    mine: asked.get('mine') === '1',
  };
  return { view, filter };
}

/** The hash of a view and a filter; empty for the first view without one. */
export function addressOf(view: string, filter: ShopFilter): string {
  const asked = new URLSearchParams();
  for (const key of filterKeys) if (filter[key] !== null) asked.set(key, filter[key]);
  if (filter.mine) asked.set('mine', '1');
  const query = asked.toString();
  return view === '' && query === '' ? '' : `#${view}${query === '' ? '' : `?${query}`}`;
}
