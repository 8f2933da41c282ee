// shopSetUp/ — how the shop wants it done: limits of alarms, what is inspected, the rules and the lounge.
import { alarmCodes, loungeLabels } from '@zhunshi/shared/domain/words.ts';
import { suggestedPoints } from '@zhunshi/shared/i18n/inspectWords.ts';
import { listText } from '../desk/shopView.ts';
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
      { ...number('limit', label, limit.limit, 0, 100_000), hint: say.alarmAbout[code] },
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
  const usual: Readonly<Record<string, readonly string[]>> = suggestedPoints[view.language];
  const suggested = usual[key] ?? [];
  return changing(
    `${say.sections.inspections} ${serviceName(view, key)}`,
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
      ...(suggested.length > 0 && !plan?.points.length
        ? [{ kind: 'yesNo' as const, name: 'suggested', label: say.suggest(listText(view, suggested)), initial: false }]
        : []),
    ],
    (answers) => {
      const typed = answers
        .text('points')
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean);
      const points = [...new Set([...typed, ...(answers.yes('suggested') ? suggested : [])])];
      const saved = { self: answers.yes('self'), leader: answers.yes('leader'), points };
      // A service type that asks for nothing beside the final inspection is not named.
      const others = Object.fromEntries(Object.entries(inspections).filter(([one]) => one !== key));
      const asks = saved.self || saved.leader || points.length > 0;
      return [{ kind: 'rules', rules: { inspections: asks ? { ...others, [key]: saved } : others } }];
    },
  );
}

function serviceName({ shop, language }: ShopView, code: string): string {
  const found = shop.serviceTypes.find((one) => one.code === code);
  return (language === 'zh-CN' ? found?.zh : found?.en) || code;
}

export function rulesForm(view: ShopView): CommandForm {
  const say = setUpWordsOf(view);
  const { rules } = view.shop;
  const { fields } = say;
  const time = (name: 'quietFrom' | 'quietTo', initial = ''): Field => ({
    kind: 'time',
    name,
    label: fields[name],
    hint: say.about[name],
    initial,
  });
  return changing(
    say.sections.rules,
    () => [
      { kind: 'yesNo', name: 'settleFirst', label: fields.settleFirst, initial: rules.settleFirst },
      { kind: 'yesNo', name: 'reserveImported', label: fields.reserveImported, initial: rules.reserveImported },
      { ...number('comebackDays', fields.comebackDays, rules.comebackDays, 0, 62), hint: say.about.comebackDays },
      {
        kind: 'choice',
        name: 'shows',
        label: fields.shows,
        hint: say.about.shows,
        options: optionsOf(['waiting', 'all'], say.shows),
        initial: rules.lounge.shows,
      },
      {
        kind: 'choice',
        name: 'defaultLabel',
        label: fields.defaultLabel,
        hint: say.about.defaultLabel,
        options: optionsOf(loungeLabels, view.words.loungeLabels),
        initial: rules.lounge.defaultLabel,
      },
      time('quietFrom', rules.lounge.quietHours?.[0]),
      time('quietTo', rules.lounge.quietHours?.[1]),
      { ...number('volume', fields.volume, rules.lounge.volume, 0, 100), hint: say.about.volume },
      { kind: 'yesNo', name: 'voice', label: fields.voice, hint: say.about.voice, initial: rules.lounge.voice },
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
              volume: answers.minutes('volume', rules.lounge.volume),
              voice: answers.yes('voice'),
            },
          },
        },
      ];
    },
  );
}
