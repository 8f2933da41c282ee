// shopSetUp/ — one file with the set-up: looked at, then applied with one id, whatever is retried.
import type { Refusal } from '@zhunshi/shared/domain/refusals.ts';
import type { FirstPin, SetUpAnswer, SetUpPreview } from '@zhunshi/shared/wire/setUpFile.ts';
import { uuidv7 } from 'uuidv7';
import { callApi } from '../../api/callApi.ts';

export class SetUpFileFlow {
  busy = $state(false);
  preview: SetUpPreview | null = $state.raw(null);
  trouble: Refusal | 'silence' | null = $state.raw(null);
  applied = $state(false);
  removeMissing = $state(false);
  #content: Blob | null = null;
  /** Kept while an answer is unknown, so that it happens once. */
  #id = uuidv7();
  readonly #path: string;
  readonly #call: typeof callApi;

  constructor(shop: string, call: typeof callApi = callApi) {
    this.#path = `/shops/${shop}/set-up`;
    this.#call = call;
  }

  /** True when there is something to apply, and nothing against it. */
  get applicable(): boolean {
    const { preview } = this;
    if (!preview || preview.faults.length > 0 || preview.refusal) return false;
    return preview.differences.some(({ kind }) => kind !== 'missing');
  }

  /** Takes a file and asks what it would change. Its bytes are kept: what is applied is what was looked at. */
  async take(file: Blob): Promise<void> {
    this.#content = new Blob([await file.arrayBuffer()]);
    await this.#look();
  }

  /** Whether what the file leaves out goes too. */
  async choose(removeMissing: boolean): Promise<void> {
    this.removeMissing = removeMissing;
    await this.#look();
  }

  /** Applies all of it or nothing; gives back the PINs of people who are new. */
  async apply(): Promise<readonly FirstPin[]> {
    if (this.#content === null || this.busy) return [];
    this.busy = true;
    const query = `mode=apply&removeMissing=${this.removeMissing ? 1 : 0}&id=${this.#id}`;
    const answer = await this.#call<SetUpAnswer>('POST', `${this.#path}?${query}`, { file: this.#content });
    this.busy = false;
    this.trouble = answer.ok ? null : (answer.refusal ?? 'silence');
    if (!answer.ok) return [];
    this.#content = null;
    this.preview = null;
    this.applied = true;
    return answer.value.people;
  }

  async #look(): Promise<void> {
    if (this.#content === null) return;
    this.busy = true;
    this.#id = uuidv7();
    this.applied = false;
    const query = `mode=preview&removeMissing=${this.removeMissing ? 1 : 0}`;
    const answer = await this.#call<SetUpPreview>('POST', `${this.#path}?${query}`, { file: this.#content });
    this.busy = false;
    this.preview = answer.ok ? answer.value : null;
    this.trouble = answer.ok ? null : (answer.refusal ?? 'silence');
  }
}
