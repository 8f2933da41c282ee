// forms/ — a walk-in that was accepted → what its advisor reads: that it is written up, and the number of the slip to hand over.
import type { WireEntry } from '@zhunshi/shared/domain/entry.ts';
import type { JobId } from '@zhunshi/shared/domain/words.ts';
import type { Language } from '@zhunshi/shared/i18n/dictionary.ts';
import { formWords } from '@zhunshi/shared/i18n/formWords.ts';
import type { Wish } from '../../live/wish.ts';

/** The car that has just come and the sentence about it; null for every other command. */
export function walkInTold(
  language: Language,
  wish: Wish,
  events: WireEntry['events'],
): { job: JobId; text: string } | null {
  if (wish.type !== 'ReceiveWalkIn' || !('personal' in wish)) return null;
  const arrival = events.find((event) => event.type === 'CarCheckedIn');
  if (!arrival) return null;
  const plate = wish.personal.vehicle?.plate ?? '';
  return { job: arrival.job, text: formWords[language].told.received(plate, arrival.slip) };
}
