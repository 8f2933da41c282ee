// domain/ — the fold: what the shop is now. Plain JSON; made by `evolve` alone, from the log alone. References, never names.
import type {
  AlarmCode,
  AnswerWay,
  BayCode,
  CancelReason,
  ClosureReason,
  DayKind,
  DefectKind,
  EstimateReason,
  HoldReason,
  InspectionLevel,
  Instant,
  JobId,
  LateCause,
  LocalDay,
  LoungeLabel,
  NoteKey,
  OperationId,
  OrderNumber,
  Payer,
  PersonRef,
  PromiseKind,
  PromiseReason,
  ProposalId,
  Role,
  StaffId,
  TeamId,
  VehicleRef,
  Whereabouts,
  WorkType,
} from './words.ts';
import type { Actor } from './entry.ts';

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

/** A day with hours of its own: a holiday has none, overtime has more. */
export interface SpecialDay {
  kind: DayKind;
  windows: Window[];
}

/** When an alarm is raised, and when it goes on to the manager. */
export interface AlarmLimit {
  on: boolean;
  /** Minutes; per cent of the planned time for `progressCheck`. */
  limit: number;
  /** Minutes without anybody acknowledging it; null: never. */
  escalateAfter: number | null;
}

/** What must be inspected of a service type before the final inspection can pass [INS-4]. */
export interface InspectionPlan {
  /** Each operation is signed off by one of its crew. */
  self: boolean;
  /** A team leader looks at the car. */
  leader: boolean;
  /** Points that the final inspection ticks off, all of them. */
  points: string[];
}

/** What the lounge shows, and when it may speak. */
export interface LoungeRules {
  /** Cars whose customers wait here, or all that are here. */
  shows: 'waiting' | 'all';
  defaultLabel: LoungeLabel;
  /** Shop-local times between which nothing is announced; null: none. */
  quietHours: Window | null;
  /** Of chime and voice, 0..100. */
  volume: number;
  /** Calls are spoken, not only chimed. */
  voice: boolean;
}

/** Something that the shop tells everybody in the lounge, from one moment until another. One of the two texts may be empty. */
export interface Notice {
  id: string;
  zh: string;
  en: string;
  from: Instant;
  until: Instant;
  at: Instant;
  by: Actor;
}

/** How this shop wants it done. */
export interface ShopRules {
  /** Nothing is handed over before it is settled [STL-1]. */
  settleFirst: boolean;
  /** Appointments of an imported file reserve a bay too [RSV-1]. */
  reserveImported: boolean;
  /** Days within which a car that returns for the same fault is a comeback [CMB-1]. */
  comebackDays: number;
  /** By service type; one that is not named asks for the final inspection alone. */
  inspections: Record<string, InspectionPlan>;
  alarms: Record<AlarmCode, AlarmLimit>;
  lounge: LoungeRules;
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
  /** Days with hours of their own. */
  calendar: Record<LocalDay, SpecialDay>;
  rules: ShopRules;
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
  /** On a break, until then or nobody knows; comes back by saying so. */
  onBreak: { since: Instant; until: Instant | null } | null;
  /** Planned absence, first and last day, in their order. */
  leave: { from: LocalDay; to: LocalDay }[];
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
  payer: Payer;
  /** Null: not read yet. */
  mileageKm: number | null;
  appointment: boolean;
  arrivalAt: Instant;
  promisedAt: Instant | null;
  waits: Whereabouts;
  wash: boolean;
  /** The customer said something about it (the words are in the directory). */
  hasWords: boolean;
}

/** Where a car stands. On the road it may keep its bay, and comes back to it. */
export type Location =
  | { kind: 'away' }
  | { kind: 'parking' }
  | { kind: 'bay'; bay: BayCode }
  | { kind: 'road'; keeps: BayCode | null }
  | { kind: 'sublet'; expectedAt: Instant | null };

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
  /** When the parts came that it waits for [HLD-6]. */
  partsAt: Instant | null;
}

/** A hold that is over. */
export type PastHold = Pick<Hold, 'reason' | 'since'> & { until: Instant };

export type OperationStatus = 'planned' | 'dispatched' | 'running' | 'held' | 'done';

/** A stretch of work. */
export interface Run {
  from: Instant;
  to: Instant | null;
  /** Where; null: where the shop has no bay for it. */
  bay: BayCode | null;
}

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
  /** The operation whose failed inspection made this rework 内返 [INS-5]. */
  reworkOf: OperationId | null;
  status: OperationStatus;
  bay: BayCode | null;
  crew: StaffId[];
  /** Version of the dispatch: its place in the queue of its bay. Rework stands before everything else [INS-5]. */
  queuedAs: number | null;
  segments: LabourSegment[];
  /** Working stretches of the operation itself, with or without a person, each in one bay. */
  runs: Run[];
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
  kind: PromiseKind;
  reason: PromiseReason;
  /** Why the shop moved it, where it was the shop's own doing. */
  cause: LateCause | null;
  /** How the customer agreed; null: was told. */
  confirmed: AnswerWay | null;
  /** The rate is reckoned against it from now on [PRM-4]. */
  counts: boolean;
  madeAt: Instant;
  madeBy: StaffId | null;
}

/** A place kept for a booked car. */
export interface Reservation {
  bay: BayCode;
  from: Instant;
  to: Instant;
}

/** Something typed wrong that was put right; the old value stays to be seen [COR-1]. */
export interface Correction {
  at: Instant;
  by: StaffId | null;
  field: CorrectableField;
  from: CorrectedValue;
  to: CorrectedValue;
}
/** What can be put right of a job. */
export type CorrectableField =
  | 'vehicle'
  | 'customer'
  | 'advisor'
  | 'mileageKm'
  | 'serviceType'
  | 'payer'
  | 'waits'
  | 'loungeLabel'
  | 'keepsOldParts'
  | 'wash'
  | 'keyTag';
export type CorrectedValue = string | number | boolean | null;

/** What the customer is asked to pay and to wait for. */
export interface Quote {
  /** Hundredths of the shop's currency. */
  priceCents: number;
  minutes: number;
  /** The promise that would follow; null: the one in force stays. */
  promisedAt: Instant | null;
  at: Instant;
  by: StaffId | null;
}

/** The customer's answer, who wrote it down, and how it came. */
export interface Answer {
  approved: boolean;
  how: AnswerWay;
  promisedAt: Instant | null;
  note: NoteKey | null;
  at: Instant;
  by: StaffId | null;
}

/** A finish that the customer was told; `finishAt` null: that it cannot be said. `because`: why it is another one than before. */
export interface Estimate {
  finishAt: Instant | null;
  at: Instant;
  /** Of the entry that told it: what happened to the car after that has a later one. */
  version: number;
  because: EstimateReason | null;
}

/** Additional work 增项: proposed, quoted, answered, or withdrawn [ADD-1]. */
export interface Proposal {
  id: ProposalId;
  /** The operation during which it was found, and which waits for the answer. */
  foundIn: OperationId | null;
  order: OrderNumber;
  operations: { name: string; workType: WorkType; minutes: number; unattended: boolean }[];
  note: NoteKey | null;
  proposedAt: Instant;
  proposedBy: StaffId | null;
  quote: Quote | null;
  answer: Answer | null;
  withdrawnAt: Instant | null;
}

export interface Defect {
  operation: OperationId;
  kind: DefectKind;
}

/** One look at the work, passed or failed. */
export interface InspectionRecord {
  level: InspectionLevel;
  /** The operation that was looked at (self), or the inspection itself; null for a leader's look at the whole car. */
  operation: OperationId | null;
  by: StaffId[];
  at: Instant;
  passed: boolean;
  points: string[];
  defects: Defect[];
  note: NoteKey | null;
}

/** Whether lateness was the customer's doing: asked for, then confirmed or not by another person [OTR-6]. */
export type Excuse = 'none' | 'asked' | 'confirmed' | 'rejected';

/** How the visit ended against its promises. */
export interface HandOverRecord {
  day: LocalDay;
  /** Promise that the rate is reckoned against, and its shop-local day; null: none was ever given. */
  promisedAt: Instant | null;
  dueDay: LocalDay | null;
  originalAt: Instant | null;
  originalDueDay: LocalDay | null;
  onTime: boolean | null;
  onTimeOriginal: boolean | null;
  cause: LateCause | null;
  excuse: Excuse;
  note: NoteKey | null;
  by: StaffId | null;
}

/** What the customer says afterwards; "it was late" overrides the clock [OTR-7]. */
export interface FollowUp {
  punctual: boolean;
  /** 1 to 5; null: not asked. */
  satisfaction: number | null;
  at: Instant;
}

/** What somebody did about an alarm; holds for this episode of it only [ALM-4]. */
export interface AlarmNote {
  episode: string;
  acknowledgedAt: Instant | null;
  acknowledgedBy: StaffId | null;
  snoozedUntil: Instant | null;
  /** Whom it does not ring for until then: who put it off [ALM-5]. */
  snoozedBy: StaffId | null;
  escalatedAt: Instant | null;
}

export interface Job {
  id: JobId;
  orders: Order[];
  vehicle: VehicleRef;
  customer: PersonRef;
  advisor: StaffId;
  mileageKm: number | null;
  /** By appointment, or expected without one. */
  appointment: boolean;
  /** When the car is due to come. */
  arrivalAt: Instant;
  bookedAt: Instant;
  /** Version of the entry that opened it, by its first order or as it was split off: its story begins there [STO-1]. */
  bookedAs: number;
  promises: Promise[];
  reservation: Reservation | null;
  /** Running number of the day on the check-in slip, `A017`. */
  slip: string | null;
  waits: Whereabouts;
  loungeLabel: LoungeLabel;
  keepsOldParts: boolean;
  /** Number on the tag of its key. */
  keyTag: string | null;
  location: Location;
  operations: Operation[];
  proposals: Proposal[];
  inspections: InspectionRecord[];
  corrections: Correction[];
  /** The visit that it comes back from 外返. */
  comebackOf: JobId | null;
  /** What the customer was last told of the finish; `finishAt` null: that it cannot be said [EST-1]. */
  told: Estimate | null;
  /** All that the customer was told of the finish, oldest first, of late; the last one is `told`. */
  estimates: Estimate[];
  /** Since when what the customer was told lies after the promise that counts; null: it does not [EST-2]. */
  toldLateSince: Instant | null;
  alarms: Partial<Record<AlarmCode, AlarmNote>>;
  checkedInAt: Instant | null;
  readyAt: Instant | null;
  /** Calls that nobody answered, since it was ready. */
  unansweredCalls: number;
  calledAt: Instant | null;
  /** When its customer was last called on the lounge screens by somebody. */
  loungeCalledAt: Instant | null;
  settledAt: Instant | null;
  handedOverAt: Instant | null;
  cancelled: { at: Instant; reason: CancelReason } | null;
  /** Kept or late, decided at hand-over [OTR-1]; null before it, and where nothing was promised. */
  onTime: boolean | null;
  handOver: HandOverRecord | null;
  followUp: FollowUp | null;
  /** Version that last changed it: what is built on, cannot be undone [UNDO-2]. */
  touched: number;
}

/** A visit that is over, as it is remembered after its job has left the fold [JOB-2]. */
export interface Visit {
  vehicle: VehicleRef;
  advisor: StaffId;
  serviceTypes: string[];
  technicians: StaffId[];
  handedOverAt: Instant;
  handOver: HandOverRecord;
  /** What the clock said, before the customer spoke against it [OTR-7]. */
  clock: Pick<HandOverRecord, 'onTime' | 'onTimeOriginal'>;
  followUp: FollowUp | null;
  /** The promise was moved, for whatever reason. */
  revised: boolean;
  internalReturns: number;
  comebackOf: JobId | null;
}

/** Counts of a shop-local day: hand-overs of that day, and promises that fell due on it. */
export interface DayFigures {
  /** Handed over that day with a promise, those excused apart. */
  delivered: number;
  onTime: number;
  onTimeOriginal: number;
  /** Of `delivered`, those whose promise was moved. */
  revised: number;
  /** Late by the customer's fault, confirmed: counted nowhere else [OTR-6]. */
  excused: number;
  /** Promises due that day, of cars handed over since or before. */
  due: number;
  dueKept: number;
  /** The same against the original promises. */
  dueOriginal: number;
  dueOriginalKept: number;
  /** Failed inspections. */
  internalReturns: number;
}

/** Minutes really worked to standard minutes, as recent work tells; old work fades [LRN-1]. */
export interface Learned {
  count: number;
  actualMinutes: number;
  standardMinutes: number;
}

/** What can be taken back for a minute: the job as it was before a command that touched it alone [UNDO-1]. */
export interface UndoStep {
  command: string;
  by: StaffId | null;
  at: Instant;
  version: number;
  before: Job;
  /** What the command taught about how long work takes, as the difference to before, by key: to be unlearned [UNDO-4]. */
  taught: Record<string, Learned>;
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
  /** By shop-local day, of the last 62 days. */
  days: Record<LocalDay, DayFigures>;
  /** Visits of the last 62 days that are over. */
  visits: Record<JobId, Visit>;
  /** By name of the operation, and by `*` and work type for those seldom seen. */
  learned: Record<string, Learned>;
  /** What the lounge tells everybody, and what it told of late. */
  notices: Record<string, Notice>;
  /** Commands of the last minute that can be undone, oldest first. */
  undo: UndoStep[];
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
  visits: {},
  learned: {},
  notices: {},
  undo: [],
  sweepDueAt: 0,
};
