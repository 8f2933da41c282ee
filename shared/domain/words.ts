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

/** Why running work waits. */
export const holdReasons = ['parts', 'approval', 'customer', 'sublet', 'equipment'] as const;
export type HoldReason = (typeof holdReasons)[number];

/** Where the customer is while the car is here. */
export const whereabouts = ['lounge', 'away'] as const;
export type Whereabouts = (typeof whereabouts)[number];

/** What the lounge may show of a car, as its customer chose at check-in [PRV-2]. */
export const loungeLabels = ['plate', 'slip', 'nothing'] as const;
export type LoungeLabel = (typeof loungeLabels)[number];

/** Why a bay is closed. */
export const closureReasons = ['maintenance', 'cleaning', 'broken', 'reserved'] as const;
export type ClosureReason = (typeof closureReasons)[number];
