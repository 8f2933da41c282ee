// domain/ — commands: what people ask for, imperative. The schemas are the one description; types follow from them.
// They hold references only: personal data goes to the directory before a command is made of it (server/import, server/access).
import { z } from 'zod';
import {
  MOST_OF_NOTICE,
  alarmCodes,
  answerWays,
  cancelReasons,
  closureReasons,
  dayKinds,
  defectKinds,
  givenHoldReasons,
  lateCauses,
  loungeLabels,
  payers,
  promiseKinds,
  roles,
  whereabouts,
} from './words.ts';
import { defaultRules } from './defaultRules.ts';

/** Codes are keys of the fold: a name that every object has (`constructor`) is none. */
const code = z
  .string()
  .min(1)
  .max(40)
  .refine((text) => !(text in {}));
/** 1 January 2100: what lies beyond it is a slip, and no clock or calendar need reckon with it. */
const LAST_INSTANT = 4_102_444_800_000;
const instant = z.number().int().nonnegative().max(LAST_INSTANT);
const minutes = z.number().int().min(1).max(6000);
/** A UUIDv7: it carries its own age, so that an old one can be told [CMD-3]. */
const commandId = z.uuidv7();
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const window = z.tuple([clockTime, clockTime]).readonly();
const windows = z.array(window).max(6);
/** Shop-local day `YYYY-MM-DD`. */
export const localDaySchema = z.iso.date();
const name = z.string().min(1).max(60);
/** Hundredths of the shop's currency. */
const cents = z.number().int().min(0).max(1_000_000_000);
/** Key of a note in the directory: who sends a note over the wire has it written there under the command's id. */
const note = z.uuidv7().nullable();

export const specialDaySchema = z.strictObject({ kind: z.enum(dayKinds), windows });
const alarmLimitSchema = z.strictObject({
  on: z.boolean(),
  limit: z.number().int().min(0).max(100_000),
  escalateAfter: z.number().int().min(1).max(100_000).nullable(),
});
const inspectionPlanSchema = z.strictObject({
  self: z.boolean(),
  leader: z.boolean(),
  points: z.array(name).max(60),
});
export const rulesSchema = z.strictObject({
  settleFirst: z.boolean(),
  reserveImported: z.boolean(),
  comebackDays: z.number().int().min(0).max(62),
  inspections: z.record(code, inspectionPlanSchema),
  alarms: z.record(z.enum(alarmCodes), alarmLimitSchema),
  lounge: z.strictObject({
    shows: z.enum(['waiting', 'all']),
    defaultLabel: z.enum(loungeLabels),
    quietHours: window.nullable(),
    volume: z.number().int().min(0).max(100).default(defaultRules.lounge.volume),
    voice: z.boolean().default(defaultRules.lounge.voice),
  }),
});

const serviceTypeSchema = z.strictObject({ code, zh: z.string().max(40), en: z.string().max(40) });
const standardTimeSchema = z.strictObject({ name, workType: code, minutes, unattended: z.boolean() });
const baySchema = z.strictObject({
  code,
  workTypes: z.array(code).min(1).max(10),
  capacity: z.number().int().min(1).max(20),
});
const teamSchema = z.strictObject({ id: code, name: z.string().min(1).max(40) });
const memberSchema = z.strictObject({
  /** None that stands for somebody who is no member of staff: the customer of a car. */
  id: code.refine((id) => !id.startsWith('@')),
  roles: z.array(z.enum(roles)).min(1).max(roles.length),
  workTypes: z.array(code).max(10),
  team: code.nullable(),
});

const basics = {
  name,
  timeZone: z.string().min(1).max(60),
  locale: z.string().min(2).max(20),
  hours: z.strictObject({ weekdays: windows, saturday: windows, sunday: windows }),
  onTimeTarget: z.number().min(0.5).max(1),
  stageMinutes: z.strictObject({ finalInspection: minutes, wash: minutes }),
};

const shopSchema = z.strictObject({
  ...basics,
  serviceTypes: z.array(serviceTypeSchema).min(1).max(40),
  operations: z.array(standardTimeSchema).max(2000),
  calendar: z.record(localDaySchema, specialDaySchema).optional(),
  rules: rulesSchema.optional(),
});

const setUpShop = z.strictObject({
  id: commandId,
  type: z.literal('SetUpShop'),
  shop: shopSchema,
  bays: z.array(baySchema).min(1).max(200),
  teams: z.array(teamSchema).max(50),
  staff: z.array(memberSchema).min(1).max(500),
});

/** One thing of the set-up that is added, changed or taken away. `save…` adds what is not there yet. */
const setUpChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('basics'), ...z.object(basics).partial().shape }),
  z.strictObject({ kind: z.literal('saveBay'), bay: baySchema }),
  z.strictObject({ kind: z.literal('removeBay'), code }),
  z.strictObject({ kind: z.literal('saveTeam'), team: teamSchema }),
  z.strictObject({ kind: z.literal('removeTeam'), team: code }),
  z.strictObject({ kind: z.literal('saveStaff'), member: memberSchema }),
  z.strictObject({ kind: z.literal('removeStaff'), staff: code }),
  z.strictObject({ kind: z.literal('saveServiceType'), serviceType: serviceTypeSchema }),
  z.strictObject({ kind: z.literal('removeServiceType'), code }),
  z.strictObject({ kind: z.literal('saveStandardTime'), standardTime: standardTimeSchema }),
  z.strictObject({ kind: z.literal('removeStandardTime'), name }),
  z.strictObject({ kind: z.literal('rules'), rules: rulesSchema.partial() }),
  /** Null: the usual hours again. */
  z.strictObject({ kind: z.literal('dayHours'), day: localDaySchema, hours: specialDaySchema.nullable() }),
]);

const changeSetUp = z.strictObject({
  id: commandId,
  type: z.literal('ChangeSetUp'),
  changes: z.array(setUpChange).max(5000),
  /** People whose name was renewed in the directory: views must look again. */
  renewed: z.array(code).max(500).optional(),
});

const setDayHours = z.strictObject({
  id: commandId,
  type: z.literal('SetDayHours'),
  day: localDaySchema,
  /** Null: the usual hours again. */
  hours: specialDaySchema.nullable(),
});

const orderRow = z.strictObject({
  order: code,
  vehicle: code,
  customer: code,
  advisor: code,
  serviceType: code,
  mileageKm: z.number().int().min(0).max(3_000_000),
  operations: z
    .array(z.strictObject({ name: z.string().min(1).max(60), minutes }))
    .min(1)
    .max(60),
  arrivalAt: instant,
  promisedAt: instant.nullable(),
  appointment: z.boolean(),
  waits: z.enum(whereabouts),
  wash: z.boolean(),
  hasWords: z.boolean(),
});

const importOrders = z.strictObject({
  id: commandId,
  type: z.literal('ImportOrders'),
  rows: z.array(orderRow).min(1).max(1000),
  /** Rows that differ from what is booked are applied too; otherwise they stay as they are [IMP-3]. */
  applyChanges: z.boolean(),
  /** Directory entries whose content was renewed under the same reference. */
  renewed: z.strictObject({ vehicles: z.array(code).max(1000), persons: z.array(code).max(1000) }),
});

/** Work that is wanted; minutes null: as the standard-time table says. */
const wantedWork = z
  .array(z.strictObject({ name, minutes: minutes.nullable() }))
  .min(1)
  .max(60);
const mileage = z.number().int().min(0).max(3_000_000);
const keyTag = z.string().min(1).max(12);

/** What is asked at the desk when a visit is agreed. */
const visit = {
  /** Null: the next number of the day that is free [CMD-7]. */
  order: code.nullable(),
  vehicle: code,
  customer: code,
  advisor: code,
  serviceType: code,
  payer: z.enum(payers),
  mileageKm: mileage.nullable(),
  operations: wantedWork,
  promisedAt: instant.nullable(),
  promiseKind: z.enum(promiseKinds),
  waits: z.enum(whereabouts),
  wash: z.boolean(),
  hasWords: z.boolean(),
  comebackOf: code.nullable(),
};
/** What is asked when the car is here; what is left out stays as it was booked. */
const arrival = {
  mileageKm: mileage.optional(),
  advisor: code.optional(),
  waits: z.enum(whereabouts).optional(),
  loungeLabel: z.enum(loungeLabels).optional(),
  keepsOldParts: z.boolean().optional(),
  wash: z.boolean().optional(),
  keyTag: keyTag.nullable().optional(),
};

const bookJob = z.strictObject({
  id: commandId,
  type: z.literal('BookJob'),
  ...visit,
  arrivalAt: instant,
  /** Null: one of the right work type that is free then, if there is one. */
  bay: code.nullable(),
});
const receiveWalkIn = z.strictObject({
  id: commandId,
  type: z.literal('ReceiveWalkIn'),
  ...visit,
  loungeLabel: z.enum(loungeLabels).optional(),
  keepsOldParts: z.boolean().optional(),
  keyTag: keyTag.nullable().optional(),
});
const checkIn = z.strictObject({ id: commandId, type: z.literal('CheckIn'), job: code, ...arrival });
const rebook = z.strictObject({
  id: commandId,
  type: z.literal('Rebook'),
  job: code,
  arrivalAt: instant,
  promisedAt: instant.nullable(),
  bay: code.nullable(),
});
const cancelJob = z.strictObject({
  id: commandId,
  type: z.literal('CancelJob'),
  job: code,
  reason: z.enum(cancelReasons),
});
const reserveBay = z.strictObject({
  id: commandId,
  type: z.literal('ReserveBay'),
  job: code,
  bay: code,
  from: instant,
  to: instant,
});
const releaseBay = z.strictObject({ id: commandId, type: z.literal('ReleaseBay'), job: code });
const setWhereabouts = z.strictObject({
  id: commandId,
  type: z.literal('SetWhereabouts'),
  job: code,
  waits: z.enum(whereabouts),
});
const correctJob = z.strictObject({
  id: commandId,
  type: z.literal('CorrectJob'),
  job: code,
  vehicle: code.optional(),
  customer: code.optional(),
  advisor: code.optional(),
  mileageKm: mileage.optional(),
  serviceType: code.optional(),
  payer: z.enum(payers).optional(),
  waits: z.enum(whereabouts).optional(),
  loungeLabel: z.enum(loungeLabels).optional(),
  keepsOldParts: z.boolean().optional(),
  wash: z.boolean().optional(),
  keyTag: keyTag.nullable().optional(),
  /** Directory entries whose content was renewed under the same reference. */
  renewed: z.strictObject({ vehicles: z.array(code).max(1), persons: z.array(code).max(1) }).optional(),
});
const amendWork = z.strictObject({
  id: commandId,
  type: z.literal('AmendWork'),
  job: code,
  order: code,
  add: z.array(z.strictObject({ name, minutes: minutes.nullable() })).max(60),
  drop: z.array(code).max(60),
  minutes: z.array(z.strictObject({ operation: code, minutes })).max(60),
});
const splitOrder = z.strictObject({
  id: commandId,
  type: z.literal('SplitOrder'),
  job: code,
  order: code,
  arrivalAt: instant,
  promisedAt: instant.nullable(),
});
const mergeJobs = z.strictObject({ id: commandId, type: z.literal('MergeJobs'), job: code, into: code });
const linkComeback = z.strictObject({
  id: commandId,
  type: z.literal('LinkComeback'),
  job: code,
  /** Null: it does not come back from any. */
  of: code.nullable(),
});

const dispatch = z.strictObject({
  id: commandId,
  type: z.literal('Dispatch'),
  job: code,
  operations: z.array(code).min(1).max(60),
  /** Null where the shop has no bay for such work (a garage that inspects in the yard). */
  bay: code.nullable(),
  crew: z.array(code).max(10),
  /** The dispatcher has seen that the bay is reserved for another car, and wants it so [RSV-3]. */
  despiteReservation: z.boolean().optional(),
});

const ofOperation = { id: commandId, job: code, operation: code };
/** When it happened, from a phone that had no network then; left out: now [LTR-1]. */
const happenedAt = instant.optional();
const recall = z.strictObject({ ...ofOperation, type: z.literal('Recall') });
const startOperation = z.strictObject({ ...ofOperation, type: z.literal('StartOperation'), happenedAt });
/** Other hands, or another bay, for work that runs or is held: a helper, a hand-over, a move. */
const reassign = z.strictObject({
  ...ofOperation,
  type: z.literal('Reassign'),
  bay: code.nullable(),
  crew: z.array(code).max(10),
  /** As with `Dispatch` [RSV-3]. */
  despiteReservation: z.boolean().optional(),
});
const holdOperation = z.strictObject({
  ...ofOperation,
  type: z.literal('HoldOperation'),
  reason: z.enum(givenHoldReasons),
  expectedAt: instant.nullable(),
  freesBay: z.boolean(),
  happenedAt,
});
const resumeOperation = z.strictObject({ ...ofOperation, type: z.literal('ResumeOperation'), happenedAt });
const finishOperation = z.strictObject({ ...ofOperation, type: z.literal('FinishOperation'), happenedAt });
const reviseHold = z.strictObject({
  ...ofOperation,
  type: z.literal('ReviseHold'),
  expectedAt: instant.nullable(),
  freesBay: z.boolean(),
});
const partsArrived = z.strictObject({ ...ofOperation, type: z.literal('PartsArrived') });

const ofJob = { id: commandId, job: code };
const moveCar = z.strictObject({
  ...ofJob,
  type: z.literal('MoveCar'),
  to: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('parking') }),
    z.strictObject({ kind: z.literal('bay'), bay: code }),
    z.strictObject({ kind: z.literal('road'), keepsBay: z.boolean() }),
    z.strictObject({ kind: z.literal('sublet'), expectedAt: instant.nullable() }),
  ]),
});
/** Closing time: what runs by hand stops until the morning. From the server's own timekeeper. */
const suspendWork = z.strictObject({ id: commandId, type: z.literal('SuspendWork'), closedAt: instant });
/** The morning's list: this goes on. */
const continueWork = z.strictObject({
  id: commandId,
  type: z.literal('ContinueWork'),
  operations: z
    .array(z.strictObject({ job: code, operation: code }))
    .min(1)
    .max(200),
});

const proposeWork = z.strictObject({
  ...ofJob,
  type: z.literal('ProposeWork'),
  /** The operation during which it was found; it waits for the answer. */
  foundIn: code.nullable(),
  operations: wantedWork,
  freesBay: z.boolean(),
  note,
  happenedAt,
});
const ofProposal = { ...ofJob, proposal: code };
const quoteWork = z.strictObject({
  ...ofProposal,
  type: z.literal('QuoteWork'),
  priceCents: cents,
  minutes,
  promisedAt: instant.nullable(),
});
/** When the quote was made that is answered; left out: whichever is in force. */
const quotedAt = instant.optional();
const approveWork = z.strictObject({
  ...ofProposal,
  type: z.literal('ApproveWork'),
  how: z.enum(answerWays),
  promisedAt: instant.nullable(),
  note,
  quotedAt,
});
const declineWork = z.strictObject({
  ...ofProposal,
  type: z.literal('DeclineWork'),
  how: z.enum(answerWays),
  note,
  quotedAt,
});
const withdrawWork = z.strictObject({ ...ofProposal, type: z.literal('WithdrawWork') });

/** The crew's own inspection of an operation, or a team leader's of the car, passed. */
const recordInspection = z.strictObject({
  ...ofJob,
  type: z.literal('RecordInspection'),
  level: z.enum(['self', 'leader']),
  operation: code.nullable(),
  /** Whose inspection it is, where somebody at the desk writes it down for them; left out: the sender's own. */
  signedBy: code.optional(),
  happenedAt,
});
const passInspection = z.strictObject({
  ...ofOperation,
  type: z.literal('PassInspection'),
  points: z.array(name).max(60).optional(),
});
const failInspection = z.strictObject({
  ...ofJob,
  type: z.literal('FailInspection'),
  level: z.enum(['leader', 'final']),
  defects: z
    .array(z.strictObject({ operation: code, kind: z.enum(defectKinds), /** Minutes to put it right. */ minutes }))
    .min(1)
    .max(60),
  note,
});

const markReady = z.strictObject({ ...ofJob, type: z.literal('MarkReady') });
const takeBackReady = z.strictObject({ ...ofJob, type: z.literal('TakeBackReady') });
const callCustomer = z.strictObject({
  ...ofJob,
  type: z.literal('CallCustomer'),
  /** False: nobody answered. */
  reached: z.boolean().optional(),
});
/** On the lounge screens, once more [CAL-3]. */
const callInLounge = z.strictObject({ ...ofJob, type: z.literal('CallInLounge') });
const settle = z.strictObject({ ...ofJob, type: z.literal('Settle') });
const handOver = z.strictObject({
  ...ofJob,
  type: z.literal('HandOver'),
  /** Why it is late; must be there when it is [HND-2]. */
  cause: z.enum(lateCauses).nullable().optional(),
  note: note.optional(),
});
const judgeLateness = z.strictObject({ ...ofJob, type: z.literal('JudgeLateness'), customersFault: z.boolean() });
const recordFollowUp = z.strictObject({
  ...ofJob,
  type: z.literal('RecordFollowUp'),
  punctual: z.boolean(),
  satisfaction: z.number().int().min(1).max(5).nullable(),
});

const makePromise = z.strictObject({
  ...ofJob,
  type: z.literal('MakePromise'),
  promisedAt: instant,
  kind: z.enum(promiseKinds),
  /** A first promise, or a provisional one that becomes firm, is `firmedUp`. */
  reason: z.enum(['firmedUp', 'additionalWork', 'customerWish', 'shop']),
  /** Where the shop moves it for reasons of its own. */
  cause: z.enum(lateCauses).nullable(),
  /** How the customer agreed; null: was told. */
  confirmed: z.enum(answerWays).nullable(),
});
/** What customers are told of the finish, from the server's own timekeeper [EST-1]. */
const publishEstimates = z.strictObject({
  id: commandId,
  type: z.literal('PublishEstimates'),
  estimates: z
    .array(z.strictObject({ job: code, finishAt: instant.nullable() }))
    .min(1)
    .max(2000),
});

const undo = z.strictObject({ id: commandId, type: z.literal('Undo'), command: commandId });

const ofAlarm = { ...ofJob, alarm: z.enum(alarmCodes), episode: z.string().min(1).max(60) };
const acknowledgeAlarm = z.strictObject({ ...ofAlarm, type: z.literal('AcknowledgeAlarm') });
const snoozeAlarm = z.strictObject({ ...ofAlarm, type: z.literal('SnoozeAlarm'), until: instant });
const escalateAlarm = z.strictObject({ ...ofAlarm, type: z.literal('EscalateAlarm') });

const noticeText = (most: number) => z.string().trim().max(most);
/** Posting one that is there changes it [NTC-1]. */
const postNotice = z
  .strictObject({
    id: commandId,
    type: z.literal('PostNotice'),
    notice: code,
    /** One of the two may be empty. */
    zh: noticeText(MOST_OF_NOTICE.zh),
    en: noticeText(MOST_OF_NOTICE.en),
    from: instant,
    until: instant,
  })
  .refine(({ zh, en }) => zh !== '' || en !== '');
const removeNotice = z.strictObject({ id: commandId, type: z.literal('RemoveNotice'), notice: code });

const setAttendance = z.strictObject({
  id: commandId,
  type: z.literal('SetAttendance'),
  staff: code,
  present: z.boolean(),
});
const startBreak = z.strictObject({
  id: commandId,
  type: z.literal('StartBreak'),
  staff: code,
  until: instant.nullable(),
});
const endBreak = z.strictObject({ id: commandId, type: z.literal('EndBreak'), staff: code });
const setLeave = z.strictObject({
  id: commandId,
  type: z.literal('SetLeave'),
  staff: code,
  /** All planned absence from now on; an empty list: none. */
  leave: z.array(z.strictObject({ from: localDaySchema, to: localDaySchema })).max(60),
});
const closeBay = z.strictObject({
  id: commandId,
  type: z.literal('CloseBay'),
  bay: code,
  reason: z.enum(closureReasons),
  until: instant.nullable(),
});
const openBay = z.strictObject({ id: commandId, type: z.literal('OpenBay'), bay: code });

/** Any command, as it may come over the wire. */
export const commandSchema = z.discriminatedUnion('type', [
  setUpShop,
  changeSetUp,
  setDayHours,
  importOrders,
  bookJob,
  receiveWalkIn,
  rebook,
  cancelJob,
  reserveBay,
  releaseBay,
  checkIn,
  setWhereabouts,
  correctJob,
  amendWork,
  splitOrder,
  mergeJobs,
  linkComeback,
  dispatch,
  recall,
  startOperation,
  reassign,
  holdOperation,
  reviseHold,
  partsArrived,
  resumeOperation,
  finishOperation,
  moveCar,
  suspendWork,
  continueWork,
  proposeWork,
  quoteWork,
  approveWork,
  declineWork,
  withdrawWork,
  recordInspection,
  passInspection,
  failInspection,
  markReady,
  takeBackReady,
  callCustomer,
  callInLounge,
  settle,
  handOver,
  judgeLateness,
  recordFollowUp,
  makePromise,
  publishEstimates,
  undo,
  acknowledgeAlarm,
  snoozeAlarm,
  escalateAlarm,
  postNotice,
  removeNotice,
  setAttendance,
  startBreak,
  endBreak,
  setLeave,
  closeBay,
  openBay,
]);

export type Command = z.infer<typeof commandSchema>;
export type CommandType = Command['type'];
/** The command of a type. */
export type CommandOf<Type extends CommandType> = Extract<Command, { type: Type }>;
export type OrderRow = z.infer<typeof orderRow>;
export type SetUpChange = z.infer<typeof setUpChange>;
export type WantedWork = z.infer<typeof wantedWork>;
