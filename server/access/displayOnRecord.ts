// access/ — a display as it is on record: what an earlier release wrote is brought to today's shape, and what a manager changes.
import { plainLounge, plainWall } from '@zhunshi/shared/wire/displayChoices.ts';
import type { ChangeDisplayRequest } from '@zhunshi/shared/wire/displays.ts';
import type { StoredDisplay } from './accessStore.ts';

/** What may stand in the store: what could not be chosen when it was written is not there. */
export type DisplayOnRecord = Omit<StoredDisplay, 'wall' | 'lounge'> & Partial<Pick<StoredDisplay, 'wall' | 'lounge'>>;

/** A display in today's shape; what belongs to the other kind is left out. */
export function displayOf({ wall, lounge, ...display }: DisplayOnRecord): StoredDisplay {
  return {
    ...display,
    wall: display.kind === 'wall' ? (wall ?? plainWall) : null,
    lounge: display.kind === 'lounge' ? (lounge ?? plainLounge) : null,
  };
}

/** A display with what was changed of it, thing by thing, so that what else was chosen meanwhile holds; a lounge has nothing of a wall, nor a wall of a lounge. */
export function changedDisplay(display: StoredDisplay, { name, wall, lounge }: ChangeDisplayRequest): StoredDisplay {
  return displayOf({
    ...display,
    name: name ?? display.name,
    wall: display.wall && { ...display.wall, ...wall },
    lounge: display.lounge && { ...display.lounge, ...lounge },
  });
}
