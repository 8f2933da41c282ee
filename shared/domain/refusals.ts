// domain/ — the one list of refusals: a closed set of codes with the figures that their sentences need.
// Sentences in both languages: `shared/i18n/refusalWords.ts`.
import type {
  BayCode,
  InspectionLevel,
  Instant,
  JobId,
  OperationId,
  OrderNumber,
  ProposalId,
  Role,
  StaffId,
  TeamId,
  WorkType,
} from './words.ts';
import type { OperationStatus } from './state.ts';

/** A refusal whose sentence needs no figures. */
type Nothing = object;

/** Figures of each refusal. */
export interface RefusalFigures {
  // Shop
  notSetUp: Nothing;
  alreadySetUp: Nothing;
  badShopFile: { where: string };
  duplicateCode: { value: string };
  unknownTimeZone: { timeZone: string };
  noManager: Nothing;
  /** A bay, person or service type that something open still needs: its code, and one job that does. */
  stillNeeded: { value: string; job: JobId };
  unknownTeam: { team: TeamId };
  /** The team cannot go while somebody is in it. */
  teamHasMembers: { team: TeamId; staff: StaffId };
  unknownServiceType: { serviceType: string };
  unknownWork: { name: string };
  lastOfItsKind: { value: string };
  // Things that are not there
  unknownJob: { job: JobId };
  unknownOperation: { job: JobId; operation: OperationId };
  unknownBay: { bay: BayCode };
  unknownStaff: { staff: StaffId };
  // Reception
  alreadyCheckedIn: { job: JobId };
  notCheckedIn: { job: JobId };
  jobClosed: { job: JobId };
  orderExists: { order: OrderNumber };
  unknownOrder: { job: JobId; order: OrderNumber };
  firstOrder: { order: OrderNumber };
  unknownAdvisor: { staff: StaffId };
  carAlreadyHere: { job: JobId };
  arrivalInPast: Nothing;
  closedThen: Nothing;
  promiseBeforeArrival: Nothing;
  notMissingYet: { job: JobId; from: Instant };
  workBegun: { job: JobId; operation: OperationId };
  workNeeded: { job: JobId };
  otherCar: { job: JobId; other: JobId };
  bayReserved: { bay: BayCode; job: JobId; from: Instant; to: Instant };
  notReserved: { job: JobId };
  notAComeback: { job: JobId; days: number };
  importRow: { order: OrderNumber; problem: ImportProblem };
  nothingToImport: Nothing;
  // Dispatch and work
  operationStatus: { job: JobId; operation: OperationId; status: OperationStatus };
  bayClosed: { bay: BayCode };
  bayWorkType: { bay: BayCode; workType: WorkType };
  bayNeeded: { workType: WorkType };
  bayOccupied: { bay: BayCode; job: JobId };
  crewNeeded: { job: JobId };
  staffAway: { staff: StaffId };
  staffOnBreak: { staff: StaffId };
  staffOnLeave: { staff: StaffId };
  staffWorkType: { staff: StaffId; workType: WorkType };
  staffBusy: { staff: StaffId; job: JobId };
  carElsewhere: { job: JobId; bay: BayCode };
  notYet: { job: JobId; before: OperationId };
  expectedInPast: Nothing;
  happenedInFuture: Nothing;
  happenedTooLongAgo: { hours: number };
  notForParts: { job: JobId; operation: OperationId };
  carAtWork: { job: JobId; operation: OperationId };
  // Additional work
  unknownProposal: { job: JobId; proposal: ProposalId };
  proposalClosed: { job: JobId; proposal: ProposalId };
  notQuoted: { job: JobId; proposal: ProposalId };
  quoteChanged: { job: JobId; proposal: ProposalId };
  awaitsAnswer: { job: JobId; proposal: ProposalId };
  // Inspection, wash, hand-over
  inspectorWorkedOnIt: { staff: StaffId };
  inspectionNotFinished: { job: JobId; operation: OperationId };
  notInspection: { job: JobId; operation: OperationId };
  inspectionMissing: { job: JobId; level: InspectionLevel; operation: OperationId | null };
  pointsMissing: { points: string[] };
  notTeamLeader: { staff: StaffId };
  notOfCrew: { staff: StaffId };
  inspectorNeeded: Nothing;
  workNotDone: { job: JobId; operation: OperationId };
  alreadyReady: { job: JobId };
  notReady: { job: JobId };
  alreadyCalled: { job: JobId };
  nothingToCallFor: { job: JobId };
  notInLounge: { job: JobId };
  alreadySettled: { job: JobId };
  notSettled: { job: JobId };
  causeNeeded: { job: JobId };
  noteNeeded: { job: JobId };
  notHandedOver: { job: JobId };
  alreadyAnswered: { job: JobId };
  nothingToJudge: { job: JobId };
  judgedByAnother: { staff: StaffId };
  // Promise
  promiseInPast: Nothing;
  noPromise: { job: JobId };
  alreadyFirm: { job: JobId };
  confirmationNeeded: { job: JobId };
  // Alarms
  snoozeSpan: { hours: number };
  // Notices
  noticeOver: Nothing;
  tooManyNotices: { most: number };
  // Undo
  nothingToUndo: { seconds: number };
  undoByAnother: { staff: StaffId | null };
  builtUpon: { job: JobId };
  // Floor
  alreadyPresent: { staff: StaffId };
  alreadyAway: { staff: StaffId };
  staffStillWorking: { staff: StaffId; job: JobId };
  alreadyOnBreak: { staff: StaffId };
  notOnBreak: { staff: StaffId };
  daysBackwards: Nothing;
  bayAlreadyClosed: { bay: BayCode };
  bayAlreadyOpen: { bay: BayCode };
  bayInUse: { bay: BayCode; job: JobId };
  // Edges
  malformed: { where: string };
  unknownShop: Nothing;
  notLoggedIn: Nothing;
  /** `roles`: who may. */
  notAllowed: { roles: Role[] };
  firstPin: Nothing;
  wrongPin: Nothing;
  weakPin: Nothing;
  lockedOut: { minutes: number };
  wrongSetUpCode: Nothing;
  wrongPairingCode: Nothing;
  wrongOrigin: Nothing;
  commandExpired: { days: number };
  commandReused: Nothing;
  conflict: Nothing;
  unknownOutcome: Nothing;
  readOnly: Nothing;
  tooLarge: Nothing;
  tooFast: Nothing;
  unreadableFile: Nothing;
}

/** What can be wrong with one row of an imported file. */
export type ImportProblem =
  | 'missingColumn'
  | 'missingValue'
  | 'badPlate'
  | 'badTime'
  | 'badOperations'
  | 'unknownOperation'
  | 'badMinutes'
  | 'unknownAdvisor'
  | 'unknownServiceType'
  | 'badMileage'
  | 'badYesNo'
  | 'duplicateOrder'
  | 'promiseBeforeArrival'
  | 'tooOld'
  | 'badCsv';

export type RefusalCode = keyof RefusalFigures;
/** Why a command changes nothing: its code and figures, flat, as they travel. */
export type Refusal = { [Code in RefusalCode]: { code: Code } & RefusalFigures[Code] }[RefusalCode];

/** A refusal by code and figures. */
export function refusal<Code extends RefusalCode>(
  code: Code,
  figures: RefusalFigures[Code],
): { code: Code } & RefusalFigures[Code] {
  return { code, ...figures };
}
