// domain/ — the directory: personal data beside the log, which holds references only [PRV-1]. Deleting an entry erases it.
import type { PersonRef, StaffId, VehicleRef } from './words.ts';

/** A car: what would tell strangers whose it is. */
export interface Vehicle {
  plate: string;
  vin: string;
  model: string;
}

/** A customer, and their own words about each order. */
export interface Person {
  name: string;
  phone: string;
  /** What the customer said, by order number. */
  words: Record<string, string>;
}

/** A member of staff. */
export interface StaffEntry {
  name: string;
}

/** What views join to the fold. An audience gets only the parts it may see; a missing entry has been erased. */
export interface Directory {
  vehicles: Record<VehicleRef, Vehicle>;
  persons: Record<PersonRef, Person>;
  staff: Record<StaffId, StaffEntry>;
}

/** A directory without entries. */
export const emptyDirectory: Directory = { vehicles: {}, persons: {}, staff: {} };
