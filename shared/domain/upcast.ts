// domain/ — events of older logs in the shape of today [SCH-1]. A log is never rewritten: what it lacks is filled in while it is
// folded, each step from one shape to the next.
import { localDay } from '../time/shopTime.ts';
import { defaultRules } from './defaultRules.ts';
import type { DomainEvent, PlannedOperation } from './events.ts';
import type { Order, ShopConfig, ShopState } from './state.ts';
import type { Payer } from './words.ts';

/** Version of the events and of `evolve`. A page that folds another one is told to reload. */
export const FOLD = 2;

/** An event that a log of an older fold holds. Throws for one of a fold that is newer than this program. */
export function upcast(event: DomainEvent, fold: number, state: ShopState): DomainEvent {
  if (fold === FOLD) return event;
  if (fold > FOLD) throw new Error(`The log was written by a newer version (fold ${fold}, this one knows ${FOLD})`);
  return fromFold1(event as unknown as Fold1Event, state) ?? event;
}

/** Events of the first fold that have changed since. */
type Fold1Event =
  | { type: 'ShopSetUp'; shop: Omit<ShopConfig, 'calendar' | 'rules'> }
  | { type: 'OrderBooked' | 'OrderChanged'; order: Omit<Order, 'payer'>; operations: Omit<PlannedOperation, 'reworkOf'>[] }
  | { type: 'PromiseMade' }
  | { type: 'CarCheckedIn'; job: string }
  | { type: 'OperationFinished' }
  | { type: 'InspectionPassed' }
  | { type: 'CarHandedOver'; job: string; promisedAt: number | null; onTime: boolean | null };

function fromFold1(event: Fold1Event, state: ShopState): DomainEvent | undefined {
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
      const originalAt = state.jobs[event.job]?.promises[0]?.promisedAt ?? null;
      const dayOf = (at: number | null): string | null =>
        at === null ? null : localDay(at, state.shop?.timeZone ?? 'UTC');
      return filled({
        dueDay: dayOf(event.promisedAt),
        originalAt,
        originalDueDay: dayOf(originalAt),
        // When the car was handed over is not in the event: what was kept then says nothing of an earlier promise.
        onTimeOriginal: originalAt === event.promisedAt ? event.onTime : null,
        cause: null,
        excuse: 'none',
        note: null,
      });
    }
    default:
      return undefined;
  }
}

/** Who pays, as files do not say: the maker for warranty, the insurer for accidents. */
export function payerOf(serviceType: string): Payer {
  if (serviceType === 'warranty') return 'warranty';
  return serviceType === 'accident' ? 'insurer' : 'customer';
}
