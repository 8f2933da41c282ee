// shop/ — whether the store takes writes: read-only begins with a refusal (memory or disk full) and ends by itself [LOG-7].

/** What tells and asks. */
export interface WritabilityOptions {
  /** A harmless write; rejects while the store refuses. */
  probe: () => Promise<void>;
  /** Real time, epoch ms. */
  real: () => number;
  /** Called at each change. */
  changed: (readOnlySince: number | null) => void;
}

const PROBE_EVERY_MS = 1000;

/** Knows since when the store refuses writes, and asks it again until it does not. */
export class Writability {
  readonly #options: WritabilityOptions;
  #since: number | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: WritabilityOptions) {
    this.#options = options;
  }

  /** Real time since when nothing can be written; null: all is well. */
  get readOnlySince(): number | null {
    return this.#since;
  }

  /** A write was refused. */
  refused(): void {
    if (this.#since !== null) return;
    this.#since = this.#options.real();
    this.#options.changed(this.#since);
    this.#probeLater();
  }

  /** A write was taken. */
  taken(): void {
    if (this.#since === null) return;
    this.#since = null;
    clearTimeout(this.#timer);
    this.#options.changed(null);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #probeLater(): void {
    this.#timer = setTimeout(() => {
      this.#options.probe().then(
        () => this.taken(),
        () => {
          if (this.#since !== null) this.#probeLater();
        },
      );
    }, PROBE_EVERY_MS);
  }
}
