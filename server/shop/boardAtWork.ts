// shop/ — a board (wall, lounge) as this node last sent it: what is new of it is found by comparing rows.
import type { Directory } from '@zhunshi/shared/domain/directory.ts';
import type { ShopState } from '@zhunshi/shared/domain/state.ts';
import type { Instant } from '@zhunshi/shared/domain/words.ts';
import type { BoardChange, BoardRow, BoardSnapshot } from '@zhunshi/shared/wire/protocol.ts';
import type { ShopAtWork } from './shopAtWork.ts';

const MINUTE = 60_000;

/** The minute that boards are computed for: whole shop minutes, so that all nodes compute the same. */
export function tickOf(now: Instant): number {
  return Math.floor(now / MINUTE);
}

type Project<Row> = (state: ShopState, directory: Directory, asOf: Instant) => Row[];

/** One board of one shop. */
export class BoardAtWork<Row extends BoardRow> {
  readonly #project: Project<Row>;
  #sent = new Map<string, { row: Row; text: string }>();
  #stamp = { epoch: '', version: 0, tick: 0 };

  constructor(project: Project<Row>) {
    this.#project = project;
  }

  /** Brings the board up to date. What screens lack that have the board as it was; null: nothing. */
  refresh(shop: ShopAtWork, now: Instant): BoardChange<Row> | null {
    // The clock of another node may have been ahead when this version was made: a tick never goes back.
    const tick = Math.max(tickOf(now), this.#stamp.epoch === shop.epoch ? this.#stamp.tick : 0);
    const stamp = { epoch: shop.epoch, version: shop.version, tick };
    const before = this.#sent;
    // By version and tick alone, so that two nodes that show the same pair show the same rows [WIRE-3]; and in whole minutes: with
    // the moment of each command every prediction would move by seconds, and every row would be sent again.
    const asOf = Math.max(tick, Math.ceil(shop.at / MINUTE)) * MINUTE;
    const rows = this.#project(shop.state, shop.directory, asOf);
    this.#sent = new Map(rows.map((row) => [row.key, { row, text: JSON.stringify(row) }]));
    this.#stamp = stamp;
    const set = [...this.#sent.values()].filter(({ row, text }) => before.get(row.key)?.text !== text);
    const remove = [...before.keys()].filter((key) => !this.#sent.has(key));
    return set.length + remove.length === 0 ? null : { ...stamp, set: set.map(({ row }) => row), remove };
  }

  /** Is it older than what the shop is now? */
  isStale(shop: ShopAtWork, now: Instant): boolean {
    const { epoch, version, tick } = this.#stamp;
    return epoch !== shop.epoch || version !== shop.version || tick < tickOf(now);
  }

  /** The whole board as it was last sent. */
  snapshot(): BoardSnapshot<Row> {
    return { ...this.#stamp, rows: [...this.#sent.values()].map(({ row }) => row) };
  }
}
