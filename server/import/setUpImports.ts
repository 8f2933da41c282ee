// import/ — a set-up file as http/ offers it: look at what it would change, then apply it whole, as one command [SET-13].
import { createHmac } from 'node:crypto';
import { refusal } from '@zhunshi/shared/domain/refusals.ts';
import { accepted, refused } from '@zhunshi/shared/domain/result.ts';
import type { Result } from '@zhunshi/shared/domain/result.ts';
import type { StaffId } from '@zhunshi/shared/domain/words.ts';
import { localDay } from '@zhunshi/shared/time/shopTime.ts';
import type { SetUpAnswer, SetUpPreview } from '@zhunshi/shared/wire/setUpFile.ts';
import { uuidv7 } from 'uuidv7';
import type { RunningSetUps, SetUpPlan } from '../access/runningSetUp.ts';
import type { Clock } from '../clock.ts';
import type { ServedShop } from '../shop/shop.ts';
import { compareSetUp, countDifferences } from './compareSetUp.ts';
import { readSetUpFile } from './readSetUpFile.ts';
import type { SetUpFile } from './readSetUpFile.ts';

/** A file, and whether what it leaves out is to go. */
export interface SetUpFileRequest {
  bytes: Uint8Array;
  removeMissing: boolean;
}

export interface SetUpImports {
  /** What a file would change, and everything that is wrong with it. Refused: `unreadableFile`. */
  preview(shop: ServedShop, request: SetUpFileRequest): Result<SetUpPreview>;
  /**
   * Applies a file, all or nothing. Refused: as `preview`; `badShopFile` with the first fault; as `ChangeSetUp`.
   *
   * @param given id of the command, and who gives it
   */
  apply(shop: ServedShop, request: SetUpFileRequest, given: { id: string; by: StaffId }): Promise<Result<SetUpAnswer>>;
}

/** Set-up files for the shops of this node. */
export function createSetUpImports({ running, clock }: { running: RunningSetUps; clock: Clock }): SetUpImports {
  function read({ state, at }: ServedShop, bytes: Uint8Array): Result<SetUpFile> {
    const now = Math.max(clock.now(), at);
    const file = readSetUpFile(bytes, state, localDay(now, state.shop?.timeZone ?? 'UTC'));
    return file ? accepted(file) : refused(refusal('unreadableFile', {}));
  }

  return {
    preview(shop, { bytes, removeMissing }) {
      const file = read(shop, bytes);
      if (!file.ok) return file;
      const { source, encoding, faults, wanted } = file.value;
      const { changes, differences } = compareSetUp(shop.state, shop.directory, wanted, removeMissing);
      const checked = running.check(shop, uuidv7(), { changes, names: wanted.names });
      const no = faults.length > 0 || checked.ok ? null : checked.refusal;
      return accepted({ source, encoding, differences, counts: countDifferences(differences), faults, refusal: no });
    },

    async apply(shop, { bytes, removeMissing }, { id, by }) {
      const request = createHmac('sha256', shop.secret).update(bytes).update(`|${removeMissing}`).digest('base64url');
      return running.change(shop, { id, by, request }, (): Result<SetUpPlan> => {
        const file = read(shop, bytes);
        if (!file.ok) return file;
        const { faults, wanted } = file.value;
        const [fault] = faults;
        if (fault) return refused(refusal('badShopFile', { where: placeOfFault(fault) }));
        const { changes } = compareSetUp(shop.state, shop.directory, wanted, removeMissing);
        return accepted({ changes, names: wanted.names });
      });
    },
  };
}

function placeOfFault({ line, where }: { line: number | null; where: string }): string {
  return line === null ? where : `${line}: ${where}`;
}
