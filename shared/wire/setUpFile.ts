// wire/ — bodies of `/api/v1/shops/:shop/set-up` and `…/people`: the set-up of a shop that runs, as a file, and who works there.
import { z } from 'zod';
import type { Refusal } from '../domain/refusals.ts';
import type { ChangedThing } from '../domain/setUpChanges.ts';
import { roles } from '../domain/words.ts';
import type { Role, StaffId } from '../domain/words.ts';
import type { ImportEncoding } from './importPreview.ts';

/** A `shop.json`, or a table of standard times (CSV). */
export type SetUpSource = 'shopFile' | 'standardTimes';

/** What a file does to a thing. `missing`: the file leaves it out, and it stays, because its removal was not asked for. */
export const differenceKinds = ['added', 'changed', 'removed', 'missing'] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

export interface SetUpDifference extends ChangedThing {
  kind: DifferenceKind;
  /** Of what is changed: the fields that differ. */
  fields: string[];
}

export type SetUpProblem =
  'badJson' | 'badCsv' | 'missingColumn' | 'missingValue' | 'badValue' | 'unknownWorkType' | 'twice';

/** What is wrong with a file, and where. */
export interface SetUpFault {
  /** Line of a table, its heading is line 1; null: the file is none. */
  line: number | null;
  /** Column of a table; a place in a `shop.json`, such as `bays[3].workTypes`; `.`: all of it. */
  where: string;
  problem: SetUpProblem;
}

/** Answer of `mode=preview`. While there is a fault or a refusal nothing can be applied. */
export interface SetUpPreview {
  source: SetUpSource;
  encoding: ImportEncoding;
  differences: SetUpDifference[];
  counts: Record<DifferenceKind, number>;
  faults: SetUpFault[];
  /** What the rules of the shop say to it as it is now; null: nothing. */
  refusal: Refusal | null;
}

/** Somebody with a first PIN, told once [ACC-7]. */
export interface FirstPin {
  staff: StaffId;
  name: string;
  roles: Role[];
  pin: string;
}

/** Answer of `mode=apply`, and of `POST …/people`: who is new has a first PIN. */
export interface SetUpAnswer {
  /** The shop's version after it. */
  version: number;
  people: FirstPin[];
}

const code = z.string().trim().min(1).max(40);

/** Somebody who begins to work here, or works here otherwise from now on. */
export const personRequestSchema = z.strictObject({
  /** A UUIDv7, kept for a retry. */
  id: z.uuidv7(),
  staff: code,
  name: z.string().trim().min(1).max(60),
  roles: z.array(z.enum(roles)).min(1).max(roles.length),
  workTypes: z.array(code).max(10),
  team: code.nullable(),
});
