// panel/ — the entries of the log about the car that is looked at: read when its panel opens, gone on with when something happened.
import type { WireEntry } from '@zhunshi/shared/domain/entry.ts';
import type { Job } from '@zhunshi/shared/domain/state.ts';
import type { JobId } from '@zhunshi/shared/domain/words.ts';
import type { JobStoryAnswer } from '@zhunshi/shared/wire/jobStory.ts';
import { callApi } from '../../api/callApi.ts';

/** Changes whenever an entry about the job was read: what touched it, what its customer was told, what was done about its alarms. */
export function storyMark({ id, touched, told, alarms }: Job): string {
  return JSON.stringify([id, touched, told?.at, told?.finishAt, alarms]);
}

/** The story of one job at a time, of one shop. */
export class StoryFlow {
  /** Null until it was read; never of another job than the one asked for last. */
  entries: readonly WireEntry[] | null = $state.raw(null);
  /** The last reading got no answer: what is there may not be all. */
  silent = $state(false);
  #job: JobId | null = null;
  #read: Pick<JobStoryAnswer, 'epoch' | 'version'> | null = null;
  #asked = 0;
  readonly #shop: string;
  readonly #call: typeof callApi;

  constructor(shop: string, call: typeof callApi = callApi) {
    this.#shop = shop;
    this.#call = call;
  }

  /** Reads the story of a job, or what came since. What comes after something else was asked for is let go. */
  async show(job: JobId): Promise<void> {
    if (this.#job !== job) this.#forget();
    this.#job = job;
    this.#asked += 1;
    const asked = this.#asked;
    const from = (this.#read?.version ?? 0) + 1;
    const path = `/shops/${this.#shop}/jobs/${encodeURIComponent(job)}/story?from=${from}`;
    const given = await this.#call<JobStoryAnswer>('GET', path);
    if (asked !== this.#asked) return;
    this.silent = !given.ok;
    if (!given.ok) return;
    const { epoch, version, entries } = given.value;
    if (this.#read && this.#read.epoch !== epoch) {
      // Another life of the log began: what was read of the former one may not be in it.
      this.#forget();
      await this.show(job);
      return;
    }
    this.entries = [...(this.entries ?? []), ...entries];
    this.#read = { epoch, version };
  }

  #forget(): void {
    this.entries = null;
    this.silent = false;
    this.#read = null;
  }
}
