// domain/ — the one list of refusals: a closed set of codes with the figures that their sentences need.
// Sentences in both languages: `shared/i18n/refusalWords.ts`.
import type { BayCode, JobId, OperationId, OrderNumber, Role, StaffId, WorkType } from './words.ts';
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
  // Things that are not there
  unknownJob: { job: JobId };
  unknownOperation: { job: JobId; operation: OperationId };
  unknownBay: { bay: BayCode };
  unknownStaff: { staff: StaffId };
  // Reception
  alreadyCheckedIn: { job: JobId };
  notCheckedIn: { job: JobId };
  jobClosed: { job: JobId };
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
  staffWorkType: { staff: StaffId; workType: WorkType };
  staffBusy: { staff: StaffId; job: JobId };
  carElsewhere: { job: JobId; bay: BayCode };
  notYet: { job: JobId; before: OperationId };
  expectedInPast: Nothing;
  // Inspection, wash, hand-over
  inspectorWorkedOnIt: { staff: StaffId };
  inspectionNotFinished: { job: JobId; operation: OperationId };
  notInspection: { job: JobId; operation: OperationId };
  workNotDone: { job: JobId; operation: OperationId };
  alreadyReady: { job: JobId };
  notReady: { job: JobId };
  alreadyCalled: { job: JobId };
  // Floor
  alreadyPresent: { staff: StaffId };
  alreadyAway: { staff: StaffId };
  staffStillWorking: { staff: StaffId; job: JobId };
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
