// console/import/ — one import: the file that was chosen, what it would do, and what it did. Applied with one id, whatever is retried.
import type { Refusal } from '@zhunshi/shared/domain/refusals.ts';
import type { Language } from '@zhunshi/shared/i18n/dictionary.ts';
import { importWords } from '@zhunshi/shared/i18n/importWords.ts';
import { refusalSentence } from '@zhunshi/shared/i18n/refusalWords.ts';
import type { ImportAnswer, ImportPreview } from '@zhunshi/shared/wire/importPreview.ts';
import { uuidv7 } from 'uuidv7';
import { callApi } from '../../api/callApi.ts';
import { applicable } from './applicable.ts';

export type ImportStep = 'choose' | 'reading' | 'preview' | 'applying' | 'done';
/** What the server takes, bytes. */
const largest = 5 * 1024 * 1024;
/** The import page's state; one at a time, of one shop. */
export class ImportFlow {
  step: ImportStep = $state('choose');
  fileName = $state('');
  preview: ImportPreview | null = $state.raw(null);
  answer: ImportAnswer | null = $state.raw(null);
  #withChanges = $state(false);
  #trouble: Refusal | 'tooBig' | 'silentPreview' | 'silentApply' | null = $state.raw(null);
  #content: Blob | null = null;
  /** Of the import under way: kept while its answer is unknown, so that it happens once. */
  #id = uuidv7();
  readonly #path: string;
  readonly #call: typeof callApi;

  constructor(shop: string, call: typeof callApi = callApi) {
    this.#path = `/shops/${shop}/import`;
    this.#call = call;
  }

  /** Changed rows are to be applied too. */
  get withChanges(): boolean {
    return this.#withChanges;
  }

  /** Another wish is another command, and so has another id. */
  set withChanges(wanted: boolean) {
    this.#withChanges = wanted;
    this.#id = uuidv7();
  }

  /** Rows that `apply` would book or change. */
  get toApply(): number {
    return this.preview === null ? 0 : applicable(this.preview, this.#withChanges);
  }

  /** Takes a file and asks what it would do. Its bytes are kept, so that what is applied is what was previewed. */
  async take(file: Blob, name: string): Promise<void> {
    this.fileName = name;
    this.withChanges = false;
    this.preview = null;
    this.answer = null;
    this.#trouble = file.size > largest ? 'tooBig' : null;
    if (this.#trouble !== null) this.step = 'choose';
    else {
      this.step = 'reading';
      this.#content = new Blob([await file.arrayBuffer()]);
      await this.look();
    }
  }

  /** Asks again what the file would do. */
  async look(): Promise<void> {
    if (this.#content === null) return;
    this.step = 'reading';
    this.#trouble = null;
    const answer = await this.#call<ImportPreview>('POST', `${this.#path}?mode=preview`, { file: this.#content });
    if (answer.ok) {
      this.preview = answer.value;
      this.step = 'preview';
    } else {
      this.#trouble = answer.refusal ?? 'silentPreview';
      this.step = 'choose';
    }
  }

  /** Applies the file: all of it or nothing. After silence it may be called again: the id is the same. */
  async apply(): Promise<void> {
    if (this.#content === null || this.step !== 'preview' || this.toApply === 0) return;
    this.step = 'applying';
    this.#trouble = null;
    const query = `mode=apply&id=${this.#id}&applyChanges=${this.#withChanges ? 1 : 0}`;
    const answer = await this.#call<ImportAnswer>('POST', `${this.#path}?${query}`, { file: this.#content });
    if (answer.ok) {
      this.answer = answer.value;
      this.#content = null;
      this.step = 'done';
    } else {
      this.#trouble = answer.refusal ?? 'silentApply';
      this.step = 'preview';
    }
  }

  /** A preview got no answer: asking again is all that is needed. */
  get mayLookAgain(): boolean {
    return this.#trouble === 'silentPreview';
  }

  /** The sentence of what went wrong, null while nothing did. */
  problem(language: Language): string | null {
    const words = importWords[language];
    switch (this.#trouble) {
      case null:
        return null;
      case 'tooBig':
        return words.tooBig;
      case 'silentPreview':
        return words.noAnswerPreview;
      case 'silentApply':
        return words.noAnswer;
      default:
        return refusalSentence(this.#trouble, language);
    }
  }
}
