// desk/ — what a person does at the desk: picks a car up and drops it, presses a button, answers a dialog. Each ends in a command.
import type { FurtherAct } from '@zhunshi/shared/domain/nextActs.ts';
import type { Job } from '@zhunshi/shared/domain/state.ts';
import type { JobId } from '@zhunshi/shared/domain/words.ts';
import type { Alarm } from '@zhunshi/shared/plan/alarms.ts';
import type { AlarmAct } from '../dispatch/alarmText.ts';
import { recallable } from '../dispatch/dropPreview.ts';
import type { Bare } from '../forms/commandForm.ts';
import { backToWaiting, Dragging } from '../drag/dragging.svelte.ts';
import type { DropAnswers, DropPlace } from '../drag/dragging.svelte.ts';
import { subjectOf } from '../forms/formSubject.ts';
import type { FormSubject } from '../forms/formSubject.ts';
import { someBay } from '../kanban/kanbanDrops.ts';
import { bayChoicesOf } from './bayChoices.ts';
import { dropAnswersFor } from './dropAnswers.ts';
import { stepOfAct, stepOfFurther } from './jobActions.ts';
import type { Choosing, DeskAct, Step } from './jobActions.ts';
import { plateOf } from './shopView.ts';
import type { ShopDesk } from './shopDesk.svelte.ts';

/** The server's clock is ahead of what this page reckons by less. */
const aSecond = 1_000;

export class DeskActions {
  readonly dragging: Dragging;
  #desk: ShopDesk;
  #choosing = $state.raw<Choosing | null>(null);
  #byKeyboard = false;
  #onBays: () => boolean;

  /** `onBays` tells whether the bays are on the screen; else a drop leaves the bay to be chosen. */
  constructor(desk: ShopDesk, onBays: () => boolean) {
    this.#desk = desk;
    this.#onBays = onBays;
    this.dragging = new Dragging({
      answersFor: (job) => this.#answersFor(job),
      dropped: (job, place, by) => this.#dropped(job, place, by),
      refused: (job, place, refusal) => {
        // The dialog says for whom the bay is kept, and offers to dispatch there all the same.
        if (refusal.code === 'bayReserved') this.#dropped(job, place, 'pointer');
        else desk.say('refusal', desk.sentence(refusal));
      },
      nothingToMove: (job) => {
        const found = this.#job(job);
        if (!desk.may('Dispatch')) desk.say('refusal', desk.sentence(desk.reservedFor('Dispatch')));
        else if (found && desk.view) desk.say('refusal', desk.view.say.drag.nowhere(plateOf(desk.view, found)));
      },
    });
  }

  /** The dialog that is open. */
  get choosing(): Choosing | null {
    return this.#choosing;
  }

  choose(choosing: Choosing): void {
    this.#choosing = choosing;
  }

  /** Closes the dialog; of a dialog that closes late, only if it is still the one that is open. */
  done(which: Choosing | null = this.#choosing): void {
    if (this.#choosing === which) this.#choosing = null;
  }

  /** A button of the panel. */
  async act(id: JobId, act: DeskAct): Promise<void> {
    const { view } = this.#desk;
    const job = this.#job(id);
    if (!view || !job) return;
    if (act.type === 'Recall') await this.#recall(id);
    else await this.#take(stepOfAct(view, job, act));
  }

  /** An item of the menu of what else can be done. */
  async further(job: JobId, act: FurtherAct): Promise<void> {
    this.done();
    await this.#take(stepOfFurther(job, act));
  }

  /** Opens the form of a command. */
  fill(subject: FormSubject): void {
    this.#choosing = { kind: 'form', subject };
  }

  /** Takes the last own command back. */
  async undo(): Promise<void> {
    const offer = this.#desk.undo;
    if (offer) await this.#desk.ask({ type: 'Undo', command: offer.command });
  }

  async #take(step: Step): Promise<void> {
    if (!('ask' in step)) this.#choose(step.choose);
    else if (step.ask.type === 'HandOver') await this.#handOver(step.ask.job);
    else await this.#desk.ask(step.ask);
  }

  /** A promise that passes between the look and the act: the server asks for the cause, and so its form opens at once [HND-2]. */
  async #handOver(job: JobId): Promise<void> {
    const no = await this.#desk.send({ type: 'HandOver', job });
    if (no?.code === 'causeNeeded') this.fill(subjectOf('HandOver', { job, asOf: this.#desk.live.now + aSecond }));
    else if (no) this.#desk.say('refusal', this.#desk.sentence(no));
  }

  /** The button of an alarm. */
  async answer(act: AlarmAct, { job, freeBay }: Alarm): Promise<void> {
    this.#desk.select(job);
    if (act === 'call') await this.#desk.ask({ type: 'CallCustomer', job });
    else if (act === 'checkIn') this.fill(subjectOf('CheckIn', { job }));
    else if (act === 'dispatch') this.#choose({ kind: 'dispatch', job, bay: freeBay, chooseBay: true });
  }

  /** The dispatch dialog was confirmed. */
  async dispatch(job: JobId, wanted: Omit<Bare<'Dispatch'>, 'type' | 'job'>): Promise<void> {
    this.#choosing = null;
    if (this.#byKeyboard) this.#focusNext(job);
    this.#byKeyboard = false;
    await this.#desk.ask({ type: 'Dispatch', job, ...wanted });
  }

  #job(id: JobId): Job | undefined {
    return this.#desk.view?.state.jobs[id];
  }

  #answersFor(id: JobId): DropAnswers | null {
    const { view } = this.#desk;
    const job = this.#job(id);
    if (!view || !job) return null;
    this.#desk.select(id);
    if (!this.#desk.may('Dispatch')) return null;
    return dropAnswersFor(view, job, this.#onBays());
  }

  #dropped(job: JobId, place: DropPlace, by: 'pointer' | 'keyboard'): void {
    this.#byKeyboard = by === 'keyboard';
    if (place === backToWaiting) void this.#recall(job);
    else if (place === someBay) this.#choose({ kind: 'dispatch', job, bay: null, chooseBay: true });
    else this.#choosing = { kind: 'dispatch', job, bay: place, chooseBay: false };
  }

  async #recall(id: JobId): Promise<void> {
    const job = this.#job(id);
    if (!job) return;
    for (const operation of recallable(job)) {
      if (!(await this.#desk.ask({ type: 'Recall', job: id, operation }))) return;
    }
  }

  /** A dispatch without a bay begins with the best one; with none where the shop has none for it. */
  #choose(choosing: Choosing): void {
    const { view } = this.#desk;
    const job = choosing.kind === 'dispatch' ? this.#job(choosing.job) : undefined;
    if (choosing.kind !== 'dispatch' || choosing.bay !== null || !view || !job) {
      this.#choosing = choosing;
      return;
    }
    this.#choosing = { ...choosing, bay: bayChoicesOf(view, job)[0]?.code ?? null };
  }

  /** After a dispatch by keyboard the hand stays where the next car waits; the eye stays on the car that was dispatched. */
  #focusNext(dispatched: JobId): void {
    requestAnimationFrame(() => {
      document.querySelector<HTMLElement>('[data-testid="waiting-drop"] [data-testid="card"]')?.focus();
      this.#desk.select(dispatched);
    });
  }
}
