// import/ — the shop's standard-time table from a CSV file: name, work type, minutes, unattended; every fault with its place [SET-14].
import type { ShopState, StandardTime } from '@zhunshi/shared/domain/state.ts';
import { INSPECTION, WASH } from '@zhunshi/shared/domain/words.ts';
import type { WorkType } from '@zhunshi/shared/domain/words.ts';
import { languages } from '@zhunshi/shared/i18n/dictionary.ts';
import { workTypeName } from '@zhunshi/shared/i18n/words.ts';
import type { SetUpFault, SetUpProblem } from '@zhunshi/shared/wire/setUpFile.ts';
import { readCells } from './readTable.ts';
import { yesOrNo } from './yesOrNo.ts';

const columns = ['name', 'workType', 'minutes', 'unattended'] as const;
type Column = (typeof columns)[number];

/** A heading without what stands in brackets behind it, in capitals, without spaces. */
const headings: Readonly<Record<Column, readonly string[]>> = {
  name: ['维修项目', '项目', '项目名称', 'NAME', 'OPERATION'],
  workType: ['工种', 'WORKTYPE'],
  minutes: ['标准工时', '标准分钟', '工时', '分钟', 'MINUTES', 'STANDARDMINUTES'],
  unattended: ['无人值守', '无需人工', 'UNATTENDED'],
};
/** A table without this column needs somebody for everything. */
const optional: Column = 'unattended';

const MOST_MINUTES = 6000;
const REPLACED = '\uFFFD';

const plain = (text: string): string => text.normalize('NFKC').trim().toUpperCase();
const columnOf = (heading: string): Column | undefined => {
  const name = plain(heading).replace(/\(.*$/, '').replaceAll(/\s/g, '');
  return columns.find((column) => headings[column].includes(name));
};

/** True of a text whose first line has the headings of such a table. */
export function hasTimeHeadings(text: string): boolean {
  const [first = ''] = text.split(/\r?\n/, 1);
  const found = new Set(
    first
      .replace(/^\uFEFF/, '')
      .split(/[,\t]/)
      .map((cell) => columnOf(cell.replaceAll('"', ''))),
  );
  return columns.every((column) => column === optional || found.has(column));
}

/** Work types that a shop knows: those of its bays, people and operations, and the two that the rules know. */
export function workTypesOf({ bays, staff, shop }: ShopState): WorkType[] {
  const able = [...Object.values(bays), ...Object.values(staff)].flatMap(({ workTypes }) => workTypes);
  return [...new Set([...able, ...(shop?.operations.map(({ workType }) => workType) ?? []), INSPECTION, WASH])];
}

/**
 * Reads a table of standard times.
 *
 * @param workTypes that may stand in it, by code or by their words in either language
 */
export function readStandardTimes(
  text: string,
  workTypes: readonly WorkType[],
): { times: StandardTime[]; faults: SetUpFault[] } {
  const { rows, faults: broken } = readCells(text);
  const faults = broken.map(({ line }): SetUpFault => ({ line, where: '.', problem: 'badCsv' }));
  const [heading, ...body] = rows;
  const order = heading?.cells.map(columnOf) ?? [];
  const line = heading?.line ?? 1;
  for (const column of columns) {
    const twice = order.indexOf(column) !== order.lastIndexOf(column);
    if (twice) faults.push({ line, where: column, problem: 'twice' });
    if (column !== optional && !order.includes(column)) faults.push({ line, where: column, problem: 'missingColumn' });
  }
  if (faults.length > broken.length) return { times: [], faults };
  const called = typesByWord(workTypes);
  const times: StandardTime[] = [];
  const seen = new Set<string>();
  for (const row of body) {
    const read = readTime((column) => row.cells[order.indexOf(column)] ?? '', called);
    if (seen.has(read.time.name)) read.problems.push(['name', 'twice']);
    seen.add(read.time.name);
    if (read.problems.length === 0) times.push(read.time);
    for (const [where, problem] of read.problems) faults.push({ line: row.line, where, problem });
  }
  return { times, faults: faults.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)) };
}

function typesByWord(workTypes: readonly WorkType[]): ReadonlyMap<string, WorkType> {
  return new Map(
    workTypes.flatMap((type) =>
      [type, ...languages.map((language) => workTypeName(type, language))].map((word) => [plain(word), type] as const),
    ),
  );
}

/** A row as a standard time, and what is wrong with it. */
function readTime(
  cell: (column: Column) => string,
  called: ReadonlyMap<string, WorkType>,
): { time: StandardTime; problems: [Column, SetUpProblem][] } {
  const problems: [Column, SetUpProblem][] = [];
  const value = <Value>(
    column: Column,
    standIn: Value,
    problem: SetUpProblem,
    read: (text: string) => Value | null,
  ) => {
    const text = cell(column).normalize('NFKC').trim();
    if (text === '') {
      if (column !== optional) problems.push([column, 'missingValue']);
      return standIn;
    }
    const found = text.includes(REPLACED) ? null : read(text);
    if (found === null) problems.push([column, problem]);
    return found ?? standIn;
  };
  const name = cell('name').normalize('NFC').trim();
  const time = {
    name: value('name', name, 'badValue', () => (name.length <= 60 ? name : null)),
    workType: value('workType', '', 'unknownWorkType', (text) => called.get(plain(text)) ?? null),
    minutes: value('minutes', 0, 'badValue', minutesOf),
    unattended: value('unattended', false, 'badValue', yesOrNo),
  };
  return { time, problems };
}

function minutesOf(text: string): number | null {
  const minutes = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  return minutes >= 1 && minutes <= MOST_MINUTES ? minutes : null;
}
