// import/ — how an order of the file differs from the booked one, in the words of the file: old and new for each column [IMP-3].
import type { Directory, Person, Vehicle } from '@zhunshi/shared/domain/directory.ts';
import type { RowField } from '@zhunshi/shared/domain/orderRows.ts';
import type { Job, Order, ShopState } from '@zhunshi/shared/domain/state.ts';
import type { Instant } from '@zhunshi/shared/domain/words.ts';
import { localDay, localTime } from '@zhunshi/shared/time/shopTime.ts';
import type { ImportChange, ImportColumn } from '@zhunshi/shared/wire/importPreview.ts';
import type { FileOrder } from './readRow.ts';

/** An order of the file that is booked already. */
export interface BookedOrder {
  job: Job;
  order: Order;
}

/** The job and order of a number; null: it is in no job that is still in the fold. */
export function bookedOrder(state: ShopState, number: string): BookedOrder | null {
  for (const job of Object.values(state.jobs)) {
    const order = job.orders.find((one) => one.number === number);
    if (order) return { job, order };
  }
  return null;
}

/** A side of the comparison: what is booked, or what the file says. */
interface Side {
  order: Order | FileOrder['row'];
  operations: readonly { name: string; minutes: number }[];
  vehicle: Vehicle | undefined;
  customer: Pick<Person, 'name' | 'phone'> | undefined;
}

interface Shop {
  state: ShopState;
  directory: Directory;
}

/** What each field of a row is called in the file, and how it is written there. Words are compared as such, below. */
const written: Readonly<
  Record<Exclude<RowField, 'hasWords'>, readonly [ImportColumn, (side: Side, shop: Shop) => string | null][]>
> = {
  vehicle: [['plate', ({ vehicle }) => vehicle?.plate ?? null]],
  customer: [
    ['customer', ({ customer }) => customer?.name ?? null],
    ['phone', ({ customer }) => customer?.phone ?? null],
  ],
  advisor: [['advisor', ({ order }, { directory }) => directory.staff[order.advisor]?.name ?? order.advisor]],
  serviceType: [['serviceType', ({ order }, { state }) => serviceTypeName(state, order.serviceType)]],
  mileageKm: [['mileage', ({ order }) => String(order.mileageKm)]],
  operations: [
    ['operations', ({ operations }) => operations.map(({ name, minutes }) => `${name}/${minutes}`).join(';')],
  ],
  arrivalAt: [['arrival', ({ order }, { state }) => timeText(state, order.arrivalAt)]],
  promisedAt: [['promise', ({ order }, { state }) => timeText(state, order.promisedAt)]],
  appointment: [['appointment', ({ order }) => yesOrNo(order.appointment)]],
  waits: [['waits', ({ order }) => yesOrNo(order.waits === 'lounge')]],
  wash: [['wash', ({ order }) => yesOrNo(order.wash)]],
};

/** The differing fields as changes of columns. */
export function changesOf(
  shop: Shop,
  booked: BookedOrder,
  file: FileOrder,
  fields: readonly RowField[],
): ImportChange[] {
  const before = bookedSide(shop.directory, booked);
  const after: Side = {
    order: file.row,
    operations: file.row.operations,
    vehicle: file.vehicle,
    customer: file.customer,
  };
  return fields
    .filter((field) => field !== 'hasWords')
    .flatMap((field) => written[field])
    .map(([column, write]): ImportChange => ({ column, from: write(before, shop), to: write(after, shop) }))
    .filter(({ from, to }) => from !== to);
}

function bookedSide(directory: Directory, { job, order }: BookedOrder): Side {
  return {
    order,
    operations: job.operations.filter((operation) => operation.order === order.number),
    vehicle: directory.vehicles[order.vehicle],
    customer: directory.persons[order.customer],
  };
}

/** Differences in what only the directory holds: VIN and model of the same car, the customer's words about this order. */
export function personalChanges(directory: Directory, { order }: BookedOrder, file: FileOrder): ImportChange[] {
  const vehicle = order.vehicle === file.row.vehicle ? directory.vehicles[order.vehicle] : undefined;
  const customer = directory.persons[order.customer];
  // An entry that this node has not loaded yet, or that was erased, says nothing about what changed.
  const said = customer ? (customer.words[order.number] ?? '') : file.words;
  const changes: ImportChange[] = [
    { column: 'vin', from: vehicle?.vin ?? file.vehicle.vin, to: file.vehicle.vin },
    { column: 'model', from: vehicle?.model ?? file.vehicle.model, to: file.vehicle.model },
    { column: 'words', from: said, to: file.words },
  ];
  return changes
    .filter(({ from, to }) => from !== to)
    .map(({ column, from, to }) => ({ column, from: from === '' ? null : from, to: to === '' ? null : to }));
}

function serviceTypeName({ shop }: ShopState, code: string): string {
  return shop?.serviceTypes.find((type) => type.code === code)?.zh ?? code;
}

function timeText(state: ShopState, at: Instant | null): string | null {
  return at === null ? null : writtenTime(state, at);
}

/** A moment as files write it: `YYYY-MM-DD HH:MM` of the shop. */
export function writtenTime({ shop }: ShopState, at: Instant): string {
  const timeZone = shop?.timeZone ?? 'UTC';
  return `${localDay(at, timeZone)} ${localTime(at, timeZone)}`;
}

function yesOrNo(value: boolean): string {
  return value ? '是' : '否';
}
