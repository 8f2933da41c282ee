// shopSetUp/ — a row of the set-up → the form that changes it; an empty key: the form that adds one.
import type { SetUpChange } from '@zhunshi/shared/domain/commands.ts';
import { alarmCodes, loungeLabels, roles } from '@zhunshi/shared/domain/words.ts';
import { workTypeName } from '@zhunshi/shared/i18n/words.ts';
import { nameOf } from '../desk/shopView.ts';
import type { ShopView } from '../desk/shopView.ts';
import type { Answers } from '../forms/answers.ts';
import type { CommandForm, Field, FormShape } from '../forms/commandForm.ts';
import { dayHoursForm, windowsOf, windowsText } from '../forms/floorForms.ts';
import { formWordsOf, optionsOf } from '../forms/formChoices.ts';
import { setUpWordsOf } from './setUpTables.ts';
import type { SetUpSection } from './setUpTables.ts';

const text = (name: string, label: string, initial = '', required = true): Field => ({
  kind: 'text',
  name,
  label,
  initial,
  required,
});
const number = (name: string, label: string, initial: number | null, min: number, max: number, step = 1): Field => ({
  kind: 'number',
  name,
  label,
  initial: initial === null ? '' : String(initial),
  min,
  max,
  step,
  required: initial !== null,
});

/** A form of changes to the set-up. */
function changing(heading: string, fields: () => Field[], changes: (answers: Answers) => SetUpChange[]): CommandForm {
  return {
    type: 'ChangeSetUp',
    heading,
    fields,
    wish: (answers) => ({ type: 'ChangeSetUp', changes: changes(answers) }),
  };
}

/** The form of a row; people have their own, for their names and PINs go another way (`personForm`). */
export function setUpFormOf(view: ShopView, section: Exclude<SetUpSection, 'people'>, key: string): CommandForm {
  const say = setUpWordsOf(view);
  switch (section) {
    case 'basics':
      return basicsForm(view);
    case 'days':
      return dayHoursForm(view, key || null);
    case 'bays':
      return bayForm(view, key);
    case 'teams':
      return changing(
        say.sections.teams,
        () => [...codeField(view, key), text('name', say.fields.name, view.state.teams[key]?.name)],
        (answers) => [{ kind: 'saveTeam', team: { id: key || answers.text('code'), name: answers.text('name') } }],
      );
    case 'serviceTypes': {
      const found = view.shop.serviceTypes.find(({ code }) => code === key);
      return changing(
        say.sections.serviceTypes,
        () => [
          ...codeField(view, key),
          text('zh', say.fields.zh, found?.zh),
          text('en', say.fields.en, found?.en, false),
        ],
        (answers) => {
          const serviceType = { code: key || answers.text('code'), zh: answers.text('zh'), en: answers.text('en') };
          return [{ kind: 'saveServiceType', serviceType }];
        },
      );
    }
    case 'standardTimes':
      return standardTimeForm(view, key);
    case 'alarms':
      return alarmForm(view, key);
    case 'inspections':
      return inspectionForm(view, key);
    case 'rules':
      return rulesForm(view);
  }
}

/** A question before a row goes; null: rows of that section stay. */
export function removeFormOf(view: ShopView, section: SetUpSection, key: string): CommandForm | null {
  const heading = setUpWordsOf(view).removeWhat(section === 'people' ? nameOf(view, key) : key);
  const removing = (change: SetUpChange): CommandForm =>
    changing(
      heading,
      () => [],
      () => [change],
    );
  switch (section) {
    case 'days':
      return {
        type: 'SetDayHours',
        heading,
        fields: () => [],
        wish: () => ({ type: 'SetDayHours', day: key, hours: null }),
      };
    case 'bays':
      return removing({ kind: 'removeBay', code: key });
    case 'teams':
      return removing({ kind: 'removeTeam', team: key });
    case 'people':
      return removing({ kind: 'removeStaff', staff: key });
    case 'serviceTypes':
      return removing({ kind: 'removeServiceType', code: key });
    case 'standardTimes':
      return removing({ kind: 'removeStandardTime', name: key });
    default:
      return null;
  }
}

/** Somebody who begins to work here, or works here otherwise. */
export function personForm(view: ShopView, key: string): FormShape {
  const say = setUpWordsOf(view);
  const member = view.state.staff[key];
  const teams = Object.values(view.state.teams).map(({ id, name }) => ({ value: id, text: name }));
  return {
    type: 'ChangeSetUp',
    heading: say.sections.people,
    fields: () => [
      ...codeField(view, key),
      text('name', say.fields.name, member ? nameOf(view, key) : ''),
      {
        kind: 'many',
        name: 'roles',
        label: say.fields.roles,
        options: optionsOf(roles, view.words.roles),
        initial: member?.roles ?? [],
      },
      ...workTypeFields(view, member?.workTypes ?? []),
      {
        kind: 'choice',
        name: 'team',
        label: say.fields.team,
        options: [{ value: '', text: formWordsOf(view).none }, ...teams],
        initial: member?.team ?? '',
      },
    ],
  };
}

/** What a person can do, as the form says. */
export function workTypesOf(answers: Answers): string[] {
  const others = answers.text('otherWorkTypes').split(/[,，、\s]+/);
  return [...new Set([...answers.list('workTypes'), ...others])].filter(Boolean);
}

/** The code of something new; what is there keeps its own. */
function codeField(view: ShopView, key: string): Field[] {
  return key === '' ? [text('code', setUpWordsOf(view).fields.code)] : [];
}

function knownWorkTypes({ state, shop }: ShopView): string[] {
  const ofBays = Object.values(state.bays).flatMap(({ workTypes }) => workTypes);
  return [...new Set([...ofBays, ...shop.operations.map(({ workType }) => workType)])];
}

function workTypeFields(view: ShopView, own: readonly string[]): Field[] {
  const say = setUpWordsOf(view);
  const options = knownWorkTypes(view).map((one) => ({ value: one, text: workTypeName(one, view.language) }));
  return [
    { kind: 'many', name: 'workTypes', label: say.fields.workTypes, options, initial: own },
    text('otherWorkTypes', say.fields.otherWorkTypes, '', false),
  ];
}

function basicsForm(view: ShopView): CommandForm {
  const { shop } = view;
  const say = setUpWordsOf(view);
  const { fields } = say;
  const hint = formWordsOf(view).hints.windows;
  const hours = (name: 'weekdays' | 'saturday' | 'sunday'): Field => ({
    kind: 'text',
    name,
    label: fields[name],
    hint,
    initial: windowsText(shop.hours[name]),
  });
  return changing(
    say.sections.basics,
    () => [
      text('name', fields.name, shop.name),
      text('timeZone', fields.timeZone, shop.timeZone),
      text('locale', fields.locale, shop.locale),
      hours('weekdays'),
      hours('saturday'),
      hours('sunday'),
      number('target', fields.target, Math.round(shop.onTimeTarget * 1000) / 10, 50, 100, 0.1),
      number('finalInspection', fields.finalInspection, shop.stageMinutes.finalInspection, 1, 600),
      number('wash', fields.wash, shop.stageMinutes.wash, 1, 600),
    ],
    (answers) => [
      {
        kind: 'basics',
        name: answers.text('name'),
        timeZone: answers.text('timeZone'),
        locale: answers.text('locale'),
        hours: {
          weekdays: windowsOf(answers.text('weekdays')),
          saturday: windowsOf(answers.text('saturday')),
          sunday: windowsOf(answers.text('sunday')),
        },
        onTimeTarget: (answers.number('target') ?? shop.onTimeTarget * 100) / 100,
        stageMinutes: {
          finalInspection: answers.minutes('finalInspection', shop.stageMinutes.finalInspection),
          wash: answers.minutes('wash', shop.stageMinutes.wash),
        },
      },
    ],
  );
}

function bayForm(view: ShopView, key: string): CommandForm {
  const say = setUpWordsOf(view);
  const bay = view.state.bays[key];
  return changing(
    `${say.sections.bays} ${key}`.trim(),
    () => [
      ...codeField(view, key),
      ...workTypeFields(view, bay?.workTypes ?? []),
      number('capacity', say.fields.capacity, bay?.capacity ?? 1, 1, 20),
    ],
    (answers) => {
      const saved = { code: key || answers.text('code'), workTypes: workTypesOf(answers) };
      return [{ kind: 'saveBay', bay: { ...saved, capacity: answers.minutes('capacity', 1) } }];
    },
  );
}

function standardTimeForm(view: ShopView, key: string): CommandForm {
  const say = setUpWordsOf(view);
  const found = view.shop.operations.find(({ name }) => name === key);
  const options = knownWorkTypes(view).map((one) => ({ value: one, text: workTypeName(one, view.language) }));
  return changing(
    `${say.sections.standardTimes} ${key}`.trim(),
    () => [
      ...(key === '' ? [text('name', say.fields.name)] : []),
      {
        kind: 'choice',
        name: 'workType',
        label: say.fields.workType,
        options,
        initial: found?.workType ?? options[0]?.value ?? '',
      },
      number('minutes', say.fields.minutes, found?.minutes ?? 30, 1, 6000),
      { kind: 'yesNo', name: 'unattended', label: say.fields.unattended, initial: found?.unattended ?? false },
    ],
    (answers) => {
      const saved = { name: key || answers.text('name'), workType: answers.text('workType') };
      const how = { minutes: answers.minutes('minutes', 30), unattended: answers.yes('unattended') };
      return [{ kind: 'saveStandardTime', standardTime: { ...saved, ...how } }];
    },
  );
}

function alarmForm(view: ShopView, key: string): CommandForm {
  const say = setUpWordsOf(view);
  const { alarms } = view.shop.rules;
  const code = alarmCodes.find((one) => one === key) ?? 'promisePassed';
  const limit = alarms[code];
  const label = code === 'progressCheck' ? say.fields.limitPercent : say.fields.limit;
  return changing(
    say.alarms[code],
    () => [
      { kind: 'yesNo', name: 'on', label: say.fields.on, initial: limit.on },
      number('limit', label, limit.limit, 0, 100_000),
      number('escalateAfter', say.fields.escalateAfter, limit.escalateAfter, 1, 100_000),
    ],
    (answers) => {
      const escalateAfter = answers.number('escalateAfter');
      const saved = { on: answers.yes('on'), limit: answers.minutes('limit', limit.limit), escalateAfter };
      return [{ kind: 'rules', rules: { alarms: { ...alarms, [code]: saved } } }];
    },
  );
}

function inspectionForm(view: ShopView, key: string): CommandForm {
  const say = setUpWordsOf(view);
  const { inspections } = view.shop.rules;
  const plan = inspections[key];
  return changing(
    `${say.sections.inspections} ${key}`,
    () => [
      { kind: 'yesNo', name: 'self', label: say.fields.self, initial: plan?.self ?? false },
      { kind: 'yesNo', name: 'leader', label: say.fields.leader, initial: plan?.leader ?? false },
      {
        kind: 'lines',
        name: 'points',
        label: say.fields.points,
        hint: formWordsOf(view).hints.listed,
        initial: plan?.points.join('\n') ?? '',
      },
    ],
    (answers) => {
      const points = answers
        .text('points')
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean);
      const saved = { self: answers.yes('self'), leader: answers.yes('leader'), points };
      // A service type that asks for nothing beside the final inspection is not named.
      const others = Object.fromEntries(Object.entries(inspections).filter(([one]) => one !== key));
      const asks = saved.self || saved.leader || points.length > 0;
      return [{ kind: 'rules', rules: { inspections: asks ? { ...others, [key]: saved } : others } }];
    },
  );
}

function rulesForm(view: ShopView): CommandForm {
  const say = setUpWordsOf(view);
  const { rules } = view.shop;
  const { fields } = say;
  const time = (name: string, label: string, initial = ''): Field => ({ kind: 'time', name, label, initial });
  return changing(
    say.sections.rules,
    () => [
      { kind: 'yesNo', name: 'settleFirst', label: fields.settleFirst, initial: rules.settleFirst },
      { kind: 'yesNo', name: 'reserveImported', label: fields.reserveImported, initial: rules.reserveImported },
      number('comebackDays', fields.comebackDays, rules.comebackDays, 0, 62),
      {
        kind: 'choice',
        name: 'shows',
        label: fields.shows,
        options: optionsOf(['waiting', 'all'], say.shows),
        initial: rules.lounge.shows,
      },
      {
        kind: 'choice',
        name: 'defaultLabel',
        label: fields.defaultLabel,
        options: optionsOf(loungeLabels, view.words.loungeLabels),
        initial: rules.lounge.defaultLabel,
      },
      time('quietFrom', fields.quietFrom, rules.lounge.quietHours?.[0]),
      time('quietTo', fields.quietTo, rules.lounge.quietHours?.[1]),
    ],
    (answers) => {
      const [from, to] = [answers.text('quietFrom'), answers.text('quietTo')];
      return [
        {
          kind: 'rules',
          rules: {
            settleFirst: answers.yes('settleFirst'),
            reserveImported: answers.yes('reserveImported'),
            comebackDays: answers.minutes('comebackDays', rules.comebackDays),
            lounge: {
              shows: answers.oneOf('shows', ['waiting', 'all']) ?? 'waiting',
              defaultLabel: answers.oneOf('defaultLabel', loungeLabels) ?? 'plate',
              quietHours: from !== '' && to !== '' ? [from, to] : null,
            },
          },
        },
      ];
    },
  );
}
