// figures/ — an answer of the server → why cars were late, and the lateness that is the customer's doing. Pure.
import type { Excuse } from '@zhunshi/shared/domain/state.ts';
import type { Instant, NoteKey, VehicleRef } from '@zhunshi/shared/domain/words.ts';
import { figuresWords } from '@zhunshi/shared/i18n/figuresWords.ts';
import { localDay, localTime } from '@zhunshi/shared/time/shopTime.ts';
import type { OnTimeAnswer } from '@zhunshi/shared/wire/onTimeReport.ts';
import { nameOf } from '../desk/shopView.ts';
import type { ShopView } from '../desk/shopView.ts';

/** How many cars were late for a cause. */
export interface CauseRow {
  key: string;
  name: string;
  count: number;
}

/** A hand-over to be looked at again. */
export interface LatenessRow {
  job: string;
  /** The plate; the order's number where the car is not in the directory. */
  car: string;
  advisor: string;
  handedOver: string;
  promised: string;
  by: string;
  excuse: Excuse;
  judgement: string;
  /** Empty where nobody wrote one; a word of it where it is not at hand. */
  note: string;
}

/** Causes with their words. */
export function causeRowsOf(view: ShopView, { causes }: OnTimeAnswer): CauseRow[] {
  return causes.map(({ cause, count }) => ({
    key: cause ?? 'said',
    name: cause === null ? figuresWords[view.language].customerSaid : view.words.lateCauses[cause],
    count,
  }));
}

/** The rows for spot checks, in the server's order, with what the directory of this person has of them [FIG-10]. */
export function latenessRowsOf(view: ShopView, { lateness }: OnTimeAnswer): LatenessRow[] {
  const say = figuresWords[view.language];
  return lateness.map(({ job, vehicle, advisor, handedOverBy, handedOverAt, promisedAt, excuse, note }) => ({
    job,
    car: plateIn(view, vehicle) ?? job,
    advisor: nameOf(view, advisor),
    handedOver: momentIn(view, handedOverAt),
    promised: promisedAt === null ? '' : momentIn(view, promisedAt),
    by: handedOverBy === null ? '' : nameOf(view, handedOverBy),
    excuse,
    judgement: say.excuses[excuse],
    note: note === null ? '' : (noteIn(view, job, note) ?? say.noNote),
  }));
}

function plateIn({ directory }: ShopView, vehicle: VehicleRef): string | undefined {
  return directory.vehicles[vehicle]?.plate;
}

/** The note among the words of the job's customer [PRV-9]. */
function noteIn({ state, directory }: ShopView, job: string, note: NoteKey): string | undefined {
  const customer = state.jobs[job]?.customer;
  return customer === undefined ? undefined : directory.persons[customer]?.words[note];
}

/** With its day: a period has many. */
function momentIn({ timeZone }: ShopView, at: Instant): string {
  return `${localDay(at, timeZone).slice(5)} ${localTime(at, timeZone)}`;
}
