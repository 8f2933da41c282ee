// bench/week/ — how good the warning of a late promise is: raised at least half an hour ahead, for the cars that then were late.
import type { Job, ShopState } from '@zhunshi/shared/domain/state.ts';
import { promiseOf } from '@zhunshi/shared/domain/job.ts';
import type { AlarmCode, Instant, JobId } from '@zhunshi/shared/domain/words.ts';
import { alarmsOf } from '@zhunshi/shared/plan/alarms.ts';
import { forecast } from '@zhunshi/shared/plan/forecast.ts';

/** A warning counts when it comes so long before the promise. */
const AHEAD_MS = 30 * 60_000;
/** The warning that a promise will be broken. */
const WARNING: AlarmCode = 'predictedLate';
/** The milder word that there is little slack; counted apart, together with the warning. */
const CAUTION: AlarmCode = 'tight';

/** A promise in force for some time, and what became of it. */
interface Watched {
  promisedAt: Instant;
  warnedAt: Instant | null;
  /** Warned, or told that there is little slack. */
  cautionedAt: Instant | null;
  /** Kept or late; null: neither yet, or the promise was moved before. */
  kept: boolean | null;
}

export interface WarningFigures {
  /** Promises that came to their end within the days watched. */
  promises: number;
  late: number;
  warned: number;
  warnedAndLate: number;
  recall: number;
  precision: number;
  /** The same of those who were warned or only told that there is little slack. */
  cautionRecall: number;
  cautionPrecision: number;
  /** Alarms raised in all, for each person who must act and hour of work. */
  alarmsPerPersonHour: number;
}

/** Watches the alarms of a simulated week, minute by minute. */
export class LateWarnings {
  readonly #watched = new Map<string, Watched>();
  readonly #raised = new Set<string>();
  readonly #everyMinutes: number;
  #minutes = 0;

  constructor(everyMinutes: number) {
    this.#everyMinutes = everyMinutes;
  }

  look(state: ShopState, asOf: Instant): void {
    if (Math.round(asOf / 60_000) % this.#everyMinutes !== 0) return;
    this.#minutes += this.#everyMinutes;
    for (const job of Object.values(state.jobs)) this.#follow(job, asOf);
    for (const alarm of alarmsOf(state, forecast(state, asOf), asOf)) {
      this.#raised.add(`${alarm.code} ${alarm.job} ${alarm.episode}`);
      const watched = this.#of(state.jobs[alarm.job]);
      if (!watched || watched.promisedAt - asOf < AHEAD_MS) continue;
      if (alarm.code === WARNING) watched.warnedAt ??= asOf;
      if (alarm.code === WARNING || alarm.code === CAUTION) watched.cautionedAt ??= asOf;
    }
  }

  /** The figures of all promises that were kept or broken; `people`: how many must act on alarms. */
  figures(people: number): WarningFigures {
    const ended = [...this.#watched.values()].filter(({ kept }) => kept !== null);
    const late = ended.filter(({ kept }) => kept === false);
    const warned = ended.filter(({ warnedAt }) => warnedAt !== null);
    const both = late.filter(({ warnedAt }) => warnedAt !== null).length;
    const cautioned = ended.filter(({ cautionedAt }) => cautionedAt !== null);
    const cautionedAndLate = late.filter(({ cautionedAt }) => cautionedAt !== null).length;
    return {
      promises: ended.length,
      late: late.length,
      warned: warned.length,
      warnedAndLate: both,
      recall: both / Math.max(1, late.length),
      precision: both / Math.max(1, warned.length),
      cautionRecall: cautionedAndLate / Math.max(1, late.length),
      cautionPrecision: cautionedAndLate / Math.max(1, cautioned.length),
      alarmsPerPersonHour: this.#raised.size / people / (this.#minutes / 60),
    };
  }

  #of(job: Job | undefined): Watched | undefined {
    return job && this.#watched.get(keyOf(job));
  }

  /** A promise ends when its moment has come or the car was ready before; one that was moved before ends without a verdict. */
  #follow(job: Job, asOf: Instant): void {
    const promise = promiseOf(job);
    if (!promise || job.checkedInAt === null || job.cancelled) return;
    const key = keyOf(job);
    const watched = this.#watched.get(key) ?? {
      promisedAt: promise.promisedAt,
      warnedAt: null,
      cautionedAt: null,
      kept: null,
    };
    this.#watched.set(key, watched);
    if (watched.kept !== null) return;
    if (job.readyAt !== null && job.readyAt <= watched.promisedAt) watched.kept = true;
    else if (asOf > watched.promisedAt) watched.kept = false;
  }
}

function keyOf({ id, promises }: { id: JobId; promises: unknown[] }): string {
  return `${id} ${String(promises.length)}`;
}
