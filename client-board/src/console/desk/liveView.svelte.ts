// desk/ — the view that components read: one object that stays, with a signal for each of its parts. A change on the floor asks only those
// again who read the part that changed; words, names and rights stand still.
import type { ShopView } from './shopView.ts';

/** `now` gives the view of the moment; the one made here is read when that is there. To spread it (`{ ...view }`) reads all parts once. */
export function liveView(now: () => ShopView | null): ShopView {
  const read = <Part extends keyof ShopView>(part: Part): ShopView[Part] => {
    const view = now();
    if (!view) throw new Error('The view is read before there is one');
    return view[part];
  };
  const state = $derived(read('state'));
  const shop = $derived(read('shop'));
  const directory = $derived(read('directory'));
  const forecast = $derived(read('forecast'));
  const standings = $derived(read('standings'));
  const hands = $derived(read('hands'));
  const asOf = $derived(read('asOf'));
  const timeZone = $derived(read('timeZone'));
  const language = $derived(read('language'));
  const me = $derived(read('me'));
  const roles = $derived(read('roles'));
  const say = $derived(read('say'));
  const words = $derived(read('words'));
  const commands = $derived(read('commands'));
  return {
    get state() {
      return state;
    },
    get shop() {
      return shop;
    },
    get directory() {
      return directory;
    },
    get forecast() {
      return forecast;
    },
    get standings() {
      return standings;
    },
    get hands() {
      return hands;
    },
    get asOf() {
      return asOf;
    },
    get timeZone() {
      return timeZone;
    },
    get language() {
      return language;
    },
    get me() {
      return me;
    },
    get roles() {
      return roles;
    },
    get say() {
      return say;
    },
    get words() {
      return words;
    },
    get commands() {
      return commands;
    },
  };
}
