// domain/ — events: what happened, past tense; the only thing that the log holds and `evolve` reads. Never a name or a number
// that tells strangers who somebody is: references only [PRV-1].
import type {
  Bay,
  CorrectableField,
  CorrectedValue,
  Defect,
  Estimate,
  HandOverRecord,
  Location,
  Notice,
  Operation,
  Order,
  Promise,
  Proposal,
  Quote,
  Answer,
  Reservation,
  ShopConfig,
  SpecialDay,
  StaffMember,
  Team,
} from './state.ts';
import type {
  AlarmCode,
  BayCode,
  CancelReason,
  ClosureReason,
  HoldReason,
  InspectionLevel,
  Instant,
  JobId,
  LocalDay,
  LoungeLabel,
  NoteKey,
  OperationId,
  OrderNumber,
  PersonRef,
  ProposalId,
  StaffId,
  VehicleRef,
  Whereabouts,
} from './words.ts';
import type { SetUpChange } from './commands.ts';

/** An operation as it is planned, before anything happened to it. */
export type PlannedOperation = Pick<
  Operation,
  'id' | 'kind' | 'order' | 'name' | 'workType' | 'minutes' | 'unattended' | 'after' | 'reworkOf'
>;

interface OfJob {
  job: JobId;
}
interface OfOperation extends OfJob {
  operation: OperationId;
}

interface OfNotice {
  notice: string;
}

/** Sent later than it happened, from where there was no network: when it happened, which is before its entry [LTR-1]. */
export interface SentLater {
  happenedAt?: Instant;
}

/** An alarm of a job, this time of its being raised. */
interface OfAlarm extends OfJob {
  alarm: AlarmCode;
  episode: string;
}

export type DomainEvent =
  | {
      type: 'ShopSetUp';
      shop: ShopConfig;
      bays: Omit<Bay, 'closed' | 'position'>[];
      teams: Team[];
      staff: Pick<StaffMember, 'id' | 'roles' | 'workTypes' | 'team'>[];
    }
  | { type: 'SetUpChanged'; changes: SetUpChange[] }
  /** A day gets hours of its own, or its usual ones again. */
  | { type: 'DayHoursSet'; day: LocalDay; hours: SpecialDay | null }

  /** The first order of a job opens it; a later one joins it. `operations` are those that the order adds. */
  | ({ type: 'OrderBooked'; order: Order; operations: PlannedOperation[] } & OfJob)
  /** A booked order was changed by its source; `operations` are all of the job from now on. */
  | ({ type: 'OrderChanged'; order: Order; operations: PlannedOperation[] } & OfJob)
  /** An order leaves its job for a visit of its own, with its operations; `operations` are those of the new job. */
  | ({
      type: 'OrderSplit';
      order: OrderNumber;
      into: JobId;
      arrivalAt: Instant;
      operations: PlannedOperation[];
    } & OfJob)
  /** All orders of a job join another one, which gets `operations` added; the job is no more. */
  | ({ type: 'JobMerged'; into: JobId; operations: PlannedOperation[] } & OfJob)
  | ({ type: 'JobRebooked'; arrivalAt: Instant } & OfJob)
  | ({ type: 'JobCancelled'; reason: CancelReason } & OfJob)
  | ({ type: 'BayReserved' } & Reservation & OfJob)
  | ({ type: 'BayReleased' } & OfJob)
  | ({ type: 'PromiseMade' } & Omit<Promise, 'madeAt' | 'madeBy'> & OfJob)
  | ({
      type: 'CarCheckedIn';
      slip: string;
      /** Shop-local day of the slip number. */
      day: LocalDay;
      waits: Whereabouts;
      loungeLabel: LoungeLabel;
      advisor: StaffId;
      mileageKm: number | null;
      keepsOldParts: boolean;
      keyTag: string | null;
    } & OfJob)
  | ({ type: 'WhereaboutsChanged'; waits: Whereabouts } & OfJob)
  | ({ type: 'JobCorrected'; field: CorrectableField; from: CorrectedValue; to: CorrectedValue } & OfJob)
  /** The work wanted is another: operations added, dropped before they began, and standard minutes put right. */
  | ({
      type: 'WorkAmended';
      added: PlannedOperation[];
      dropped: OperationId[];
      minutes: { operation: OperationId; minutes: number }[];
    } & OfJob)
  /** `of` null: it was linked wrongly, and comes back from none. */
  | ({ type: 'ComebackLinked'; of: JobId | null } & OfJob)
  | ({ type: 'CarMoved'; to: Location } & OfJob)
  | ({ type: 'OperationsDispatched'; operations: OperationId[]; bay: BayCode | null; crew: StaffId[] } & OfJob)
  | ({ type: 'OperationRecalled' } & OfOperation)
  | ({ type: 'OperationStarted' } & OfOperation & SentLater)
  /** Other hands or another bay: segments of who leaves end, those who join begin theirs if it runs. */
  | ({ type: 'WorkReassigned'; bay: BayCode | null; crew: StaffId[] } & OfOperation)
  | ({ type: 'OperationHeld'; reason: HoldReason; expectedAt: Instant | null; freesBay: boolean } & OfOperation &
      SentLater)
  | ({ type: 'HoldRevised'; expectedAt: Instant | null; freesBay: boolean } & OfOperation)
  | ({ type: 'PartsArrived' } & OfOperation)
  | ({ type: 'OperationResumed' } & OfOperation & SentLater)
  /** `workedMinutes`: really worked, within working hours; null: not known (unattended, or before it was counted). */
  | ({ type: 'OperationFinished'; workedMinutes: number | null } & OfOperation & SentLater)
  /** Closing time stopped it; its run and its segments end at `closedAt`, which may be earlier than the entry. */
  | ({ type: 'WorkSuspended'; closedAt: Instant; expectedAt: Instant | null } & OfOperation)
  | ({
      type: 'WorkProposed';
    } & Pick<Proposal, 'id' | 'foundIn' | 'order' | 'operations' | 'note'> &
      OfJob &
      SentLater)
  | ({ type: 'WorkQuoted'; proposal: ProposalId } & Omit<Quote, 'at' | 'by'> & OfJob)
  /** The customer wants it: `operations` join the job. */
  | ({ type: 'WorkApproved'; proposal: ProposalId; operations: PlannedOperation[] } & Pick<
      Answer,
      'how' | 'promisedAt' | 'note'
    > &
      OfJob)
  | ({ type: 'WorkDeclined'; proposal: ProposalId } & Pick<Answer, 'how' | 'note'> & OfJob)
  | ({ type: 'WorkWithdrawn'; proposal: ProposalId } & OfJob)

  /** Self or team leader's inspection, passed. */
  | ({ type: 'InspectionRecorded'; level: InspectionLevel; operation: OperationId | null; by: StaffId[] } & OfJob &
      SentLater)
  | ({ type: 'InspectionPassed'; inspectors: StaffId[]; points: string[] } & OfOperation)
  /**
   * Defects were found. `rework` joins the job; where `dispatched`, to bay and crew of the work that failed, first in line. The
   * inspection (`operation`; null: the leader's look) is to be done again.
   */
  | ({
      type: 'InspectionFailed';
      level: InspectionLevel;
      operation: OperationId | null;
      inspectors: StaffId[];
      day: LocalDay;
      defects: Defect[];
      note: NoteKey | null;
      rework: { planned: PlannedOperation; bay: BayCode | null; crew: StaffId[]; dispatched: boolean }[];
    } & OfJob)
  | ({ type: 'CarReady' } & OfJob)
  | ({ type: 'ReadyWithdrawn' } & OfJob)
  | ({ type: 'CustomerCalled' } & OfJob)
  | ({ type: 'CallUnanswered' } & OfJob)
  /** Somebody has the customer called on the lounge screens, once more. */
  | ({ type: 'CalledInLounge' } & OfJob)
  | ({ type: 'BillSettled' } & OfJob)
  | ({ type: 'CarHandedOver' } & Omit<HandOverRecord, 'by'> & OfJob)
  | ({ type: 'LatenessJudged'; customersFault: boolean } & OfJob)
  | ({ type: 'FollowUpRecorded'; punctual: boolean; satisfaction: number | null } & OfJob)
  /** What the customer is told of the finish, rounded to 10 minutes; null: that it cannot be said. */
  | ({ type: 'EstimatePublished' } & Pick<Estimate, 'finishAt' | 'because'> & OfJob)
  | ({ type: 'NoticePosted' } & Pick<Notice, 'zh' | 'en' | 'from' | 'until'> & OfNotice)
  | ({ type: 'NoticeRemoved' } & OfNotice)
  | { type: 'AttendanceChanged'; staff: StaffId; present: boolean }
  | { type: 'BreakStarted'; staff: StaffId; until: Instant | null }
  | { type: 'BreakEnded'; staff: StaffId }
  | { type: 'LeaveSet'; staff: StaffId; leave: StaffMember['leave'] }
  | { type: 'BayClosed'; bay: BayCode; reason: ClosureReason; until: Instant | null }
  | { type: 'BayOpened'; bay: BayCode }
  | ({ type: 'AlarmAcknowledged' } & OfAlarm)
  | ({ type: 'AlarmSnoozed'; until: Instant } & OfAlarm)
  | ({ type: 'AlarmEscalated' } & OfAlarm)

  /** The job is again as it was before that command [UNDO-1]. */
  | ({ type: 'CommandUndone'; command: string } & OfJob)
  /** Directory entries were renewed under the same reference: views must look again. */
  | { type: 'DirectoryRenewed'; vehicles: VehicleRef[]; persons: PersonRef[]; staff?: StaffId[] };

export type EventType = DomainEvent['type'];
/** The event of a type. */
export type EventOf<Type extends EventType> = Extract<DomainEvent, { type: Type }>;
