// shopSetUp/ — how the shop wants it done: limits of alarms, what is inspected, the rules and the lounge.
import { alarmCodes, loungeLabels } from '@zhunshi/shared/domain/words.ts';
import type { ShopView } from '../desk/shopView.ts';
import type { CommandForm, Field } from '../forms/commandForm.ts';
import { formWordsOf, optionsOf } from '../forms/formChoices.ts';
import { changing, number } from './changing.ts';
import { setUpWordsOf } from './setUpTables.ts';

export function alarmForm(view: ShopView, key: string): CommandForm {
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

export function inspectionForm(view: ShopView, key: string): CommandForm {
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

export function rulesForm(view: ShopView): CommandForm {
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
