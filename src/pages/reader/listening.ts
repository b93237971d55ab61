/** Reading aloud: the player at the foot of the window, and the sentence that is being read marked and kept in view. */
import { Pause, Play, SkipBack, SkipForward, X } from 'lucide';
import type { Article } from '../../article/article.ts';
import { t, uiLanguage } from '../../browser/i18n.ts';
import { changeSettings, type Settings } from '../../browser/settings.ts';
import { byId, fill, h, icon, type IconNode } from '../shared/dom.ts';
import type { ArticlePlaces } from './article-places.ts';
import { sentencesOf, titleSentence, type Sentence } from './sentences.ts';
import { speaker, type Speaker } from './speaker.ts';
import { endOf, gone, goBy, startOf, uprightNow, windowLength } from './way.ts';
import { languageName, languageOf, voiceFor, voicesFor } from './voices.ts';

const SPEEDS = [0.75, 0.9, 1, 1.15, 1.3, 1.5, 1.75, 2] as const;
/** How long voices may take to report, in milliseconds: they come one after the other from the system. */
const PATIENCE = 1_500;
const SPOKEN = 'spoken';

export function startListening(settings: Settings, article: Article, places: ArticlePlaces): void {
  const language = article.language ?? uiLanguage();
  let chosen = settings.voices[languageOf(language)];
  let rate = settings.voiceSpeed;
  let sentences: readonly Sentence[] = [];
  let speaking: Speaker | undefined;
  let at = 0;
  let isPlaying = false;
  /** False after the person has scrolled somewhere else, until the voice comes there too. */
  let follows = true;

  const button = (id: string, label: string, drawing: unknown, run: () => void): HTMLButtonElement =>
    h('button', { type: 'button', class: 'button only-icon', id, 'aria-label': label, title: label, onclick: run }, icon(drawing as IconNode, 'flip'));
  const play = button('listen-play', t('listenPlay'), Play, () => (isPlaying ? pause() : go(at)));
  const speed = h('select', { id: 'listen-speed', 'aria-label': t('listenSpeed') }, ...SPEEDS.map((value) => h('option', { value }, `${new Intl.NumberFormat(uiLanguage()).format(value)} ×`)));
  const voices = h('select', { id: 'listen-voice', 'aria-label': t('listenVoice') });
  const words = h('p', { class: 'small', id: 'listen-words', role: 'status' });
  const controls = h('div', { class: 'controls' },
    button('listen-back', t('listenBack'), SkipBack, () => step(-1)), play, button('listen-forward', t('listenForward'), SkipForward, () => step(1)), speed, voices);
  const player = h('section', { class: 'player', id: 'player', 'aria-label': t('listen'), hidden: true }, controls, words,
    button('listen-close', t('listenClose'), X, () => close()));
  document.body.append(player);

  const show = (): void => {
    const label = t(isPlaying ? 'listenPause' : 'listenPlay');
    fill(play, icon((isPlaying ? Pause : Play) as IconNode, isPlaying ? '' : 'flip'));
    play.setAttribute('aria-label', label);
    play.title = label;
  };
  const voice = (): SpeechSynthesisVoice | undefined => voiceFor(speechSynthesis.getVoices(), language, chosen);
  const go = (index: number): void => {
    if (!speaking) return;
    at = Math.max(0, Math.min(index, sentences.length - 1));
    isPlaying = true;
    follows = true;
    words.textContent = '';
    show();
    speaking.from(at);
  };
  const pause = (): void => {
    // The sentence begins anew afterwards: `speechSynthesis.pause()` does nothing with some voices, and half a sentence is no use.
    isPlaying = false;
    speaking?.stop();
    show();
  };
  const step = (by: number): void => {
    if (isPlaying) return go(at + by);
    at = Math.max(0, Math.min(at + by, sentences.length - 1));
    follows = true;
    mark(at);
  };
  const mark = (index: number): void => {
    const sentence = sentences[index];
    const range = sentence && placeOf(sentence, places);
    if (!range) return;
    CSS.highlights.set(SPOKEN, new Highlight(range));
    keepInView(range);
  };
  const keepInView = (range: Range): void => {
    const box = range.getBoundingClientRect();
    // Strip and player cover what is read downwards; beside upright lines nothing lies.
    const [before, after] = uprightNow() ? [0, 0] : [60, 120];
    const isSeen = startOf(box) > before && endOf(box) < windowLength() - after;
    if (isSeen) follows = true;
    else if (follows) goBy(startOf(box) - windowLength() * 0.3, matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth');
  };
  const close = (): void => {
    pause();
    CSS.highlights.delete(SPOKEN);
    player.hidden = true;
    for (const opener of openers) opener.setAttribute('aria-pressed', 'false');
    openers.find((opener) => opener.offsetParent)?.focus();
  };
  const fillVoices = (): void => {
    const fitting = voicesFor(speechSynthesis.getVoices(), language);
    const option = ({ voiceURI, name }: SpeechSynthesisVoice): HTMLElement => h('option', { value: voiceURI }, name);
    const away = fitting.filter(({ localService }) => !localService);
    const now = voice();
    fill(voices, !now && h('option', { value: '' }, t('listenVoice')), ...fitting.filter(({ localService }) => localService).map(option),
      away.length > 0 && h('optgroup', { label: t('listenAway') }, ...away.map(option)));
    voices.value = now?.voiceURI ?? '';
    voices.hidden = fitting.length < 2 && now !== undefined;
    controls.hidden = fitting.length === 0;
    for (const each of controls.querySelectorAll('button')) each.disabled = !now;
    if (now) return;
    words.textContent = t(away.length ? 'listenOnlyAway' : 'listenNoVoice', languageName(language, uiLanguage()));
  };
  const open = async (): Promise<void> => {
    if (!player.hidden) return close();
    player.hidden = false;
    for (const opener of openers) opener.setAttribute('aria-pressed', 'true');
    if (!('speechSynthesis' in globalThis)) {
      controls.hidden = true;
      words.textContent = t('listenNever');
      return;
    }
    const synth = speechSynthesis;
    sentences = [...titleSentence({ ...article, language }), ...sentencesOf(places.now(), language)];
    at = firstInView(sentences, places);
    speaking = speaker(synth, sentences, () => ({ voice: voice(), rate }), {
      begins(index) {
        at = index;
        mark(index);
      },
      ends() {
        at = 0;
        isPlaying = false;
        CSS.highlights.delete(SPOKEN);
        show();
      },
      fails() {
        isPlaying = false;
        words.textContent = t('listenStopped');
        show();
      },
    });
    await voicesThere(synth);
    fillVoices();
    speed.value = String(SPEEDS.reduce((best, value) => (Math.abs(value - rate) < Math.abs(best - rate) ? value : best)));
    if (player.hidden) return;
    if (voice()) {
      play.focus();
      go(at);
    } else (controls.hidden ? byId('listen-close') : voices).focus();
  };

  const openers = [byId('open-listen'), byId('more-listen')];
  for (const opener of openers) opener.addEventListener('click', () => {
    byId('more-panel').hidePopover();
    void open();
  });
  speed.addEventListener('change', () => {
    rate = Number(speed.value);
    void changeSettings({ voiceSpeed: rate });
    if (isPlaying) go(at);
  });
  voices.addEventListener('change', () => {
    const { value } = voices;
    chosen = value;
    void changeSettings((now) => ({ voices: { ...now.voices, [languageOf(language)]: value } }));
    words.textContent = '';
    for (const each of controls.querySelectorAll('button')) each.disabled = false;
    if (isPlaying) go(at);
  });
  player.addEventListener('keydown', (event) => { if (event.key === 'Escape') close(); });
  const elsewhere = (event: Event): void => { if (isPlaying && !player.contains(event.target as Node)) follows = false; };
  for (const move of ['wheel', 'touchmove', 'keydown']) addEventListener(move, elsewhere, { passive: true });
  // The system goes on speaking when the page has gone.
  addEventListener('pagehide', () => { if (isPlaying) pause(); });
}

/** Waits until the system has named its voices, or says nothing for a while. */
async function voicesThere(synth: SpeechSynthesis): Promise<void> {
  if (synth.getVoices().length) return;
  await new Promise<void>((resolve) => {
    setTimeout(resolve, PATIENCE);
    synth.addEventListener('voiceschanged', () => resolve(), { once: true });
  });
}

/** The first sentence that begins in the window; the very first when nobody has scrolled. */
function firstInView(sentences: readonly Sentence[], places: ArticlePlaces): number {
  if (gone() < 200) return 0;
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    const { start, isTitle } = sentences[middle]!;
    const box = placeOf(isTitle ? sentences[middle]! : { start, end: start + 1 }, places)?.getBoundingClientRect();
    if (box && endOf(box) > (uprightNow() ? 0 : 64)) high = middle;
    else low = middle + 1;
  }
  return Math.max(0, low);
}

/** Where it stands on the page. */
function placeOf({ start, end, isTitle }: Pick<Sentence, 'start' | 'end' | 'isTitle'>, places: ArticlePlaces): Range | undefined {
  if (!isTitle) return places.now().range(start, end);
  const range = document.createRange();
  range.selectNodeContents(byId('title'));
  return range;
}
