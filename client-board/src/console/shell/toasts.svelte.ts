// shell/ — short messages: refusals in a sentence. Read aloud, shown until read or some seconds have gone.

/** What may be done at once about a message. */
export interface ToastAct {
  text: string;
  press: () => void;
}

export interface Toast {
  key: number;
  kind: 'refusal' | 'note';
  text: string;
  act?: ToastAct | undefined;
}

const shownForMs = 8_000;
/** With something to press, a little longer. */
const pressedForMs = 12_000;
const atMost = 3;

export class Toasts {
  #list = $state.raw<readonly Toast[]>([]);
  #next = 1;

  get list(): readonly Toast[] {
    return this.#list;
  }

  /** Shows a message; the oldest goes when there are too many. */
  show(kind: Toast['kind'], text: string, act?: ToastAct): void {
    // The same again says nothing new, and what can be done at once is offered of the last thing alone: the later one stays.
    const others = this.#list.filter((one) => one.text !== text && !(act && one.act));
    const toast: Toast = { key: this.#next, kind, text, act };
    this.#next += 1;
    this.#list = [...others.slice(1 - atMost), toast];
    setTimeout(() => this.dismiss(toast.key), act ? pressedForMs : shownForMs);
  }

  /** Lets go of what was refused: another matter begins. */
  letGo(): void {
    this.#list = this.#list.filter(({ kind }) => kind !== 'refusal');
  }

  dismiss(key: number): void {
    this.#list = this.#list.filter((toast) => toast.key !== key);
  }
}
