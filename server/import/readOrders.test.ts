import { beforeAll, describe, expect, it } from 'vitest';
import { sampleDay } from '../access/sample.ts';
import { SAMPLE_MORNING } from '../testing/openServer.ts';
import { sampleState } from '../testing/sampleState.ts';
import { readOrders } from './readOrders.ts';
import type { OrderFile } from './readOrders.ts';
import { shopWords } from './shopWords.ts';
import type { ShopWords } from './shopWords.ts';

let words: ShopWords;
let lines: string[];

beforeAll(async () => {
  const { state, directory } = await sampleState(SAMPLE_MORNING);
  words = shopWords(state, directory, Buffer.from('a key'));
  lines = (await sampleDay('day-2026-11-23.csv')).toString('utf8').split('\r\n').slice(0, 2);
});

/** Reads the sample's first order with one cell changed. */
function withCell(heading: string, value: string): OrderFile {
  const [headings = '', first = ''] = lines;
  const cells = first.split(',');
  cells[headings.split(',').findIndex((name) => name.startsWith(heading))] = value;
  const file = readOrders(new TextEncoder().encode(`${headings}\n${cells.join(',')}\n`), words);
  if (!file) throw new Error('unreadable');
  return file;
}

describe('the two days of the sample [IMP-1] [IMP-8]', () => {
  it.each([
    ['day-2026-11-23.csv', 'utf-8', 49],
    ['day-2026-11-26-gb18030.csv', 'gb18030', 42],
  ] as const)(
    'given %s, when it is read, then as %s, and all %i orders are in order',
    async (name, encoding, count) => {
      const file = readOrders(await sampleDay(name), words);
      expect([file?.encoding, file?.faults, file?.orders.length]).toEqual([encoding, [], count]);
    },
  );

  it('given its first order, when it is read, then every cell is in its place, and personal data apart [PRV-1]', async () => {
    const file = readOrders(await sampleDay('day-2026-11-23.csv'), words);
    const order = file?.orders[0];
    expect(order).toMatchObject({
      line: 2,
      vehicle: { plate: '粤B425A4', vin: 'LSVCC5H40L2558364', model: '途昂' },
      customer: { name: '陈海刚', phone: '19900002821' },
      words: '',
      row: {
        order: 'WT20261123001',
        advisor: 'P25',
        serviceType: 'accident',
        mileageKm: 13031,
        operations: [
          { name: '前大灯更换', minutes: 45 },
          { name: '前保险杠更换', minutes: 80 },
        ],
        arrivalAt: Date.UTC(2026, 10, 23, 0, 34),
        promisedAt: Date.UTC(2026, 10, 24, 7, 0),
        appointment: true,
        waits: 'away',
        wash: false,
        hasWords: false,
      },
    });
    expect(order?.row.vehicle).toMatch(/^v_[0-9a-v]{20}$/);
    expect(order?.row.customer).toMatch(/^p_[0-9a-v]{20}$/);
    expect(JSON.stringify(file?.orders.map(({ row }) => row))).not.toMatch(/陈海刚|19900002821|425A4|LSVCC5H40/);
  });

  it('given words with quotes and commas, when they are read, then they are whole', async () => {
    const file = readOrders(await sampleDay('day-2026-11-23.csv'), words);
    expect(file?.orders[8]).toMatchObject({ words: '"咔哒"声,怠速明显', row: { hasWords: true } });
  });
});

describe('references of the same car and customer [PRV-1]', () => {
  it('given another spelling of the plate, when it is read, then the reference is the same', () => {
    const one = withCell('车牌号', '粤B425A4').orders[0]?.row;
    const two = withCell('车牌号', '粤Ｂ·425a4').orders[0]?.row;
    expect(one?.vehicle).toBe(two?.vehicle);
  });

  it('given another telephone, when the name is the same, then it is another customer', () => {
    const one = withCell('联系电话', '199 0000 2821').orders[0]?.row;
    const two = withCell('联系电话', '19900002822').orders[0]?.row;
    expect(one?.customer).toBe(withCell('联系电话', '19900002821').orders[0]?.row.customer);
    expect(one?.customer).not.toBe(two?.customer);
  });
});

describe('cells in the spellings that people use', () => {
  it.each<[string, string, object]>([
    ['服务顾问', 'P24', { advisor: 'P24' }],
    ['维修类型', 'Warranty', { serviceType: 'warranty' }],
    ['维修类型', 'firstService', { serviceType: 'firstService' }],
    ['里程', '"13,031"', { mileageKm: 13031 }],
    ['里程', '1200.0', { mileageKm: 1200 }],
    [
      '维修项目',
      '水泵更换／150；抛光 / 40；',
      {
        operations: [
          { name: '水泵更换', minutes: 150 },
          { name: '抛光', minutes: 40 },
        ],
      },
    ],
    ['维修项目', '首次保养（机油机滤）/45', { operations: [{ name: '首次保养(机油机滤)', minutes: 45 }] }],
    ['进厂时间', '2026/11/23 8:34', { arrivalAt: Date.UTC(2026, 10, 23, 0, 34) }],
    ['约定交车时间', '', { promisedAt: null }],
    ['预约', 'y', { appointment: true }],
    ['在店等候', '是', { waits: 'lounge' }],
  ])('given %s %s, when it is read, then it is understood', (heading, value, expected) => {
    const { orders, faults } = withCell(heading, value.includes(',') ? value.replaceAll(/[",]/g, '') : value);
    expect(faults).toEqual([]);
    expect(orders[0]?.row).toMatchObject(expected);
  });
});

describe('a cell that is wrong [IMP-9]', () => {
  it.each<[string, string, string, string]>([
    ['车牌号', '粤B1', 'plate', 'badPlate'],
    ['车牌号', '', 'plate', 'missingValue'],
    ['委托书号', '', 'order', 'missingValue'],
    ['客户姓名', ' ', 'customer', 'missingValue'],
    ['里程', '很多', 'mileage', 'badMileage'],
    ['里程', '9999999', 'mileage', 'badMileage'],
    ['服务顾问', '赵文斌', 'advisor', 'unknownAdvisor'],
    ['维修类型', '改装', 'serviceType', 'unknownServiceType'],
    ['维修项目', '水泵更换', 'operations', 'badOperations'],
    ['维修项目', '飞行改装/30', 'operations', 'unknownOperation'],
    ['维修项目', '水泵更换/0', 'operations', 'badMinutes'],
    ['维修项目', '水泵更换/两小时', 'operations', 'badMinutes'],
    ['进厂时间', '2026-11-31 08:00', 'arrival', 'badTime'],
    ['约定交车时间', '明天', 'promise', 'badTime'],
    ['预约', '也许', 'appointment', 'badYesNo'],
    ['洗车', '', 'wash', 'missingValue'],
  ])('given %s %j, when it is read, then line 2 has the fault', (heading, value, column, problem) => {
    const { orders, faults } = withCell(heading, value);
    expect(orders).toEqual([]);
    expect(faults).toMatchObject([{ line: 2, column, problem }]);
  });

  it('given several wrong cells in several rows, when they are read, then all are reported by line', () => {
    const [headings = '', first = ''] = lines;
    const bad = first.replace('粤B425A4', 'x').replace('黄志强', '无此人');
    const text = [headings, bad, first, first, bad.replace('WT', 'WU')].join('\r\n');
    const file = readOrders(new TextEncoder().encode(text), words);
    expect(file?.faults.map(({ line, column, problem, value }) => [line, column, problem, value])).toEqual([
      [2, 'plate', 'badPlate', 'x'],
      [2, 'advisor', 'unknownAdvisor', '无此人'],
      [4, 'order', 'duplicateOrder', 'WT20261123001'],
      [5, 'plate', 'badPlate', 'x'],
      [5, 'advisor', 'unknownAdvisor', '无此人'],
    ]);
  });
});
