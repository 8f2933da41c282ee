// domain/deciders/ — the three inspections before the final one passes (see `working.ts`): signed by the crew, seen by a team
// leader; and an inspection that fails, which sends the work back to those who did it.
import { localDay } from '../../time/shopTime.ts';
import type { CommandOf } from '../commands.ts';
import type { Context } from '../context.ts';
import type { DomainEvent, EventOf } from '../events.ts';
import { isSeenByLeader, isSigned } from '../inspectionRecord.ts';
import { predecessorsOf, workersOf } from '../job.ts';
import { isOneOf, keepersOf } from '../permissions.ts';
import { renumbered } from '../plannedWork.ts';
import { refusal, type Refusal } from '../refusals.ts';
import { accepted, refused, type Result } from '../result.ts';
import type { Job, Operation, ShopState } from '../state.ts';
import type { Instant, OperationId, StaffId } from '../words.ts';
import { carLeaving, KEEPS_BAY } from './carPlace.ts';
import { whyNotBay, whyNotCrew } from './dispatching.ts';
import { hereJob } from './found.ts';
import { whyNotInspect } from './working.ts';

type InspectionFailed = EventOf<'InspectionFailed'>;
type Rework = InspectionFailed['rework'][number];

/**
 * Signs work off by one of its crew (no operation named: all that they did on this car), or records that a team leader looked at
 * the car [INS-3]; the desk may write it down for who did it [INS-8]. Refused: by nobody; by somebody else; work that is not done.
 * Nothing where it is recorded already.
 */
export function recordInspection(
  state: ShopState,
  command: CommandOf<'RecordInspection'>,
  { by }: Context,
): Result<DomainEvent[]> {
  const found = hereJob(state, command.job);
  if (!found.ok) return found;
  const signer = command.signedBy ?? by;
  if (signer === null) return refused(refusal('inspectorNeeded', {}));
  const no = whyNotFor(state, signer, by);
  if (no) return refused(no);
  return command.level === 'self'
    ? signed(found.value, command.operation, signer)
    : seenByLeader(state, found.value, signer);
}

/** Only some write down what somebody else inspected: a technician signs for nobody but themselves [INS-8]. */
function whyNotFor(state: ShopState, signer: StaffId, by: StaffId | null): Refusal | null {
  if (by === null || signer === by) return null;
  const roles = keepersOf('signingFor');
  return isOneOf(state.staff[by]?.roles ?? [], roles) ? null : refusal('notAllowed', { roles: [...roles] });
}

/** The crew's own inspection. */
function signed(job: Job, id: OperationId | null, by: StaffId): Result<DomainEvent[]> {
  const work = job.operations.filter(({ kind }) => kind === 'work');
  const meant =
    id === null
      ? work.filter(({ status, crew }) => status === 'done' && crew.includes(by))
      : work.filter((one) => one.id === id);
  if (id !== null && meant.length === 0) return refused(refusal('unknownOperation', { job: job.id, operation: id }));
  const open = meant.find(({ status }) => status !== 'done');
  if (open) return refused(refusal('workNotDone', { job: job.id, operation: open.id }));
  const theirs = meant.length > 0 && meant.every(({ crew }) => crew.includes(by));
  if (!theirs) return refused(refusal('notOfCrew', { staff: by }));
  return accepted(
    meant
      .filter((operation) => !isSigned(job, operation))
      .map(({ id: operation }) => ({ type: 'InspectionRecorded', job: job.id, level: 'self', operation, by: [by] })),
  );
}

/** A team leader's look at the whole car. */
function seenByLeader(state: ShopState, job: Job, by: StaffId): Result<DomainEvent[]> {
  const no = whyNotLeader(state, by) ?? whyNotAllDone(job);
  if (no) return refused(no);
  if (workersOf(job).has(by)) return refused(refusal('inspectorWorkedOnIt', { staff: by }));
  if (isSeenByLeader(job)) return accepted([]);
  return accepted([{ type: 'InspectionRecorded', job: job.id, level: 'leader', operation: null, by: [by] }]);
}

/**
 * Fails the running final inspection, or a team leader's look at the car: each operation with defects is to be done again by the
 * same crew in the same bay, first in line where that is possible now, and the final inspection is to be done anew [INS-5]. A
 * leader may also send a car back that has passed already, as long as it is not ready nor being washed. Refused: an inspection
 * that does not run; its inspector worked on the car [INS-1]; no team leader; defects of what is not done work.
 */
export function failInspection(
  state: ShopState,
  command: CommandOf<'FailInspection'>,
  { at, by }: Context,
): Result<DomainEvent[]> {
  const found = hereJob(state, command.job);
  if (!found.ok) return found;
  const job = found.value;
  if (job.readyAt !== null) return refused(refusal('alreadyReady', { job: job.id }));
  const inspection = job.operations.find(({ kind }) => kind === 'inspection');
  const no = command.level === 'final' ? whyNotFinal(job, inspection) : whyNotSentBack(state, job, by);
  if (no) return refused(no);
  for (const { operation: id } of command.defects) {
    const work = job.operations.find((one) => one.id === id && one.kind === 'work');
    if (!work) return refused(refusal('unknownOperation', { job: job.id, operation: id }));
    if (work.status !== 'done') return refused(refusal('workNotDone', { job: job.id, operation: id }));
  }
  const begun = inspection !== undefined && inspection.status !== 'planned' && inspection.status !== 'dispatched';
  const rework = reworkOf(state, job, command.defects, at);
  return accepted([
    {
      type: 'InspectionFailed',
      job: job.id,
      level: command.level,
      operation: begun ? inspection.id : null,
      inspectors: command.level === 'final' ? (inspection?.crew ?? []) : by === null ? [] : [by],
      day: localDay(at, state.shop?.timeZone ?? 'UTC'),
      defects: command.defects.map(({ operation, kind }) => ({ operation, kind })),
      note: command.note,
      rework,
    },
    ...(staysFor(job, rework) ? [] : carLeaving(job, inspection ? [inspection.id] : [], KEEPS_BAY)),
  ]);
}

function whyNotFinal(job: Job, inspection: Operation | undefined): Refusal | null {
  if (!inspection) return refusal('unknownOperation', { job: job.id, operation: 'inspection' });
  if (inspection.status === 'running') return whyNotInspect(job, inspection);
  return refusal('operationStatus', { job: job.id, operation: inspection.id, status: inspection.status });
}

/** A leader may find fault with work of their own, but all work must be done, and the car not be in the wash. */
function whyNotSentBack(state: ShopState, job: Job, by: StaffId | null): Refusal | null {
  if (by === null) return refusal('inspectorNeeded', {});
  const washing = job.operations.find(({ kind, status }) => kind === 'wash' && status === 'running');
  const no = whyNotLeader(state, by) ?? whyNotAllDone(job);
  return no ?? (washing ? refusal('carAtWork', { job: job.id, operation: washing.id }) : null);
}

function whyNotLeader(state: ShopState, staff: StaffId): Refusal | null {
  return state.staff[staff]?.roles.includes('teamLeader') ? null : refusal('notTeamLeader', { staff });
}

function whyNotAllDone(job: Job): Refusal | null {
  const open = job.operations.find(({ kind, status }) => kind === 'work' && status !== 'done');
  return open ? refusal('workNotDone', { job: job.id, operation: open.id }) : null;
}

/** One rework 内返 for each operation with defects, of the minutes said for it together, in the order that the work had [DSP-5]. */
function reworkOf(state: ShopState, job: Job, defects: CommandOf<'FailInspection'>['defects'], at: Instant): Rework[] {
  const failed = job.operations.filter(({ id }) => defects.some(({ operation }) => operation === id));
  const planned = renumbered(failed, job.operations);
  return failed.flatMap((operation, index): Rework[] => {
    const again = planned[index];
    if (!again) return [];
    const { id: reworkOf, bay, crew } = operation;
    const ofIt = defects.filter((defect) => defect.operation === reworkOf);
    const minutes = ofIt.reduce((sum, defect) => sum + defect.minutes, 0);
    const after = planned.filter((_one, other) => comesBefore(job, failed[other], operation)).map(({ id }) => id);
    const no = whyNotBay(state, [operation], bay) ?? whyNotCrew(state, job, [operation], crew, at);
    return [{ planned: { ...again, minutes, after, reworkOf }, bay, crew, dispatched: no === null }];
  });
}

/** True when an operation had to be done before another, with others between them or without. */
function comesBefore(job: Job, early: Operation | undefined, late: Operation): boolean {
  return predecessorsOf(job, late).some((one) => one.id === early?.id || comesBefore(job, early, one));
}

/** The car stays where it stands when its rework is to be done there. */
function staysFor(job: Job, rework: Rework[]): boolean {
  const { location } = job;
  return location.kind === 'bay' && rework.some(({ bay, dispatched }) => dispatched && bay === location.bay);
}
