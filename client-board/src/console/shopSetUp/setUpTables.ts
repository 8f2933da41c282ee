// shopSetUp/ — the set-up as it is now → plain tables, one a section.
import { alarmCodes, type Role } from '@zhunshi/shared/domain/words.ts';
import { maySend } from '@zhunshi/shared/domain/permissions.ts';
import { shopSetUpWords } from '@zhunshi/shared/i18n/shopSetUpWords.ts';
import type { ShopSetUpWords } from '@zhunshi/shared/i18n/shopSetUpWords.ts';
import { workTypeName } from '@zhunshi/shared/i18n/words.ts';
import { listText, nameOf } from '../desk/shopView.ts';
import type { ShopView } from '../desk/shopView.ts';
import { windowsText } from '../forms/openingHours.ts';

export const setUpSections = [
  'basics',
  'days',
  'bays',
  'teams',
  'people',
  'serviceTypes',
  'standardTimes',
  'alarms',
  'inspections',
  'rules',
] as const;
export type SetUpSection = (typeof setUpSections)[number];

export interface SetUpRow {
  key: string;
  cells: string[];
  /** What the first cell is about, in a sentence. */
  about?: string;
}

export interface SetUpTable {
  columns: string[];
  rows: SetUpRow[];
  /** Rows may be added and taken away. */
  grows: boolean;
}

/** Sections for a person: all for who may change the set-up, the days for who may set hours [CMD-6]. */
export function sectionsFor(roles: readonly Role[]): readonly SetUpSection[] {
  if (maySend(roles, 'ChangeSetUp')) return setUpSections;
  return maySend(roles, 'SetDayHours') ? ['days'] : [];
}

/** Words of the page in the language of the screen. */
export function setUpWordsOf({ language }: Pick<ShopView, 'language'>): ShopSetUpWords {
  return shopSetUpWords[language];
}

/** The name of a language tag; what is none is shown as it is. */
function languageName(tag: string, language: string): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** The table of a section. */
export function setUpTableOf(view: ShopView, section: SetUpSection): SetUpTable {
  const { shop, state, words, language } = view;
  const say = setUpWordsOf(view);
  const { fields } = say;
  const works = (list: readonly string[]): string =>
    listText(
      view,
      list.map((one) => workTypeName(one, language)),
    );
  const yes = (value: boolean): string => (value ? say.yes : say.no);
  const fixed = (columns: string[], rows: SetUpRow[]): SetUpTable => ({ columns, rows, grows: false });
  const growing = (columns: string[], rows: SetUpRow[]): SetUpTable => ({ columns, rows, grows: true });
  switch (section) {
    case 'basics': {
      const { hours, stageMinutes } = shop;
      const row = (field: keyof typeof say.about, text: string): SetUpRow => ({
        key: field,
        cells: [fields[field], text],
        about: say.about[field],
      });
      return fixed(
        [],
        [
          row('name', shop.name),
          row('timeZone', shop.timeZone),
          row('locale', languageName(shop.locale, language)),
          row('weekdays', windowsText(hours.weekdays) || say.holiday),
          row('saturday', windowsText(hours.saturday) || say.holiday),
          row('sunday', windowsText(hours.sunday) || say.holiday),
          row('target', String(Math.round(shop.onTimeTarget * 1000) / 10)),
          row('finalInspection', String(stageMinutes.finalInspection)),
          row('wash', String(stageMinutes.wash)),
        ],
      );
    }
    case 'days': {
      const days = Object.entries(shop.calendar).sort(([a], [b]) => a.localeCompare(b));
      return growing(
        [fields.day, fields.kind, fields.windows],
        days.map(([day, { kind, windows }]) => ({
          key: day,
          cells: [day, words.dayKinds[kind], windowsText(windows) || say.holiday],
        })),
      );
    }
    case 'bays':
      return growing(
        [fields.code, fields.workTypes, fields.capacity],
        Object.values(state.bays)
          .sort((a, b) => a.position - b.position)
          .map(({ code, workTypes, capacity }) => ({ key: code, cells: [code, works(workTypes), String(capacity)] })),
      );
    case 'teams':
      return growing(
        [fields.code, fields.name],
        Object.values(state.teams).map(({ id, name }) => ({ key: id, cells: [id, name] })),
      );
    case 'people':
      return growing(
        [fields.code, fields.name, fields.roles, fields.workTypes, fields.team],
        Object.values(state.staff).map(({ id, roles, workTypes, team }) => ({
          key: id,
          cells: [
            id,
            nameOf(view, id),
            listText(
              view,
              roles.map((role) => words.roles[role]),
            ),
            works(workTypes),
            team === null ? '' : (state.teams[team]?.name ?? team),
          ],
        })),
      );
    case 'serviceTypes':
      return growing(
        [fields.code, fields.zh, fields.en],
        shop.serviceTypes.map(({ code, zh, en }) => ({ key: code, cells: [code, zh, en] })),
      );
    case 'standardTimes':
      return growing(
        [fields.name, fields.workType, fields.minutes, fields.unattended],
        shop.operations.map(({ name, workType, minutes, unattended }) => ({
          key: name,
          cells: [name, workTypeName(workType, language), String(minutes), unattended ? say.yes : ''],
        })),
      );
    case 'alarms':
      return fixed(
        [fields.alarm, fields.on, fields.limit, fields.escalateAfter],
        alarmCodes.map((code) => {
          const { on, limit, escalateAfter } = shop.rules.alarms[code];
          const shown = code === 'progressCheck' ? `${limit} %` : String(limit);
          const after = escalateAfter === null ? say.never : String(escalateAfter);
          return { key: code, cells: [say.alarms[code], yes(on), shown, after], about: say.alarmAbout[code] };
        }),
      );
    case 'inspections':
      return fixed(
        [fields.name, fields.self, fields.leader, fields.points],
        shop.serviceTypes.map(({ code, zh, en }) => {
          const plan = shop.rules.inspections[code];
          const name = language === 'zh-CN' ? zh : en;
          return {
            key: code,
            cells: [
              name || code,
              yes(plan?.self ?? false),
              yes(plan?.leader ?? false),
              listText(view, plan?.points ?? []),
            ],
          };
        }),
      );
    case 'rules': {
      const { rules } = shop;
      const row = (field: keyof typeof say.about, text: string): SetUpRow => ({
        key: field,
        cells: [fields[field], text],
        about: say.about[field],
      });
      return fixed(
        [],
        [
          row('settleFirst', yes(rules.settleFirst)),
          row('reserveImported', yes(rules.reserveImported)),
          row('comebackDays', String(rules.comebackDays)),
          row('shows', say.shows[rules.lounge.shows]),
          row('defaultLabel', words.loungeLabels[rules.lounge.defaultLabel]),
          row('quietFrom', rules.lounge.quietHours?.[0] ?? ''),
          row('quietTo', rules.lounge.quietHours?.[1] ?? ''),
          row('volume', `${String(rules.lounge.volume)} %`),
          row('voice', yes(rules.lounge.voice)),
        ],
      );
    }
  }
}
