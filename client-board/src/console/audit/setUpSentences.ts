// audit/ — a change of the set-up → what changed, in words: each thing with what it is from then on.
import type { SetUpChange } from '@zhunshi/shared/domain/commands.ts';
import type { AlarmLimit, Hours, InspectionPlan, ShopRules } from '@zhunshi/shared/domain/state.ts';
import { alarmCodes } from '@zhunshi/shared/domain/words.ts';
import { sameContent } from '@zhunshi/shared/domain/sameContent.ts';
import { auditWords } from '@zhunshi/shared/i18n/auditWords.ts';
import { shopSetUpWords } from '@zhunshi/shared/i18n/shopSetUpWords.ts';
import { workTypeName } from '@zhunshi/shared/i18n/words.ts';
import { listText, nameOf } from '../desk/shopView.ts';
import type { ShopView } from '../desk/shopView.ts';
import { windowsText } from '../forms/openingHours.ts';

/** Rules as a change names them. */
export type RulesChange = Extract<SetUpChange, { kind: 'rules' }>['rules'];

/** What a change says. `before`: the rules of the latest change before it that is known, so that only what differs is told. */
export function changeText(view: ShopView, change: SetUpChange, before: Partial<ShopRules> = {}): string {
  const { language, words } = view;
  const say = auditWords[language].setUp;
  const { file, sections, fields } = shopSetUpWords[language];
  const of = (what: keyof typeof file.things, code: string, ...facts: string[]): string => {
    const told = facts.filter(Boolean);
    return `${file.things[what]} ${code}${told.length > 0 ? `：${listText(view, told)}` : ''}`;
  };
  const works = (types: readonly string[]): string =>
    listText(
      view,
      types.map((one) => workTypeName(one, language)),
    );
  switch (change.kind) {
    case 'basics':
      return `${sections.basics}：${listText(view, basicsFacts(view, change))}`;
    case 'saveBay':
      return of('bay', change.bay.code, works(change.bay.workTypes), say.capacity(change.bay.capacity));
    case 'removeBay':
      return say.removed(of('bay', change.code));
    case 'saveTeam':
      return of('team', change.team.id, change.team.name);
    case 'removeTeam':
      return say.removed(of('team', change.team));
    case 'saveStaff': {
      const { id, roles, workTypes, team } = change.member;
      const teamName = team === null ? '' : (view.state.teams[team]?.name ?? team);
      const titles = roles.map((role) => words.roles[role]);
      return of('staff', nameOf(view, id), ...titles, works(workTypes), teamName);
    }
    case 'removeStaff':
      return say.removed(of('staff', nameOf(view, change.staff)));
    case 'saveServiceType':
      return of('serviceType', change.serviceType.code, change.serviceType.zh, change.serviceType.en);
    case 'removeServiceType':
      return say.removed(of('serviceType', change.code));
    case 'saveStandardTime': {
      const { name, workType, minutes, unattended } = change.standardTime;
      const alone = unattended ? fields.unattended : '';
      return of('standardTime', name, workTypeName(workType, language), say.minutes(minutes), alone);
    }
    case 'removeStandardTime':
      return say.removed(of('standardTime', change.name));
    case 'rules':
      return `${file.things.rules}：${listText(view, rulesFacts(view, change.rules, before))}`;
    case 'dayHours':
      return dayText(view, change.day, change.hours);
  }
}

/** Hours of a day: what kind of day it is, and when the shop is open. */
export function dayText(
  view: ShopView,
  day: string,
  hours: Extract<SetUpChange, { kind: 'dayHours' }>['hours'],
): string {
  const { file } = shopSetUpWords[view.language];
  const told = hours
    ? `${view.words.dayKinds[hours.kind]} ${windowsText(hours.windows)}`.trim()
    : auditWords[view.language].setUp.usualHours;
  return `${file.things.day} ${day}：${told}`;
}

function basicsFacts(view: ShopView, change: Extract<SetUpChange, { kind: 'basics' }>): string[] {
  const { fields, holiday } = shopSetUpWords[view.language];
  const { name, timeZone, locale, hours, onTimeTarget, stageMinutes } = change;
  const open = (day: keyof Hours): string[] => (hours ? [`${fields[day]} ${windowsText(hours[day]) || holiday}`] : []);
  return [
    ...(name === undefined ? [] : [`${fields.name} ${name}`]),
    ...(timeZone === undefined ? [] : [`${fields.timeZone} ${timeZone}`]),
    ...(locale === undefined ? [] : [`${fields.locale} ${locale}`]),
    ...open('weekdays'),
    ...open('saturday'),
    ...open('sunday'),
    ...(onTimeTarget === undefined ? [] : [`${fields.target} ${Math.round(onTimeTarget * 1000) / 10}`]),
    ...(stageMinutes === undefined
      ? []
      : [`${fields.finalInspection} ${stageMinutes.finalInspection}`, `${fields.wash} ${stageMinutes.wash}`]),
  ];
}

function rulesFacts(view: ShopView, rules: RulesChange, before: Partial<ShopRules>): string[] {
  const words = shopSetUpWords[view.language];
  const { fields } = words;
  const yes = (value: boolean): string => (value ? words.yes : words.no);
  const { settleFirst, reserveImported, comebackDays, inspections, alarms, lounge } = rules;
  return [
    ...(settleFirst === undefined ? [] : [`${fields.settleFirst} ${yes(settleFirst)}`]),
    ...(reserveImported === undefined ? [] : [`${fields.reserveImported} ${yes(reserveImported)}`]),
    ...(comebackDays === undefined ? [] : [`${fields.comebackDays} ${comebackDays}`]),
    ...(inspections ? inspectionFacts(view, inspections, before.inspections) : []),
    ...(alarms
      ? alarmCodes
          .filter((code) => !sameContent(alarms[code], before.alarms?.[code]))
          .map((code) => `${words.alarms[code]} ${alarmText(view, alarms[code])}`)
      : []),
    ...(lounge ? loungeFacts(view, lounge) : []),
  ];
}

function alarmText(view: ShopView, { on, limit, escalateAfter }: AlarmLimit): string {
  const say = auditWords[view.language].setUp;
  if (!on) return say.off;
  return escalateAfter === null ? String(limit) : `${limit}（${say.escalate(String(escalateAfter))}）`;
}

function inspectionFacts(
  view: ShopView,
  inspections: ShopRules['inspections'],
  before: ShopRules['inspections'] = {},
): string[] {
  const words = shopSetUpWords[view.language];
  const codes = [...new Set([...Object.keys(inspections), ...Object.keys(before)])];
  return codes
    .filter((code) => !sameContent(inspections[code], before[code]))
    .map((code) => {
      const type = view.shop.serviceTypes.find((one) => one.code === code);
      const name = (view.language === 'zh-CN' ? type?.zh : type?.en) || code;
      return `${words.sections.inspections} ${name}（${planText(view, inspections[code])}）`;
    });
}

function planText(view: ShopView, plan: InspectionPlan | undefined): string {
  const { fields } = shopSetUpWords[view.language];
  if (!plan) return auditWords[view.language].setUp.noPoints;
  return listText(view, [...(plan.self ? [fields.self] : []), ...(plan.leader ? [fields.leader] : []), ...plan.points]);
}

function loungeFacts(
  view: ShopView,
  { shows, defaultLabel, quietHours, volume, voice }: ShopRules['lounge'],
): string[] {
  const { fields, shows: shown, yes, no } = shopSetUpWords[view.language];
  const quiet = quietHours ? [auditWords[view.language].setUp.quiet(...quietHours)] : [];
  return [
    `${fields.shows} ${shown[shows]}`,
    `${fields.defaultLabel} ${view.words.loungeLabels[defaultLabel]}`,
    ...quiet,
    `${fields.volume} ${String(volume)} %`,
    `${fields.voice} ${voice ? yes : no}`,
  ];
}
