// kanban/ — what a car dropped on a column means: the command that brings it there, or why none does. By the rules of the server.
import type { Command } from '@zhunshi/shared/domain/commands.ts';
import { decide } from '@zhunshi/shared/domain/decide.ts';
import { foldEntry } from '@zhunshi/shared/domain/evolve.ts';
import { inspectionPlanOf } from '@zhunshi/shared/domain/inspectionRecord.ts';
import { operationAtHand, stageOf } from '@zhunshi/shared/domain/job.ts';
import { nextActs } from '@zhunshi/shared/domain/nextActs.ts';
import { maySend, sendersOf } from '@zhunshi/shared/domain/permissions.ts';
import { refusal as refuse } from '@zhunshi/shared/domain/refusals.ts';
import type { Refusal } from '@zhunshi/shared/domain/refusals.ts';
import type { Job, Operation } from '@zhunshi/shared/domain/state.ts';
import type { Stage } from '@zhunshi/shared/domain/words.ts';
import { bayChoicesOf, operationsWithoutBay } from '../desk/bayChoices.ts';
import { stepOfAct } from '../desk/jobActions.ts';
import type { DeskAct } from '../desk/jobActions.ts';
import type { ShopView } from '../desk/shopView.ts';
import { recallable } from '../dispatch/dropPreview.ts';
import { backToWaiting } from '../drag/dragging.svelte.ts';
import type { DropPlace } from '../drag/dragging.svelte.ts';

/** Any bay: chosen after the drop. */
export const someBay = '(some bay)';

/** What a drop on a column does. */
export type ColumnDrop = { act: DeskAct } | { refusal: Refusal };

/** The drop place of a column. */
export function columnPlace(stage: Stage): DropPlace {
  if (stage === 'dispatched') return someBay;
  return stage === 'waiting' ? backToWaiting : `(${stage})`;
}

/** The column of a drop place; null for a bay. */
export function stageOfPlace(place: DropPlace): Stage | null {
  return columns.find((stage) => columnPlace(stage) === place) ?? null;
}

const columns: readonly Stage[] = [
  'booked',
  'waiting',
  'dispatched',
  'working',
  'held',
  'inspecting',
  'washing',
  'ready',
  'delivered',
];

/** What each other column says to a car, in their order. */
export function columnDropsOf(view: ShopView, job: Job): ReadonlyMap<Stage, ColumnDrop> {
  const own = stageOf(job);
  return new Map(columns.filter((stage) => stage !== own).map((stage) => [stage, columnDrop(view, job, stage)]));
}

/** What a drop on one column does. */
export function columnDrop(view: ShopView, job: Job, stage: Stage): ColumnDrop {
  if (stage === 'booked') return { refusal: refuse('alreadyCheckedIn', { job: job.id }) };
  if (job.checkedInAt !== null && stage === 'waiting') return backAmongWaiting(view, job);
  if (job.checkedInAt !== null && stage === 'dispatched') return toSomeBay(view, job);
  const acts = nextActs(job, view.shop.rules).filter(({ type }) => type !== 'Dispatch' && type !== 'Recall');
  const tries = acts.map((act) => ({ act, leads: leadsTo(view, job, act, stage) }));
  const found = tries.find(({ leads }) => leads);
  if (found && !maySend(view.roles, found.act.type)) {
    return { refusal: refuse('notAllowed', { roles: [...sendersOf(found.act.type)] }) };
  }
  return found ? { act: found.act } : { refusal: whyNotThere(view, job, stage) };
}

function backAmongWaiting(view: ShopView, job: Job): ColumnDrop {
  const [operation] = recallable(job);
  // Of a car at work the rest of the queue could be taken back, but it would not wait after that.
  if (operation !== undefined && stageOf(job) !== 'working') return { act: { type: 'Recall', operation } };
  return { refusal: refusalOf(view, { type: 'Recall', job: job.id, operation: atHand(job)?.id ?? '', id: '' }, job) };
}

function toSomeBay(view: ShopView, job: Job): ColumnDrop {
  const some = bayChoicesOf(view, job).length > 0 || operationsWithoutBay(view, job).length > 0;
  return some ? { act: { type: 'Dispatch', operation: null } } : { refusal: stuck(job) };
}

/** Whether an act brings the car into a stage; what a form has to complete first counts as done. */
function leadsTo(view: ShopView, job: Job, act: DeskAct, stage: Stage): boolean {
  if (act.type === 'HoldOperation') return stage === 'held';
  if (act.type === 'HandOver') return stage === 'delivered';
  if (act.type === 'CheckIn') return stage === 'waiting';
  const step = stepOfAct(view, job, act);
  const command: Command | null = 'ask' in step ? { ...step.ask, id: '' } : passed(view, job, act);
  if (!command) return false;
  const decided = decide(view.state, command, { at: view.asOf, by: view.me });
  if (!decided.ok) return false;
  const entry = { version: Number.MAX_SAFE_INTEGER, at: view.asOf, by: view.me, commandId: '', events: decided.value };
  const then = foldEntry(view.state, entry).jobs[job.id];
  return then !== undefined && stageOf(then) === stage;
}

/** An inspection whose points a form has to tick. */
function passed({ state }: ShopView, job: Job, { type, operation }: DeskAct): Command | null {
  if (type !== 'PassInspection' || operation === null) return null;
  const { points } = inspectionPlanOf(state, job);
  return { id: '', type, job: job.id, operation, points };
}

/** The reason that the rules give for the command that would bring a car there. */
function whyNotThere(view: ShopView, job: Job, stage: Stage): Refusal {
  const of = { id: '', job: job.id };
  const wanted = (kind: Operation['kind']): string => job.operations.find((one) => one.kind === kind)?.id ?? '';
  switch (stage) {
    case 'inspecting':
      return refusalOf(view, { ...of, type: 'StartOperation', operation: wanted('inspection') }, job);
    case 'washing':
      return refusalOf(view, { ...of, type: 'StartOperation', operation: wanted('wash') }, job);
    case 'ready':
      return refusalOf(view, { ...of, type: 'MarkReady' }, job);
    case 'delivered':
      return refusalOf(view, { ...of, type: 'HandOver' }, job);
    case 'held':
      return refusalOf(view, { ...of, type: 'ResumeOperation', operation: atHand(job)?.id ?? '' }, job);
    default:
      return refusalOf(view, { ...of, type: 'StartOperation', operation: atHand(job)?.id ?? '' }, job);
  }
}

function refusalOf(view: ShopView, command: Command, job: Job): Refusal {
  const decided = decide(view.state, command, { at: view.asOf, by: view.me });
  return decided.ok ? stuck(job) : decided.refusal;
}

/** How the work at hand stands is what keeps the car where it is. */
function stuck(job: Job): Refusal {
  const operation = atHand(job);
  if (job.checkedInAt === null) return refuse('notCheckedIn', { job: job.id });
  return refuse('operationStatus', {
    job: job.id,
    operation: operation?.id ?? '',
    status: operation?.status ?? 'done',
  });
}

function atHand(job: Job): Operation | undefined {
  return operationAtHand(job) ?? job.operations.at(-1);
}
