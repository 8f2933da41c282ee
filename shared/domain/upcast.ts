// domain/ — events of older logs in the shape of today [SCH-1]. A log is never rewritten: what it lacks is filled in while it is
// folded, each step from one shape to the next.
import { FOLD } from './foldVersion.ts';
import { localDay } from '../time/shopTime.ts';
import { defaultRules } from './defaultRules.ts';
import type { LogEntry } from './entry.ts';
import type { DomainEvent, PlannedOperation } from './events.ts';
import { isKept, originalPromiseOf } from './job.ts';
import type { LoungeRules, Order, ShopConfig, ShopRules, ShopState } from './state.ts';
import type { Instant, Payer } from './words.ts';

/** An event that this version does not know: the fold stops loudly rather than show something wrong [LOG-6]. */
export class UnknownEvent extends Error {}

/** What an event of a former fold lacks, filled in from the state before it and the moment of its entry: the next fold's shape. */
type Step = (event: DomainEvent, state: ShopState, at: Instant) => DomainEvent;

/** From each former fold to the next one. */
const steps: Readonly<Record<number, Step>> = {
  1: (event, state, at) => fromFold1(event as unknown as Fold1Event, state, at) ?? event,
  // The third knows `happenedAt`, which is left out where it was not said, and bays of runs, which follow from the events.
  2: (event) => event,
  3: (event) => fromFold3(event as unknown as Fold3Event) ?? event,
};

/**
 * An event in the shape of today, whatever fold wrote its entry [SCH-1]. Throws `UnknownEvent` for a fold that is newer than this
 * program, or is none [SCH-3].
 *
 * @param fold of the entry
 * @param state before the event, as today folds it
 * @param at of the entry
 */
export function upcast(event: DomainEvent, fold: LogEntry['fold'], state: ShopState, at: Instant): DomainEvent {
  if (fold > FOLD)
    throw new UnknownEvent(`The log was written by a newer version (fold ${fold}, this one knows ${FOLD})`);
  let known = event;
  for (let shape = fold; shape < FOLD; shape += 1) {
    const step = steps[shape];
    if (!step) throw new UnknownEvent(`No fold has the number ${fold}`);
    known = step(known, state, at);
  }
  return known;
}

/** Events of the first fold that have changed since. */
type Fold1Event =
  | { type: 'ShopSetUp'; shop: Omit<ShopConfig, 'calendar' | 'rules'> }
  | {
      type: 'OrderBooked' | 'OrderChanged';
      order: Omit<Order, 'payer'>;
      operations: Omit<PlannedOperation, 'reworkOf'>[];
    }
  | { type: 'PromiseMade' }
  | { type: 'CarCheckedIn'; job: string }
  | { type: 'OperationFinished' }
  | { type: 'InspectionPassed' }
  | { type: 'CarHandedOver'; job: string; promisedAt: number | null; onTime: boolean | null };

function fromFold1(event: Fold1Event, state: ShopState, at: Instant): DomainEvent | undefined {
  const filled = (fields: object): DomainEvent => ({ ...event, ...fields }) as unknown as DomainEvent;
  switch (event.type) {
    case 'ShopSetUp':
      return filled({ shop: { ...event.shop, calendar: {}, rules: defaultRules } });
    case 'OrderBooked':
    case 'OrderChanged':
      return filled({
        order: { ...event.order, payer: payerOf(event.order.serviceType) },
        operations: event.operations.map((operation) => ({ ...operation, reworkOf: null })),
      });
    case 'PromiseMade':
      return filled({ cause: null, confirmed: null, counts: true });
    case 'CarCheckedIn': {
      const job = state.jobs[event.job];
      return filled({
        advisor: job?.advisor,
        mileageKm: job?.mileageKm ?? null,
        keepsOldParts: false,
        keyTag: null,
      });
    }
    case 'OperationFinished':
      return filled({ workedMinutes: null });
    case 'InspectionPassed':
      return filled({ points: [] });
    case 'CarHandedOver': {
      const job = state.jobs[event.job];
      const originalAt = (job && originalPromiseOf(job)?.promisedAt) ?? null;
      const dayOf = (moment: number | null): string | null =>
        moment === null ? null : localDay(moment, state.shop?.timeZone ?? 'UTC');
      return filled({
        dueDay: dayOf(event.promisedAt),
        originalAt,
        originalDueDay: dayOf(originalAt),
        onTimeOriginal: job && originalAt !== null ? isKept(job, originalAt, at) : null,
        cause: null,
        excuse: 'none',
        note: null,
      });
    }
    default:
      return undefined;
  }
}

/** Events of the third fold that have changed since. */
type Fold3Event =
  | { type: 'EstimatePublished' }
  | { type: 'ShopSetUp'; shop: Omit<ShopConfig, 'rules'> & { rules: Fold3Rules } }
  | { type: 'SetUpChanged'; changes: { kind: string; rules?: Partial<Fold3Rules> }[] };
type Fold3Rules = Omit<ShopRules, 'lounge'> & { lounge: Omit<LoungeRules, 'volume' | 'voice'> };

function fromFold3(event: Fold3Event): DomainEvent | undefined {
  const filled = (fields: object): DomainEvent => ({ ...event, ...fields }) as unknown as DomainEvent;
  switch (event.type) {
    case 'EstimatePublished':
      return filled({ because: null });
    case 'ShopSetUp':
      return filled({ shop: { ...event.shop, rules: withSound(event.shop.rules) } });
    case 'SetUpChanged':
      return filled({ changes: event.changes.map((change) => ({ ...change, ...withRules(change.rules) })) });
    default:
      return undefined;
  }
}

/** Before volume and voice could be chosen, a lounge had those of a shop that says nothing. */
function withSound<Rules extends Partial<Fold3Rules>>(rules: Rules): Rules {
  return rules.lounge ? { ...rules, lounge: { ...defaultRules.lounge, ...rules.lounge } } : rules;
}

function withRules(rules: Partial<Fold3Rules> | undefined): object {
  return rules ? { rules: withSound(rules) } : {};
}

/** Who pays, as files do not say: the maker for warranty, the insurer for accidents. */
export function payerOf(serviceType: string): Payer {
  if (serviceType === 'warranty') return 'warranty';
  return serviceType === 'accident' ? 'insurer' : 'customer';
}
