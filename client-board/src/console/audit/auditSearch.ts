// audit/ — what a manager typed and chose → the query of the log: plates and names become references here, for the log knows no other.
import type { JobId, LocalDay, StaffId, VehicleRef } from '@zhunshi/shared/domain/words.ts';
import { addDays, instantOf, localDay } from '@zhunshi/shared/time/shopTime.ts';
import type { AuditKind } from '@zhunshi/shared/wire/auditKinds.ts';
import { nameOf } from '../desk/shopView.ts';
import type { ShopView } from '../desk/shopView.ts';

export type AuditPeriod = 'all' | 'today' | 'yesterday' | 'week' | 'own';

/** What is wanted, as it stands in the fields. */
export interface AuditWish {
  text: string;
  /** '' everybody. */
  by: StaffId;
  kind: AuditKind | '';
  period: AuditPeriod;
  /** Of a period of one's own; '' open. */
  from: LocalDay;
  to: LocalDay;
  withServer: boolean;
}

export const everything: AuditWish = {
  text: '',
  by: '',
  kind: '',
  period: 'all',
  from: '',
  to: '',
  withServer: false,
};

/** What a text stands for. */
export interface Meant {
  cars: { vehicle: VehicleRef; plate: string; visits: number }[];
  jobs: JobId[];
  staff: StaffId[];
}

/** As many as a query takes. */
const most = 50;
/** Shorter texts mean too much. */
const shortest = 2;

/** Cars by a part of their plates, visits by a part of an order number, people by a part of their names or by their numbers. */
export function meantBy(view: ShopView, text: string): Meant {
  const wanted = plain(text);
  if (wanted.length < shortest) return { cars: [], jobs: [], staff: [] };
  const { jobs, staff } = view.state;
  const cars = Object.entries(view.directory.vehicles)
    .filter(([, { plate }]) => plain(plate).includes(wanted))
    .map(([vehicle, { plate }]) => {
      const visits = Object.values(jobs).filter((job) => job.vehicle === vehicle).length;
      return { vehicle, plate, visits };
    })
    .slice(0, most);
  const visits = Object.values(jobs)
    .filter(({ id, orders }) => [id, ...orders.map(({ number }) => number)].some((one) => plain(one).includes(wanted)))
    .map(({ id }) => id)
    .slice(0, most);
  const people = [...new Set([...Object.keys(staff), ...Object.keys(view.directory.staff)])]
    .filter((id) => plain(id) === wanted || plain(nameOf(view, id)).includes(wanted))
    .slice(0, most);
  return { cars, jobs: visits, staff: people };
}

function plain(text: string): string {
  return text.replace(/[\s·.-]/g, '').toUpperCase();
}

/** True when a text stands for nothing that is known: it is then searched as an order number. */
export function isUnknown({ cars, jobs, staff }: Meant): boolean {
  return cars.length + jobs.length + staff.length === 0;
}

/** Names and values of a query; a name may come several times. */
export type AuditParams = readonly (readonly [string, string])[];

/** The query as it stands in an address. */
export function queryText(params: AuditParams): string {
  return params.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
}

/** The query below `/log/search`, without the cursor. */
export function auditQuery(view: ShopView, wish: AuditWish): AuditParams {
  const query: [string, string][] = [];
  const add = (name: string, value: string): void => void query.push([name, value]);
  const text = wish.text.trim();
  if (text !== '') {
    const meant = meantBy(view, text);
    for (const { vehicle } of meant.cars) add('vehicle', vehicle);
    for (const job of meant.jobs) add('job', job);
    for (const staff of meant.staff) add('staff', staff);
    if (isUnknown(meant)) add('job', text.slice(0, 40));
  }
  if (wish.by !== '') add('by', wish.by);
  if (wish.kind !== '') add('kind', wish.kind);
  if (!wish.withServer) add('people', '1');
  const days = daysOf(view, wish);
  const bound = (name: string, day: LocalDay): void => {
    const at = day === '' ? null : instantOf(`${day} 00:00`, view.timeZone);
    if (at !== null) add(name, String(at));
  };
  bound('from', days.from);
  bound('to', days.to === '' ? '' : addDays(days.to, 1));
  return query;
}

/** First and last day; '' where it is open. */
function daysOf(view: Pick<ShopView, 'asOf' | 'timeZone'>, wish: AuditWish): { from: LocalDay; to: LocalDay } {
  const ago = (days: number): LocalDay => localDay(view.asOf - days * 86_400_000, view.timeZone);
  switch (wish.period) {
    case 'all':
      return { from: '', to: '' };
    case 'today':
      return { from: ago(0), to: ago(0) };
    case 'yesterday':
      return { from: ago(1), to: ago(1) };
    case 'week':
      return { from: ago(6), to: ago(0) };
    case 'own':
      return { from: wish.from, to: wish.to };
  }
}
