// calls/ — makes one call after another: the banner always, the chime and the voice where they may. Time and sound come in from
// outside; nothing that the sound does, or fails to do, holds up the next call [ANN-5].
import type { Instant } from '@zhunshi/shared/domain/words.ts';
import type { Language } from '@zhunshi/shared/i18n/dictionary.ts';
import type { LoungeCarRow, LoungeShopRow } from '@zhunshi/shared/views/loungeBoard.ts';
import { callsOf, hear, noCalls, takeNext } from './callQueue.ts';
import type { Call } from './callQueue.ts';
import { spokenCall } from './callWords.ts';
import { isQuiet } from './quietHours.ts';

/** Each call is said so often, each time in Chinese and then in English. */
const ROUNDS = 2;
const spokenLanguages: readonly Language[] = ['zh-CN', 'en'];
/** A banner is seen for so long at least, whatever is heard with it. */
const LEAST_SHOWN_MS = 12_000;
/** Between the end of a round and the next, or the next call. */
const PAUSE_MS = 1_500;
/** A chime that does not end. */
const LONGEST_CHIME_MS = 5_000;

/** What makes itself heard. Each ends when it has been heard, or could not be. */
export interface CallSound {
  /** @param volume 0..1 */
  chime: (volume: number) => Promise<void>;
  /** Whether there is a voice for the language on this very machine: none of somewhere else is asked, by whose leave we would speak. */
  speaks: (language: Language) => boolean;
  say: (text: string, language: Language, volume: number) => Promise<void>;
  /** Ends what is being said. */
  hush: () => void;
}

export interface AnnouncerTools {
  sound: CallSound;
  /** The server's time, as it is known now. */
  now: () => Instant;
  /** Ends after so many real ms. */
  wait: (ms: number) => Promise<void>;
  /** The banner is to show this call, or none. */
  show: (call: Call | null) => void;
}

export interface Announcer {
  /** A board has come, which is certain to be the present one. */
  learn: (cars: readonly LoungeCarRow[], shop: LoungeShopRow) => void;
}

/** Milliseconds after which nobody can still be saying a text: the speech hangs, as it does on some televisions. */
function longestSpeechMs(text: string): number {
  return 4_000 + text.length * 350;
}

/** An announcer that has heard no board yet. */
export function announcer({ sound, now, wait, show }: AnnouncerTools): Announcer {
  let queue = noCalls;
  let shop: LoungeShopRow | null = null;
  let current: Call | null = null;
  let busy = false;

  /** How loud, 0..1; 0 in quiet hours. Asked before each sound: what the shop changes counts at once [ANN-4]. */
  function volume(): number {
    if (shop === null || isQuiet(shop.quietHours, now(), shop.timeZone)) return 0;
    return shop.volume / 100;
  }

  /** Whether the call of `id` is still being made: it may have come to its end before all of it was said. */
  const goesOn = (id: string): boolean => current?.id === id;

  function hush(): void {
    try {
      sound.hush();
    } catch {
      // What cannot be ended ends by itself, or the next speech waits for its longest time.
    }
  }

  async function say(call: Call): Promise<void> {
    const spoken = spokenLanguages.filter((language) => shop?.voice === true && sound.speaks(language));
    let hangs = false;
    for (let round = 0; round < ROUNDS && goesOn(call.id); round += 1) {
      const voices: readonly Language[] = hangs ? [] : spoken;
      if (round > 0) await wait(PAUSE_MS);
      // Where nothing is spoken, the second time is a second chime.
      if (volume() > 0 && (round === 0 || voices.length === 0)) {
        await Promise.race([sound.chime(volume()), wait(LONGEST_CHIME_MS)]);
      }
      for (const language of voices) {
        if (hangs || volume() === 0 || !goesOn(call.id)) continue;
        const text = spokenCall(call, language);
        hangs = await Promise.race([
          sound.say(text, language, volume()).then(() => false),
          wait(longestSpeechMs(text)).then(() => true),
        ]);
        if (hangs) hush();
      }
      if (voices.length === 0) await wait(PAUSE_MS);
    }
  }

  async function work(): Promise<void> {
    if (busy) return;
    busy = true;
    for (;;) {
      const taken = takeNext(queue, now());
      queue = taken.queue;
      current = taken.call;
      show(current);
      if (current === null) break;
      // A television whose sound breaks shows the banner nevertheless, and this one is not its last.
      await Promise.all([say(current).catch(() => undefined), shownLongEnough(current)]);
      if (queue.waiting.length === 0) await wait(PAUSE_MS);
    }
    busy = false;
  }

  /** Ends when the banner has been seen for long enough, or has gone. */
  async function shownLongEnough({ id }: Call): Promise<void> {
    for (let shown = 0; shown < LEAST_SHOWN_MS && goesOn(id); shown += PAUSE_MS) await wait(PAUSE_MS);
  }

  return {
    learn(cars, nextShop) {
      shop = nextShop;
      queue = hear(queue, cars, now());
      if (current !== null && !callsOf(cars).some(({ id }) => goesOn(id))) {
        // They have come, or it was a mistake: whoever still reads it would walk for nothing.
        current = null;
        hush();
        show(null);
      }
      void work();
    },
  };
}
