// import/ — a row of the table to an order: each cell checked and put into one spelling; all faults of a row at once.
import type { OrderRow } from '@zhunshi/shared/domain/commands.ts';
import type { Vehicle } from '@zhunshi/shared/domain/directory.ts';
import { plateOf } from '@zhunshi/shared/domain/plate.ts';
import type { ImportProblem } from '@zhunshi/shared/domain/refusals.ts';
import { phoneOf, vinOf } from '@zhunshi/shared/domain/spelling.ts';
import type { Instant } from '@zhunshi/shared/domain/words.ts';
import { instantOf } from '@zhunshi/shared/time/shopTime.ts';
import type { ImportColumn, ImportFault } from '@zhunshi/shared/wire/importPreview.ts';
import { customerRef, vehicleRef } from '../personal/references.ts';
import type { TableRow } from './readTable.ts';
import type { ShopWords } from './shopWords.ts';
import { yesOrNo } from './yesOrNo.ts';

/** An order of the file: the row for the command, and apart from it what belongs in the directory. */
export interface FileOrder {
  line: number;
  row: OrderRow;
  vehicle: Vehicle;
  customer: { name: string; phone: string };
  /** What the customer said; '' is nothing. */
  words: string;
}

type Operations = OrderRow['operations'];

const MOST_OPERATIONS = 60;
const MOST_MINUTES = 6000;
const MOST_KM = 3_000_000;

/** Reads cells and collects what is wrong with them. */
class Cells {
  readonly faults: ImportFault[] = [];
  readonly #row: TableRow;

  constructor(row: TableRow) {
    this.#row = row;
  }

  text(column: ImportColumn, most: number): string {
    return this.#row.cells[column].normalize('NFC').slice(0, most);
  }

  /** What `read` makes of a cell; an empty one is missing, a null one has the problem. The stand-in is never used: faults stop the row. */
  value<Value>(
    column: ImportColumn,
    problem: ImportProblem,
    standIn: Value,
    read: (cell: string) => Value | null,
  ): Value {
    const cell = this.#row.cells[column].normalize('NFKC').trim();
    const value = cell === '' ? null : read(cell);
    if (value !== null) return value;
    this.fault(column, cell === '' ? 'missingValue' : problem);
    return standIn;
  }

  /** @param part of the cell that it is about; left out: all of it */
  fault(column: ImportColumn, problem: ImportProblem, part = this.#row.cells[column]): void {
    const value = part.slice(0, 40);
    this.faults.push({ line: this.#row.line, column, problem, value: value === '' ? null : value });
  }
}

/** Reads a row in the words of the shop. */
export function readRow(table: TableRow, shop: ShopWords): { order: FileOrder } | { faults: ImportFault[] } {
  const cells = new Cells(table);
  const asIs = (cell: string): string | null => (cell.length <= 40 ? cell : null);
  const time = (cell: string): Instant | null => instantOf(cell, shop.timeZone);
  const plate = cells.value('plate', 'badPlate', '', plateOf);
  const name = cells.value('customer', 'missingValue', '', asIs);
  const phone = cells.value('phone', 'missingValue', '', (cell) => asIs(phoneOf(cell)));
  const words = cells.text('words', 1000);
  const row: OrderRow = {
    order: cells.value('order', 'missingValue', '', asIs),
    vehicle: vehicleRef(shop.secret, plate),
    customer: customerRef(shop.secret, phone, name),
    advisor: cells.value('advisor', 'unknownAdvisor', '', shop.advisorCalled),
    serviceType: cells.value('serviceType', 'unknownServiceType', '', shop.serviceTypeCalled),
    mileageKm: cells.value('mileage', 'badMileage', 0, mileageOf),
    operations: operationsOf(cells, shop),
    arrivalAt: cells.value('arrival', 'badTime', 0, time),
    promisedAt: table.cells.promise === '' ? null : cells.value<Instant | null>('promise', 'badTime', null, time),
    appointment: cells.value('appointment', 'badYesNo', false, yesOrNo),
    waits: cells.value('waits', 'badYesNo', false, yesOrNo) ? 'lounge' : 'away',
    wash: cells.value('wash', 'badYesNo', false, yesOrNo),
    hasWords: words !== '',
  };
  if (cells.faults.length > 0) return { faults: cells.faults };
  const vin = vinOf(cells.text('vin', 40));
  const vehicle = { plate, vin, model: cells.text('model', 60) };
  return { order: { line: table.line, row, vehicle, customer: { name, phone }, words } };
}

function mileageOf(cell: string): number | null {
  const figures = cell.replaceAll(/[,\s]|km$/gi, '');
  const km = /^\d+(\.\d+)?$/.test(figures) ? Math.round(Number(figures)) : null;
  return km !== null && km <= MOST_KM ? km : null;
}

/** `name/minutes;name/minutes`. A name may hold strokes itself: the last one counts. */
function operationsOf(cells: Cells, shop: ShopWords): Operations {
  return cells.value<Operations>('operations', 'badOperations', [], (cell) => {
    const parts = cell
      .split(';')
      .map((part) => part.trim())
      .filter((part) => part !== '');
    const pairs = parts.map((part) => /^(.*\S)\s*\/\s*([^/]*)$/.exec(part));
    if (pairs.length === 0 || pairs.length > MOST_OPERATIONS || pairs.includes(null)) return null;
    return pairs.map((pair) => {
      const [part = '', name = '', figures = ''] = pair ?? [];
      const minutes = /^\d{1,4}$/.test(figures) ? Number(figures) : 0;
      const known = shop.operationCalled(name);
      if (known === null) cells.fault('operations', 'unknownOperation', name);
      if (minutes < 1 || minutes > MOST_MINUTES) cells.fault('operations', 'badMinutes', part);
      return { name: known ?? name, minutes };
    });
  });
}
