/** Which of the system's voices can read a language. */

export type Voice = Pick<SpeechSynthesisVoice, 'voiceURI' | 'name' | 'lang' | 'localService' | 'default'>;

/** Other names that systems give a language's voices. */
const ALSO: Readonly<Record<string, string>> = { cmn: 'zh', yue: 'zh', nb: 'no', nn: 'no', iw: 'he', in: 'id', fil: 'tl' };

/** A tag's language without region and script: `zh_CN` and `cmn-Hans` are both `zh`. */
export function languageOf(tag: string): string {
  const own = tag.toLowerCase().split(/[-_]/)[0] ?? '';
  return ALSO[own] ?? own;
}

/** A language's name in the language of whoever reads it; the tag itself where there is no such language: a page may claim any. */
export function languageName(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(languageOf(tag)) ?? tag;
  } catch (error) {
    if (error instanceof RangeError) return tag;
    throw error;
  }
}

/**
 * The voices for a language, best first: those of this computer before those that send the text away, those of the same
 * region before others, the system's own choice before the rest.
 */
export function voicesFor<V extends Voice>(voices: readonly V[], tag: string): readonly V[] {
  const region = tag.toLowerCase().replace('_', '-');
  const worth = (voice: V): number => (voice.localService ? 4 : 0) + (voice.lang.toLowerCase().replace('_', '-') === region ? 2 : 0) + (voice.default ? 1 : 0);
  return voices.filter((voice) => languageOf(voice.lang) === languageOf(tag)).toSorted((a, b) => worth(b) - worth(a));
}

/** The voice to read with: the one chosen for this language, else the best of this computer; never one that sends the text away unasked. */
export function voiceFor<V extends Voice>(voices: readonly V[], tag: string, chosen: string | undefined): V | undefined {
  const fitting = voicesFor(voices, tag);
  return fitting.find(({ voiceURI }) => voiceURI === chosen) ?? fitting.find(({ localService }) => localService);
}
