// desk/ — the view that components read: one object that stays, with a signal for each of its parts. A change on the floor asks only those
// again who read a part that changed; words, names and rights stand still.
import { commandWords } from '@zhunshi/shared/i18n/commandWords.ts';
import { consoleWords } from '@zhunshi/shared/i18n/consoleWords.ts';
import { words as workshopWords } from '@zhunshi/shared/i18n/words.ts';
import type { ShopConfig } from '@zhunshi/shared/domain/state.ts';
import type { JobId } from '@zhunshi/shared/domain/words.ts';
import type { Viewer } from '@zhunshi/shared/wire/protocol.ts';
import { preferences } from '../../design/preferences.svelte.ts';
import type { Predictions } from '../../live/prediction/predictions.svelte.ts';
import type { ShopLive } from '../../live/shopLive.svelte.ts';
import type { OtherHand } from './otherHands.svelte.ts';
import type { ShopView } from './shopView.ts';
import { standingsOf } from './standings.ts';

/** What others have just done, car by car. */
export type Hands = ReadonlyMap<JobId, OtherHand>;

const nobody: Hands = new Map();

/**
 * What `shopViewOf` reckons, of what is shown now; to be read when there is something. No part is derived from a whole: that would have each
 * reader of a word asked again at every change. To spread it (`{ ...view }`) reads all parts once.
 */
export function liveView(shown: Predictions<Hands>, live: ShopLive): ShopView {
  const shop = $derived(there<ShopConfig>(shown.shop));
  const viewer = $derived(there<Viewer>(live.viewer));
  const timeZone = $derived(shop.timeZone);
  const standings = $derived(standingsOf(shown.state, shown.forecast, shown.asOf, timeZone));
  return {
    get state() {
      return shown.state;
    },
    get shop() {
      return shop;
    },
    get directory() {
      return live.directory;
    },
    get forecast() {
      return shown.forecast;
    },
    get standings() {
      return standings;
    },
    get hands() {
      return shown.beside ?? nobody;
    },
    get asOf() {
      return shown.asOf;
    },
    get timeZone() {
      return timeZone;
    },
    get language() {
      return preferences.language;
    },
    get me() {
      return viewer.staff;
    },
    get roles() {
      return viewer.roles;
    },
    get say() {
      return consoleWords[preferences.language];
    },
    get words() {
      return workshopWords[preferences.language];
    },
    get commands() {
      return commandWords[preferences.language];
    },
  };
}

function there<Part>(part: Part | null): Part {
  if (part === null) throw new Error('The view is read before there is one');
  return part;
}
