// calls/ — the chime: two bell notes made by the browser's synthesiser, once the browser lets the page be heard at all.

/** Hertz and start of each note, s. */
const notes = [
  [784, 0],
  [587, 0.42],
] as const;
const NOTE_S = 1.3;
/** Overtones of a bell: multiple of the note, and how strong. */
const overtones = [
  [1, 0.5],
  [2, 0.2],
  [3.01, 0.08],
] as const;
const CHIME_MS = 1_800;
const ANSWERS_WITHIN_MS = 1_000;

export interface Chime {
  /** Asks the browser to let the page be heard; to be called when the shop wants sound, and again at each touch or key. */
  ask: () => void;
  /** Ends when the notes have sounded; at once where the browser does not let them. */
  play: (volume: number) => Promise<void>;
}

/**
 * A chime that has not asked yet.
 * @param told hears whether the browser keeps the page silent, once it is clear, and when it no longer does
 */
export function browserChime(told: (silent: boolean) => void): Chime {
  let context: AudioContext | null = null;
  let permitted = false;

  /** A context that runs all day keeps the television's sound awake: it runs only while it sounds. */
  const rest = (): void => void context?.suspend();

  return {
    ask() {
      if (permitted) return;
      if (context === null) {
        // A browser without sound has nothing to be asked for.
        if (typeof AudioContext === 'undefined') return;
        const made = new AudioContext();
        context = made;
        made.onstatechange = () => {
          if (permitted || made.state !== 'running') return;
          permitted = true;
          told(false);
          rest();
        };
        // Where it lets the page be heard, it says so in a moment: nobody need be asked to touch the screen meanwhile.
        setTimeout(() => {
          if (!permitted) told(true);
        }, ANSWERS_WITHIN_MS);
      }
      // Stays unanswered until somebody has touched the screen or pressed a key.
      void context.resume();
    },
    async play(volume) {
      if (context === null || !permitted) return;
      await context.resume();
      const { currentTime } = context;
      for (const [hertz, start] of notes) ring(context, hertz, currentTime + start, volume);
      await new Promise((over) => setTimeout(over, CHIME_MS));
      rest();
    },
  };
}

/** One note: struck at once, dying away. */
function ring(context: AudioContext, hertz: number, at: number, volume: number): void {
  for (const [multiple, strength] of overtones) {
    const tone = context.createOscillator();
    const loudness = context.createGain();
    tone.frequency.value = hertz * multiple;
    loudness.gain.setValueAtTime(0, at);
    loudness.gain.linearRampToValueAtTime(strength * volume, at + 0.01);
    loudness.gain.exponentialRampToValueAtTime(0.0001, at + NOTE_S);
    tone.connect(loudness);
    loudness.connect(context.destination);
    tone.onended = () => loudness.disconnect();
    tone.start(at);
    tone.stop(at + NOTE_S);
  }
}
