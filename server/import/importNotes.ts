// import/ — the port of what an import must remember to be retried: its command has to be the same one again, though by then the
// directory holds what it was planned to change. No personal data. Redis behind it: server/redis/importNotes.ts.
import type { ShopId } from '@zhunshi/shared/domain/words.ts';
import type { ImportKind } from '@zhunshi/shared/wire/importPreview.ts';
import type { Renewed } from './planImport.ts';

export interface ImportNote {
  /** Keyed hash of the file and of what was asked. */
  request: string;
  renewed: Renewed;
  counts: Record<ImportKind, number>;
}

export interface ImportNotes {
  /** Keeps a note for as long as commands are remembered, unless there is one of that id: the one that is kept is the answer. */
  keep(shop: ShopId, id: string, note: ImportNote): Promise<ImportNote>;
  /** The import was refused: it may come again as if it never had. */
  forget(shop: ShopId, id: string): Promise<void>;
}
