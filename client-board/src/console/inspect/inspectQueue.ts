// inspect/ — the shop as it is now → the cars to inspect, in the order of what breaks first, and those whose rework comes back.
import { inspectionPlanOf, isSeenByLeader, isSigned } from '@zhunshi/shared/domain/inspectionRecord.ts';
import { internalReturnsOf, isHere, openPredecessor } from '@zhunshi/shared/domain/job.ts';
import type { Job, Operation } from '@zhunshi/shared/domain/state.ts';
import type { JobId } from '@zhunshi/shared/domain/words.ts';
import { nameOf, placeText, plateOf } from '../desk/shopView.ts';
import type { ShopView } from '../desk/shopView.ts';
import { slackText } from '../desk/standingText.ts';
import { momentText } from '../desk/timeText.ts';
import type { Mark } from '@zhunshi/shared/plan/standing.ts';

export type InspectState = 'running' | 'held' | 'dispatched' | 'waiting' | 'rework';

/** A car in the inspector's list. */
export interface InspectRow {
  job: JobId;
  state: InspectState;
  plate: string;
  model: string;
  service: string;
  place: string;
  /** '' where nothing is promised. */
  promise: string;
  mark: Mark;
  slack: string;
  /** Who inspects it, or who does it again. */
  people: string[];
  /** Operations whose crew has not signed; null: the shop does not ask for it. */
  unsigned: number | null;
  /** Whether a team leader's look is there; null: not asked for. */
  leader: boolean | null;
  /** Which final inspection of this visit it will be, 1 for the first. */
  round: number;
}

/** Cars that can be inspected now, and cars that are being put right. */
export function inspectQueueOf(view: ShopView): { toInspect: InspectRow[]; comingBack: InspectRow[] } {
  const toInspect: Job[] = [];
  const comingBack: Job[] = [];
  for (const job of Object.values(view.state.jobs)) {
    if (!isHere(job) || job.readyAt !== null) continue;
    const inspection = finalInspectionOf(job);
    if (!inspection || inspection.status === 'done') continue;
    if (openPredecessor(job, inspection) === undefined) toInspect.push(job);
    else if (openRework(job).length > 0) comingBack.push(job);
  }
  const rows = (jobs: Job[]): InspectRow[] =>
    jobs.sort((a, b) => compare(breaksAt(view, a), breaksAt(view, b))).map((job) => rowOf(view, job));
  return { toInspect: rows(toInspect), comingBack: rows(comingBack) };
}

/** The final inspection of a car. */
export function finalInspectionOf(job: Job): Operation | undefined {
  return job.operations.find(({ kind }) => kind === 'inspection');
}

function openRework(job: Job): Operation[] {
  return job.operations.filter(({ reworkOf, status }) => reworkOf !== null && status !== 'done');
}

/** What breaks first comes first: least slack, the longest overdue before all; cars without a promise last. */
function breaksAt(view: ShopView, job: Job): [number, number] {
  const standing = view.standings.get(job.id);
  const promisedAt = standing?.promisedAt ?? Infinity;
  if (!standing || promisedAt === Infinity) return [Infinity, job.arrivalAt];
  if (standing.overdueMinutes > 0) return [-Infinity, promisedAt];
  return [standing.slackMinutes ?? (promisedAt - view.asOf) / 60_000, promisedAt];
}

function compare([a, a2]: [number, number], [b, b2]: [number, number]): number {
  if (a !== b) return a < b ? -1 : 1;
  return a2 === b2 ? 0 : a2 < b2 ? -1 : 1;
}

function rowOf(view: ShopView, job: Job): InspectRow {
  const inspection = finalInspectionOf(job);
  const rework = openRework(job);
  const standing = view.standings.get(job.id);
  const plan = inspectionPlanOf(view.state, job);
  const people = rework.length > 0 ? rework.flatMap(({ crew }) => crew) : (inspection?.crew ?? []);
  return {
    job: job.id,
    state: rework.length > 0 ? 'rework' : stateOf(inspection),
    plate: plateOf(view, job),
    model: view.directory.vehicles[job.vehicle]?.model ?? '',
    service: serviceNameOf(view, job),
    place: placeText(view, job),
    promise: standing?.promisedAt === null || standing === undefined ? '' : momentText(view, standing.promisedAt),
    mark: standing?.mark ?? 'inOrder',
    slack: slackText(view, job),
    people: [...new Set(people)].map((staff) => nameOf(view, staff)),
    unsigned: plan.self ? unsignedWork(job).length : null,
    leader: plan.leader ? isSeenByLeader(job) : null,
    round: internalReturnsOf(job) + 1,
  };
}

function stateOf(inspection: Operation | undefined): InspectState {
  const status = inspection?.status;
  if (status === 'running' || status === 'held' || status === 'dispatched') return status;
  return 'waiting';
}

/** Work that its crew has not signed though a person did it. */
export function unsignedWork(job: Job): Operation[] {
  return job.operations.filter((one) => one.kind === 'work' && !one.unattended && !isSigned(job, one));
}

/** Service types of the car's orders, in the language of the screen. */
export function serviceNameOf(view: ShopView, job: Job): string {
  const codes = [...new Set(job.orders.map(({ serviceType }) => serviceType))];
  return codes
    .map((code) => {
      const found = view.shop.serviceTypes.find((one) => one.code === code);
      return (view.language === 'zh-CN' ? found?.zh : found?.en) || code;
    })
    .join(' + ');
}
