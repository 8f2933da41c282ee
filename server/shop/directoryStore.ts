// shop/ — the port of the directory's store: personal data beside the log [PRV-1]. Kept in Redis by `redis/redisDirectory.ts`.
import type { Directory } from '@zhunshi/shared/domain/directory.ts';
import type { PersonRef, ShopId, StaffId, VehicleRef } from '@zhunshi/shared/domain/words.ts';
import type { DirectoryWrite, FillIn } from './shop.ts';

/** Which entries. */
export interface DirectoryRefs {
  vehicles: ReadonlySet<VehicleRef>;
  persons: ReadonlySet<PersonRef>;
  staff: ReadonlySet<StaffId>;
}

/** What was written, so that it can be confirmed or taken back. */
export interface DirectoryReceipt {
  stamp: string;
  written: { key: string; before: string; after: string }[];
}

/** Reading and writing personal data of all shops. Writes reject with `WriteRefused` or `OutcomeUnknown`. */
export interface DirectoryStore {
  /** The entries that exist. */
  read(shop: ShopId, refs: DirectoryRefs): Promise<Directory>;
  /** Writes entries before their events; new ones count as unreferenced until `confirm`. */
  write(shop: ShopId, write: DirectoryWrite): Promise<DirectoryReceipt>;
  /** The same, but what is said joins what is there. */
  fillIn(shop: ShopId, fillIn: FillIn): Promise<DirectoryReceipt>;
  /** The events that refer to these entries are stored. */
  confirm(shop: ShopId, receipt: DirectoryReceipt): Promise<void>;
  /** The command was refused: new entries go, changed ones get their old content, unless somebody wrote them since. */
  withdraw(shop: ShopId, receipt: DirectoryReceipt): Promise<void>;
  /** Removes entries that were written long ago and never referred to: their server died between the two writes. */
  sweep(shop: ShopId, referenced: DirectoryRefs): Promise<number>;
}
