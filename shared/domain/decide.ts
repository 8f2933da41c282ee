// domain/ — decide: what a command leads to, or why not. Pure: time and ids come in. The server decides with it; the console
// uses the same to show at once where a card may be dropped.
import { approveWork, declineWork, proposeWork, quoteWork, withdrawWork } from './deciders/addedWork.ts';
import { amendWork, mergeJobs, splitOrder } from './deciders/amending.ts';
import { acknowledgeAlarm, escalateAlarm, snoozeAlarm } from './deciders/answeringAlarms.ts';
import { endBreak, setLeave, startBreak } from './deciders/attendance.ts';
import { bookJob, cancelJob, rebook, receiveWalkIn } from './deciders/booking.ts';
import { continueWork, suspendWork } from './deciders/closingTime.ts';
import { correctJob, linkComeback, setWhereabouts } from './deciders/correcting.ts';
import { dispatch, recall } from './deciders/dispatching.ts';
import { closeBay, openBay, setAttendance } from './deciders/floor.ts';
import { callCustomer, callInLounge, handOver, markReady, settle, takeBackReady } from './deciders/handingOver.ts';
import { failInspection, recordInspection } from './deciders/inspecting.ts';
import { judgeLateness, recordFollowUp } from './deciders/lateness.ts';
import { moveCar, partsArrived, reassign, reviseHold } from './deciders/movingWork.ts';
import { postNotice, removeNotice } from './deciders/notices.ts';
import { makePromise, publishEstimates } from './deciders/promising.ts';
import { checkIn, importOrders } from './deciders/reception.ts';
import { releaseBay, reserveBay } from './deciders/reserving.ts';
import { changeSetUp, setDayHours, setUpShop } from './deciders/settingUp.ts';
import { undo } from './deciders/undoing.ts';
import { finishOperation, holdOperation, passInspection, resumeOperation, startOperation } from './deciders/working.ts';
import type { Command, CommandOf, CommandType } from './commands.ts';
import type { Context } from './context.ts';
import type { DomainEvent } from './events.ts';
import { numbered } from './orderNumber.ts';
import { refusal } from './refusals.ts';
import { accepted, refused, type Result } from './result.ts';
import { happenedThen, isSentLater, momentOf } from './sentLater.ts';
import type { ShopState } from './state.ts';

type Decider<Type extends CommandType> = (
  state: ShopState,
  command: CommandOf<Type>,
  context: Context,
) => Result<DomainEvent[]>;

/** Who decides which command. Each rule is named by its id in docs/SPEC.md where it is held. */
const deciders: { [Type in Exclude<CommandType, 'SetUpShop'>]: Decider<Type> } = {
  ChangeSetUp: changeSetUp,
  SetDayHours: setDayHours,
  ImportOrders: importOrders,
  BookJob: (state, command, context) => bookJob(state, numbered(state, command, context.at), context),
  ReceiveWalkIn: (state, command, context) => receiveWalkIn(state, numbered(state, command, context.at), context),
  Rebook: rebook,
  CancelJob: cancelJob,
  ReserveBay: reserveBay,
  ReleaseBay: releaseBay,
  CheckIn: checkIn,
  SetWhereabouts: setWhereabouts,
  CorrectJob: correctJob,
  AmendWork: amendWork,
  SplitOrder: splitOrder,
  MergeJobs: mergeJobs,
  LinkComeback: linkComeback,
  Dispatch: dispatch,
  Recall: recall,
  StartOperation: startOperation,
  Reassign: reassign,
  HoldOperation: holdOperation,
  ReviseHold: reviseHold,
  PartsArrived: partsArrived,
  ResumeOperation: resumeOperation,
  FinishOperation: finishOperation,
  MoveCar: moveCar,
  SuspendWork: suspendWork,
  ContinueWork: continueWork,
  ProposeWork: proposeWork,
  QuoteWork: quoteWork,
  ApproveWork: approveWork,
  DeclineWork: declineWork,
  WithdrawWork: withdrawWork,
  RecordInspection: recordInspection,
  PassInspection: passInspection,
  FailInspection: failInspection,
  MarkReady: markReady,
  TakeBackReady: takeBackReady,
  CallCustomer: callCustomer,
  CallInLounge: callInLounge,
  Settle: settle,
  HandOver: handOver,
  JudgeLateness: judgeLateness,
  RecordFollowUp: recordFollowUp,
  MakePromise: makePromise,
  PublishEstimates: publishEstimates,
  Undo: undo,
  AcknowledgeAlarm: acknowledgeAlarm,
  SnoozeAlarm: snoozeAlarm,
  EscalateAlarm: escalateAlarm,
  PostNotice: postNotice,
  RemoveNotice: removeNotice,
  SetAttendance: setAttendance,
  StartBreak: startBreak,
  EndBreak: endBreak,
  SetLeave: setLeave,
  CloseBay: closeBay,
  OpenBay: openBay,
};

/** The events that a command leads to, in their order; none when all is as asked already; or the refusal. */
export function decide(state: ShopState, command: Command, context: Context): Result<DomainEvent[]> {
  if (command.type === 'SetUpShop') return setUpShop(state, command);
  if (!state.shop) return refused(refusal('notSetUp', {}));
  const decider = deciders[command.type] as Decider<CommandType>;
  if (!isSentLater(command)) return decider(state, command, context);
  const moment = momentOf(state, command, context.at);
  if (!moment.ok) return moment;
  const decided = decider(state, command, { ...context, at: moment.value });
  return decided.ok ? accepted(happenedThen(decided.value, moment.value)) : decided;
}
