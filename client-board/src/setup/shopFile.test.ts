// setup/ — a shop file is looked at before it is sent, so that a wrong file is told at once and on the spot.
import { expect, test } from 'vitest';
import { readShopFile } from './shopFile.ts';

const shop = {
  name: '东门汽修',
  bays: [{ code: 'A01' }, { code: 'A02' }],
  teams: [{ id: 'T1', members: [{ id: 'P01' }, { id: 'P02' }] }],
  people: [{ id: 'P03' }],
  operations: [{ name: '机油机滤更换' }],
};

test('given a shop file, when it is read, then people of teams and others are counted', () => {
  const reading = readShopFile(JSON.stringify(shop));
  expect(reading).toEqual({
    kind: 'found',
    file: { content: shop, name: '东门汽修', bays: 2, people: 3, operations: 1 },
  });
});

test('given a byte-order mark before it, when it is read, then it does no harm', () => {
  expect(readShopFile(`\uFEFF${JSON.stringify(shop)}`).kind).toBe('found');
});

test('given a comma too many on the third line, when it is read, then the line is named', () => {
  const text = '{\n "name": "东门汽修",\n "bays": [{ "code": "A01" },, { "code": "A02" }],\n "people": []\n}';
  expect(readShopFile(text)).toEqual({ kind: 'notJson', line: 3 });
});

test('given an end that is missing, when it is read, then the last line is named or none', () => {
  expect(readShopFile('{\n "name": "x",\n')).toMatchObject({ kind: 'notJson' });
});

test.each(['[]', '"shop"', 'null', '{"name":"x"}', '{"name":"x","bays":[1],"people":"many"}'])(
  'given %s, when it is read, then there is no shop in it',
  (text) => {
    expect(readShopFile(text)).toEqual({ kind: 'notShop' });
  },
);

test('given a huge file, when it is read, then it is not taken for a shop file', () => {
  expect(readShopFile(' '.repeat(1_000_001))).toEqual({ kind: 'tooBig' });
});
