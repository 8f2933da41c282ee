// The standard-time table from a spreadsheet.
import { describe, expect, it } from 'vitest';
import { hasTimeHeadings, readStandardTimes } from './readStandardTimes.ts';

const workTypes = ['quick', 'mechanical', 'paint', 'robot'];
const read = (...lines: string[]) => readStandardTimes(lines.join('\r\n'), workTypes);

describe('a table of standard times [SET-14]', () => {
  it('given Chinese headings and words, then its lines are read', () => {
    const { times, faults } = read(
      '维修项目,工种,标准工时(分钟),无人值守',
      '机油机滤更换,快保,40,否',
      '"烤漆房烘烤, 低温",喷漆,60,是',
    );
    expect(faults).toEqual([]);
    expect(times).toEqual([
      { name: '机油机滤更换', workType: 'quick', minutes: 40, unattended: false },
      { name: '烤漆房烘烤, 低温', workType: 'paint', minutes: 60, unattended: true },
    ]);
  });

  it('given English headings in another order, without the last column, and own work types, then too', () => {
    const { times, faults } = read('Minutes\tWork type\tName', '25\trobot\tCamera check', '30\tMechanical\tBattery');
    expect(faults).toEqual([]);
    expect(times.map(({ name, workType, unattended }) => [name, workType, unattended])).toEqual([
      ['Camera check', 'robot', false],
      ['Battery', 'mechanical', false],
    ]);
  });

  it('given mistakes, then each is told with its line and column, all at once', () => {
    const { faults } = read(
      '项目,工种,分钟,无人值守',
      '换油,快保,四十,否',
      ',机电,30,否',
      '换胎,木工,30,也许',
      '换油,快保,30,否',
    );
    expect(faults).toEqual([
      { line: 2, where: 'minutes', problem: 'badValue' },
      { line: 3, where: 'name', problem: 'missingValue' },
      { line: 4, where: 'workType', problem: 'unknownWorkType' },
      { line: 4, where: 'unattended', problem: 'badValue' },
      { line: 5, where: 'name', problem: 'twice' },
    ]);
  });

  it('given a column that is missing or there twice, then that is told and no line is read', () => {
    expect(read('项目,分钟,MINUTES', '换油,30,30')).toEqual({
      times: [],
      faults: [
        { line: 1, where: 'workType', problem: 'missingColumn' },
        { line: 1, where: 'minutes', problem: 'twice' },
      ],
    });
  });

  it('given the first line of a file, then it is known whether it is such a table', () => {
    expect(hasTimeHeadings('\uFEFF"维修项目","工种","工时"\n')).toBe(true);
    expect(hasTimeHeadings('委托书号,车牌号')).toBe(false);
  });
});
