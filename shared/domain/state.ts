// domain/ — the fold: what the shop is now. Plain JSON; made by `evolve` alone, from the log alone. References, never names.
import type {
  BayCode,
  ClosureReason,
  HoldReason,
  Instant,
  JobId,
  LoungeLabel,
  OperationId,
  OrderNumber,
  PersonRef,
  Role,
  StaffId,
  TeamId,
  VehicleRef,
  Whereabouts,
  WorkType,
} from './words.ts';

/** From–to of a working window, shop-local `HH:MM`. */
export type Window = readonly [from: string, to: string];

export interface Hours {
  weekdays: Window[];
  saturday: Window[];
  sunday: Window[];
}

export interface ServiceType {
  code: string;
  zh: string;
  en: string;
}

/** A line of the shop's standard-time table. */
export interface StandardTime {
  name: string;
  workType: WorkType;
  minutes: number;
  /** Needs nobody while it runs (drying). */
  unattended: boolean;
}

/** What the shop told about itself at set-up. */
export interface ShopConfig {
  name: string;
  timeZone: string;
  locale: string;
  hours: Hours;
  /** 0..1 */
  onTimeTarget: number;
  serviceTypes: ServiceType[];
  /** Standard minutes of the stages that every car passes. */
  stageMinutes: { finalInspection: number; wash: number };
  operations: StandardTime[];
}

export interface Bay {
  code: BayCode;
  /** What can be done here; the first one names its group on the wall. */
  workTypes: WorkType[];
  /** Cars it holds. */
  capacity: number;
  /** Order on the floor. */
  position: number;
  closed: { reason: ClosureReason; since: Instant; until: Instant | null } | null;
}

export interface StaffMember {
  id: StaffId;
  roles: Role[];
  workTypes: WorkType[];
  team: TeamId | null;
  /** Here today; away people get no work. */
  present: boolean;
}

export interface Team {
  id: TeamId;
  name: string;
}

/** A repair order as its source gave it, so that the same row given again is known to be the same [IMP-2]. */
export interface Order {
  number: OrderNumber;
  vehicle: VehicleRef;
  customer: PersonRef;
  advisor: StaffId;
  serviceType: string;
  mileageKm: number;
  appointment: boolean;
  arrivalAt: Instant;
  promisedAt: Instant | null;
  waits: Whereabouts;
  wash: boolean;
  /** The customer said something about it (the words are in the directory). */
  hasWords: boolean;
}

export type Location = { kind: 'away' } | { kind: 'parking' } | { kind: 'bay'; bay: BayCode };

/** One stretch of work by one technician; `to` null while it runs. */
export interface LabourSegment {
  technician: StaffId;
  from: Instant;
  to: Instant | null;
}

export interface Hold {
  reason: HoldReason;
  since: Instant;
  /** When it is expected to go on; null: nobody knows. */
  expectedAt: Instant | null;
  freesBay: boolean;
}

/** A hold that is over. */
export type PastHold = Pick<Hold, 'reason' | 'since'>;

export type OperationStatus = 'planned' | 'dispatched' | 'running' | 'held' | 'done';

export interface Operation {
  id: OperationId;
  /** Final inspection and wash are operations of every car, after its work. */
  kind: 'work' | 'inspection' | 'wash';
  /** Order it belongs to; null for inspection and wash. */
  order: OrderNumber | null;
  name: string;
  workType: WorkType;
  /** Standard minutes. */
  minutes: number;
  unattended: boolean;
  /** Work operations that must be done before it. */
  after: OperationId[];
  status: OperationStatus;
  bay: BayCode | null;
  crew: StaffId[];
  /** Version of the dispatch: its place in the queue of its bay. */
  queuedAs: number | null;
  segments: LabourSegment[];
  /** Working stretches of the operation itself, with or without a person. */
  runs: { from: Instant; to: Instant | null }[];
  hold: Hold | null;
  /** Holds that are over, in their order: why it took so long stays to be seen. */
  pastHolds: PastHold[];
  /** When it was last dispatched; null: it was not, or was taken back. */
  dispatchedAt: Instant | null;
  /** When it came into its status. */
  since: Instant;
}

/** One word given to the customer; the list is the history and is never rewritten [PRM-1]. */
export interface Promise {
  promisedAt: Instant;
  kind: 'provisional' | 'firm';
  reason: 'booking' | 'changedOrder';
  madeAt: Instant;
  madeBy: StaffId | null;
}

export interface Job {
  id: JobId;
  orders: Order[];
  vehicle: VehicleRef;
  customer: PersonRef;
  advisor: StaffId;
  mileageKm: number;
  /** By appointment, or expected without one. */
  appointment: boolean;
  /** When the car is due to come. */
  arrivalAt: Instant;
  bookedAt: Instant;
  promises: Promise[];
  /** Running number of the day on the check-in slip, `A017`. */
  slip: string | null;
  waits: Whereabouts;
  loungeLabel: LoungeLabel;
  location: Location;
  operations: Operation[];
  checkedInAt: Instant | null;
  readyAt: Instant | null;
  calledAt: Instant | null;
  handedOverAt: Instant | null;
  /** Kept or late, decided at hand-over [OTR-1]; null before it, and where nothing was promised. */
  onTime: boolean | null;
}

/** Hand-overs of a day that had a promise. */
export interface DayFigures {
  delivered: number;
  onTime: number;
}

export interface ShopState {
  shop: ShopConfig | null;
  bays: Record<BayCode, Bay>;
  staff: Record<StaffId, StaffMember>;
  teams: Record<TeamId, Team>;
  jobs: Record<JobId, Job>;
  /** Orders of jobs that have left the fold, and when they closed: an old file imported again books nothing twice. */
  closedOrders: Record<OrderNumber, Instant>;
  /** Last slip number given, and its shop-local day. */
  slips: { day: string; last: number };
  /** Hand-overs by shop-local day `YYYY-MM-DD` of the last 62 days. */
  days: Record<string, DayFigures>;
  /** When closed jobs are next swept out of the fold. */
  sweepDueAt: Instant;
}

/** A shop before its first event. */
export const initialState: ShopState = {
  shop: null,
  bays: {},
  staff: {},
  teams: {},
  jobs: {},
  closedOrders: {},
  slips: { day: '', last: 0 },
  days: {},
  sweepDueAt: 0,
};
