// inspect/ — a car that is looked at → what was done on it and by whom, what of the record is missing, and what can be done next.
import { whyNotCrew } from '@zhunshi/shared/domain/deciders/dispatching.ts';
import { whyNotRun } from '@zhunshi/shared/domain/deciders/working.ts';
import { inspectionPlanOf, isSeenByLeader, whyNotComplete } from '@zhunshi/shared/domain/inspectionRecord.ts';
import { openPredecessor, workedMs, workersOf } from '@zhunshi/shared/domain/job.ts';
import type { Refusal } from '@zhunshi/shared/domain/refusals.ts';
import type { Job, Operation } from '@zhunshi/shared/domain/state.ts';
import type { BayCode, OperationId, StaffId } from '@zhunshi/shared/domain/words.ts';
import { operationName } from '@zhunshi/shared/i18n/words.ts';
import type { Ask } from '../../live/wish.ts';
import { bayChoicesOf, operationsWithoutBay } from '../desk/bayChoices.ts';
import { listText, nameOf } from '../desk/shopView.ts';
import type { ShopView } from '../desk/shopView.ts';
import { momentText } from '../desk/timeText.ts';
import { finalInspectionOf, unsignedWork } from './inspectQueue.ts';

/** A piece of work as the inspector reads it. */
export interface WorkLine {
  operation: OperationId;
  name: string;
  crew: string[];
  /** Minutes worked; null: not known. */
  worked: number | null;
  standard: number;
  done: boolean;
  rework: boolean;
  /** Who signed it; '' where nobody did. */
  signedBy: string;
  /** Who could sign it; empty where no signature is missing. */
  signers: { staff: StaffId; name: string }[];
}

/** How the inspection can be begun. */
export type Beginning =
  | { kind: 'none' }
  /** One tap: these commands, one after the other. */
  | { kind: 'ask'; asks: Ask[]; resumes: boolean; takesFrom: string; no: Refusal | null }
  /** Somebody who does not inspect sends it to who does. */
  | { kind: 'dispatch' };

export interface InspectionSheet {
  job: Job;
  inspection: Operation;
  running: boolean;
  points: readonly string[];
  work: WorkLine[];
  /** The leader's look: null not asked for, '' missing, else who and when. */
  leader: string | null;
  mayLead: boolean;
  /** Names of the work that the person who looks did on this car; '' none [INS-1]. */
  own: string;
  beginning: Beginning;
}

/** The sheet of a car; null where it has no final inspection any more. */
export function inspectionSheetOf(view: ShopView, job: Job): InspectionSheet | null {
  const inspection = finalInspectionOf(job);
  if (!inspection || inspection.status === 'done' || job.readyAt !== null) return null;
  const plan = inspectionPlanOf(view.state, job);
  const unsigned = new Set(plan.self ? unsignedWork(job).map(({ id }) => id) : []);
  const own = job.operations.filter(({ kind, segments }) => {
    return kind === 'work' && segments.some(({ technician }) => technician === view.me);
  });
  const member = view.state.staff[view.me];
  return {
    job,
    inspection,
    running: inspection.status === 'running',
    points: plan.points,
    work: job.operations.filter(({ kind }) => kind === 'work').map((one) => workLine(view, job, one, unsigned)),
    leader: plan.leader ? leaderText(view, job) : null,
    mayLead: (member?.roles.includes('teamLeader') ?? false) && !workersOf(job).has(view.me),
    own: listText(
      view,
      own.map((one) => operationName(one, view.language)),
    ),
    beginning: beginningOf(view, job, inspection),
  };
}

function workLine(view: ShopView, job: Job, operation: Operation, unsigned: ReadonlySet<OperationId>): WorkLine {
  const { id, segments, crew, status, minutes, reworkOf } = operation;
  const people = [...new Set([...segments.map(({ technician }) => technician), ...crew])];
  const signature = job.inspections.findLast(({ level, operation: of }) => level === 'self' && of === id);
  const done = status === 'done';
  return {
    operation: id,
    name: operationName(operation, view.language),
    crew: people.map((staff) => nameOf(view, staff)),
    worked: done ? Math.round(workedMs(operation, view.asOf) / 60_000) : null,
    standard: minutes,
    done,
    rework: reworkOf !== null,
    signedBy: signature
      ? listText(
          view,
          signature.by.map((staff) => nameOf(view, staff)),
        )
      : '',
    signers: done && unsigned.has(id) ? crew.map((staff) => ({ staff, name: nameOf(view, staff) })) : [],
  };
}

function leaderText(view: ShopView, job: Job): string {
  if (!isSeenByLeader(job)) return '';
  const look = job.inspections.findLast(({ level, passed }) => level === 'leader' && passed);
  if (!look) return '';
  const names = listText(
    view,
    look.by.map((staff) => nameOf(view, staff)),
  );
  return `${names} ${momentText(view, look.at)}`;
}

/** One tap begins it: who can inspect takes it on, wherever it was sent before; who cannot starts it for whom it was sent to. */
function beginningOf(view: ShopView, job: Job, inspection: Operation): Beginning {
  if (openPredecessor(job, inspection) || inspection.status === 'running') return { kind: 'none' };
  const { state, me, asOf } = view;
  const ofInspection = { job: job.id, operation: inspection.id };
  const no = (crew: StaffId[], bay: BayCode | null): Refusal | null =>
    whyNotCrew(state, job, [inspection], crew, asOf) ?? whyNotRun(state, job, { ...inspection, crew, bay }, asOf);
  if (inspection.status === 'held') {
    const asks: Ask[] = [{ type: 'ResumeOperation', ...ofInspection }];
    return { kind: 'ask', asks, resumes: true, takesFrom: '', no: no(inspection.crew, inspection.bay) };
  }
  const able = state.staff[me]?.workTypes.includes(inspection.workType) ?? false;
  const start: Ask = { type: 'StartOperation', ...ofInspection };
  const mine = inspection.status === 'dispatched' && (inspection.crew.includes(me) || !able);
  if (mine) {
    return { kind: 'ask', asks: [start], resumes: false, takesFrom: '', no: no(inspection.crew, inspection.bay) };
  }
  if (!able) return { kind: 'dispatch' };
  const bay = bayFor(view, job, inspection);
  const takesFrom = listText(
    view,
    inspection.crew.map((staff) => nameOf(view, staff)),
  );
  const send: Ask = { type: 'Dispatch', job: job.id, operations: [inspection.id], bay, crew: [me] };
  return { kind: 'ask', asks: [send, start], resumes: false, takesFrom, no: no([me], bay) };
}

/** Where it was sent, else the best bay for it; none where the shop has none. */
function bayFor(view: ShopView, job: Job, inspection: Operation): BayCode | null {
  if (inspection.status === 'dispatched') return inspection.bay;
  if (operationsWithoutBay(view, job).includes(inspection.id)) return null;
  const here = job.location.kind === 'bay' ? view.state.bays[job.location.bay] : undefined;
  if (here?.workTypes.includes(inspection.workType) && !here.closed) return here.code;
  return bayChoicesOf(view, job)[0]?.code ?? null;
}

/** Why the running inspection cannot pass yet, beside the points; null: the record is there [INS-4]. */
export function missingOf(view: ShopView, { job, points }: InspectionSheet): Refusal | null {
  return whyNotComplete(view.state, job, points);
}
