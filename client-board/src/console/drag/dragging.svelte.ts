// drag/ — a car in the hand: who holds it (pointer or keyboard), where it is over, what each place says. One per console.
// Why an own layer: docs/adr/ "Dragging cars on bays".
import type { Refusal } from '@zhunshi/shared/domain/refusals.ts';
import type { BayCode, JobId } from '@zhunshi/shared/domain/words.ts';

/** Where a car may be dropped: the code of a bay, or one of the places named in brackets, as no bay is. */
export type DropPlace = BayCode;
/** Back among those that wait. */
export const backToWaiting = '(waiting)';

/** What the hand took hold of: the car with what is not begun, or the bar of work that is under way. */
export type Grip = 'queue' | 'work';

/** What each place says to the car in the hand: null is welcome. Places that are not in it take no part. */
export type DropAnswers = ReadonlyMap<DropPlace, Refusal | null>;

interface Held {
  job: JobId;
  by: 'pointer' | 'keyboard';
  grip: Grip;
  answers: DropAnswers;
}

/** What the console does with a drag. */
export interface DragHooks {
  /** Asked when a car is picked up; null: nothing of it can be moved. */
  answersFor: (job: JobId, grip: Grip) => DropAnswers | null;
  /** A drop on a welcoming place. */
  dropped: (job: JobId, place: DropPlace, by: 'pointer' | 'keyboard', grip: Grip) => void;
  /** A drop on a place that refuses. */
  refused: (job: JobId, place: DropPlace, refusal: Refusal, grip: Grip) => void;
  /** Picked up in vain. */
  nothingToMove: (job: JobId) => void;
}

export class Dragging {
  #held = $state.raw<Held | null>(null);
  #over = $state<DropPlace | null>(null);
  #x = $state(0);
  #y = $state(0);
  #hooks: DragHooks;

  constructor(hooks: DragHooks) {
    this.#hooks = hooks;
  }

  get job(): JobId | null {
    return this.#held?.job ?? null;
  }
  get by(): 'pointer' | 'keyboard' | null {
    return this.#held?.by ?? null;
  }
  get grip(): Grip {
    return this.#held?.grip ?? 'queue';
  }
  /** The place under the hand. */
  get over(): DropPlace | null {
    return this.#over;
  }
  /** Of the pointer, CSS px of the window. */
  get x(): number {
    return this.#x;
  }
  get y(): number {
    return this.#y;
  }

  /** What a place says: `undefined` while nothing is dragged or where the place takes no part. */
  answerOf(place: DropPlace): Refusal | null | undefined {
    return this.#held?.answers.get(place);
  }

  /** Takes a car in the hand. False: nothing of it can be moved. */
  pickUp(job: JobId, by: 'pointer' | 'keyboard', grip: Grip = 'queue'): boolean {
    const answers = this.#hooks.answersFor(job, grip);
    const welcome = answers ? [...answers].filter(([, refusal]) => refusal === null) : [];
    if (!answers || (by === 'keyboard' && welcome.length === 0)) {
      this.#hooks.nothingToMove(job);
      return false;
    }
    this.#held = { job, by, grip, answers };
    this.#over = by === 'keyboard' ? (welcome[0]?.[0] ?? null) : null;
    return true;
  }

  /** The shop has changed while the car is in the hand: every place is asked again. A car that is gone is let go. */
  renew(): void {
    const held = this.#held;
    if (!held) return;
    const answers = this.#hooks.answersFor(held.job, held.grip);
    if (answers) this.#held = { ...held, answers };
    else this.cancel();
  }

  /** The pointer moved to a place, or to none. */
  moveTo(place: DropPlace | null, x: number, y: number): void {
    this.#x = x;
    this.#y = y;
    this.#over = place !== null && this.#held?.answers.has(place) === true ? place : null;
  }

  /** Keyboard: to the next or the one before of the places that welcome the car. */
  step(by: 1 | -1): void {
    if (!this.#held) return;
    const welcome = [...this.#held.answers].filter(([, refusal]) => refusal === null).map(([place]) => place);
    const at = this.#over === null ? -1 : welcome.indexOf(this.#over);
    this.#over = welcome.at((at + by + welcome.length) % welcome.length) ?? null;
  }

  /** Lets go: on a welcoming place it is done, elsewhere nothing happens but the reason being said. */
  drop(): void {
    const held = this.#held;
    const place = this.#over;
    this.cancel();
    if (!held || place === null) return;
    const refusal = held.answers.get(place);
    if (refusal === null) this.#hooks.dropped(held.job, place, held.by, held.grip);
    else if (refusal) this.#hooks.refused(held.job, place, refusal, held.grip);
  }

  /** Puts the car back where it was. */
  cancel(): void {
    this.#held = null;
    this.#over = null;
  }
}
