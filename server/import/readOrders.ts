// import/ — a file to orders: decode, read the table, read each row; every bad row at once, by line [IMP-9].
import type { ImportEncoding, ImportFault } from '@zhunshi/shared/wire/importPreview.ts';
import { decodeFile } from './decodeFile.ts';
import { readRow } from './readRow.ts';
import type { FileOrder } from './readRow.ts';
import { readTable } from './readTable.ts';
import type { ShopWords } from './shopWords.ts';

export interface OrderFile {
  encoding: ImportEncoding;
  /** Rows without a fault, in the order of the file. */
  orders: FileOrder[];
  /** In the order of the file. */
  faults: ImportFault[];
}

/** Reads a file of orders. Null: the bytes are no text in an encoding that is known. */
export function readOrders(bytes: Uint8Array, words: ShopWords): OrderFile | null {
  const file = decodeFile(bytes);
  if (!file) return null;
  const table = readTable(file.text);
  const orders: FileOrder[] = [];
  const faults = [...table.faults];
  const seen = new Set<string>();
  for (const row of table.rows) {
    const read = readRow(row, words);
    if ('faults' in read) faults.push(...read.faults);
    else if (seen.has(read.order.row.order)) faults.push(duplicate(read.order));
    else orders.push(read.order);
    if ('order' in read) seen.add(read.order.row.order);
  }
  return { encoding: file.encoding, orders, faults: faults.sort((a, b) => a.line - b.line) };
}

function duplicate({ line, row }: FileOrder): ImportFault {
  return { line, column: 'order', problem: 'duplicateOrder', value: row.order };
}
