// forms/ — the promise that the prediction supports for the work that is being written up.
import type { Job } from '@zhunshi/shared/domain/state.ts';
import type { Instant } from '@zhunshi/shared/domain/words.ts';
import type { ShopView } from '../desk/shopView.ts';
import type { Answers } from './answers.ts';
import type { Told } from './commandForm.ts';

/** The time to offer for what is filled in so far; null while there is no work. */
export function offeredPromise(view: ShopView, answers: Answers, arrivalAt: Instant): Instant | null {
  return answers.work('operations').length > 0 && view.asOf > arrivalAt + 86_400_000 ? arrivalAt : null;
}

export function offeredForJob(_view: ShopView, _job: Job): Instant | null {
  return null;
}

export function offeredTold(_view: ShopView, _answers: Answers, _arrivalAt: Instant): Told[] {
  return [];
}
