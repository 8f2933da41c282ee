// access/ — a small garage from a few answers: the shop file that it would have written.
import { INSPECTION, WASH } from '@zhunshi/shared/domain/words.ts';
import type { Role, WorkType } from '@zhunshi/shared/domain/words.ts';
import type { GarageAnswers } from '@zhunshi/shared/wire/setUp.ts';
import type { ShopFile } from './shopFile.ts';

/** Usual work of a small garage with usual times: a start, which the shop changes later. */
const standardTimes: readonly { zh: string; en: string; workType: WorkType; minutes: number }[] = [
  { zh: '机油机滤更换', en: 'Oil and oil filter', workType: 'quick', minutes: 40 },
  { zh: '空调滤芯更换', en: 'Cabin filter', workType: 'quick', minutes: 15 },
  { zh: '空气滤芯更换', en: 'Air filter', workType: 'quick', minutes: 10 },
  { zh: '制动液更换', en: 'Brake fluid', workType: 'quick', minutes: 40 },
  { zh: '火花塞更换', en: 'Spark plugs', workType: 'quick', minutes: 45 },
  { zh: '轮胎换位', en: 'Tyre rotation', workType: 'quick', minutes: 25 },
  { zh: '电动车常规检查', en: 'Electric car check', workType: 'quick', minutes: 40 },
  { zh: '轮胎更换', en: 'New tyres', workType: 'mechanical', minutes: 35 },
  { zh: '前刹车片更换', en: 'Front brake pads', workType: 'mechanical', minutes: 50 },
  { zh: '后刹车片更换', en: 'Rear brake pads', workType: 'mechanical', minutes: 50 },
  { zh: '蓄电池更换', en: 'Battery', workType: 'mechanical', minutes: 20 },
  { zh: '故障检修', en: 'Fault diagnosis', workType: 'mechanical', minutes: 90 },
  { zh: '空调系统检修', en: 'Air conditioning', workType: 'mechanical', minutes: 120 },
  { zh: '减震器更换', en: 'Shock absorbers', workType: 'mechanical', minutes: 130 },
  { zh: '水泵更换', en: 'Water pump', workType: 'mechanical', minutes: 150 },
];

const serviceTypes = [
  { code: 'maintenance', zh: '常规保养', en: 'Maintenance' },
  { code: 'general', zh: '一般维修', en: 'General repair' },
  { code: 'firstService', zh: '首保', en: 'First service' },
  { code: 'warranty', zh: '索赔', en: 'Warranty' },
  { code: 'accident', zh: '事故车', en: 'Accident' },
];

const floorWork: readonly WorkType[] = ['quick', 'mechanical'];

/**
 * Where a handful of people do everything, whoever works on cars also washes them, and whoever answers for the work, or leads
 * it, may inspect it. That nobody inspects their own work stays a rule of its own [INS-1].
 */
const ableAs: Record<Role, readonly WorkType[]> = {
  technician: [...floorWork, INSPECTION, WASH],
  teamLeader: [...floorWork, INSPECTION, WASH],
  inspector: [INSPECTION],
  washer: [WASH],
  advisor: [INSPECTION],
  dispatcher: [INSPECTION],
  manager: [INSPECTION],
};

const two = (figure: number): string => String(figure).padStart(2, '0');

/** Every order names an advisor, so where nobody is one the managers are. */
function withAdvisor(people: GarageAnswers['people']): GarageAnswers['people'] {
  if (people.some(({ roles }) => roles.includes('advisor'))) return people;
  return people.map((person) =>
    person.roles.includes('manager') ? { ...person, roles: [...person.roles, 'advisor'] } : person,
  );
}

/** The shop file of a small garage: bays `01`, `02` … for quick and mechanical work, people `P01`, `P02` … in their order. */
export function garageToShopFile({ name, timeZone, locale, bays, people, hours }: GarageAnswers): ShopFile {
  return {
    name,
    timeZone,
    locale,
    hours,
    onTimeTarget: 0.96,
    serviceTypes,
    stageMinutes: { finalInspection: 10, wash: 15 },
    bays: Array.from({ length: bays }, (_, index) => ({
      code: two(index + 1),
      workTypes: [...floorWork],
      capacity: 1,
    })),
    teams: [],
    operations: standardTimes.map(({ zh, en, workType, minutes }) => ({
      name: locale === 'en' ? en : zh,
      workType,
      minutes,
      unattended: false,
    })),
    people: withAdvisor(people).map(({ name: called, roles }, index) => ({
      id: `P${two(index + 1)}`,
      name: called,
      roles,
      workTypes: [...new Set(roles.flatMap((role) => ableAs[role]))],
    })),
  };
}
