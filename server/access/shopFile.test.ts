import { decide } from '@zhunshi/shared/domain/decide.ts';
import { defaultRules } from '@zhunshi/shared/domain/defaultRules.ts';
import { initialState } from '@zhunshi/shared/domain/state.ts';
import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import { garageToShopFile } from './garage.ts';
import { sampleShopFile } from './sample.ts';
import { checkShopFile, readShopFile, shopFileToCommand } from './shopFile.ts';
import type { ShopFile } from './shopFile.ts';

const id = uuidv7();

async function sample(): Promise<ShopFile> {
  const read = readShopFile(await sampleShopFile());
  if (!read.ok) throw new Error('the sample is no shop file');
  return read.value;
}

/** The sample with one thing changed, as parsed JSON. */
async function sampleWith(change: (file: ShopFile) => void): Promise<unknown> {
  const file = structuredClone(await sample());
  change(file);
  return file;
}

describe('the shop file [SET-4]', () => {
  it('given the sample, when it is read, then its 22 bays, 5 teams, 35 people and 48 operations set a shop up', async () => {
    const { command, names } = shopFileToCommand(id, await sample());
    expect([command.bays.length, command.teams.length, command.staff.length]).toEqual([22, 5, 35]);
    expect(command.shop.operations.length).toBe(48);
    expect(Object.keys(names).length).toBe(35);
    expect(decide(initialState, command, { at: 0, by: null }).ok).toBe(true);
  });

  it('given a team, when its members say nothing else, then they can do what the team does', async () => {
    const { command } = shopFileToCommand(id, await sample());
    expect(command.staff.find((one) => one.id === 'P09')).toEqual({
      id: 'P09',
      roles: ['technician', 'teamLeader'],
      workTypes: ['mechanical', 'alignment', 'quick'],
      team: 'T3',
    });
  });

  it('given an inspector without work types, when the file is read, then they can inspect', async () => {
    const file = await sample();
    file.people = file.people.map((one) => ({ ...one, workTypes: undefined }));
    const { command } = shopFileToCommand(id, file);
    expect(command.staff.find((one) => one.id === 'P30')?.workTypes).toEqual(['inspection']);
  });

  it('given an inspector whose work types are named, when the file is read, then they are just those', async () => {
    const file = await sample();
    file.people = file.people.map((one) => ({ ...one, workTypes: ['alignment'] }));
    const { command } = shopFileToCommand(id, file);
    expect(command.staff.find((one) => one.id === 'P30')?.workTypes).toEqual(['alignment']);
  });

  it('given rules and a calendar, when the file is read, then the shop begins with them', async () => {
    const rules = { ...defaultRules, settleFirst: true };
    const calendar = { '2027-01-01': { kind: 'holiday' as const, windows: [] } };
    const read = readShopFile({ ...(await sample()), rules, calendar });
    if (!read.ok) throw new Error('refused');
    const { shop } = shopFileToCommand(id, read.value).command;
    expect([shop.rules, shop.calendar]).toEqual([rules, calendar]);
  });

  it('given several mistakes, when the file is checked, then every place is told', async () => {
    const wrong = await sampleWith((file) => {
      file.bays[3]!.workTypes = [];
      file.operations[7]!.minutes = 0;
      file.hours.saturday[0] = ['08:30', '25:00'];
    });
    expect(checkShopFile(wrong)).toEqual({
      places: ['hours.saturday[0][1]', 'bays[3].workTypes', 'operations[7].minutes'],
    });
  });

  it('given a bay without capacity and drying without a person, when read, then one car and unattended', async () => {
    const { command } = shopFileToCommand(id, await sample());
    expect(command.bays[0]).toEqual({ code: 'A01', workTypes: ['quick', 'mechanical'], capacity: 1 });
    expect(command.shop.operations.filter(({ unattended }) => unattended).map(({ name }) => name)).toEqual([
      '烤漆房烘烤',
    ]);
  });

  it('given names, when the command is made, then it holds none of them [PRV-1]', async () => {
    const { command, names } = shopFileToCommand(id, await sample());
    const written = JSON.stringify(command);
    expect(Object.values(names).filter(({ name }) => written.includes(name))).toEqual([]);
  });

  it.each<[string, string, (file: ShopFile) => void]>([
    ['a bay without work', 'bays[3].workTypes', (file) => (file.bays[3]!.workTypes = [])],
    ['a member without a name', 'teams[1].members[2].name', (file) => (file.teams[1]!.members[2]!.name = ' ')],
    ['a time that is none', 'hours.saturday[0][1]', (file) => (file.hours.saturday[0] = ['08:30', '25:00'])],
    ['minutes of nothing', 'operations[7].minutes', (file) => (file.operations[7]!.minutes = 0)],
    ['no service types', 'serviceTypes', (file) => (file.serviceTypes = [])],
  ])('given %s, when read, then it is refused at %s', async (_fault, where, change) => {
    expect(readShopFile(await sampleWith(change))).toEqual({ ok: false, refusal: { code: 'badShopFile', where } });
  });

  it.each([[null], ['shop'], [[]]])('given %j, when read, then the file itself is refused', (content) => {
    expect(readShopFile(content)).toEqual({ ok: false, refusal: { code: 'badShopFile', where: '.' } });
  });
});

describe('a small garage [SET-7]', () => {
  const answers = {
    name: '小王修车',
    timeZone: 'Asia/Shanghai',
    locale: 'zh-CN' as const,
    bays: 3,
    people: [
      { name: '王小明', roles: ['manager' as const, 'dispatcher' as const, 'advisor' as const] },
      { name: '李大力', roles: ['technician' as const] },
    ],
    hours: { weekdays: [['08:30', '18:00']] as [string, string][], saturday: [], sunday: [] },
  };

  it('given its answers, when the shop is made, then decide accepts it', () => {
    const { command, names } = shopFileToCommand(id, garageToShopFile(answers));
    expect(decide(initialState, command, { at: 0, by: null }).ok).toBe(true);
    expect(command.bays.map(({ code }) => code)).toEqual(['01', '02', '03']);
    expect(names).toEqual({ P01: { name: '王小明' }, P02: { name: '李大力' } });
  });

  it('given nobody who is an advisor, when orders come, then the manager is one too, since each order names one', () => {
    const people = [{ name: '王小明', roles: ['manager' as const] }, ...answers.people.slice(1)];
    const { command } = shopFileToCommand(id, garageToShopFile({ ...answers, people }));
    expect(command.staff[0]?.roles).toEqual(['manager', 'advisor']);
    expect(command.staff[1]?.roles).toEqual(['technician']);
  });

  it('given its table, when work is looked up, then quick and mechanical work have times in its language', () => {
    const english = garageToShopFile({ ...answers, locale: 'en' });
    expect(new Set(english.operations.map(({ workType }) => workType))).toEqual(new Set(['quick', 'mechanical']));
    expect(english.operations[0]?.name).toBe('Oil and oil filter');
  });

  it('given one technician and the boss, when a car is inspected, then the boss is able to', () => {
    const { command } = shopFileToCommand(id, garageToShopFile(answers));
    expect(command.staff[0]?.workTypes).toContain('inspection');
    expect(command.staff[1]?.workTypes).toEqual(['quick', 'mechanical', 'inspection', 'wash']);
  });
});
