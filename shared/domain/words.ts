// domain/ — the words of the workshop: identifiers and closed sets that everything else is built of. A job 台次 is one visit of one
// car; its orders 委托书 say who pays; each order's operations 维修项目 are the pieces of work, done in a bay 工位 by a crew. What
// each word means stands at it here and in `state.ts`; screens say them in the languages of `shared/i18n`.

/** Moment, epoch milliseconds, UTC. Field names end in `At`. */
export type Instant = number;

export type ShopId = string;
/** One visit of one car. */
export type JobId = string;
/** Number of a repair order 委托书号, as the shop's own system gives it. */
export type OrderNumber = string;
/** One piece of work, unique within its job. */
export type OperationId = string;
/** Code of a bay as painted on the floor: `A01`. */
export type BayCode = string;
/** Number of a member of staff: `P07`. */
export type StaffId = string;
export type TeamId = string;
/** Reference of a car in the directory; says nothing about the car. */
export type VehicleRef = string;
/** Reference of a customer in the directory; says nothing about the person. */
export type PersonRef = string;
/** Key of a note among the customer's words in the directory: the id of the command that brought it. */
export type NoteKey = string;
/** Additional work of a job: `x1`, `x2` … */
export type ProposalId = string;
/** Shop-local day, `YYYY-MM-DD`. */
export type LocalDay = string;

/** Kind of work a bay and a technician can do: `quick`, `mechanical` … The shop may have its own. */
export type WorkType = string;
/** Work types that the rules themselves know. */
export const INSPECTION: WorkType = 'inspection';
export const WASH: WorkType = 'wash';

export const roles = ['technician', 'teamLeader', 'inspector', 'washer', 'advisor', 'dispatcher', 'manager'] as const;
export type Role = (typeof roles)[number];

/** Stages of a job in their order. Derived from its operations, never set by hand [STG-1]. */
export const stages = [
  'booked',
  'waiting',
  'dispatched',
  'working',
  'held',
  'inspecting',
  'washing',
  'ready',
  'delivered',
  'cancelled',
] as const;
export type Stage = (typeof stages)[number];

/** Why people hold work. */
export const givenHoldReasons = ['parts', 'approval', 'customer', 'sublet', 'equipment'] as const;
export type GivenHoldReason = (typeof givenHoldReasons)[number];
/** Why running work waits: what people say, a break of its crew, or closing time. */
export const holdReasons = [...givenHoldReasons, 'break', 'closing'] as const;
export type HoldReason = (typeof holdReasons)[number];

/** Where the customer is while the car is here; `back`: was away, and waits here again. */
export const whereabouts = ['lounge', 'away', 'back'] as const;
export type Whereabouts = (typeof whereabouts)[number];

/** Who pays for an order. */
export const payers = ['customer', 'warranty', 'insurer'] as const;
export type Payer = (typeof payers)[number];

/** Why a visit does not take place, or ends without its work. */
export const cancelReasons = ['customerWish', 'noShow', 'bookedTwice', 'notRepairable', 'mistake'] as const;
export type CancelReason = (typeof cancelReasons)[number];

/** What a customer who waits here is called to the desk for: the car is ready, or additional work waits for an answer [CAL-3]. */
export type CallReason = 'ready' | 'approval';
export interface LoungeCall {
  about: CallReason;
  /** Since then; together with the car it tells one call from another. */
  at: Instant;
}

/** How a customer said something. */
export const answerWays = ['desk', 'phone', 'link'] as const;
export type AnswerWay = (typeof answerWays)[number];

/** Why customers are told another finish than before: what their car waits for, more work, or that it goes slower or faster. */
export const estimateReasons = [
  'parts',
  'approval',
  'otherWait',
  'moreWork',
  'later',
  'sooner',
  'workload',
  'earlierTurn',
] as const;
export type EstimateReason = (typeof estimateReasons)[number];

/** None yet is no promise at all; a provisional one is made before the car was looked at. */
export const promiseKinds = ['provisional', 'firm'] as const;
export type PromiseKind = (typeof promiseKinds)[number];

/** Why a promise was given or changed. The last three are revisions by people [PRM-3]. */
export const promiseReasons = [
  'booking',
  'changedOrder',
  'rebooked',
  'merged',
  'firmedUp',
  'additionalWork',
  'customerWish',
  'shop',
] as const;
export type PromiseReason = (typeof promiseReasons)[number];

/** The three inspections 三级检验: by the crew itself, by a team leader, by somebody who did not work on the car. */
export const inspectionLevels = ['self', 'leader', 'final'] as const;
export type InspectionLevel = (typeof inspectionLevels)[number];

/** What an inspection finds. */
export const defectKinds = [
  'incomplete',
  'leak',
  'noise',
  'torque',
  'fitting',
  'electrical',
  'paint',
  'dirt',
  'damage',
  'other',
] as const;
export type DefectKind = (typeof defectKinds)[number];

/** Why a car was handed over late. `customer` needs a note and a confirmation [OTR-6]. */
export const lateCauses = [
  'parts',
  'approval',
  'workload',
  'diagnosis',
  'rework',
  'staff',
  'equipment',
  'sublet',
  'promise',
  'customer',
  'other',
] as const;
export type LateCause = (typeof lateCauses)[number];

/** Why a day has hours of its own. */
export const dayKinds = ['holiday', 'overtime', 'special'] as const;
export type DayKind = (typeof dayKinds)[number];

/** What a person must act on now, the most urgent first [ALM-1]. */
export const alarmCodes = [
  'promisePassed',
  'predictedLate',
  'holdOverdue',
  'approvalUnanswered',
  'partsArrived',
  'notDispatched',
  'carryOver',
  'tight',
  'silent',
  'progressCheck',
  'noPromise',
  'partsWithoutTime',
  'callCustomer',
  'callAhead',
  'notArrived',
  'notCollected',
] as const;
export type AlarmCode = (typeof alarmCodes)[number];

/** What the lounge may show of a car, as its customer chose at check-in [PRV-2]. */
export const loungeLabels = ['plate', 'slip', 'nothing'] as const;
export type LoungeLabel = (typeof loungeLabels)[number];

/** Why a bay is closed. */
export const closureReasons = ['maintenance', 'cleaning', 'broken', 'reserved'] as const;
export type ClosureReason = (typeof closureReasons)[number];

/** Longest text of a notice by language, characters: English takes about twice as many to say the same. */
export const MOST_OF_NOTICE = { zh: 60, en: 120 } as const;
