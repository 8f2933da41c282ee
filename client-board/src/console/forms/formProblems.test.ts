import { formWords } from '@zhunshi/shared/i18n/formWords.ts';
import { describe, expect, it } from 'vitest';
import { Answers } from './answers.ts';
import type { Field } from './commandForm.ts';
import { fieldProblems } from './formProblems.ts';
import { personalProblems } from './personalProblems.ts';

const say = formWords['zh-CN'];
const none = new Set<string>();
const textsOf = (field: Field, value: string | string[] | { name: string; minutes: string }[], unreadable = none) =>
  fieldProblems([field], { [field.name]: value }, unreadable, say).map(({ text }) => text);

const asked = { name: 'operations', label: '维修项目', required: true } as const;
const work: Field = { kind: 'work', ...asked, initial: [], choices: [], usual: [] };
const minutes: Field = { kind: 'number', name: 'minutes', label: '分钟', min: 1, max: 6000, required: true };

describe('what a form would not send', () => {
  it('given a field that must be filled in, when it is empty, then its own sentence says so [FRM-1]', () => {
    const name: Field = { kind: 'text', name: 'name', label: '客户姓名', required: true };
    expect(textsOf(name, '  ')).toEqual(['请填客户姓名。']);
    expect(textsOf({ ...name, required: false }, '')).toEqual([]);
    expect(fieldProblems([{ ...name, label: 'Customer' }], {}, none, formWords.en)).toEqual([
      { field: 'name', text: 'Please fill in: Customer.' },
    ]);
  });

  it('given no work, or minutes that are none, when it is sent, then the line is named [FRM-1]', () => {
    expect(textsOf(work, [{ name: '', minutes: '30' }])).toEqual(['请填维修项目。']);
    expect(textsOf(work, [{ name: '机油', minutes: '0.5' }])).toEqual(['机油：请填 1 到 6000 的整数。']);
    expect(textsOf(work, [{ name: '机油', minutes: '' }])).toEqual([]);
  });

  it('given a number out of its range, or half a number, when it is sent, then that is said [FRM-1]', () => {
    expect(textsOf(minutes, '6001')).toEqual(['分钟：请填 1 到 6000 的整数。']);
    expect(textsOf({ ...minutes, step: 0.01, min: 0 }, '19.90')).toEqual([]);
    expect(textsOf(minutes, '', new Set(['minutes']))).toEqual(['分钟没有填完整，请改正或清空。']);
  });

  it('given opening hours that are none, overlap or run backwards, when they are sent, then how to write them is said [FRM-1]', () => {
    const hours: Field = { kind: 'hours', name: 'weekdays', label: '周一至周五' };
    const told = ['周一至周五要写成 08:30-12:00 13:30-18:00 这样，先早后晚；不营业就空着。'];
    for (const wrong of ['8点到5点', '08:30', '25:00-26:00', '18:00-08:30', '08:30-13:00 12:00-18:00']) {
      expect(textsOf(hours, wrong)).toEqual(told);
    }
    for (const right of ['', '8:30-17:30', '8：30-12：00、13:30至18:00']) expect(textsOf(hours, right)).toEqual([]);
    expect(textsOf({ ...hours, required: true }, '')).toEqual(['请填周一至周五。']);
  });

  it('given a choice that nobody made, when it is sent, then it is asked for; one that may be none is not [FRM-1]', () => {
    const kind: Field = { kind: 'choice', name: 'kind', label: '当天是', initial: '', options: [] };
    expect(textsOf(kind, '')).toEqual(['请选当天是。']);
    expect(textsOf({ ...kind, options: [{ value: '', text: '无' }] }, '')).toEqual([]);
    const roles: Field = { kind: 'many', name: 'roles', label: '角色', initial: [], options: [], required: true };
    expect(textsOf(roles, [])).toEqual(['请选角色。']);
  });
});

describe('plates and telephones', () => {
  const fieldsOf = (plate: string, phone: string, was?: { plate: string; phone: string }) =>
    personalProblems(new Answers({ plate, phone }, 'UTC'), say, was).map(({ field }) => field);

  it('given what cannot be a plate, when it is typed, then the form says so before it is sent [FRM-2]', () => {
    expect(fieldsOf('粤B1', '')).toEqual(['plate']);
    expect(fieldsOf('粤b·12345', '')).toEqual([]);
    expect(fieldsOf('旧', '', { plate: '旧', phone: '' })).toEqual([]);
  });

  it('given a telephone with too few figures or with letters, when it is typed, then the form says so [FRM-2]', () => {
    expect(fieldsOf('', '1234')).toEqual(['phone']);
    expect(fieldsOf('', '1380013800a')).toEqual(['phone']);
    expect(fieldsOf('', '+86 (755) 8888-0000')).toEqual([]);
    expect(fieldsOf('', '')).toEqual([]);
  });
});
