// console/displays/ — the displays of a shop: listed, added, revoked; the token of a new one until it is put away.
import type { Refusal } from '@zhunshi/shared/domain/refusals.ts';
import type { Language } from '@zhunshi/shared/i18n/dictionary.ts';
import { displayWords } from '@zhunshi/shared/i18n/displayWords.ts';
import { refusalSentence } from '@zhunshi/shared/i18n/refusalWords.ts';
import type {
  ChangeDisplayRequest,
  CreateDisplayAnswer,
  CreateDisplayRequest,
  Display,
  DisplayKind,
  DisplaysAnswer,
  DisplayTold,
  WallChoice,
} from '@zhunshi/shared/wire/displays.ts';
import { callApi } from '../../api/callApi.ts';

/** The displays page's state, of one shop. */
export class DisplaysFlow {
  /** Null until they were read once. */
  displays: Display[] | null = $state.raw(null);
  busy = $state(false);
  /** A display that was just added, and its token: told once. */
  added: CreateDisplayAnswer | null = $state.raw(null);
  /** Name of the display that was just revoked. */
  revoked: string | null = $state(null);
  /** Name of the display that was just changed. */
  changed: string | null = $state(null);
  #trouble: Refusal | 'silence' | null = $state.raw(null);
  readonly #path: string;
  readonly #call: typeof callApi;

  constructor(shop: string, call: typeof callApi = callApi) {
    this.#path = `/shops/${shop}/displays`;
    this.#call = call;
  }

  /** Reads the list. What was read before stays on show while nobody answers. */
  async load(): Promise<void> {
    const answer = await this.#call<DisplaysAnswer>('GET', this.#path);
    if (answer.ok) this.displays = answer.value.displays.toSorted((a, b) => a.createdAt - b.createdAt);
    if (!answer.ok || this.#trouble === 'silence') this.#trouble = answer.ok ? null : (answer.refusal ?? 'silence');
  }

  /** True when another display has the name, which would leave nobody sure which one to revoke. */
  isTaken(name: string, except: string | null = null): boolean {
    return (this.displays ?? []).some((display) => display.name === name.trim() && display.id !== except);
  }

  /** Adds a display; true when it was added and its token is there to be shown. */
  async create(name: string, kind: DisplayKind, wall: WallChoice | null = null): Promise<boolean> {
    if (this.busy) return false;
    const json: CreateDisplayRequest = { name: name.trim(), kind, ...(wall && { wall }) };
    const answer = await this.#during(() => this.#call<CreateDisplayAnswer>('POST', this.#path, { json }));
    if (answer.ok) this.added = answer.value;
    await this.load();
    return answer.ok;
  }

  /** Renames a display, or chooses how it shows its board: its screen follows by itself [DSPL-2]. True when it was done. */
  async change({ id }: Display, json: ChangeDisplayRequest): Promise<boolean> {
    if (this.busy) return false;
    const path = `${this.#path}/${encodeURIComponent(id)}`;
    const answer = await this.#during(() => this.#call<DisplayTold>('POST', path, { json }));
    if (answer.ok) this.changed = answer.value.name;
    await this.load();
    return answer.ok;
  }

  /** Takes a display's token back: it goes dark at once. */
  async revoke({ id, name }: Display): Promise<void> {
    if (this.busy) return;
    const answer = await this.#during(() => this.#call('DELETE', `${this.#path}/${encodeURIComponent(id)}`));
    if (answer.ok) this.revoked = name;
    if (answer.ok && this.added?.display.id === id) this.added = null;
    await this.load();
  }

  /** The token was noted. */
  putAway(): void {
    this.added = null;
  }

  /** The sentence of what went wrong, null while nothing did. */
  problem(language: Language): string | null {
    if (this.#trouble === null) return null;
    if (this.#trouble === 'silence') return displayWords[language].noAnswer;
    return refusalSentence(this.#trouble, language);
  }

  async #during<Answer extends Awaited<ReturnType<typeof callApi>>>(act: () => Promise<Answer>): Promise<Answer> {
    this.busy = true;
    this.revoked = null;
    this.changed = null;
    const answer = await act();
    this.busy = false;
    this.#trouble = answer.ok ? null : (answer.refusal ?? 'silence');
    return answer;
  }
}
