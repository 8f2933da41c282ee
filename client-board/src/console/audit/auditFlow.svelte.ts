// audit/ — the trail as far as it was read: newest first, older entries on demand; each request looks at so many, so a search goes on
// by itself until there is something to show, it is at an end, or somebody stops it.
import type { Instant } from '@zhunshi/shared/domain/words.ts';
import type { AuditAnswer, AuditEntry, ChainAnswer } from '@zhunshi/shared/wire/auditLog.ts';
import { callApi } from '../../api/callApi.ts';
import type { ApiAnswer } from '../../api/callApi.ts';
import { queryText } from './auditSearch.ts';
import type { AuditParams } from './auditSearch.ts';

/** Entries of one page. */
const pageLength = 50;

export class AuditFlow {
  /** Null until the first answer. */
  entries: readonly AuditEntry[] | null = $state.raw(null);
  reading = $state(false);
  /** The last request got no answer. */
  silent = $state(false);
  /** How far back was searched. */
  reached: Instant | null = $state(null);
  #next = $state<number | null>(null);
  #query: AuditParams = [];
  #asked = 0;
  readonly #path: string;
  readonly #call: typeof callApi;

  constructor(shop: string, call: typeof callApi = callApi) {
    this.#path = `/shops/${shop}/log/search`;
    this.#call = call;
  }

  /** There is more to be read. */
  get more(): boolean {
    return this.#next !== null;
  }

  /** Reads anew what is asked for. */
  async search(query: AuditParams): Promise<void> {
    this.#query = query;
    this.#next = null;
    this.reached = null;
    await this.#read([], null);
  }

  /** The same again, and what came since. */
  async refresh(): Promise<void> {
    await this.search(this.#query);
  }

  async older(): Promise<void> {
    if (this.#next !== null && !this.reading) await this.#read(this.entries ?? [], this.#next);
  }

  /** Somebody has seen enough. */
  stop(): void {
    this.#asked += 1;
    this.reading = false;
  }

  async #read(before: readonly AuditEntry[], from: number | null): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    this.reading = true;
    let cursor = from;
    let found: AuditEntry[] = [];
    do {
      const count: AuditParams[number] = ['count', String(pageLength - found.length)];
      const place: AuditParams = cursor === null ? [count] : [count, ['before', String(cursor)]];
      const path = `${this.#path}?${queryText([...this.#query, ...place])}`;
      const given: ApiAnswer<AuditAnswer> = await this.#call<AuditAnswer>('GET', path);
      if (asked !== this.#asked) return;
      this.silent = !given.ok;
      if (!given.ok) break;
      found = [...found, ...given.value.entries];
      this.entries = [...before, ...found];
      this.reached = given.value.reached ?? this.reached;
      cursor = given.value.next;
      this.#next = cursor;
    } while (cursor !== null && found.length < pageLength);
    this.reading = false;
  }
}

/** The chain of hashes, followed piece by piece. */
export class ChainFlow {
  state: 'unknown' | 'checking' | 'whole' | 'broken' | 'silent' = $state('unknown');
  checkedTo = $state(0);
  version = $state(0);
  brokenAt = $state(0);
  readonly #path: string;
  readonly #call: typeof callApi;

  constructor(shop: string, call: typeof callApi = callApi) {
    this.#path = `/shops/${shop}/log/chain`;
    this.#call = call;
  }

  /** Follows the chain from the first entry to the last. */
  async check(): Promise<void> {
    if (this.state === 'checking') return;
    this.state = 'checking';
    this.checkedTo = 0;
    let hash = '';
    for (;;) {
      const query = hash === '' ? '' : `?from=${this.checkedTo + 1}&hash=${hash}`;
      const given = await this.#call<ChainAnswer>('GET', `${this.#path}${query}`);
      if (!given.ok) {
        this.state = 'silent';
        return;
      }
      const { checkedTo, version, broken } = given.value;
      hash = given.value.hash;
      this.checkedTo = checkedTo;
      this.version = version;
      if (broken !== null) {
        this.brokenAt = broken;
        this.state = 'broken';
        return;
      }
      if (checkedTo >= version) {
        this.state = 'whole';
        return;
      }
    }
  }
}
