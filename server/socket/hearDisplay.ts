// socket/ — what a display says of itself: that it is there, and with which page [DSPL-4].
import { displayPageSchema } from '@zhunshi/shared/wire/displays.ts';
import type { DisplayPage } from '@zhunshi/shared/wire/displays.ts';
import type { Socket } from 'socket.io';
import type { Displays, KnownDisplay } from '../access/displays.ts';

/** What comes faster is noted together: a window that is drawn larger says so many times. */
const NOTE_MS = 300;

interface HearingParts {
  displays: Displays;
  report: (what: string, error: unknown) => void;
}

/** Notes a display that has come, and from then on what it says. */
export function hearDisplay(socket: Socket, display: KnownDisplay, { displays, report }: HearingParts): void {
  let timer: NodeJS.Timeout | undefined;
  let page: DisplayPage | undefined;
  const note = (): void => {
    timer = undefined;
    displays.seen(display, page).catch((error: unknown) => report('a display could not be noted', error));
  };
  socket.on('here', (said: unknown) => {
    const read = displayPageSchema.safeParse(said);
    if (!read.success) return;
    page = read.data;
    timer ??= setTimeout(note, NOTE_MS).unref();
  });
  socket.on('disconnect', () => clearTimeout(timer));
  note();
}
