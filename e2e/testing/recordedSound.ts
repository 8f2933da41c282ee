// e2e/testing/ — what a lounge page makes audible, written down at the very edge of the browser: its synthesiser and its voices are
// replaced by ones that sound nothing. Whether the browser lets a page be heard is chosen too.
import type { Page } from 'playwright-core';

export interface SoundWanted {
  /** Voices of the machine: language, and whether it lives on it. */
  voices: { lang: string; localService: boolean }[];
  /** The browser lets the page be heard from the start; else only once it was touched. */
  allowed: boolean;
  /** Whether a speech comes to its end. */
  ends: boolean;
}

/** Puts the recorder into a page that is not open yet. */
export async function recordSound(page: Page, wanted: SoundWanted): Promise<void> {
  await page.addInitScript(({ voices, allowed, ends }: SoundWanted) => {
    const heard: string[] = [];
    let touched = allowed;
    addEventListener('pointerdown', () => (touched = true), true);
    const parameter = () => ({
      value: 0,
      setValueAtTime: () => undefined,
      linearRampToValueAtTime: () => undefined,
      exponentialRampToValueAtTime: () => undefined,
    });
    class SilentContext {
      state = 'suspended';
      currentTime = 0;
      destination = {};
      onstatechange: (() => void) | null = null;
      async resume(): Promise<void> {
        if (!touched) return new Promise(() => undefined);
        if (this.state === 'running') return;
        this.state = 'running';
        queueMicrotask(() => this.onstatechange?.());
      }
      async suspend(): Promise<void> {
        this.state = 'suspended';
      }
      createOscillator() {
        return {
          frequency: { value: 0 },
          connect: () => undefined,
          start: (at: number) => at === 0 && heard.push(`note ${this.state}`),
          stop: () => undefined,
        };
      }
      createGain() {
        return { gain: parameter(), connect: () => undefined, disconnect: () => undefined };
      }
    }
    class Utterance {
      lang = '';
      volume = 1;
      onend: (() => void) | null = null;
      text: string;
      constructor(text: string) {
        this.text = text;
      }
    }
    const synthesis = {
      getVoices: () => voices,
      speak: (said: Utterance) => {
        heard.push(`${said.lang} ${String(said.volume)}: ${said.text}`);
        if (ends) setTimeout(() => said.onend?.(), 800);
      },
      cancel: () => heard.push('cancelled'),
      resume: () => undefined,
    };
    const put = (name: string, value: unknown) => Object.defineProperty(window, name, { value, configurable: true });
    put('AudioContext', SilentContext);
    put('SpeechSynthesisUtterance', Utterance);
    put('speechSynthesis', synthesis);
    put('zhunshiHeard', heard);
  }, wanted);
}

/** What was heard so far; a chime is its first notes. */
export function heardOn(page: Page): Promise<string[]> {
  return page.evaluate(() => [...(window as unknown as { zhunshiHeard: string[] }).zhunshiHeard]);
}
