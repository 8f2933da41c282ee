// setup/ — where the set-up stands: which step is open, what was refused, and the sheet of PINs at its end.
import type { Language } from '@zhunshi/shared/i18n/dictionary.ts';
import type { Refusal } from '@zhunshi/shared/domain/refusals.ts';
import { refusalSentence } from '@zhunshi/shared/i18n/refusalWords.ts';
import { setupWords } from '@zhunshi/shared/i18n/setupWords.ts';
import type { PinSheet, SetUpCheckRequest, SetUpRequest, SetUpStatus } from '@zhunshi/shared/wire/setUp.ts';
import { uuidv7 } from 'uuidv7';
import { callApi } from '../api/callApi.ts';

export type SetUpStep = 'loading' | 'offline' | 'already' | 'code' | 'shop' | 'pins';
export type ShopSource = SetUpRequest['source'];

/** One set-up, from the code to the sheet. */
export class SetUpFlow {
  step: SetUpStep = $state('loading');
  busy = $state(false);
  sheet: PinSheet | null = $state.raw(null);
  /** Nothing would be lost by leaving: there is no sheet yet, or its person said that it is kept. */
  mayLeave = $state(true);
  /** `silence`: nobody answered. */
  #trouble: Refusal | 'silence' | null = $state.raw(null);
  #code = '';
  /** The request under way, kept until it is answered: sent again with the same id it is carried out once. */
  #request: SetUpRequest | null = null;
  readonly #call: typeof callApi;

  constructor(call: typeof callApi = callApi) {
    this.#call = call;
  }

  /** Asks whether this server needs a set-up at all. */
  async begin(): Promise<void> {
    this.step = 'loading';
    const answer = await this.#call<SetUpStatus>('GET', '/setup');
    if (!answer.ok) this.step = 'offline';
    else this.step = answer.value.needed ? 'code' : 'already';
  }

  /** Shows the code to the server; a right one opens the next step, and is answered with true. */
  async check(code: string): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    const json: SetUpCheckRequest = { code };
    const answer = await this.#call('POST', '/setup/check', { json });
    this.busy = false;
    this.#trouble = answer.ok ? null : (answer.refusal ?? 'silence');
    if (answer.ok) {
      this.#code = code;
      this.step = 'shop';
    } else if (answer.refusal?.code === 'alreadySetUp') this.step = 'already';
    return answer.ok;
  }

  /** Creates the shop; the sheet comes back once. */
  async create(source: ShopSource): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    const answer = await this.#call<PinSheet>('POST', '/setup', { json: this.#requestFor(source) });
    this.busy = false;
    this.#trouble = answer.ok ? null : (answer.refusal ?? 'silence');
    if (answer.ok) {
      this.sheet = answer.value;
      this.mayLeave = false;
      this.step = 'pins';
    } else if (answer.refusal !== null) this.#refused(answer.refusal);
  }

  /** The person said that the sheet is kept, or took it back. */
  keep(kept: boolean): void {
    this.mayLeave = kept;
  }

  /** What was refused is being mended. */
  forgetProblem(): void {
    this.#trouble = null;
  }

  /** The sentence of what went wrong, null while nothing did. */
  problem(language: Language): string | null {
    if (this.#trouble === null) return null;
    if (this.#trouble === 'silence') return setupWords[language].lostAnswer;
    return refusalSentence(this.#trouble, language);
  }

  #requestFor(source: ShopSource): SetUpRequest {
    const again = this.#request !== null && JSON.stringify(this.#request.source) === JSON.stringify(source);
    if (this.#request === null || !again) this.#request = { id: uuidv7(), code: this.#code, source };
    return this.#request;
  }

  #refused(refusal: Refusal): void {
    this.#request = null;
    if (refusal.code === 'wrongSetUpCode') this.step = 'code';
    if (refusal.code === 'alreadySetUp') this.step = 'already';
  }
}
