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

/** What a board needs of its shop. */
type ShownShop = Pick<ShopAtWork, 'epoch' | 'version' | 'at' | 'state' | 'directory'>;
type Project<Row> = (state: ShopState, directory: Directory, asOf: Instant) => Row[];

/** One board of one shop. */
export class BoardAtWork<Row extends BoardRow> {
  readonly #project: Project<Row>;
  #sent = new Map<string, { row: Row; text: string }>();
  #stamp = { epoch: '', version: 0, tick: 0 };
  #changedAt = 0;
  /** Version that it is being computed for; stays where that throws. */
  #uncomputed: number | null = null;

  constructor(project: Project<Row>) {
    this.#project = project;
  }

  /**
   * The version that a screen must have to show what this board is: the last that changed a row of it. While it cannot be computed,
   * the version that this fails for, so that no screen takes itself for certain [LIVE-1].
   */
  get needed(): number {
    return this.#uncomputed ?? this.#changedAt;
  }

  /** Brings the board up to date. What screens lack that have the board as it was; null: nothing. */
  refresh(shop: ShownShop, now: Instant): BoardChange<Row> | null {
    // The clock of another node may have been ahead when this version was made: a tick never goes back.
    const sameLife = this.#stamp.epoch === shop.epoch;
    const tick = Math.max(tickOf(now), sameLife ? this.#stamp.tick : 0);
    const stamp = { epoch: shop.epoch, version: shop.version, tick };
    const before = this.#sent;
    this.#uncomputed = shop.version;
    // By version and tick alone, so that two nodes that show the same pair show the same rows [WIRE-3]; and in whole minutes: with
    // the moment of each command every prediction would move by seconds, and every row would be sent again.
    const asOf = Math.max(tick, Math.ceil(shop.at / MINUTE)) * MINUTE;
    const rows = this.#project(shop.state, shop.directory, asOf);
    this.#sent = new Map(rows.map((row) => [row.key, { row, text: JSON.stringify(row) }]));
    this.#stamp = stamp;
    this.#uncomputed = null;
    const set = [...this.#sent.values()].filter(({ row, text }) => before.get(row.key)?.text !== text);
    const remove = [...before.keys()].filter((key) => !this.#sent.has(key));
    const changed = set.length + remove.length > 0;
    if (changed || !sameLife) this.#changedAt = stamp.version;
    return changed ? { ...stamp, set: set.map(({ row }) => row), remove } : null;
  }

  /** Is it older than what the shop is now? */
  isStale(shop: ShownShop, now: Instant): boolean {
    const { epoch, version, tick } = this.#stamp;
    return epoch !== shop.epoch || version !== shop.version || tick < tickOf(now);
  }

  /** The whole board as it was last sent. */
  snapshot(): BoardSnapshot<Row> {
    return { ...this.#stamp, rows: [...this.#sent.values()].map(({ row }) => row) };
  }
}
