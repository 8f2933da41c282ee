// live/prediction/ — between the page and its worker only what changed is sent: of the shop one way, of the prediction the other. Pure.
import type { ShopState } from '@zhunshi/shared/domain/state.ts';
import type { BayCode, Instant, JobId } from '@zhunshi/shared/domain/words.ts';
import type { Alarm } from '@zhunshi/shared/plan/alarms.ts';
import type { Forecast, JobForecast, OperationForecast } from '@zhunshi/shared/plan/forecast.ts';

/** What became of the parts of a shop that prediction and alarms read; those that are left out are as they were. */
export interface ShopPatch extends Partial<Pick<ShopState, 'shop' | 'bays' | 'staff' | 'learned'>> {
  jobs: ShopState['jobs'];
  gone: JobId[];
}

/** From one fold to another: folds share what did not change, so this compares references. Null: everything is new. */
export function shopPatchOf(before: ShopState | null, after: ShopState): ShopPatch {
  const patch: ShopPatch = { jobs: {}, gone: [] };
  for (const job of Object.values(after.jobs)) if (before?.jobs[job.id] !== job) patch.jobs[job.id] = job;
  for (const id in before?.jobs) if (!(id in after.jobs)) patch.gone.push(id);
  const { shop, bays, staff, learned } = after;
  if (before?.shop !== shop) patch.shop = shop;
  if (before?.bays !== bays) patch.bays = bays;
  if (before?.staff !== staff) patch.staff = staff;
  if (before?.learned !== learned) patch.learned = learned;
  return patch;
}

/** The shop after a patch. */
export function patchedShop(before: ShopState, { jobs, gone, ...changed }: ShopPatch): ShopState {
  const left = Object.entries(before.jobs).filter(([id]) => !gone.includes(id));
  return { ...before, ...changed, jobs: { ...Object.fromEntries(left), ...jobs } };
}

/** What became of a prediction. */
export interface PredictionPatch {
  /** It is all of it, not only what changed. */
  whole: boolean;
  jobs: [JobId, JobForecast][];
  gone: JobId[];
  bays: [BayCode, Instant][];
  /** Null where none changed. */
  alarms: AlarmPatch | null;
}

/** What became of the alarms, one a job [ALM-1]. */
export interface AlarmPatch {
  order: JobId[];
  changed: Alarm[];
}

/** Prediction and alarms of a moment. */
export interface Prediction {
  forecast: Forecast;
  alarms: readonly Alarm[];
}

/** From one prediction to another: jobs whose forecast is the same are left out. */
export function predictionPatchOf(before: Prediction | null, { forecast, alarms }: Prediction): PredictionPatch {
  const known = before?.forecast.jobs;
  return {
    whole: before === null,
    jobs: [...forecast.jobs].filter(([id, job]) => !isSame(known?.get(id), job)),
    gone: [...(known?.keys() ?? [])].filter((id) => !forecast.jobs.has(id)),
    bays: [...forecast.bays],
    alarms: alarmPatchOf(before?.alarms ?? [], alarms),
  };
}

function alarmPatchOf(before: readonly Alarm[], alarms: readonly Alarm[]): AlarmPatch | null {
  const known = new Map(before.map((alarm) => [alarm.job, alarm]));
  const changed = alarms.filter((alarm) => !isSameAlarm(known.get(alarm.job), alarm));
  const stays = before.length === alarms.length && alarms.every(({ job }, place) => before[place]?.job === job);
  return stays && changed.length === 0 ? null : { order: alarms.map(({ job }) => job), changed };
}

/** The prediction after a patch: what did not change stays the same object, so that nothing is drawn anew for it. */
export function patchedPrediction(before: Prediction | null, patch: PredictionPatch): Prediction {
  const jobs = new Map(patch.whole ? [] : before?.forecast.jobs);
  for (const id of patch.gone) jobs.delete(id);
  for (const [id, job] of patch.jobs) jobs.set(id, job);
  return { forecast: { jobs, bays: new Map(patch.bays) }, alarms: patchedAlarms(before?.alarms ?? [], patch.alarms) };
}

function patchedAlarms(before: readonly Alarm[], patch: AlarmPatch | null): readonly Alarm[] {
  if (!patch) return before;
  const alarms = new Map([...before, ...patch.changed].map((alarm) => [alarm.job, alarm]));
  return patch.order.flatMap((job) => alarms.get(job) ?? []);
}

/** An alarm holds texts and figures, no lists. */
function isSameAlarm(a: Alarm | undefined, b: Alarm): boolean {
  return a !== undefined && (Object.keys(b) as (keyof Alarm)[]).every((key) => a[key] === b[key]);
}

function isSame(a: JobForecast | undefined, b: JobForecast): boolean {
  return (
    a !== undefined &&
    a.finishAt === b.finishAt &&
    a.slackMinutes === b.slackMinutes &&
    a.atBestAt === b.atBestAt &&
    a.atBestSlackMinutes === b.atBestSlackMinutes &&
    a.awaitsAnswer === b.awaitsAnswer &&
    a.spreadMinutes === b.spreadMinutes &&
    a.betweenMinutes === b.betweenMinutes &&
    a.operations.size === b.operations.size &&
    [...b.operations].every(([id, times]) => isSameTimes(a.operations.get(id), times))
  );
}

function isSameTimes(a: OperationForecast | undefined, b: OperationForecast): boolean {
  return a?.startAt === b.startAt && a.finishAt === b.finishAt;
}
