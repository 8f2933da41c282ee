// desk/ — what another person has just done to a car, in the words of its story.
import { jobStory } from '../panel/jobStory.ts';
import type { OtherHand } from './otherHands.svelte.ts';
import { listText, nameOf, plateOf } from './shopView.ts';
import type { ShopView } from './shopView.ts';

export interface HandText {
  plate: string;
  who: string;
  what: string;
}

/** Who did what to which car; null where the car is gone. */
export function handText(view: ShopView, { job: id, by, entry }: OtherHand): HandText | null {
  const job = view.state.jobs[id];
  if (!job) return null;
  const events = entry.events.filter((event) => 'job' in event && event.job === id);
  const lines = jobStory(view, job, [{ ...entry, events }]).map(({ text }) => text);
  return { plate: plateOf(view, job), who: nameOf(view, by), what: listText(view, lines.slice(0, 2)) };
}
