// domain/ — commands: what people ask for, imperative. The schemas are the one description; types follow from them.
// They hold references only: personal data goes to the directory before a command is made of it (server/import, server/access).
import { z } from 'zod';
import { closureReasons, holdReasons, loungeLabels, roles, whereabouts } from './words.ts';

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
const windows = z.array(z.tuple([clockTime, clockTime])).max(6);

const shopSchema = z.strictObject({
  name: z.string().min(1).max(60),
  timeZone: z.string().min(1).max(60),
  locale: z.string().min(2).max(20),
  hours: z.strictObject({ weekdays: windows, saturday: windows, sunday: windows }),
  onTimeTarget: z.number().min(0.5).max(1),
  serviceTypes: z
    .array(z.strictObject({ code, zh: z.string().max(40), en: z.string().max(40) }))
    .min(1)
    .max(40),
  stageMinutes: z.strictObject({ finalInspection: minutes, wash: minutes }),
  operations: z
    .array(z.strictObject({ name: z.string().min(1).max(60), workType: code, minutes, unattended: z.boolean() }))
    .max(2000),
});

const setUpShop = z.strictObject({
  id: commandId,
  type: z.literal('SetUpShop'),
  shop: shopSchema,
  bays: z
    .array(z.strictObject({ code, workTypes: z.array(code).min(1).max(10), capacity: z.number().int().min(1).max(20) }))
    .min(1)
    .max(200),
  teams: z.array(z.strictObject({ id: code, name: z.string().min(1).max(40) })).max(50),
  staff: z
    .array(
      z.strictObject({
        id: code,
        roles: z.array(z.enum(roles)).min(1).max(roles.length),
        workTypes: z.array(code).max(10),
        team: code.nullable(),
      }),
    )
    .min(1)
    .max(500),
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

const checkIn = z.strictObject({
  id: commandId,
  type: z.literal('CheckIn'),
  job: code,
  waits: z.enum(whereabouts).optional(),
  loungeLabel: z.enum(loungeLabels).optional(),
});

const dispatch = z.strictObject({
  id: commandId,
  type: z.literal('Dispatch'),
  job: code,
  operations: z.array(code).min(1).max(60),
  /** Null where the shop has no bay for such work (a garage that inspects in the yard). */
  bay: code.nullable(),
  crew: z.array(code).max(10),
});

const ofOperation = { id: commandId, job: code, operation: code };
const recall = z.strictObject({ ...ofOperation, type: z.literal('Recall') });
const startOperation = z.strictObject({ ...ofOperation, type: z.literal('StartOperation') });
const holdOperation = z.strictObject({
  ...ofOperation,
  type: z.literal('HoldOperation'),
  reason: z.enum(holdReasons),
  expectedAt: instant.nullable(),
  freesBay: z.boolean(),
});
const resumeOperation = z.strictObject({ ...ofOperation, type: z.literal('ResumeOperation') });
const finishOperation = z.strictObject({ ...ofOperation, type: z.literal('FinishOperation') });
const passInspection = z.strictObject({ ...ofOperation, type: z.literal('PassInspection') });

const ofJob = { id: commandId, job: code };
const markReady = z.strictObject({ ...ofJob, type: z.literal('MarkReady') });
const callCustomer = z.strictObject({ ...ofJob, type: z.literal('CallCustomer') });
const handOver = z.strictObject({ ...ofJob, type: z.literal('HandOver') });

const setAttendance = z.strictObject({
  id: commandId,
  type: z.literal('SetAttendance'),
  staff: code,
  present: z.boolean(),
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
  importOrders,
  checkIn,
  dispatch,
  recall,
  startOperation,
  holdOperation,
  resumeOperation,
  finishOperation,
  passInspection,
  markReady,
  callCustomer,
  handOver,
  setAttendance,
  closeBay,
  openBay,
]);

export type Command = z.infer<typeof commandSchema>;
export type CommandType = Command['type'];
/** The command of a type. */
export type CommandOf<Type extends CommandType> = Extract<Command, { type: Type }>;
export type OrderRow = z.infer<typeof orderRow>;
