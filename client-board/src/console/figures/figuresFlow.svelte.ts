// figures/ — the period that is looked at, and the server's answer about it.
import type { Refusal } from '@zhunshi/shared/domain/refusals.ts';
import type { Language } from '@zhunshi/shared/i18n/dictionary.ts';
import { figuresWords } from '@zhunshi/shared/i18n/figuresWords.ts';
import { refusalSentence } from '@zhunshi/shared/i18n/refusalWords.ts';
import type { Period } from '@zhunshi/shared/plan/onTimeFigures.ts';
import type { OnTimeAnswer } from '@zhunshi/shared/wire/onTimeReport.ts';
import { callApi } from '../../api/callApi.ts';

/** The page's state, of one shop. */
export class FiguresFlow {
  /** Null until a period was answered; never of another period than the one asked for last. */
  answer: OnTimeAnswer | null = $state.raw(null);
  busy = $state(false);
  #trouble: Refusal | 'silence' | null = $state.raw(null);
  #asked: Period | null = null;
  readonly #path: string;
  readonly #call: typeof callApi;

  constructor(shop: string, call: typeof callApi = callApi) {
    this.#path = `/shops/${shop}/reports/on-time`;
    this.#call = call;
  }

  /** Asks for a period; for the same one again, what is known stays meanwhile. An answer that comes after another period was asked for is let go. */
  async show(period: Period): Promise<void> {
    const { from, to } = period;
    if (this.#asked?.from !== from || this.#asked.to !== to) this.answer = null;
    this.#asked = period;
    this.busy = true;
    const given = await this.#call<OnTimeAnswer>('GET', `${this.#path}?from=${from}&to=${to}`);
    if (this.#asked !== period) return;
    this.busy = false;
    if (given.ok) this.answer = given.value;
    this.#trouble = given.ok ? null : (given.refusal ?? 'silence');
  }

  /** The sentence of what went wrong; null while nothing did. */
  problem(language: Language): string | null {
    if (this.#trouble === null) return null;
    return this.#trouble === 'silence' ? figuresWords[language].noAnswer : refusalSentence(this.#trouble, language);
  }
}
