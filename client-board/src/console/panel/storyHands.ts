// panel/ — the entries of a story → which operation is which and who is at it, as it was at each of them.
import type { WireEntry } from '@zhunshi/shared/domain/entry.ts';
import type { DomainEvent, PlannedOperation } from '@zhunshi/shared/domain/events.ts';
import type { OperationId, StaffId } from '@zhunshi/shared/domain/words.ts';

/** What is known of the operations at one point of the story. Grows with each event that is read. */
export class StoryHands {
  readonly #planned = new Map<OperationId, PlannedOperation>();
  #crews: ReadonlyMap<OperationId, readonly StaffId[]> = new Map();
  /** Crews before each command, for those that are taken back. */
  readonly #before = new Map<string, ReadonlyMap<OperationId, readonly StaffId[]>>();

  /** The operation as it was planned; also one that was dropped since. */
  operation(id: OperationId): PlannedOperation | undefined {
    return this.#planned.get(id);
  }

  /** Who was at it then. */
  crew(id: OperationId): readonly StaffId[] {
    return this.#crews.get(id) ?? [];
  }

  /** Before the events of an entry are read. */
  begin({ commandId }: WireEntry): void {
    this.#before.set(commandId, this.#crews);
  }

  read(event: DomainEvent): void {
    switch (event.type) {
      case 'OrderBooked':
      case 'OrderChanged':
      case 'OrderSplit':
      case 'JobMerged':
      case 'WorkApproved':
        this.#plan(event.operations);
        break;
      case 'WorkAmended':
        this.#plan(event.added);
        break;
      case 'InspectionFailed':
        this.#plan(event.rework.map(({ planned }) => planned));
        for (const { planned, crew, dispatched } of event.rework) if (dispatched) this.#send([planned.id], crew);
        break;
      case 'OperationsDispatched':
        this.#send(event.operations, event.crew);
        break;
      case 'WorkReassigned':
        this.#send([event.operation], event.crew);
        break;
      case 'OperationRecalled':
        this.#send([event.operation], []);
        break;
      case 'CommandUndone':
        this.#crews = this.#before.get(event.command) ?? this.#crews;
        break;
      default:
    }
  }

  #plan(operations: readonly PlannedOperation[]): void {
    for (const operation of operations) this.#planned.set(operation.id, operation);
  }

  #send(operations: readonly OperationId[], crew: readonly StaffId[]): void {
    this.#crews = new Map([...this.#crews, ...operations.map((id) => [id, crew] as const)]);
  }
}
