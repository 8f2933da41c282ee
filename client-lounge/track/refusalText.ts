// track/ — why an answer came to nothing, as a sentence for a customer: of the rules of the shop only what they can do about it.
import type { TrackWords } from '@zhunshi/shared/i18n/trackWords.ts';

/** @param code of the refusal, or of the edge */
export function refusalText(code: string, { refusals }: TrackWords): string {
  switch (code) {
    case 'quoteChanged':
    case 'notQuoted':
      return refusals.quoteChanged;
    case 'proposalClosed':
    case 'unknownProposal':
      return refusals.proposalClosed;
    case 'promiseInPast':
    case 'promiseBeforeArrival':
      return refusals.promiseInPast;
    case 'alreadyReady':
    case 'alreadyAnswered':
    case 'commandExpired':
      return refusals[code];
    case 'notAllowed':
    case 'jobClosed':
    case 'unknownJob':
      return refusals.over;
    default:
      return refusals.other;
  }
}
