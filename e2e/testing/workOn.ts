// e2e/testing/ — a car taken on at the console, by the acts that it offers, until a certain one is next.
import type { ConsolePage } from './consolePage.ts';
import { until } from './serverProcess.ts';

/** More acts than lie between any two that a test names. */
const MOST_ACTS = 20;

/** Takes what is offered for a car, with the suggested bay and crew, until the act that is named is the next one. */
export async function workOn(desk: ConsolePage, job: string, goal: string): Promise<void> {
  await desk.find(job);
  for (let taken = 0; taken < MOST_ACTS; taken += 1) {
    const offer = await desk.offer(job);
    if (offer?.act === goal) return;
    if (offer === null) break;
    await desk.take(job, offer);
    if (offer.act === 'Dispatch') await desk.confirmCrew();
    await until(async () => JSON.stringify(await desk.offer(job)) !== JSON.stringify(offer));
  }
  throw new Error(`${job} never came to ${goal}`);
}
