// wall/testing/ — boards with so many cars, as a shop could have them at a moment: for tests of what fits, and for pictures of it.
// Invented plates; no chance: the same numbers give the same board.
import type { AlarmCode, HoldReason } from '@zhunshi/shared/domain/words.ts';
import type { Mark } from '@zhunshi/shared/plan/standing.ts';
import type {
  PlateParts,
  WallAlarmRow,
  WallBayRow,
  WallFiguresRow,
  WallGroupRow,
  WallJobRow,
  WallRow,
} from '@zhunshi/shared/views/wallBoard.ts';

/** The moment of all these boards: a Monday at 10:42 in Shanghai. */
export const stageNow = Date.parse('2026-11-23T10:42:00+08:00');
const MINUTE = 60_000;

export interface CarsWanted {
  cars: number;
  /** Of these are late. */
  late?: number;
  alarms?: number;
  /** The first so many alarms were seen to; the one after them has gone on to the manager. */
  seenTo?: number;
  /** A small garage: four bays in one group. */
  small?: boolean;
}

const plates =
  'D37923 RZ896 D97722 6740W 4W457 FX1089 7Q128 DA8824 1J937 42450 54622 DY3943 59813 H9243 UMV71 99310'.split(' ');
const prefixes = ['粤B', '粤B', '粤B', '粤A', '粤B', '湘A', '粤B', '京N', '粤B', '粤S'];
const advisors = ['陈晓东', '李敏', '罗嘉欣', '黄志强'];
const holds: HoldReason[] = ['approval', 'parts', 'sublet', 'equipment'];
const alarmCodes: AlarmCode[] = [
  'promisePassed',
  'predictedLate',
  'notDispatched',
  'approvalUnanswered',
  'partsWithoutTime',
];

function plateOf(index: number): PlateParts {
  const prefix = prefixes[index % prefixes.length] ?? '粤B';
  const rest =
    index < plates.length
      ? (plates[index] ?? '')
      : `${'DFGAB'[index % 5] ?? 'D'}${String((index * 7919) % 100_000).padStart(5, '0')}`;
  return { prefix, rest, local: prefix === '粤B' };
}

/** A car: the first `late` ones are late, the others stand in turn as cars do. */
export function carOnWall(index: number, late: number, cars: number): WallJobRow {
  const isLate =
    index % Math.max(1, Math.floor(cars / Math.max(1, late))) === 0 &&
    index / Math.max(1, Math.floor(cars / Math.max(1, late))) < late;
  const kinds: Mark[] = ['inOrder', 'tight', 'inOrder', 'waiting', 'inOrder', 'ready', 'inOrder', 'laterDay'];
  const mark: Mark = isLate ? 'late' : (kinds[index % kinds.length] ?? 'inOrder');
  const later = mark === 'laterDay' ? (24 * 60 * (1 + (index % 3)) + 300) * MINUTE : 0;
  const stages = ['working', 'waiting', 'dispatched', 'working', 'inspecting', 'washing', 'working'] as const;
  // Some of the late ones are held as well.
  const isHeld = mark === 'waiting' || (isLate && index % 3 === 0);
  const stage = isHeld ? 'held' : mark === 'ready' ? 'ready' : (stages[index % stages.length] ?? 'working');
  const workType =
    stage === 'inspecting'
      ? 'inspection'
      : stage === 'washing'
        ? 'wash'
        : (['quick', 'mechanical', 'body', 'paint'][index % 4] ?? 'quick');
  const inBay = stage === 'working' || stage === 'inspecting' || stage === 'washing';
  return {
    key: `job:${String(index)}`,
    kind: 'job',
    plate: plateOf(index),
    stage,
    mark,
    promisedAt: stageNow + (8 + index * 10) * MINUTE + later,
    predictedAt: stageNow,
    slackMinutes:
      mark === 'late' ? -5 - index : mark === 'tight' ? 8 + (index % 20) : mark === 'inOrder' ? 35 + index : null,
    overdueMinutes: 0,
    bay: inBay ? `${workType === 'wash' ? 'W' : 'B'}${String((index % 20) + 1).padStart(2, '0')}` : null,
    nextBay: stage === 'dispatched' ? `B${String((index % 20) + 1).padStart(2, '0')}` : null,
    workType,
    hold:
      stage === 'held'
        ? { reason: holds[index % holds.length] ?? 'parts', since: stageNow - 26 * MINUTE, expectedAt: null }
        : null,
    advisor: advisors[index % advisors.length] ?? '李敏',
    stageSince: stageNow - (index % 50) * MINUTE,
  };
}

function alarmOf(job: WallJobRow, index: number, seenTo: number): WallAlarmRow {
  const code = alarmCodes[Math.min(index, alarmCodes.length - 1)] ?? 'tight';
  const actor = code === 'notDispatched' ? 'dispatcher' : code === 'partsWithoutTime' ? 'parts' : 'advisor';
  const escalated = index === seenTo && seenTo > 0;
  return {
    key: job.key.replace('job:', 'alarm:'),
    kind: 'alarm',
    code,
    plate: job.plate,
    promisedAt: job.promisedAt,
    minutes: 5 + index * 7,
    actor: escalated ? 'manager' : actor,
    actorName: actor === 'advisor' && !escalated ? job.advisor : null,
    advice: code === 'notDispatched' ? 'dispatchFirst' : code === 'partsWithoutTime' ? 'giveTime' : 'tellCustomer',
    freeBay: code === 'notDispatched' ? 'B10' : null,
    acknowledged: index < seenTo,
    escalated,
    dueLater: false,
    // What was seen to comes after what nobody has seen [ALM-4].
    rank: index < seenTo ? index + 100 : index,
  };
}

function baysOf(small: boolean): (WallBayRow | WallGroupRow)[] {
  const groups = small
    ? ([['quick', '0', 4]] as const)
    : ([
        ['quick', 'A0', 4],
        ['mechanical', 'B0', 6],
        ['body', 'C0', 4],
        ['paint', 'D0', 2],
        ['inspection', 'Q0', 2],
        ['wash', 'W0', 2],
      ] as const);
  return groups.flatMap(([workType, code, count], position) => [
    {
      key: `group:${workType}`,
      kind: 'group' as const,
      workType,
      position,
      waiting: position === 1 ? 3 : position === 0 ? 1 : 0,
    },
    ...Array.from({ length: count }, (_, index): WallBayRow => {
      const state = (['busy', 'busy', 'held', 'busy', 'busy', 'wanted'] as const)[(index + position) % 6] ?? 'busy';
      const last = index === count - 1;
      const shown =
        last && position === 3
          ? 'closed'
          : last && position > 3
            ? 'free'
            : last
              ? 'wanted'
              : state === 'wanted'
                ? 'busy'
                : state;
      return {
        key: `bay:${code}${String(index + 1)}`,
        kind: 'bay',
        code: `${code}${String(index + 1)}`,
        group: workType,
        position: position * 10 + index,
        state: shown,
        plate: shown === 'busy' || shown === 'held' ? plateOf(index) : null,
        freeAt: shown === 'busy' ? stageNow + (8 + index * 15) * MINUTE : null,
        closed: shown === 'closed' ? 'maintenance' : null,
      };
    }),
  ]);
}

/** The rows of a board. */
export function carsOnWall({ cars, late = 2, alarms = 5, seenTo = 0, small = false }: CarsWanted): WallRow[] {
  const jobs = Array.from({ length: cars }, (_, index) => carOnWall(index, Math.min(late, cars), cars));
  const counts: WallFiguresRow['counts'] = {
    booked: 3,
    waiting: 0,
    dispatched: 0,
    working: 0,
    held: 0,
    inspecting: 0,
    washing: 0,
    ready: 0,
  };
  for (const { stage } of jobs) if (stage !== 'delivered' && stage !== 'cancelled') counts[stage] += 1;
  return [
    { key: 'shop', kind: 'shop', name: '示范店', timeZone: 'Asia/Shanghai', locale: 'zh-CN' },
    {
      key: 'figures',
      kind: 'figures',
      inShop: cars,
      counts,
      today: { delivered: 4, onTime: 3 },
      month: { delivered: 812, rate: 0.957, dueRate: 0.941 },
      target: 0.96,
    },
    ...jobs,
    ...jobs.slice(0, alarms).map((job, index) => alarmOf(job, index, seenTo)),
    ...baysOf(small),
  ];
}
