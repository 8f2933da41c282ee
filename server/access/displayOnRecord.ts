// access/ — a display as it is on record: what an earlier release wrote is brought to today's shape, and what a manager changes.
import { plainWall } from '@zhunshi/shared/wire/displays.ts';
import type { ChangeDisplayRequest } from '@zhunshi/shared/wire/displays.ts';
import type { StoredDisplay } from './accessStore.ts';

/** What may stand in the store: before there was a choice of layouts, nothing was stored of it. */
export type DisplayOnRecord = Omit<StoredDisplay, 'wall'> & Partial<Pick<StoredDisplay, 'wall'>>;

/** A display in today's shape. */
export function displayOf({ wall, ...display }: DisplayOnRecord): StoredDisplay {
  return { ...display, wall: wall ?? (display.kind === 'wall' ? plainWall : null) };
}

/** A display with what was changed of it; a lounge has nothing of a wall. */
export function changedDisplay(display: StoredDisplay, { name, wall }: ChangeDisplayRequest): StoredDisplay {
  return {
    ...display,
    name: name ?? display.name,
    wall: display.kind === 'wall' ? (wall ?? display.wall) : null,
  };
}
