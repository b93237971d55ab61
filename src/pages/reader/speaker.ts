/** Speaks a list of sentences with one of the system's voices, a sentence at a time, so that it goes on where nobody looks. */
import { breaths, type Sentence } from './sentences.ts';

export interface Speaker {
  /** Speaks from a sentence on. */
  from(index: number): void;
  stop(): void;
}

export interface SpeakerEvents {
  begins(index: number): void;
  /** All has been said. */
  ends(): void;
  /** The voice gave up; `why` is the browser's own word for it. */
  fails(why: string): void;
}

/** Between taking a sentence back and the next word, in milliseconds: Chrome swallows what is said at once after a `cancel()`. */
const PAUSE = 60;
/** How often it is looked whether the voice has fallen silent without saying so, in milliseconds. */
const WATCH = 2_000;

export function speaker(
  synth: SpeechSynthesis, sentences: readonly Sentence[], look: () => { readonly voice: SpeechSynthesisVoice | undefined; readonly rate: number }, events: SpeakerEvents,
): Speaker {
  /** Grows with every new order: what an old one still has to say no longer counts. */
  let order = 0;
  let watch: ReturnType<typeof setInterval> | undefined;
  /** Held here, or Chrome may clear it away in the middle of a word and never say that it ended. */
  let current: SpeechSynthesisUtterance | undefined;

  const stop = (): void => {
    order += 1;
    clearInterval(watch);
    current = undefined;
    if (synth.speaking || synth.pending) synth.cancel();
  };
  const say = (index: number): void => {
    const sentence = sentences[index];
    if (!sentence) {
      stop();
      events.ends();
      return;
    }
    events.begins(index);
    breathe(index, breaths(sentence.text), 0);
  };
  const breathe = (index: number, parts: readonly string[], part: number): void => {
    const words = parts[part];
    if (words === undefined) return say(index + 1);
    const mine = order;
    const { voice, rate } = look();
    const utterance = new SpeechSynthesisUtterance(words);
    utterance.lang = sentences[index]!.language || voice?.lang || '';
    if (voice) utterance.voice = voice;
    utterance.rate = rate;
    const over = (): void => {
      if (mine !== order || current !== utterance) return;
      current = undefined;
      breathe(index, parts, part + 1);
    };
    utterance.addEventListener('end', over);
    utterance.addEventListener('error', (event) => {
      if (mine !== order) return;
      stop();
      events.fails(event.error);
    });
    current = utterance;
    synth.speak(utterance);
    let silent = 0;
    clearInterval(watch);
    watch = setInterval(() => {
      silent = synth.speaking || synth.pending ? 0 : silent + 1;
      if (silent > 1) over();
    }, WATCH);
  };
  return {
    from(index) {
      const isBusy = synth.speaking || synth.pending;
      stop();
      const mine = order;
      if (isBusy) setTimeout(() => { if (mine === order) say(index); }, PAUSE);
      else say(index);
    },
    stop,
  };
}
