// crew/ — whether work that a dialog is about to dispatch was dispatched by somebody else since the dialog was opened.
import type { Job, Operation } from '@zhunshi/shared/domain/state.ts';
import type { BayCode, OperationId } from '@zhunshi/shared/domain/words.ts';

/** When each operation was dispatched, as the dialog found it. */
export type Given = ReadonlyMap<OperationId, number | null>;

/** How a job stands now. */
export function givenNow({ operations }: Job): Given {
  return new Map(operations.map(({ id, queuedAs }) => [id, queuedAs]));
}

/**
 * The bay to which somebody else has dispatched work of the car since, other than where it is to go now; empty where that needs no
 * bay; null: nobody did [CON-2]. Work of the car that is not chosen here counts too: the car would stand in two queues.
 */
export function givenElsewhere(
  opened: Given,
  { operations }: Job,
  chosen: readonly Operation[],
  target: BayCode | null,
): string | null {
  const kind = chosen[0]?.kind ?? 'work';
  const since = operations.find(
    (one) =>
      one.kind === kind &&
      one.queuedAs !== null &&
      one.queuedAs !== (opened.get(one.id) ?? null) &&
      one.bay !== target &&
      (one.status === 'dispatched' || one.status === 'running'),
  );
  return since ? (since.bay ?? '') : null;
}
