// desk/ — the console's one model: the live shop as a view, the car that is looked at, and asking with the answer in words.
import type { CommandType } from '@zhunshi/shared/domain/commands.ts';
import type { WireEntry } from '@zhunshi/shared/domain/entry.ts';
import { maySend, sendersOf } from '@zhunshi/shared/domain/permissions.ts';
import { refusal as refuse } from '@zhunshi/shared/domain/refusals.ts';
import type { Refusal } from '@zhunshi/shared/domain/refusals.ts';
import type { Job } from '@zhunshi/shared/domain/state.ts';
import type { JobId } from '@zhunshi/shared/domain/words.ts';
import { refusalSentence } from '@zhunshi/shared/i18n/refusalWords.ts';
import type { Alarm } from '@zhunshi/shared/plan/alarms.ts';
import { untrack } from 'svelte';
import { preferences } from '../../design/preferences.svelte.ts';
import { Predictions } from '../../live/prediction/predictions.svelte.ts';
import type { ShopLive } from '../../live/shopLive.svelte.ts';
import type { Wish } from '../../live/wish.ts';
import { operationName } from '@zhunshi/shared/i18n/words.ts';
import type { ToastAct, Toasts } from '../shell/toasts.svelte.ts';
import type { HandText, handText } from './handText.ts';
import { liveView } from './liveView.svelte.ts';
import type { Hands } from './liveView.svelte.ts';
import { OtherHands } from './otherHands.svelte.ts';
import type { OtherHand } from './otherHands.svelte.ts';
import { everything } from './shopFilter.ts';
import type { ShopFilter } from './shopFilter.ts';
import { nameOf, plateOf } from './shopView.ts';
import type { ShopView } from './shopView.ts';
import { undoOfferOf } from './undoOffer.ts';
import type { UndoOffer } from './undoOffer.ts';

type HandTextOf = typeof handText;

/** As many as a hand gives in the minute in which they can be undone. */
const rememberedCommands = 30;

export class ShopDesk {
  readonly live: ShopLive;
  #toasts: Toasts;
  /** What the last own commands of this page were. */
  #asked = $state.raw<readonly { id: string; type: CommandType; seen: number }[]>([]);
  #hands = new OtherHands();
  /** Says what others did; its words come when somebody did something. */
  #wording: Promise<void> | null = null;
  #handText = $state.raw<HandTextOf | null>(null);
  /** Told of the cars that others have just changed. */
  onothers: ((hands: readonly OtherHand[]) => void) | null = null;
  /** Which cars are looked for. */
  filter = $state.raw<ShopFilter>(everything);
  #selected = $state<JobId | null>(null);
  #predictions = new Predictions<Hands>();
  #live: ShopView;
  #there = $derived.by(() => this.#predictions.there && this.#predictions.shop !== null && this.live.viewer !== null);
  #view = $derived.by(() => (this.#there ? this.#live : null));
  #moment = $derived(this.#view ? { ...this.#view } : null);

  /** To be made while a component starts, with which its predictions end. */
  constructor(live: ShopLive, toasts: Toasts) {
    this.live = live;
    this.#toasts = toasts;
    this.#live = liveView(this.#predictions, live);
    $effect(() => {
      const { state, asOf, viewer } = live;
      const beside = this.#hands.latest;
      if (state && viewer) untrack(() => this.#predictions.ask({ state, asOf, viewer: viewer.staff, beside }));
    });
    $effect(() => () => this.#predictions.close());
    live.onread = (entries) => this.#read(entries);
  }

  /** Null until the first snapshot; then one and the same, whose parts change. */
  get view(): ShopView | null {
    return this.#view;
  }
  /** The view of this moment: another object whenever anything has changed. */
  get moment(): ShopView | null {
    return this.#moment;
  }
  get alarms(): readonly Alarm[] {
    return this.#predictions.alarms;
  }
  /** The car in the panel. */
  get selected(): Job | null {
    return this.#selected === null ? null : (this.#view?.state.jobs[this.#selected] ?? null);
  }

  select(job: JobId | null): void {
    this.#selected = job;
  }

  /** Asks for something; a refusal is said in a sentence. True when it was accepted. */
  async ask(wish: Wish): Promise<boolean> {
    const refusal = await this.send(wish);
    if (refusal) this.#toasts.show('refusal', `${this.sentence(refusal)}${await this.#because(wish)}`);
    else if (wish.type === 'CallInLounge') this.#sayCalled(wish.job);
    return refusal === null;
  }

  /** What is seen in the lounge alone is said here, too. */
  #sayCalled(id: JobId): void {
    const job = this.#view?.state.jobs[id];
    if (this.#view && job) this.#toasts.show('note', this.#view.say.toast.inLounge(plateOf(this.#view, job)));
  }

  /** Asks for something and gives back why not; null: it was accepted, and `accepted` is told what came of it. For forms, which say it themselves. */
  async send(wish: Wish, accepted?: (events: WireEntry['events']) => void): Promise<Refusal | null> {
    const answer = await this.live.ask(
      wish,
      (id) =>
        (this.#asked = [...this.#asked.slice(-rememberedCommands), { id, type: wish.type, seen: this.live.version }]),
    );
    if (!answer.ok) return answer.refusal;
    accepted?.(answer.events);
    return null;
  }

  /** The last own command, while it can be taken back [UNDO-1]. */
  get undo(): UndoOffer | null {
    const view = this.#view;
    return view
      ? undoOfferOf(view, this.live.now, (command) => this.#asked.find(({ id }) => id === command)?.type ?? null)
      : null;
  }

  /** True when the person who looks may send such a command [CMD-6]. */
  may(type: CommandType): boolean {
    return maySend(this.#view?.roles ?? [], type);
  }

  /** Who may, for those who may not. */
  reservedFor(type: CommandType): Refusal {
    return refuse('notAllowed', { roles: [...sendersOf(type)] });
  }

  /** Says something that is no refusal of the server's. */
  say(kind: 'refusal' | 'note', text: string, act?: ToastAct): void {
    this.#toasts.show(kind, text, act);
  }

  /** A dialog opens: refusals of what was asked before would stand over it. */
  forgetRefusals(): void {
    this.#toasts.letGo();
  }

  /** A refusal in the language of the screen, with plates and names instead of references. */
  sentence(refusal: Refusal): string {
    const view = this.#view;
    return refusalSentence(refusal, preferences.language, {
      job: (id) => {
        const job = view?.state.jobs[id];
        return view && job ? plateOf(view, job) : id;
      },
      staff: (id) => (view ? nameOf(view, id) : id),
      operation: (id, operation) => {
        const found = view?.state.jobs[id]?.operations.find((one) => one.id === operation);
        return view && found ? operationName(found, view.language) : operation;
      },
    });
  }

  /** What another person has just done to a car, in words; null where nobody did. */
  handOf(job: JobId): HandText | null {
    const hand = this.#hands.latest.get(job);
    return hand ? this.textOf(hand) : null;
  }

  /** What another person did, in words; null where the car is gone, and for the moment until the first words are here. */
  textOf(hand: OtherHand): HandText | null {
    return this.#view && this.#handText ? this.#handText(this.#view, hand) : null;
  }

  /** Who has just changed the car that a refused command was about: most likely what made it impossible [CON-2]. */
  async #because(wish: Wish): Promise<string> {
    await this.#wording;
    const told = 'job' in wish && typeof wish.job === 'string' ? this.handOf(wish.job) : null;
    return told && this.#view ? this.#view.say.others.because(told.who, told.what) : '';
  }

  #read(entries: readonly WireEntry[]): void {
    const me = this.live.viewer?.staff;
    if (me === undefined) return;
    const hands = this.#hands.read(entries, me);
    if (hands.length > 0) this.#wording ??= this.#learnWording();
    void this.#tellOf(entries, hands);
  }

  async #learnWording(): Promise<void> {
    try {
      this.#handText = (await import('./handText.ts')).handText;
    } catch {
      // The server cannot be reached: who did what is said another time.
      this.#wording = null;
    }
  }

  async #tellOf(entries: readonly WireEntry[], hands: readonly OtherHand[]): Promise<void> {
    await this.#wording;
    this.#tellOfBoth(entries);
    if (hands.length > 0) this.onothers?.(hands);
  }

  /** An own dispatch that somebody else's crossed on the way: neither knew of the other, so it is said [CON-2]. */
  #tellOfBoth(entries: readonly WireEntry[]): void {
    for (const { commandId, version, events } of entries) {
      const own = this.#asked.find(({ id }) => id === commandId);
      const dispatched = events.find(({ type }) => type === 'OperationsDispatched');
      if (!own || !dispatched || !('job' in dispatched)) continue;
      const hand = this.#hands.latest.get(dispatched.job);
      const told = hand && hand.version > own.seen && hand.version < version ? this.handOf(dispatched.job) : null;
      if (told && this.#view) this.#toasts.show('note', this.#view.say.others.both(told.plate, told.who, told.what));
    }
  }
}
