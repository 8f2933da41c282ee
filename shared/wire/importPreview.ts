// wire/ — bodies of `POST /api/v1/shops/:shop/import`: what a file of orders would do, and what it did.
import type { ImportProblem } from '../domain/refusals.ts';
import type { OrderNumber } from '../domain/words.ts';

export type ImportEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** Columns of the file; the heading of each is a word in `shared/i18n/importWords.ts`. */
export const importColumns = [
  'order',
  'plate',
  'vin',
  'model',
  'mileage',
  'customer',
  'phone',
  'advisor',
  'serviceType',
  'operations',
  'arrival',
  'promise',
  'appointment',
  'waits',
  'wash',
  'words',
] as const;
export type ImportColumn = (typeof importColumns)[number];

/** What is wrong, and where. */
export interface ImportFault {
  /** Line of the file, the heading is line 1; of a row over several lines, the first. */
  line: number;
  /** Null: the row or the file as a whole. */
  column: ImportColumn | null;
  problem: ImportProblem;
  /** What stands there, at most 40 characters; null where nothing does. */
  value: string | null;
}

/**
 * What a row would do: open a job, join the job of another order of the same car, nothing, change what is booked (only when
 * asked), or nothing because the car is already here and differs.
 */
export type ImportKind = 'new' | 'joins' | 'same' | 'changed' | 'locked';

/** A difference, both sides written as the file writes them; null: nothing there. */
export interface ImportChange {
  column: ImportColumn;
  from: string | null;
  to: string | null;
}

export interface ImportPreviewRow {
  line: number;
  order: OrderNumber;
  plate: string;
  /** `YYYY-MM-DD HH:MM` of the shop, as the file says it; no promise: null. */
  arrival: string;
  promise: string | null;
  kind: ImportKind;
  /** Of `changed` and `locked` rows. */
  changes: ImportChange[];
}

/** Answer of `mode=preview`. While there is a fault nothing can be applied, and rows are those that could be read. */
export interface ImportPreview {
  encoding: ImportEncoding;
  rows: ImportPreviewRow[];
  counts: Record<ImportKind, number>;
  faults: ImportFault[];
}

/** Answer of `mode=apply`. `version`: the shop's after it; `counts`: of the rows as they were met. */
export interface ImportAnswer {
  version: number;
  encoding: ImportEncoding;
  counts: Record<ImportKind, number>;
  /** Changed rows were applied too. */
  changesApplied: boolean;
}
