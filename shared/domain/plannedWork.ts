// domain/ — work before anything happened to it: what a table's line becomes in a job, with what must be done before it.
import type { PlannedOperation } from './events.ts';
import { refusal } from './refusals.ts';
import { accepted, refused, type Result } from './result.ts';
import type { Operation, ShopState, StandardTime } from './state.ts';
import { INSPECTION, WASH, type OperationId, type OrderNumber, type WorkType } from './words.ts';

/** Work that follows the order in which it is listed: a body is stripped, beaten, sanded, painted, baked, polished, refitted [DSP-5]. */
const IN_LISTED_ORDER: ReadonlySet<WorkType> = new Set(['body', 'prep', 'paint']);
/** Ids of work count up within the job: `o1`, `o2` … */
const COUNTED = /^o(\d+)$/;

/** The line of the shop's table that names this work; undefined: the shop does not do it. */
export function standardTime(state: ShopState, name: string): StandardTime | undefined {
  return state.shop?.operations.find((standard) => standard.name === name);
}

/**
 * Operations for the work wanted of an order, as listed; body and paint work comes after what the order lists of it already
 * [DSP-5]. Refused: the table does not know it.
 *
 * @param wanted minutes null: as the table says
 * @param others operations that the job has already
 */
export function plannedWork(
  state: ShopState,
  order: OrderNumber,
  wanted: readonly { name: string; minutes: number | null }[],
  others: readonly PlannedOperation[],
): Result<PlannedOperation[]> {
  let number = lastNumber(others);
  let listedBefore: OperationId | null =
    others.findLast((one) => one.order === order && one.reworkOf === null && IN_LISTED_ORDER.has(one.workType))?.id ??
    null;
  const work: PlannedOperation[] = [];
  for (const { name, minutes } of wanted) {
    const standard = standardTime(state, name);
    if (!standard) return refused(refusal('unknownWork', { name }));
    number += 1;
    const id = `o${String(number)}`;
    const { workType, unattended } = standard;
    const listed = IN_LISTED_ORDER.has(workType);
    const after = listed && listedBefore !== null ? [listedBefore] : [];
    if (listed) listedBefore = id;
    const asked = minutes ?? standard.minutes;
    work.push({ id, kind: 'work', order, name, workType, minutes: asked, unattended, after, reworkOf: null });
  }
  return accepted(work);
}

/** Work that leaves one job for another: under ids that are free there, in the order that it had [ORD-5]. */
export function renumbered(work: readonly Operation[], others: readonly PlannedOperation[]): PlannedOperation[] {
  const first = lastNumber(others) + 1;
  const ids = new Map(work.map(({ id }, index) => [id, `o${String(first + index)}`]));
  return work.map((operation) => ({
    ...asPlanned(operation),
    id: ids.get(operation.id) ?? operation.id,
    after: operation.after.map((id) => ids.get(id) ?? id),
  }));
}

/** The highest number that work of the job has. */
function lastNumber(operations: readonly PlannedOperation[]): number {
  return Math.max(0, ...operations.map(({ id }) => Number(COUNTED.exec(id)?.[1] ?? 0)));
}

/** An operation without what happened to it. */
export function asPlanned(operation: PlannedOperation): PlannedOperation {
  const { id, kind, order, name, workType, minutes, unattended, after, reworkOf } = operation;
  return { id, kind, order, name, workType, minutes, unattended, after, reworkOf };
}

/** What follows the work of every car: the final inspection, and the wash where it is wanted. */
export function stagesAfterWork(state: ShopState, wash: boolean): PlannedOperation[] {
  return [inspectionOf(state), ...(wash ? [washOf(state)] : [])];
}

/** The final inspection as an operation. */
function inspectionOf(state: ShopState): PlannedOperation {
  const minutes = state.shop?.stageMinutes.finalInspection ?? 10;
  return stageOperation('inspection', INSPECTION, minutes);
}

/** The wash as an operation. */
export function washOf(state: ShopState): PlannedOperation {
  return stageOperation('wash', WASH, state.shop?.stageMinutes.wash ?? 15);
}

function stageOperation(kind: 'inspection' | 'wash', workType: WorkType, minutes: number): PlannedOperation {
  return { id: kind, kind, order: null, name: kind, workType, minutes, unattended: false, after: [], reworkOf: null };
}
