import { describe, expect, it } from 'vitest';
import { neededColumns } from './columns.ts';
import { decodeFile } from './decodeFile.ts';
import { readTable } from './readTable.ts';

const heading =
  '委托书号,车牌号,VIN,车型,里程(km),客户姓名,联系电话,服务顾问,维修类型,维修项目(名称/标准工时分钟),进厂时间,约定交车时间,预约,在店等候,洗车,客户描述';
const cells = (order: string, words = ''): string =>
  `${order},粤B12345,V,途昂,1,陈,199,李敏,索赔,水泵更换/150,2026-11-23 08:00,,是,否,是,${words}`;
const text = (...lines: string[]): string => lines.join('\r\n');
const utf8 = (content: string): Uint8Array => new TextEncoder().encode(content);

describe('the encoding of a file [IMP-8]', () => {
  const content = text(heading, cells('W1'));
  const utf16 = (swap: boolean): Uint8Array => {
    const bytes = Buffer.from(`\uFEFF${content}`, 'utf16le');
    return swap ? bytes.swap16() : bytes;
  };

  it.each([
    ['UTF-8', utf8(content), 'utf-8'],
    ['UTF-8 with a mark', utf8(`\uFEFF${content}`), 'utf-8'],
    ['UTF-16 of one order', utf16(false), 'utf-16le'],
    ['UTF-16 of the other', utf16(true), 'utf-16be'],
  ])('given %s, when it is read, then it is found and its order is there', (_name, bytes, encoding) => {
    const file = decodeFile(bytes);
    expect(file?.encoding).toBe(encoding);
    expect(readTable(file?.text ?? '').rows[0]?.cells.order).toBe('W1');
  });

  it('given GB18030, when it is read, then it is found', () => {
    // 委托书号 as GB18030, and a line with one figure: enough to tell.
    const bytes = Buffer.concat([Buffer.from('ceafcdd0cae9bac5', 'hex'), Buffer.from(',a\r\n1,2')]);
    expect(decodeFile(bytes)).toEqual({ encoding: 'gb18030', text: '委托书号,a\r\n1,2' });
  });

  it('given a broken byte in UTF-8, when it is read, then its line is a fault and the others stand', () => {
    const bytes = Buffer.concat([utf8(text(heading, cells('W1'), cells('W'))), Buffer.from([0xff]), utf8('\r\n')]);
    const file = decodeFile(bytes);
    expect(file?.encoding).toBe('utf-8');
    const { rows, faults } = readTable(file?.text ?? '');
    expect(rows.map(({ line }) => line)).toEqual([2]);
    expect(faults).toEqual([{ line: 3, column: null, problem: 'badCsv', value: null }]);
  });

  it('given a picture, when it is read, then it is no text', () => {
    expect(decodeFile(Buffer.from('89504e470d0a1a0a0000000d49484452ff', 'hex'))).toBeNull();
  });
});

describe('the table in a file [IMP-9]', () => {
  it('given columns in another order and some more, when it is read, then each is found by its heading', () => {
    const turned = heading.split(',').reverse().concat('备注').join(',');
    const row = cells('W1', '异响').split(',').reverse().concat('x').join(',');
    const { rows, faults } = readTable(text(turned, row));
    expect(faults).toEqual([]);
    expect(rows[0]?.cells).toMatchObject({ order: 'W1', plate: '粤B12345', words: '异响', mileage: '1' });
  });

  it('given brackets of full width in a heading, when it is read, then it is the same heading', () => {
    const { rows } = readTable(text(heading.replace('里程(km)', '里程（公里）'), cells('W1')));
    expect(rows[0]?.cells.mileage).toBe('1');
  });

  it('given quotes, doubled quotes, commas and a line break in a cell, when read, then lines still are those of the file', () => {
    const said = '"""咔哒""声,怠速\r\n明显"';
    const { rows } = readTable(text(heading, cells('W1', said), cells('W2'), '', ',,,', cells('W3'), '', ''));
    expect(rows.map(({ line, cells: { order, words } }) => [line, order, words])).toEqual([
      [2, 'W1', '"咔哒"声,怠速\n明显'],
      [4, 'W2', ''],
      [7, 'W3', ''],
    ]);
  });

  it('given tabs, as a spreadsheet saves "Unicode text", when it is read, then it is the same table', () => {
    const { rows } = readTable(text(heading, cells('W1')).replaceAll(',', '\t'));
    expect(rows[0]?.cells.order).toBe('W1');
  });

  it('given no words column, when it is read, then nothing is missing; without others each is named', () => {
    const without = (count: number): string => heading.split(',').slice(0, -count).join(',');
    expect(readTable(text(without(1), cells('W1'))).faults).toEqual([]);
    const { rows, faults } = readTable(text(without(3), cells('W1')));
    expect(rows).toEqual([]);
    expect(faults.map(({ column, problem }) => [column, problem])).toEqual([
      ['waits', 'missingColumn'],
      ['wash', 'missingColumn'],
    ]);
  });

  it('given another table altogether, when it is read, then all columns are missing', () => {
    expect(readTable('a,b\n1,2').faults.map(({ column }) => column)).toEqual(neededColumns);
  });

  it('given a column twice, when it is read, then nobody guesses which is meant', () => {
    const { faults } = readTable(text(`${heading},车牌号`, `${cells('W1')},粤B1`));
    expect(faults).toEqual([{ line: 1, column: 'plate', problem: 'badCsv', value: null }]);
  });

  it('given a comma too many, when it is read, then that line is a fault and the others stand', () => {
    const { rows, faults } = readTable(text(heading, cells('W1', '异响,抖动'), cells('W2'), `${cells('W3')},,`));
    expect(rows.map(({ line }) => line)).toEqual([3, 4]);
    expect(faults.map(({ line, problem }) => [line, problem])).toEqual([[2, 'badCsv']]);
  });

  it('given a quote that is never closed, when it is read, then the fault is where it was opened', () => {
    const { rows, faults } = readTable(text(heading, cells('W1'), cells('W2', '"异响'), cells('W3')));
    expect(rows.map(({ line }) => line)).toEqual([2]);
    expect(faults).toEqual([{ line: 3, column: null, problem: 'badCsv', value: null }]);
  });

  it('given an empty file, when it is read, then there is nothing', () => {
    expect(readTable('')).toEqual({ rows: [], faults: [] });
  });
});
