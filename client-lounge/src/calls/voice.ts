// calls/ — the browser's voices: only those that live on this machine. One that is asked over the network fails when the line does,
// and would tell somebody else whose car is ready.
import type { Language } from '@zhunshi/shared/i18n/dictionary.ts';

export interface Voice {
  speaks: (language: Language) => boolean;
  /** Ends when it was said, or could not be; it may never end, as some televisions have it. */
  say: (text: string, language: Language, volume: number) => Promise<void>;
  hush: () => void;
}

/** Languages of voices, as browsers name them: Mandarin of anywhere but no Cantonese. */
const fitting: Record<Language, RegExp> = { 'zh-CN': /^(zh|cmn)(?!.*(HK|yue))/i, en: /^en/i };
/** Slower than usual: it is heard across a room. */
const RATE = 0.9;

/** The voices of this browser; it may have none. */
export function browserVoice(): Voice {
  // Old televisions have no speech.
  const synthesis: SpeechSynthesis | undefined = 'speechSynthesis' in window ? window.speechSynthesis : undefined;
  const voiceFor = (language: Language): SpeechSynthesisVoice | undefined => {
    const local = (synthesis?.getVoices() ?? []).filter(({ localService }) => localService);
    return (
      local.find(({ lang }) => lang.replace('_', '-') === language) ??
      local.find(({ lang }) => fitting[language].test(lang))
    );
  };
  // Some browsers begin to look for voices when they are first asked.
  synthesis?.getVoices();
  // Held here, or some browsers throw it away while it is being said.
  let saying: SpeechSynthesisUtterance | null = null;

  return {
    speaks: (language) => voiceFor(language) !== undefined,
    say: (text, language, volume) =>
      new Promise((said) => {
        const voice = voiceFor(language);
        if (synthesis === undefined || voice === undefined) {
          said();
          return;
        }
        const utterance = new SpeechSynthesisUtterance(text);
        utterance.voice = voice;
        utterance.lang = voice.lang;
        utterance.volume = volume;
        utterance.rate = RATE;
        utterance.onend = () => said();
        utterance.onerror = () => said();
        saying = utterance;
        synthesis.resume();
        synthesis.speak(saying);
      }),
    hush: () => synthesis?.cancel(),
  };
}
