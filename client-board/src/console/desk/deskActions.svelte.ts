// desk/ — what a person does at the desk: picks a car up and drops it, presses a button, answers a dialog. Each ends in a command.
import type { FurtherAct } from '@zhunshi/shared/domain/nextActs.ts';
import type { Job } from '@zhunshi/shared/domain/state.ts';
import type { BayCode, JobId, Stage } from '@zhunshi/shared/domain/words.ts';
import type { Alarm } from '@zhunshi/shared/plan/alarms.ts';
import type { AlarmAct } from '../dispatch/alarmText.ts';
import { recallable } from '../dispatch/dropPreview.ts';
import type { Bare } from '../forms/commandForm.ts';
import { backToWaiting, Dragging } from '../drag/dragging.svelte.ts';
import type { DropAnswers, DropPlace, Grip } from '../drag/dragging.svelte.ts';
import { subjectOf } from '../forms/formSubject.ts';
import type { FormSubject } from '../forms/formSubject.ts';
import { columnDrop, someBay, stageOfPlace } from '../kanban/kanbanDrops.ts';
import { bayChoicesOf } from './bayChoices.ts';
import { bayMove } from '../dispatch/bayMove.ts';
import { dropAnswersFor, movedBy } from './dropAnswers.ts';
import { alarmStep, stepOfAct, stepOfFurther } from './jobActions.ts';
import type { Choosing, DeskAct, Step } from './jobActions.ts';
import type { OtherHand } from './otherHands.svelte.ts';
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
  /** What another person did to the car of the open dialog since it was opened. */
  #told = $state.raw<OtherHand | null>(null);

  /** `onBays` tells whether the bays are on the screen; else a drop leaves the bay to be chosen. */
  constructor(desk: ShopDesk, onBays: () => boolean) {
    this.#desk = desk;
    this.#onBays = onBays;
    desk.onothers = (hands) => this.#changed(hands);
    this.dragging = new Dragging({
      answersFor: (job, grip) => this.#answersFor(job, grip),
      dropped: (job, place, by, grip) => this.#dropped(job, place, by, grip),
      refused: (job, place, refusal, grip) => {
        // The dialog says for whom the bay is kept, and offers to dispatch there all the same.
        if (refusal.code === 'bayReserved') this.#dropped(job, place, 'pointer', grip);
        else desk.say('refusal', desk.sentence(refusal));
      },
      nothingToMove: (job) => {
        const found = this.#job(job);
        if (!desk.may('Dispatch')) desk.say('refusal', desk.sentence(desk.reservedFor('Dispatch')));
        else if (found && desk.view) desk.say('refusal', desk.view.say.drag.nowhere(plateOf(desk.view, found)));
      },
    });
  }

  /** Said in the dialog that is open, and asked of the places while a car is in the hand [CON-2]. */
  get told(): OtherHand | null {
    return this.#told;
  }

  /** The dialog that is open. */
  get choosing(): Choosing | null {
    return this.#choosing;
  }

  /** Opens a dialog. A dispatch without a bay begins with the best one; with none where the shop has none for it. */
  choose(choosing: Choosing): void {
    const { view } = this.#desk;
    const job = choosing.kind === 'dispatch' ? this.#job(choosing.job) : undefined;
    if (choosing.kind !== 'dispatch' || choosing.bay !== null || !view || !job) {
      this.#open(choosing);
      return;
    }
    this.#open({ ...choosing, bay: bayChoicesOf(view, job)[0]?.code ?? null });
  }

  /** Closes the dialog; of a dialog that closes late, only if it is still the one that is open. */
  done(which: Choosing | null = this.#choosing): void {
    if (this.#choosing === which) this.#open(null);
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
    this.#open({ kind: 'form', subject });
  }

  /** Takes the last own command back. */
  async undo(): Promise<void> {
    const offer = this.#desk.undo;
    if (offer) await this.#desk.ask({ type: 'Undo', command: offer.command });
  }

  async #take(step: Step): Promise<void> {
    if (!('ask' in step)) this.choose(step.choose);
    else if (step.ask.type === 'HandOver') await this.#handOver(step.ask.job);
    else await this.#desk.ask(step.ask);
  }

  /** A promise that passes between the look and the act: the server asks for the cause, and so its form opens at once [HND-2]. */
  async #handOver(job: JobId): Promise<void> {
    const no = await this.#desk.send({ type: 'HandOver', job });
    if (no?.code === 'causeNeeded') this.fill(subjectOf('HandOver', { job, asOf: this.#desk.live.now + aSecond }));
    else if (no) this.#desk.say('refusal', this.#desk.sentence(no));
  }

  /** The button of an alarm: the act that answers it, at once or in its form; else that it was dealt with. */
  async answer(act: AlarmAct, alarm: Alarm): Promise<void> {
    const { job: id, code, episode } = alarm;
    this.#desk.select(id);
    const step = alarmStep(act, alarm, this.#job(id));
    if (step) await this.#take(step);
    else if (act !== 'show') await this.#desk.ask({ type: 'AcknowledgeAlarm', job: id, alarm: code, episode });
  }

  /** The dispatch dialog was confirmed. */
  async dispatch(job: JobId, wanted: Omit<Bare<'Dispatch'>, 'type' | 'job'>): Promise<void> {
    this.#open(null);
    if (this.#byKeyboard) this.#focusNext(job);
    this.#byKeyboard = false;
    await this.#desk.ask({ type: 'Dispatch', job, ...wanted });
  }

  #job(id: JobId): Job | undefined {
    return this.#desk.view?.state.jobs[id];
  }

  #answersFor(id: JobId, grip: Grip): DropAnswers | null {
    const { view } = this.#desk;
    const job = this.#job(id);
    if (!view || !job) return null;
    this.#desk.select(id);
    if (!this.#desk.may('Dispatch')) return null;
    return dropAnswersFor(view, job, this.#onBays(), grip);
  }

  #dropped(job: JobId, place: DropPlace, by: 'pointer' | 'keyboard', grip: Grip): void {
    this.#byKeyboard = by === 'keyboard';
    const stage = this.#onBays() ? null : stageOfPlace(place);
    if (stage !== null && place !== someBay && place !== backToWaiting) void this.#toStage(job, stage);
    else if (place === backToWaiting) void this.#backToWaiting(job);
    else if (place === someBay) this.choose({ kind: 'dispatch', job, bay: null, chooseBay: true });
    else void this.#toBay(job, place, grip);
  }

  /** A column of the kanban: the command that brings the car there. */
  async #toStage(id: JobId, stage: Stage): Promise<void> {
    const { view } = this.#desk;
    const job = this.#job(id);
    if (!view || !job) return;
    const drop = columnDrop(view, job, stage);
    if ('act' in drop) await this.act(id, drop.act);
    else this.#desk.say('refusal', this.#desk.sentence(drop.refusal));
  }

  /** Among those that wait: what was dispatched is taken back; who was only expected is checked in. */
  async #backToWaiting(id: JobId): Promise<void> {
    if (this.#job(id)?.checkedInAt === null) this.fill(subjectOf('CheckIn', { job: id }));
    else await this.#recall(id);
  }

  /** Work that is under way goes on in the bay with the same hands; what is not begun is dispatched. */
  async #toBay(id: JobId, bay: BayCode, grip: Grip): Promise<void> {
    const { view } = this.#desk;
    const job = this.#job(id);
    const moving = view && job ? movedBy(view, job, grip) : null;
    if (!job || !moving) {
      this.#open({ kind: 'dispatch', job: id, bay, chooseBay: false });
      return;
    }
    const refusal = await this.#desk.send(bayMove(job, moving, bay));
    if (refusal?.code === 'bayReserved') this.fill(subjectOf('Reassign', { job: id, operation: moving.id }));
    if (refusal) this.#desk.say('refusal', this.#desk.sentence(refusal));
  }

  /** Opens a dialog, or none; what was told of another's car is past then. */
  #open(choosing: Choosing | null): void {
    this.#choosing = choosing;
    this.#told = null;
  }

  /** Others have changed cars: of the one in the hand or in the dialog that is said; its places are asked again with the view [CON-2]. */
  #changed(hands: readonly OtherHand[]): void {
    const held = this.dragging.job;
    const ofHand = hands.find(({ job }) => job === held);
    const told = ofHand ? this.#desk.handOf(ofHand.job) : null;
    if (told && this.#desk.view) {
      this.#desk.say('note', this.#desk.view.say.others.inHand(told.plate, told.who, told.what));
    }
    const job = jobOf(this.#choosing);
    this.#told = hands.findLast((hand) => hand.job === job) ?? this.#told;
  }

  async #recall(id: JobId): Promise<void> {
    const job = this.#job(id);
    if (!job) return;
    for (const operation of recallable(job)) {
      if (!(await this.#desk.ask({ type: 'Recall', job: id, operation }))) return;
    }
  }

  /** After a dispatch by keyboard the hand stays where the next car waits; the eye stays on the car that was dispatched. */
  #focusNext(dispatched: JobId): void {
    requestAnimationFrame(() => {
      document.querySelector<HTMLElement>('[data-testid="waiting-drop"] [data-testid="card"]')?.focus();
      this.#desk.select(dispatched);
    });
  }
}

/** The car that a dialog is about. */
function jobOf(choosing: Choosing | null): JobId | null {
  if (choosing === null || choosing.kind === 'bay') return null;
  return choosing.kind === 'form' ? choosing.subject.job : choosing.job;
}
