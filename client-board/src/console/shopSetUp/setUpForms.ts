// shopSetUp/ — a row of the set-up → the form that changes it; an empty key: the form that adds one.
import type { SetUpChange } from '@zhunshi/shared/domain/commands.ts';
import { roles } from '@zhunshi/shared/domain/words.ts';
import { workTypeName } from '@zhunshi/shared/i18n/words.ts';
import { nameOf } from '../desk/shopView.ts';
import type { ShopView } from '../desk/shopView.ts';
import type { Answers } from '../forms/answers.ts';
import type { CommandForm, Field, FormShape } from '../forms/commandForm.ts';
import { carsOfDayTold, dayHoursForm } from '../forms/floorForms.ts';
import { formWordsOf, optionsOf } from '../forms/formChoices.ts';
import { windowsOf, windowsText } from '../forms/openingHours.ts';
import { addingNew } from './alreadyThere.ts';
import { changing, number, text } from './changing.ts';
import { nextNumber } from './nextNumber.ts';
import { alarmForm, inspectionForm, rulesForm } from './ruleForms.ts';
import { setUpWordsOf } from './setUpTables.ts';
import type { SetUpSection } from './setUpTables.ts';

/** The form of a row, or one that adds a row and leaves those that are there alone [SET-16]; people have their own, for their names and PINs go another way (`personForm`). */
export function setUpFormOf(view: ShopView, section: Exclude<SetUpSection, 'people'>, key: string): CommandForm {
  const form = rowFormOf(view, section, key);
  if (key !== '') return form;
  switch (section) {
    case 'bays':
      return addingNew(view, form, (code) => Object.hasOwn(view.state.bays, code));
    case 'teams':
      return addingNew(view, form, (code) => Object.hasOwn(view.state.teams, code));
    case 'serviceTypes':
      return addingNew(view, form, (code) => view.shop.serviceTypes.some((one) => one.code === code));
    case 'standardTimes':
      return addingNew(view, form, (name) => view.shop.operations.some((one) => one.name === name), 'name');
    default:
      return form;
  }
}

function rowFormOf(view: ShopView, section: Exclude<SetUpSection, 'people'>, key: string): CommandForm {
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
        told: () => carsOfDayTold(view, key),
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
  const form: FormShape = {
    type: 'ChangeSetUp',
    heading: say.sections.people,
    fields: () => [
      ...codeField(view, key, nextNumber(Object.keys(view.state.staff))),
      text('name', say.fields.name, member ? nameOf(view, key) : ''),
      {
        kind: 'many',
        name: 'roles',
        label: say.fields.roles,
        options: optionsOf(roles, view.words.roles),
        initial: member?.roles ?? [],
        required: true,
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
  return key === '' ? addingNew(view, form, (code) => Object.hasOwn(view.state.staff, code)) : form;
}

/** A question before a person's PIN ends and a new first one is given. */
export function newPinForm(view: ShopView, staff: string): FormShape {
  const { people } = setUpWordsOf(view);
  return {
    type: 'ChangeSetUp',
    heading: people.newPinFor(nameOf(view, staff)),
    fields: () => [],
    told: () => [{ mark: 'tight', text: people.newPinTold }],
  };
}

/** What a person can do, as the form says. */
export function workTypesOf(answers: Answers): string[] {
  const others = answers.text('otherWorkTypes').split(/[,，、\s]+/);
  return [...new Set([...answers.list('workTypes'), ...others])].filter(Boolean);
}

/** The code of something new, with what is offered for it; what is there keeps its own. */
function codeField(view: ShopView, key: string, offered = ''): Field[] {
  return key === '' ? [text('code', setUpWordsOf(view).fields.code, offered)] : [];
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
    kind: 'hours',
    name,
    label: fields[name],
    hint,
    initial: windowsText(shop.hours[name]),
  });
  return changing(
    say.sections.basics,
    () => [
      text('name', fields.name, shop.name),
      { ...text('timeZone', fields.timeZone, shop.timeZone), hint: say.about.timeZone },
      { ...text('locale', fields.locale, shop.locale), hint: say.about.locale },
      hours('weekdays'),
      hours('saturday'),
      hours('sunday'),
      {
        ...number('target', fields.target, Math.round(shop.onTimeTarget * 1000) / 10, 50, 100, 0.1),
        hint: say.about.target,
      },
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
  const form = changing(
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
  const needed = formWordsOf(view).problems.choose(say.fields.workTypes);
  return {
    ...form,
    problems: (answers) => (workTypesOf(answers).length === 0 ? [{ field: 'workTypes', text: needed }] : []),
  };
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
