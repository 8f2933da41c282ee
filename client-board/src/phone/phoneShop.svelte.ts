// phone/ — the phone's one model: the live shop, or what was kept of it in a dead spot; the taps on top of it; the view that is shown.
import type { Directory } from '@zhunshi/shared/domain/directory.ts';
import type { Refusal } from '@zhunshi/shared/domain/refusals.ts';
import type { ShopState } from '@zhunshi/shared/domain/state.ts';
import type { Instant } from '@zhunshi/shared/domain/words.ts';
import { refusalSentence } from '@zhunshi/shared/i18n/refusalWords.ts';
import { operationName } from '@zhunshi/shared/i18n/words.ts';
import type { CommandAnswer, Dismissal } from '@zhunshi/shared/wire/protocol.ts';
import type { SessionAnswer } from '@zhunshi/shared/wire/session.ts';
import { uuidv7 } from 'uuidv7';
import { callApi } from '../api/callApi.ts';
import { nameOf, plateOf, shopViewOf } from '../console/desk/shopView.ts';
import type { ShopView } from '../console/desk/shopView.ts';
import { undoOfferOf } from '../console/desk/undoOffer.ts';
import type { UndoOffer } from '../console/desk/undoOffer.ts';
import { preferences } from '../design/preferences.svelte.ts';
import { ShopLive } from '../live/shopLive.svelte.ts';
import { shownState } from '../live/staffFold.ts';
import type { PendingCommand } from '../live/staffFold.ts';
import type { Ask } from '../live/wish.ts';
import { readAsked, withAsked } from './queue/askedTaps.ts';
import type { AskedTap } from './queue/askedTaps.ts';
import { keptNow, ownDirectory, ownPart, writeKept } from './queue/keptShop.ts';
import type { KeptShop } from './queue/keptShop.ts';
import { attempted, dismissed, ofOwner, refusedTap, withoutTap, withTap } from './queue/tapQueue.ts';
import type { Owner, RefusedTap, Tap, TapQueue } from './queue/tapQueue.ts';
import { TapSender } from './queue/tapSender.ts';
import { isOfTaps, TapStore } from './queue/tapStore.ts';
import { ownWork } from './work/ownWork.ts';
import type { Chosen, OwnWork } from './work/ownWork.ts';

const minuteMs = 60_000;

interface Seen {
  version: number;
  state: ShopState;
  directory: Directory;
}

export class PhoneShop {
  readonly live: ShopLive;
  readonly session: SessionAnswer;
  readonly #owner: Owner;
  readonly #store = new TapStore(localStorage);
  readonly #sender: TapSender;
  readonly #onDismiss: (dismissal: Dismissal) => void;
  #kept = $state.raw<KeptShop | null>(null);
  #queue = $state.raw<TapQueue>({ taps: [], refused: [] });
  /** Accepted, and not yet read from the log. */
  #accepted = $state.raw<readonly PendingCommand[]>([]);
  #asked = $state.raw<readonly AskedTap[]>(readAsked(sessionStorage));
  #chosen = $state.raw<Chosen | null>(null);
  #later = $state.raw<readonly string[]>([]);
  #tickMs = $state(Date.now());
  /** The connection whose session was asked for, as its number. */
  #line = 0;
  #ownersLine = -1;
  readonly #ticking: ReturnType<typeof setInterval>;
  readonly #endings: (() => void)[] = [];

  readonly now: Instant = $derived.by(() => {
    if (Number.isFinite(this.live.uncertainMs)) return this.live.now;
    return this.#kept ? keptNow(this.#kept.clock, this.#tickMs) : this.#tickMs;
  });
  readonly #asOf = $derived(Math.floor(this.now / minuteMs) * minuteMs);
  /** What was read of the shop; in a dead spot no more of it than is the person's own, for the rest is not true any longer. */
  readonly #seen = $derived.by((): Seen | null => {
    const { confirmed, directory, version } = this.live;
    if (!confirmed) return this.#kept;
    return { version, directory, state: this.near ? confirmed : ownPart(confirmed, this.#owner.staff) };
  });
  readonly #shown = $derived.by((): ShopState | null => {
    const seen = this.#seen;
    if (!seen) return null;
    const accepted = this.#accepted.filter(({ acceptedAs }) => (acceptedAs ?? 0) > seen.version);
    // The log may show a tap before its answer comes.
    const waiting = this.#queue.taps
      .filter(({ command }) => !this.live.hasRead(command.id))
      .map(({ command, tappedAt }) => ({ command, askedAt: tappedAt, acceptedAs: null }));
    const { version, state } = seen;
    return shownState({ version, confirmed: state, pending: [...accepted, ...waiting] }, this.#owner.staff);
  });
  readonly view: ShopView | null = $derived.by(() => {
    if (!this.#shown || !this.#seen) return null;
    const viewer = { staff: this.#owner.staff, roles: this.live.viewer?.roles ?? this.session.roles };
    return shopViewOf(this.#shown, this.#seen.directory, this.#asOf, preferences.language, viewer);
  });
  readonly work: OwnWork = $derived.by(() => {
    const { view } = this;
    return view ? ownWork(view.state, view.me, this.#chosen, this.#later) : { present: null, next: [] };
  });

  /** `kept`: what was kept for this person; `onDismiss` is told when the page must reload or its person log in again. */
  constructor(session: SessionAnswer, kept: KeptShop | null, onDismiss: (dismissal: Dismissal) => void) {
    this.session = session;
    this.#owner = { shop: session.shop.id, staff: session.staff.id };
    this.#kept = kept;
    this.#onDismiss = onDismiss;
    this.#queue = ofOwner(this.#store.read(), this.#owner);
    this.live = new ShopLive(session.shop.id, onDismiss);
    this.#sender = new TapSender({
      post: this.live.post,
      next: () => ofOwner(this.#store.read(), this.#owner).taps[0] ?? null,
      attempting: ({ command }) => this.#change((queue) => attempted(queue, command.id)),
      settled: (tap, answer) => this.#settled(tap, answer),
      isOwners: () => this.#isOwners(),
      nowMs: () => Date.now(),
    });
    this.#ticking = setInterval(() => (this.#tickMs = Date.now()), 1_000);
    const changed = (event: StorageEvent): void => {
      if (isOfTaps(event)) this.#queue = ofOwner(this.#store.read(), this.#owner);
    };
    const keep = (): void => this.keep();
    addEventListener('storage', changed);
    addEventListener('pagehide', keep);
    this.#endings.push(
      () => removeEventListener('storage', changed),
      () => removeEventListener('pagehide', keep),
    );
    void this.#sender.wake();
  }

  /** True when what is shown is the shop as it is: connected, and told so a moment ago. */
  get near(): boolean {
    return this.live.connected && this.live.confirmed !== null && this.live.freshness === 'fresh';
  }
  /** Real ms since the phone was last certain of what it shows. */
  get ageMs(): number {
    if (Number.isFinite(this.live.uncertainMs)) return this.live.uncertainMs;
    return this.#kept ? Math.max(0, this.#tickMs - this.#kept.certainMs) : Infinity;
  }
  /** The phone's own clock, by the second. */
  get phoneMs(): number {
    return this.#tickMs;
  }
  get pending(): readonly Tap[] {
    return this.#queue.taps;
  }
  get refused(): readonly RefusedTap[] {
    return this.#queue.refused;
  }
  /** The last own tap, while it can be taken back [UNDO-1]. */
  get undo(): UndoOffer | null {
    const { view } = this;
    const typeOf = (id: string) => this.#asked.find((one) => one.id === id)?.type ?? null;
    return view ? undoOfferOf(view, this.now, typeOf) : null;
  }

  /** The line broke: whose the next one is, is to be asked anew. */
  lineIs(connected: boolean): void {
    if (!connected) this.#line += 1;
  }

  choose(chosen: Chosen | null): void {
    this.#chosen = chosen;
  }

  /** A signature is put off: the next car comes first. */
  signLater(key: string): void {
    this.#later = [...this.#later, key];
    this.#chosen = null;
  }

  /** A tap: kept, shown, and sent as soon as that can be [PHN-1]. */
  tap(ask: Ask): void {
    const command = { ...ask, id: uuidv7() };
    const tap: Tap = { ...this.#owner, command, tappedAt: this.now, tappedMs: Date.now(), attempted: false };
    this.#asked = withAsked(this.#asked, command, sessionStorage);
    this.#chosen = null;
    this.#change((queue) => withTap(queue, tap));
    void this.#sender.wake();
  }

  /** Takes the last tap back: one that was not sent yet is forgotten, any other is undone by the server. */
  takeBack(): void {
    const offer = this.undo;
    if (!offer) return;
    const waiting = this.#queue.taps.find(({ command }) => command.id === offer.command);
    if (waiting && !waiting.attempted) this.#change((queue) => withoutTap(queue, offer.command));
    else this.tap({ type: 'Undo', command: offer.command });
  }

  /** A refusal was read. */
  dismiss(id: string): void {
    this.#change((queue) => dismissed(queue, id));
  }

  /** A refusal in the language of the screen, with plates and names instead of references. */
  sentence(refusal: Refusal): string {
    const { view } = this;
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

  /** Remembers the own cars for a dead spot. */
  keep(): void {
    const { confirmed, directory, version, now, uncertainMs } = this.live;
    if (!confirmed || !Number.isFinite(uncertainMs)) return;
    const state = ownPart(confirmed, this.#owner.staff);
    writeKept(localStorage, {
      session: this.session,
      version,
      state,
      directory: ownDirectory(state, directory, this.#owner.staff),
      clock: { now, speed: this.live.speed, phoneMs: Date.now() },
      certainMs: Date.now() - uncertainMs,
    });
  }

  /** Leaves; what waits stays for when its person comes back. */
  close(): void {
    clearInterval(this.#ticking);
    for (const end of this.#endings.splice(0)) end();
    this.#sender.stop();
    this.live.close();
  }

  #change(how: (queue: TapQueue) => TapQueue): void {
    this.#queue = ofOwner(this.#store.change(how), this.#owner);
  }

  #settled({ command, tappedAt }: Tap, answer: CommandAnswer): void {
    if (answer.ok) {
      const read = this.#accepted.filter(({ acceptedAs }) => (acceptedAs ?? 0) > this.live.version);
      this.#accepted = [...read, { command, askedAt: tappedAt, acceptedAs: answer.version }];
      this.#change((queue) => withoutTap(queue, command.id));
    } else {
      this.#change((queue) => refusedTap(queue, command.id, answer.refusal));
    }
  }

  /** Browsers share a session between their pages: somebody else may have logged in meanwhile [PHN-3]. */
  async #isOwners(): Promise<boolean | null> {
    const line = this.#line;
    if (this.#ownersLine === line) return true;
    const answer = await callApi<SessionAnswer>('GET', '/session');
    if (!answer.ok) {
      // Anything else than a session that is over may be better in a moment.
      if (answer.status !== 401) return null;
      this.#onDismiss('login');
      return false;
    }
    const { staff, shop } = answer.value;
    if (staff.id !== this.#owner.staff || shop.id !== this.#owner.shop) {
      this.#onDismiss('login');
      return false;
    }
    this.#ownersLine = line;
    return true;
  }
}
