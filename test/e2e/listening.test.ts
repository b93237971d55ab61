/**
 * Reading aloud. The browsers of the tests have no voices, so that one test sees the truth: there is none, and the page says
 * so. For the others a stand-in takes the place of `speechSynthesis`, at the browser's boundary and nowhere else: it records
 * what it is given to say and says that it has said it when the test wants.
 */
import { expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import type { Article } from '../../src/article/article.ts';
import { openArticle } from '../../bench/print/printer.mjs';
import { inBothBrowsers } from './both-browsers.ts';
import { until } from '../support/wait.ts';

const SENTENCES = ['The ferry left early.', 'Nobody thought that strange.', 'In the evening the boats came back.', 'They carried flour.'];
const filler = Array.from({ length: 40 }, (_, n) => `Sentence number ${n + 1} of the long middle.`);
const ARTICLE: Article = {
  url: 'https://www.harbour.example/aloud', sourceUrl: 'https://www.harbour.example/aloud', title: 'Aloud', authors: [], language: 'en-GB', dir: 'ltr', excerpt: '',
  html: `<p>${SENTENCES[0]} ${SENTENCES[1]}</p><p>${SENTENCES[2]} <em>They</em> carried flour.</p>${filler.map((text) => `<p>${text}</p>`).join('')}`,
  text: [...SENTENCES, ...filler].join('\n'), wordCount: 300, feeds: [], kept: { paragraphs: 42, pictures: 0, embeds: 0, tables: 0 }, provenance: {},
};

interface StandIn { said: { text: string; rate: number; voice: string }[]; end(): void; fail(): void }

const install = (page: Page): Promise<void> => page.evaluate(() => {
  const said: StandIn['said'] = [];
  let now: EventTarget | undefined;
  class Utterance extends EventTarget {
    lang = '';
    rate = 1;
    voice: { name: string } | null = null;
    readonly text: string;
    constructor(text: string) {
      super();
      this.text = text;
    }
  }
  const take = (event: Event): void => {
    const over = now;
    now = undefined;
    over?.dispatchEvent(event);
  };
  const synth = Object.assign(new EventTarget(), {
    pending: false,
    getVoices: () => [{ voiceURI: 'ada', name: 'Ada', lang: 'en-GB', localService: true, default: true }, { voiceURI: 'bea', name: 'Bea', lang: 'en-US', localService: true, default: false }],
    speak: (utterance: Utterance) => {
      now = utterance;
      said.push({ text: utterance.text, rate: utterance.rate, voice: utterance.voice?.name ?? '' });
    },
    cancel: () => { now = undefined; },
  });
  Object.defineProperty(synth, 'speaking', { get: () => now !== undefined });
  Object.defineProperty(globalThis, 'speechSynthesis', { value: synth, configurable: true });
  Object.defineProperty(globalThis, 'SpeechSynthesisUtterance', { value: Utterance, configurable: true });
  Object.defineProperty(globalThis, 'standIn', { value: {
    said, end: () => take(new Event('end')), fail: () => take(Object.assign(new Event('error'), { error: 'synthesis-failed' })),
  } });
});
const standIn = <T>(page: Page, ask: 'last' | 'count' | 'end' | 'fail'): Promise<T> => page.evaluate((what) => {
  const { said, end, fail } = (globalThis as unknown as { standIn: StandIn }).standIn;
  if (what === 'end') end();
  else if (what === 'fail') fail();
  return what === 'count' ? said.length : said.at(-1);
}, ask) as Promise<T>;

inBothBrowsers('listening', (scene) => {
  const open = async (article = ARTICLE): Promise<Page> => {
    const reader = await openArticle(scene.browser, article);
    await reader.setViewport({ width: 1280, height: 700 });
    await reader.bringToFront();
    return reader;
  };
  const marked = (reader: Page): Promise<string> => reader.evaluate(() => [...(CSS.highlights.get('spoken') ?? [])].map(String).join('|'));
  const says = (reader: Page, words: string): Promise<unknown> => until(`"${words}" to be said`, async () => (await standIn<{ text: string }>(reader, 'last'))?.text === words);

  it('reads sentence by sentence, marks and follows them, goes back and on, keeps its speed', async () => {
    const reader = await open();
    await install(reader);
    await reader.click('#open-listen');
    for (const sentence of [ARTICLE.title, ...SENTENCES]) {
      await says(reader, sentence);
      expect(await marked(reader)).toBe(sentence);
      await standIn(reader, 'end');
    }
    await reader.click('#listen-back');
    await says(reader, SENTENCES[3]!);
    await reader.select('#listen-speed', '1.5');
    await until('the new speed', async () => (await standIn<{ rate: number }>(reader, 'last')).rate === 1.5);
    expect(await standIn<object>(reader, 'last')).toEqual({ text: SENTENCES[3], rate: 1.5, voice: 'Ada' });

    await reader.click('#listen-play');
    const paused = await standIn<number>(reader, 'count');
    await reader.click('#listen-forward');
    expect(await standIn<number>(reader, 'count')).toBe(paused);
    expect(await marked(reader)).toBe(filler[0]);
    await reader.click('#listen-play');
    for (const sentence of filler.slice(0, 25)) {
      await says(reader, sentence);
      await standIn(reader, 'end');
    }
    await until('the sentence to be in view', () => reader.evaluate(() => {
      const [range] = CSS.highlights.get('spoken')!;
      const { top, bottom } = (range as Range).getBoundingClientRect();
      return top > 0 && bottom < innerHeight;
    }));

    await standIn(reader, 'fail');
    expect(await reader.$eval('#listen-words', (words) => words.textContent)).toContain('has stopped');
    await reader.keyboard.press('Escape');
    await until('the player to be gone', () => reader.$eval('#player', (player) => (player as HTMLElement).hidden));
    expect(await marked(reader)).toBe('');
    expect(await scene.browser.inExtension('return (await browser.storage.local.get("settings")).settings.voiceSpeed')).toBe(1.5);
  });

  it('goes on in a tab that nobody sees', async () => {
    // Of an address of its own: nobody has been in it before, so it is read from its title on.
    const reader = await open({ ...ARTICLE, url: 'https://www.harbour.example/unseen' });
    await install(reader);
    await reader.click('#open-listen');
    await says(reader, ARTICLE.title);
    expect(await marked(reader)).toBe(ARTICLE.title);
    await scene.browser.page.bringToFront();
    await until('the tab to be hidden', () => reader.evaluate(() => document.hidden));
    for (const sentence of [...SENTENCES, ...filler.slice(0, 3)]) {
      await standIn(reader, 'end');
      await says(reader, sentence);
      expect(await marked(reader)).toBe(sentence);
    }
  });

  it('says plainly that there is no voice', async () => {
    const reader = await open();
    await reader.click('#open-listen');
    await until('the sentence', async () => (await reader.$eval('#listen-words', (words) => words.textContent ?? '')).includes('no voice for English'));
    expect(await reader.$$eval('#player button', (all) => all.filter((each) => each.offsetParent).map(({ id }) => id))).toEqual(['listen-close']);
    await reader.click('#listen-close');
  });
});
