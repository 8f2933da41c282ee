// import/ — text to a table: csv-parse does the quoting, this keeps the line of the file that each row begins on [IMP-9].
import { importColumns } from '@zhunshi/shared/wire/importPreview.ts';
import type { ImportColumn, ImportFault } from '@zhunshi/shared/wire/importPreview.ts';
import { CsvError, parse } from 'csv-parse/sync';
import { columnOf, neededColumns } from './columns.ts';

/** A row of the file by column; a column that the file lacks is empty. */
export interface TableRow {
  /** The heading is line 1. */
  line: number;
  cells: Record<ImportColumn, string>;
}

export interface Table {
  rows: TableRow[];
  faults: ImportFault[];
}

/** A row of any table. */
export interface RawRow {
  line: number;
  cells: string[];
}

const MOST_ROWS = 1000;
const REPLACED = '\uFFFD';

/** Reads a table; everything that is wrong with it as a table is in `faults`, by line. */
export function readTable(text: string): Table {
  const { rows: raw, faults } = readCells(text);
  const [heading, ...body] = raw;
  if (!heading) return { rows: [], faults };
  const columns = heading.cells.map(columnOf);
  const headingFaults = faultsOfHeading(heading, columns);
  if (headingFaults.length > 0) return { rows: [], faults: [...headingFaults, ...faults] };
  if (body.length > MOST_ROWS) faults.push(faultAt(body[MOST_ROWS]?.line ?? 1, 'badCsv'));
  const rows: TableRow[] = [];
  for (const { line, cells } of body.slice(0, MOST_ROWS)) {
    const tooMany = cells.slice(columns.length).some((cell) => cell !== '');
    const broken = cells.some((cell) => cell.includes(REPLACED));
    if (tooMany || broken) faults.push(faultAt(line, 'badCsv'));
    else rows.push({ line, cells: cellsByColumn(cells, columns) });
  }
  return { rows, faults };
}

/** Cells of each row that is not empty. A quote that is never closed ends the table, and is a fault where it was opened. */
export function readCells(content: string): { rows: RawRow[]; faults: ImportFault[] } {
  const text = content.replaceAll(/\r\n?/g, '\n');
  const rows: RawRow[] = [];
  const firstLine = text.slice(0, text.indexOf('\n'));
  let read = 0;
  try {
    parse(text, {
      bom: true,
      // A spreadsheet's "Unicode text" has tabs; a semicolon is never one, it stands between operations.
      delimiter: firstLine.includes('\t') && !firstLine.includes(',') ? '\t' : ',',
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
      trim: true,
      on_record: (cells: string[], { lines }) => {
        const inside = cells.join('').split('\n').length - 1;
        if (cells.some((cell) => cell !== '')) rows.push({ line: lines - inside, cells });
        read = lines;
        return null;
      },
    });
    return { rows, faults: [] };
  } catch (error) {
    if (error instanceof CsvError) return { rows, faults: [faultAt(read + 1, 'badCsv')] };
    throw error;
  }
}

function faultsOfHeading({ line }: RawRow, columns: readonly (ImportColumn | null)[]): ImportFault[] {
  const missing = neededColumns.filter((column) => !columns.includes(column));
  const twice = importColumns.filter((column) => columns.indexOf(column) !== columns.lastIndexOf(column));
  return [
    ...missing.map((column): ImportFault => ({ line, column, problem: 'missingColumn', value: null })),
    ...twice.map((column): ImportFault => ({ line, column, problem: 'badCsv', value: null })),
  ];
}

function cellsByColumn(cells: readonly string[], columns: readonly (ImportColumn | null)[]): TableRow['cells'] {
  const at = (column: ImportColumn): string => cells[columns.indexOf(column)] ?? '';
  return Object.fromEntries(importColumns.map((column) => [column, at(column)])) as TableRow['cells'];
}

function faultAt(line: number, problem: 'badCsv'): ImportFault {
  return { line, column: null, problem, value: null };
}
