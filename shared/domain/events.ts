// domain/ — events: what happened, past tense; the only thing that the log holds and `evolve` reads. Never a name or a number
// that tells strangers who somebody is: references only [PRV-1].
import type { Bay, Location, Operation, Order, ShopConfig, StaffMember, Team } from './state.ts';
import type {
  BayCode,
  ClosureReason,
  HoldReason,
  Instant,
  JobId,
  LoungeLabel,
  OperationId,
  PersonRef,
  StaffId,
  VehicleRef,
  Whereabouts,
} from './words.ts';

/** An operation as it is planned, before anything happened to it. */
export type PlannedOperation = Pick<
  Operation,
  'id' | 'kind' | 'order' | 'name' | 'workType' | 'minutes' | 'unattended' | 'after'
>;

interface OfJob {
  job: JobId;
}
interface OfOperation extends OfJob {
  operation: OperationId;
}

export type DomainEvent =
  | {
      type: 'ShopSetUp';
      shop: ShopConfig;
      bays: Omit<Bay, 'closed' | 'position'>[];
      teams: Team[];
      staff: Omit<StaffMember, 'present'>[];
    }
  /** The first order of a job opens it; a later one joins it. `operations` are those that the order adds. */
  | ({ type: 'OrderBooked'; order: Order; operations: PlannedOperation[] } & OfJob)
  /** A booked order was changed by its source; `operations` are all of the job from now on. */
  | ({ type: 'OrderChanged'; order: Order; operations: PlannedOperation[] } & OfJob)
  | ({
      type: 'PromiseMade';
      promisedAt: Instant;
      kind: 'provisional' | 'firm';
      reason: 'booking' | 'changedOrder';
    } & OfJob)
  | ({
      type: 'CarCheckedIn';
      slip: string;
      /** Shop-local day of the slip number. */
      day: string;
      waits: Whereabouts;
      loungeLabel: LoungeLabel;
    } & OfJob)
  | ({ type: 'CarMoved'; to: Location } & OfJob)
  | ({ type: 'OperationsDispatched'; operations: OperationId[]; bay: BayCode | null; crew: StaffId[] } & OfJob)
  | ({ type: 'OperationRecalled' } & OfOperation)
  | ({ type: 'OperationStarted' } & OfOperation)
  | ({ type: 'OperationHeld'; reason: HoldReason; expectedAt: Instant | null; freesBay: boolean } & OfOperation)
  | ({ type: 'OperationResumed' } & OfOperation)
  | ({ type: 'OperationFinished' } & OfOperation)
  | ({ type: 'InspectionPassed'; inspectors: StaffId[] } & OfOperation)
  | ({ type: 'CarReady' } & OfJob)
  | ({ type: 'CustomerCalled' } & OfJob)
  | ({
      type: 'CarHandedOver';
      /** Shop-local day that it counts for. */
      day: string;
      /** Promise in force; null: none was ever given. */
      promisedAt: Instant | null;
      /** Kept or late; null: nothing was promised. */
      onTime: boolean | null;
    } & OfJob)
  | { type: 'AttendanceChanged'; staff: StaffId; present: boolean }
  | { type: 'BayClosed'; bay: BayCode; reason: ClosureReason; until: Instant | null }
  | { type: 'BayOpened'; bay: BayCode }
  /** Directory entries were renewed under the same reference: views must look again. */
  | { type: 'DirectoryRenewed'; vehicles: VehicleRef[]; persons: PersonRef[] };
