// drag/ — pointer and keys on a card or a bar → `Dragging`. Mouse and pen drag after a few pixels, a finger after a short hold, so
// that lists still scroll; Space or Enter picks up from the keyboard.
import type { JobId } from '@zhunshi/shared/domain/words.ts';
import type { Attachment } from 'svelte/attachments';
import { EdgeScroll } from './edgeScroll.ts';
import type { Dragging, DropPlace, Grip } from './dragging.svelte.ts';

const thresholdPx = 5;
const holdMs = 220;

/** Attribute of a drop place; its value is the place. */
const dropAttribute = 'data-drop';

/** Makes an element the handle of a car. */
export function draggable(dragging: Dragging, job: JobId, grip: Grip = 'queue'): Attachment<HTMLElement> {
  return (element) => {
    const onPointerDown = (event: PointerEvent): void => {
      if (event.button === 0 && event.isPrimary && dragging.job === null) follow(dragging, job, grip, element, event);
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.target !== element || dragging.job !== null || (event.key !== 'Enter' && event.key !== ' ')) return;
      event.preventDefault();
      // The same key press must not reach the window, where it would drop the car at once.
      event.stopPropagation();
      dragging.pickUp(job, 'keyboard', grip);
    };
    element.addEventListener('pointerdown', onPointerDown);
    element.addEventListener('keydown', onKeyDown);
    return () => {
      element.removeEventListener('pointerdown', onPointerDown);
      element.removeEventListener('keydown', onKeyDown);
    };
  };
}

/** From the press to the release: a click stays a click; a drag is followed until the pointer is let go. */
function follow(dragging: Dragging, job: JobId, grip: Grip, element: HTMLElement, down: PointerEvent): void {
  const listening = new AbortController();
  const { signal } = listening;
  const touch = down.pointerType === 'touch';
  let mine = false;
  let last = { x: down.clientX, y: down.clientY };
  const edge = new EdgeScroll(() => mine && dragging.moveTo(placeAt(last.x, last.y), last.x, last.y));
  let hold: ReturnType<typeof setTimeout> | undefined;

  const start = (x: number, y: number): void => {
    mine = dragging.pickUp(job, 'pointer', grip);
    if (mine) dragging.moveTo(placeAt(x, y), x, y);
    else stop();
  };
  const stop = (): void => {
    clearTimeout(hold);
    edge.stop();
    listening.abort();
  };

  const onMove = (event: PointerEvent): void => {
    if (event.pointerId !== down.pointerId) return;
    const far = Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > thresholdPx;
    last = { x: event.clientX, y: event.clientY };
    if (mine) {
      dragging.moveTo(placeAt(last.x, last.y), last.x, last.y);
      edge.at(last.x, last.y);
    } else if (far && touch) stop();
    else if (far) start(event.clientX, event.clientY);
  };
  const onUp = (event: PointerEvent): void => {
    if (event.pointerId !== down.pointerId) return;
    stop();
    if (!mine) return;
    // The release of a drag is no click on what lies below.
    window.addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0);
    dragging.drop();
  };
  const onCancel = (): void => {
    stop();
    if (mine) dragging.cancel();
  };

  if (touch) hold = setTimeout(() => start(down.clientX, down.clientY), holdMs);
  window.addEventListener('pointermove', onMove, { signal });
  window.addEventListener('pointerup', onUp, { signal });
  window.addEventListener('pointercancel', onCancel, { signal });
  // While a finger drags a car, the page must not scroll under it.
  element.addEventListener('touchmove', (event) => mine && event.preventDefault(), { signal, passive: false });
  element.addEventListener('contextmenu', (event) => touch && event.preventDefault(), { signal });
}

function swallow(event: Event): void {
  event.stopPropagation();
  event.preventDefault();
}

/** The drop place below a point of the window. */
function placeAt(x: number, y: number): DropPlace | null {
  const below = document.elementFromPoint(x, y)?.closest(`[${dropAttribute}]`);
  return below?.getAttribute(dropAttribute) ?? null;
}
