// import/ — the import as http/ offers it: look at a file, then apply it whole, as one command that happens once [IMP-6] [CMD-1].
import { createHmac } from 'node:crypto';
import { refusal } from '@zhunshi/shared/domain/refusals.ts';
import { accepted, refused } from '@zhunshi/shared/domain/result.ts';
import type { Result } from '@zhunshi/shared/domain/result.ts';
import type { StaffId } from '@zhunshi/shared/domain/words.ts';
import type { ImportAnswer, ImportPreview } from '@zhunshi/shared/wire/importPreview.ts';
import type { Clock } from '../clock.ts';
import { handleCommand } from '../shop/handleCommand.ts';
import type { ServedShop } from '../shop/shop.ts';
import { compareOrders, countsOf, faultsOfOrders, previewRow } from './compareOrders.ts';
import type { ComparedOrder } from './compareOrders.ts';
import type { ImportNotes } from './importNotes.ts';
import { planDirectory } from './planImport.ts';
import { readOrders } from './readOrders.ts';
import type { OrderFile } from './readOrders.ts';
import { shopWords } from './shopWords.ts';

/** What is asked when a file is applied. */
export interface ImportRequest {
  /** Id of the command. */
  id: string;
  bytes: Uint8Array;
  applyChanges: boolean;
  by: StaffId;
}

export interface Imports {
  /** What a file would do, and everything that is wrong with it. Refused: `unreadableFile`, `nothingToImport`. */
  preview(shop: ServedShop, bytes: Uint8Array): Result<ImportPreview>;
  /** Applies a file, all or nothing. Refused: as `preview`; `importRow` with the first fault; as any command. */
  apply(shop: ServedShop, request: ImportRequest): Promise<Result<ImportAnswer>>;
}

interface Looked {
  file: OrderFile;
  compared: ComparedOrder[];
}

/** Imports into the shops of this node. */
export function createImports({ notes, clock }: { notes: ImportNotes; clock: Clock }): Imports {
  function look(shop: ServedShop, bytes: Uint8Array): Result<Looked> {
    const { state, directory, secret } = shop;
    const at = Math.max(clock.now(), shop.at);
    const file = readOrders(bytes, shopWords(state, directory, secret));
    if (!file) return refused(refusal('unreadableFile', {}));
    if (file.orders.length + file.faults.length === 0) return refused(refusal('nothingToImport', {}));
    const faults = [...file.faults, ...faultsOfOrders(state, file.orders, at)].sort((a, b) => a.line - b.line);
    return accepted({ file: { ...file, faults }, compared: compareOrders({ state, directory }, file.orders, at) });
  }

  return {
    preview(shop, bytes) {
      const looked = look(shop, bytes);
      if (!looked.ok) return looked;
      const { file, compared } = looked.value;
      const { encoding, faults } = file;
      return accepted({
        encoding,
        rows: compared.map((one) => previewRow(shop.state, one)),
        counts: countsOf(compared),
        faults,
      });
    },

    async apply(shop, { id, bytes, applyChanges, by }) {
      const looked = look(shop, bytes);
      if (!looked.ok) return looked;
      const { file, compared } = looked.value;
      const [fault] = file.faults;
      if (fault) {
        const order = file.orders.find(({ line }) => line === fault.line)?.row.order ?? `#${fault.line}`;
        return refused(refusal('importRow', { order, problem: fault.problem }));
      }
      const request = createHmac('sha256', shop.secret).update(bytes).update(`|${applyChanges}`).digest('base64url');
      const plan = planDirectory(shop.directory, compared, applyChanges);
      const note = await notes.keep(shop.id, id, { request, renewed: plan.renewed, counts: countsOf(compared) });
      if (note.request !== request) return refused(refusal('commandReused', {}));
      const rows = compared.map(({ order }) => order.row);
      const command = { id, type: 'ImportOrders' as const, rows, applyChanges, renewed: note.renewed };
      const answer = await handleCommand(shop, command, by, plan.write);
      if (answer.ok) {
        const { version } = answer;
        return accepted({ version, encoding: file.encoding, counts: note.counts, changesApplied: applyChanges });
      }
      if (answer.status === 422) await notes.forget(shop.id, id);
      return refused(answer.refusal);
    },
  };
}
