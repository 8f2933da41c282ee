// forms/ — a car that was received, booked or not → what its advisor reads: that it is written up, and the number of the slip to hand over.
import type { WireEntry } from '@zhunshi/shared/domain/entry.ts';
import type { JobId } from '@zhunshi/shared/domain/words.ts';
import { formWords } from '@zhunshi/shared/i18n/formWords.ts';
import { isOneOf, keepersOf } from '@zhunshi/shared/domain/permissions.ts';
import type { Wish } from '../../live/wish.ts';
import { plateOf } from '../desk/shopView.ts';
import type { ShopView } from '../desk/shopView.ts';

/** What is said of a car that has just come. */
export interface ReceivedTold {
  job: JobId;
  text: string;
  /** Offers its slip, to who may print it [TRK-2]; null to others. */
  slip: string | null;
}

/** The car that has just come and the sentence about it; null for every other command. */
export function walkInTold(view: ShopView, wish: Wish, events: WireEntry['events']): ReceivedTold | null {
  const arrival = events.find((event) => event.type === 'CarCheckedIn');
  if (!arrival) return null;
  const booked = view.state.jobs[arrival.job];
  const written = wish.type === 'ReceiveWalkIn' && 'personal' in wish ? (wish.personal.vehicle?.plate ?? '') : null;
  const plate = written ?? (booked ? plateOf(view, booked) : '');
  return {
    job: arrival.job,
    text: formWords[view.language].told.received(plate, arrival.slip),
    slip: isOneOf(view.roles, keepersOf('links')) ? formWords[view.language].told.slip : null,
  };
}
