// desk/ — the focus given back to where a person was. A card that is reached by keyboard shows its car; given back, it does not.
let returning = false;

/** True while the focus is being given back. */
export function isReturning(): boolean {
  return returning;
}

/** Gives the focus back to an element. */
export function returnFocus(element: HTMLElement | null | undefined): void {
  returning = true;
  element?.focus();
  returning = false;
}
