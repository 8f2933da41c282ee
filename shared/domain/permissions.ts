// domain/ — who may send which command: coarse, by role. The server holds to it; the console greys out by the same table.
import type { CommandType } from './commands.ts';
import type { Role } from './words.ts';

const office: readonly Role[] = ['manager', 'dispatcher', 'advisor'];
const floor: readonly Role[] = [...office, 'inspector'];
const hands: readonly Role[] = [...floor, 'technician', 'teamLeader', 'washer'];

/** The server itself, or a way of its own (the set-up page): nobody by hand. */
const nobody: readonly Role[] = [];

/** Roles that may send each command [CMD-6]. Nobody sets up a shop twice: `SetUpShop` comes from the set-up page alone. */
const senders: Readonly<Record<CommandType, readonly Role[]>> = {
  SetUpShop: nobody,
  ChangeSetUp: ['manager'],
  SetDayHours: ['manager', 'dispatcher'],
  ImportOrders: office,
  BookJob: office,
  ReceiveWalkIn: office,
  Rebook: office,
  CancelJob: office,
  ReserveBay: office,
  ReleaseBay: office,
  CheckIn: floor,
  SetWhereabouts: floor,
  CorrectJob: office,
  AmendWork: office,
  SplitOrder: office,
  MergeJobs: office,
  LinkComeback: floor,
  Dispatch: floor,
  Recall: floor,
  StartOperation: hands,
  Reassign: hands,
  HoldOperation: hands,
  ReviseHold: hands,
  PartsArrived: hands,
  ResumeOperation: hands,
  FinishOperation: hands,
  MoveCar: hands,
  SuspendWork: nobody,
  ContinueWork: hands,
  ProposeWork: hands,
  QuoteWork: office,
  ApproveWork: office,
  DeclineWork: office,
  WithdrawWork: hands,
  RecordInspection: hands,
  PassInspection: floor,
  FailInspection: [...floor, 'teamLeader'],
  MarkReady: floor,
  TakeBackReady: floor,
  CallCustomer: floor,
  CallInLounge: floor,
  Settle: office,
  HandOver: floor,
  JudgeLateness: ['manager'],
  RecordFollowUp: office,
  MakePromise: office,
  PublishEstimates: nobody,
  Undo: hands,
  AcknowledgeAlarm: hands,
  SnoozeAlarm: floor,
  EscalateAlarm: hands,
  PostNotice: office,
  RemoveNotice: office,
  SetAttendance: floor,
  StartBreak: hands,
  EndBreak: hands,
  SetLeave: ['manager', 'dispatcher'],
  CloseBay: floor,
  OpenBay: floor,
};

/** Things beside commands that only some may do. */
const keepers = {
  /** Write down an inspection that somebody else did [INS-8]. */
  signingFor: ['manager', 'dispatcher', 'inspector'],
  /** Print a car's check-in slip, and show its customer's link [TRK-2]. */
  links: ['manager', 'dispatcher', 'advisor', 'inspector'],
  /** Let displays in and out [ACC-3]. */
  displays: ['manager'],
  /** Take the set-up out as a file, and bring one in [SET-13]. */
  setUp: ['manager'],
  /** Let people begin, change and go, and give them a new first PIN [ACC-7] [ACC-9]. */
  people: ['manager'],
  /** Read how often promises were kept in a period, and what was late [FIG-8]. */
  onTime: ['manager', 'dispatcher', 'advisor'],
  /** Read the log, for the audit. */
  log: ['manager'],
} as const satisfies Record<string, readonly Role[]>;

/** The roles that may send a command, for the sentence that refuses the others. */
export function sendersOf(type: CommandType): readonly Role[] {
  return senders[type];
}

/** The roles that may do something that is no command. */
export function keepersOf(thing: keyof typeof keepers): readonly Role[] {
  return keepers[thing];
}

/** True when one of a person's roles is among those allowed. */
export function isOneOf(own: readonly Role[], allowed: readonly Role[]): boolean {
  return own.some((role) => allowed.includes(role));
}

/** True when somebody with these roles may send such a command [CMD-6]. */
export function maySend(own: readonly Role[], type: CommandType): boolean {
  return isOneOf(own, senders[type]);
}
