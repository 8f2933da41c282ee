// console/displays/ — the displays of a shop: listed, paired, added, changed, asked, revoked; the token of a new one until it is put away.
import type { Refusal } from '@zhunshi/shared/domain/refusals.ts';
import type { Language } from '@zhunshi/shared/i18n/dictionary.ts';
import { displayWords } from '@zhunshi/shared/i18n/displayWords.ts';
import { refusalSentence } from '@zhunshi/shared/i18n/refusalWords.ts';
import type {
  ChangeDisplayRequest,
  CreateDisplayAnswer,
  CreateDisplayRequest,
  Display,
  DisplayAct,
  DisplaysAnswer,
  DisplayTold,
  PairDisplayRequest,
} from '@zhunshi/shared/wire/displays.ts';
import { callApi } from '../../api/callApi.ts';
import { requestOf } from './newDisplay.ts';
import type { NewDisplay } from './newDisplay.ts';

/** Something that was just done with a display, by the word that says so. */
type Done = { what: 'paired' | 'changed' | 'revoked' | 'identified' | 'reloaded' | 'silent'; name: string };

/** The displays page's state, of one shop. */
export class DisplaysFlow {
  /** Null until they were read once. */
  displays: Display[] | null = $state.raw(null);
  /** The builds of the pages that the server would serve now. */
  versions: DisplaysAnswer['versions'] = $state.raw({ wall: null, lounge: null });
  /** A display that was just added, and its token: told once. */
  added: CreateDisplayAnswer | null = $state.raw(null);
  done: Done | null = $state.raw(null);
  /** Acts that are under way or wait for the one before. */
  #acts = $state(0);
  /** Acts that were ever begun: a list that was asked for before the last of them tells what was before it. */
  #begun = 0;
  #line: Promise<unknown> = Promise.resolve();
  #trouble: Refusal | 'silence' | null = $state.raw(null);
  readonly #path: string;
  readonly #call: typeof callApi;

  constructor(shop: string, call: typeof callApi = callApi) {
    this.#path = `/shops/${shop}/displays`;
    this.#call = call;
  }

  get busy(): boolean {
    return this.#acts > 0;
  }

  /** Reads the list. What was read before stays on show while nobody answers. */
  async load(): Promise<void> {
    const begun = this.#begun;
    const answer = await this.#call<DisplaysAnswer>('GET', this.#path);
    if (begun !== this.#begun) return;
    if (answer.ok) {
      this.displays = answer.value.displays.toSorted((a, b) => a.createdAt - b.createdAt);
      this.versions = answer.value.versions;
    }
    if (!answer.ok || this.#trouble === 'silence') this.#trouble = answer.ok ? null : (answer.refusal ?? 'silence');
  }

  /** True when another display has the name, which would leave nobody sure which one to revoke. */
  isTaken(name: string, except: string | null = null): boolean {
    return (this.displays ?? []).some((display) => display.name === name.trim() && display.id !== except);
  }

  /** Adds a display; true when it was added and its token is there to be shown. */
  async create(display: NewDisplay): Promise<boolean> {
    if (this.busy) return false;
    const json: CreateDisplayRequest = requestOf(display);
    const answer = await this.#during(() => this.#call<CreateDisplayAnswer>('POST', this.#path, { json }));
    if (answer.ok) this.added = answer.value;
    await this.load();
    return answer.ok;
  }

  /** Pairs the screen that shows a code; true when it was done, and the screen goes on by itself [PAIR-3]. */
  async pair(code: string, display: NewDisplay): Promise<boolean> {
    if (this.busy) return false;
    const json: PairDisplayRequest = { code, ...requestOf(display) };
    const answer = await this.#during(() => this.#call<Display>('POST', `${this.#path}/pair`, { json }));
    if (answer.ok) this.done = { what: 'paired', name: answer.value.name };
    await this.load();
    return answer.ok;
  }

  /** Asks a display to show its name, or to load its page anew [DSPL-5]. */
  async ask({ id, name, online }: Display, act: DisplayAct): Promise<void> {
    if (this.busy) return;
    const path = `${this.#path}/${encodeURIComponent(id)}/${act}`;
    const answer = await this.#during(() => this.#call('POST', path));
    const done = act === 'identify' ? ('identified' as const) : ('reloaded' as const);
    if (answer.ok) this.done = { what: online ? done : 'silent', name };
  }

  /**
   * Renames a display, or chooses how it shows its board: its screen follows by itself [DSPL-2]. One thing chosen right after another
   * waits its turn: none is lost. True when it was done.
   */
  async change({ id }: Display, json: ChangeDisplayRequest): Promise<boolean> {
    const path = `${this.#path}/${encodeURIComponent(id)}`;
    const answer = await this.#during(() => this.#call<DisplayTold>('POST', path, { json }));
    if (answer.ok) this.done = { what: 'changed', name: answer.value.name };
    await this.load();
    return answer.ok;
  }

  /** Takes a display's token back: it goes dark at once. */
  async revoke({ id, name }: Display): Promise<void> {
    if (this.busy) return;
    const answer = await this.#during(() => this.#call('DELETE', `${this.#path}/${encodeURIComponent(id)}`));
    if (answer.ok) this.done = { what: 'revoked', name };
    if (answer.ok && this.added?.display.id === id) this.added = null;
    await this.load();
  }

  /** The token was noted. */
  putAway(): void {
    this.added = null;
  }

  /** Nobody answered: the list may be read again. What was refused is refused again. */
  get isSilent(): boolean {
    return this.#trouble === 'silence';
  }

  /** The sentence of what went wrong, null while nothing did. */
  problem(language: Language): string | null {
    if (this.#trouble === null) return null;
    if (this.#trouble === 'silence') return displayWords[language].noAnswer;
    return refusalSentence(this.#trouble, language);
  }

  /** One act after the other, in the order in which they were meant. */
  async #during<Answer extends Awaited<ReturnType<typeof callApi>>>(act: () => Promise<Answer>): Promise<Answer> {
    this.#acts += 1;
    this.#begun += 1;
    this.done = null;
    const turn = this.#line.then(act);
    this.#line = turn;
    const answer = await turn;
    this.#acts -= 1;
    this.#trouble = answer.ok ? null : (answer.refusal ?? 'silence');
    return answer;
  }
}
