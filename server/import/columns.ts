// import/ — the headings of an order file, as dealers' systems write them.
import { importColumns } from '@zhunshi/shared/wire/importPreview.ts';
import type { ImportColumn } from '@zhunshi/shared/wire/importPreview.ts';

/** A heading without what stands in brackets behind it: `里程(km)` is `里程`. */
const headings: Readonly<Record<ImportColumn, string>> = {
  order: '委托书号',
  plate: '车牌号',
  vin: 'VIN',
  model: '车型',
  mileage: '里程',
  customer: '客户姓名',
  phone: '联系电话',
  advisor: '服务顾问',
  serviceType: '维修类型',
  operations: '维修项目',
  arrival: '进厂时间',
  promise: '约定交车时间',
  appointment: '预约',
  waits: '在店等候',
  wash: '洗车',
  words: '客户描述',
};

/** The heading that every order file has; it tells an order file from anything else. */
export const FIRST_HEADING = headings.order;

/** A file may come without these. */
const optional: readonly ImportColumn[] = ['words'];
export const neededColumns: readonly ImportColumn[] = importColumns.filter((column) => !optional.includes(column));

/** The column of a heading as it stands in the file; null: not one that is read. */
export function columnOf(heading: string): ImportColumn | null {
  const name = heading.normalize('NFKC').replace(/\(.*$/, '').replaceAll(/\s/g, '').toUpperCase();
  return importColumns.find((column) => headings[column] === name) ?? null;
}
