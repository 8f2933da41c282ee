// views/ — projection for the workshop wall: picks, field by field, what the wall may show.
import { carsIn, isHere, operationAtHand, promiseOf, queueOf, stageOf, stageSince } from '../domain/job.ts';
import type { Directory } from '../domain/directory.ts';
import type { Bay, Job, ShopState } from '../domain/state.ts';
import { stages, type Instant } from '../domain/words.ts';
import { alarmsOf } from '../plan/alarms.ts';
import { forecast, type Forecast } from '../plan/forecast.ts';
import { dueRate, rateOf } from '../plan/onTimeFigures.ts';
import { standingOf } from '../plan/standing.ts';
import { localDay } from '../time/shopTime.ts';
import { localPrefixOf, plateParts } from './plateMask.ts';
import type {
  PlateParts,
  WallAlarmRow,
  WallBayRow,
  WallFiguresRow,
  WallGroupRow,
  WallJobRow,
  WallRow,
} from './wallBoard.ts';

/** What every projection of one moment shares. */
interface Look {
  state: ShopState;
  directory: Directory;
  asOf: Instant;
  timeZone: string;
  predicted: Forecast;
  plateOf: (job: Job) => PlateParts;
}

/** All rows of the wall at a moment [PRV-4]. Empty for a shop that is not set up. */
export function wallRows(state: ShopState, directory: Directory, asOf: Instant): WallRow[] {
  const { shop } = state;
  if (!shop) return [];
  const localPrefix = localPrefixOf(Object.values(directory.vehicles).map(({ plate }) => plate));
  const look: Look = {
    state,
    directory,
    asOf,
    timeZone: shop.timeZone,
    predicted: forecast(state, asOf),
    plateOf: (job) => plateParts(directory.vehicles[job.vehicle]?.plate ?? '—', localPrefix),
  };
  const here = Object.values(state.jobs).filter(isHere);
  const bays = Object.values(state.bays).sort((a, b) => a.position - b.position);
  return [
    { key: 'shop', kind: 'shop', name: shop.name, timeZone: shop.timeZone, locale: shop.locale },
    figuresRow(look, here),
    ...here.map((job) => jobRow(look, job)),
    ...groupRows(here, bays),
    ...bays.map((bay) => bayRow(look, bay, here)),
    ...alarmRows(look),
  ];
}

function figuresRow({ state, asOf, timeZone }: Look, here: Job[]): WallFiguresRow {
  const counts = Object.fromEntries(stages.map((stage) => [stage, 0])) as Record<(typeof stages)[number], number>;
  const today = localDay(asOf, timeZone);
  for (const job of here) counts[stageOf(job)] += 1;
  for (const job of Object.values(state.jobs)) {
    if (stageOf(job) === 'booked' && localDay(job.arrivalAt, timeZone) === today) counts.booked += 1;
  }
  const ofToday = state.days[today];
  const month = Object.entries(state.days)
    .filter(([day]) => day.slice(0, 7) === today.slice(0, 7))
    .reduce((sum, [, figures]) => add(sum, figures), { delivered: 0, onTime: 0 });
  const { delivered: _delivered, cancelled: _cancelled, ...shown } = counts;
  return {
    key: 'figures',
    kind: 'figures',
    inShop: here.length,
    counts: shown,
    today: { delivered: ofToday?.delivered ?? 0, onTime: ofToday?.onTime ?? 0 },
    month: {
      delivered: month.delivered,
      rate: rateOf(month.onTime, month.delivered).rate,
      dueRate: dueRate(state, { from: `${today.slice(0, 7)}-01`, to: today }, asOf).rate,
    },
    target: state.shop?.onTimeTarget ?? 1,
  };
}

function add(a: { delivered: number; onTime: number }, b: { delivered: number; onTime: number }): typeof a {
  return { delivered: a.delivered + b.delivered, onTime: a.onTime + b.onTime };
}

function jobRow({ directory, asOf, timeZone, predicted, plateOf }: Look, job: Job): WallJobRow {
  const standing = standingOf(job, predicted, asOf, timeZone);
  const atHand = operationAtHand(job);
  const bay = job.location.kind === 'bay' ? job.location.bay : null;
  const nextBay = atHand?.status === 'dispatched' && atHand.bay !== bay ? atHand.bay : null;
  const { hold } = atHand ?? { hold: null };
  return {
    key: `job:${job.id}`,
    kind: 'job',
    plate: plateOf(job),
    stage: stageOf(job),
    ...standing,
    bay,
    nextBay,
    workType: atHand?.workType ?? null,
    hold: hold && { reason: hold.reason, since: hold.since, expectedAt: hold.expectedAt },
    advisor: directory.staff[job.advisor]?.name ?? job.advisor,
    stageSince: stageSince(job),
  };
}

function groupRows(here: Job[], bays: Bay[]): WallGroupRow[] {
  const groups = [...new Set(bays.map(({ workTypes }) => workTypes[0] ?? ''))];
  const waiting = waitingByGroup(here, bays);
  return groups.map((workType, position) => ({
    key: `group:${workType}`,
    kind: 'group',
    workType,
    position,
    waiting: waiting.get(workType) ?? 0,
  }));
}

/** Cars that wait to be dispatched, counted at the first group of bays whose own work it is. */
function waitingByGroup(here: Job[], bays: Bay[]): Map<string, number> {
  const waiting = new Map<string, number>();
  for (const job of here) {
    const next = operationAtHand(job);
    if (next?.status !== 'planned') continue;
    const bay =
      bays.find(({ workTypes }) => workTypes[0] === next.workType) ??
      bays.find(({ workTypes }) => workTypes.includes(next.workType));
    const group = bay?.workTypes[0];
    if (group !== undefined) waiting.set(group, (waiting.get(group) ?? 0) + 1);
  }
  return waiting;
}

function bayRow({ state, predicted, plateOf }: Look, bay: Bay, here: Job[]): WallBayRow {
  const [car] = carsIn(state, bay.code);
  const held = car?.operations.some(({ status, hold }) => status === 'held' && hold?.freesBay === false) ?? false;
  const running = car?.operations.some(({ status }) => status === 'running') ?? false;
  const busy = car !== undefined || queueOf(state, bay.code).length > 0;
  const wanted = here.some((job) => {
    const next = operationAtHand(job);
    return next?.status === 'planned' && bay.workTypes.includes(next.workType);
  });
  const stands = bay.closed ? 'closed' : held && !running ? 'held' : busy ? 'busy' : wanted ? 'wanted' : 'free';
  return {
    key: `bay:${bay.code}`,
    kind: 'bay',
    code: bay.code,
    group: bay.workTypes[0] ?? '',
    position: bay.position,
    state: stands,
    plate: car ? plateOf(car) : null,
    freeAt: busy ? (predicted.bays.get(bay.code) ?? null) : null,
    closed: bay.closed?.reason ?? null,
  };
}

function alarmRows({ state, directory, asOf, predicted, plateOf }: Look): WallAlarmRow[] {
  return alarmsOf(state, predicted, asOf).flatMap((alarm, rank): WallAlarmRow[] => {
    const job = state.jobs[alarm.job];
    if (!job) return [];
    const { code, actor, advice, minutes, freeBay, acknowledged, escalated, dueLater } = alarm;
    const actorName = actor === 'advisor' ? (directory.staff[job.advisor]?.name ?? null) : null;
    const promisedAt = code === 'notArrived' ? job.arrivalAt : (promiseOf(job)?.promisedAt ?? null);
    const key = `alarm:${job.id}`;
    const who = { actor, actorName, advice, freeBay, acknowledged, escalated, dueLater };
    return [{ key, kind: 'alarm', code, plate: plateOf(job), promisedAt, minutes, ...who, rank }];
  });
}
