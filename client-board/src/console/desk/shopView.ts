// desk/ — everything that a view of the console reads: the fold, names, prediction and the words, at one minute. Plain values.
import type { Directory } from '@zhunshi/shared/domain/directory.ts';
import { CUSTOMER } from '@zhunshi/shared/domain/entry.ts';
import { operationAtHand } from '@zhunshi/shared/domain/job.ts';
import type { Job, ShopConfig, ShopState } from '@zhunshi/shared/domain/state.ts';
import type { Instant, JobId, Role, StaffId } from '@zhunshi/shared/domain/words.ts';
import { commandWords } from '@zhunshi/shared/i18n/commandWords.ts';
import { consoleWords } from '@zhunshi/shared/i18n/consoleWords.ts';
import type { ConsoleWords } from '@zhunshi/shared/i18n/consoleWords.ts';
import type { Language } from '@zhunshi/shared/i18n/dictionary.ts';
import { words } from '@zhunshi/shared/i18n/words.ts';
import { forecast } from '@zhunshi/shared/plan/forecast.ts';
import type { Forecast } from '@zhunshi/shared/plan/forecast.ts';
import type { Standing } from '@zhunshi/shared/plan/standing.ts';
import type { Viewer } from '@zhunshi/shared/wire/protocol.ts';
import { standingsOf } from './standings.ts';
import type { OtherHand } from './otherHands.svelte.ts';

/** The shop as the console reads it. */
export interface ShopView {
  state: ShopState;
  shop: ShopConfig;
  directory: Directory;
  forecast: Forecast;
  standings: ReadonlyMap<JobId, Standing>;
  /** Cars that others changed in the last seconds. */
  hands: ReadonlyMap<JobId, OtherHand>;
  asOf: Instant;
  timeZone: string;
  language: Language;
  /** Who looks. */
  me: StaffId;
  /** Roles of the person who looks: what they may do is offered, the rest is not [CMD-6]. */
  roles: readonly Role[];
  /** Words of the console. */
  say: ConsoleWords;
  /** Words of the workshop. */
  words: (typeof words)[Language];
  /** What commands are called. */
  commands: (typeof commandWords)[Language];
}

/** Reckons the view; null before the shop is set up. The prediction is made once for all screens of the console. */
export function shopViewOf(
  state: ShopState,
  directory: Directory,
  asOf: Instant,
  language: Language,
  viewer: Readonly<Viewer>,
  hands: ReadonlyMap<JobId, OtherHand> = new Map(),
): ShopView | null {
  const { shop } = state;
  if (!shop) return null;
  const predicted = forecast(state, asOf);
  const standings = standingsOf(state, predicted, asOf, shop.timeZone);
  return {
    state,
    shop,
    directory,
    forecast: predicted,
    standings,
    hands,
    asOf,
    timeZone: shop.timeZone,
    language,
    me: viewer.staff,
    roles: viewer.roles,
    say: consoleWords[language],
    words: words[language],
    commands: commandWords[language],
  };
}

/** A car's plate; the order number where the car's entry was erased. */
export function plateOf(view: ShopView, job: Job): string {
  return view.directory.vehicles[job.vehicle]?.plate ?? job.orders[0]?.number ?? job.id;
}

/** The plate's part after province and city letter, which people say aloud: `D37923` of `粤BD37923` is told as `D37923`. */
export function shortPlateOf(view: ShopView, job: Job): string {
  const plate = plateOf(view, job);
  return /^\p{Script=Han}[A-Z]/u.test(plate) ? plate.slice(2) : plate;
}

/** Where a car stands; on the road with the bay that it comes back to, at a subcontractor with when it is expected. */
export function placeText({ words: { places } }: Pick<ShopView, 'words'>, { location }: Pick<Job, 'location'>): string {
  if (location.kind === 'bay') return location.bay;
  return location.kind === 'road' && location.keeps !== null
    ? `${places.road} (${location.keeps})`
    : places[location.kind];
}

/** Things in a row, as the language separates them. */
export function listText({ language }: Pick<ShopView, 'language'>, things: readonly string[]): string {
  return things.join(language === 'zh-CN' ? '、' : ', ');
}

/** Who it was: name of a member of staff, the number where there is no name, or the customer by their own link. */
export function nameOf(view: ShopView, staff: StaffId): string {
  if (staff === CUSTOMER) return view.words.byLink;
  return view.directory.staff[staff]?.name ?? staff;
}

/** Whether the work of the job that people speak of now is drying or the like, done with nobody by. */
export function crewAtHand(view: ShopView, job: Job): string[] {
  return (operationAtHand(job)?.crew ?? []).map((staff) => nameOf(view, staff));
}
