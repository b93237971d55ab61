// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { placesIn } from '../../../src/article/text-places.ts';
import { breaths, sentencesOf, titleSentence } from '../../../src/pages/reader/sentences.ts';
import { languageOf, voiceFor, voicesFor, type Voice } from '../../../src/pages/reader/voices.ts';

const placesOf = (html: string) => placesIn(new DOMParser().parseFromString(`<!doctype html><body>${html}`, 'text/html').body);
const said = (html: string, language = 'en'): string[] => sentencesOf(placesOf(html), language).map(({ text }) => text);

describe('sentences', () => {
  it('end where the language ends them, and never run from one block into the next', () => {
    expect(said('<h2>A heading</h2><p>One came. Two <b>went.</b> Did three?</p><ul><li>first</li><li>second</li></ul>')).toEqual(['A heading', 'One came.', 'Two went.', 'Did three?', 'first', 'second']);
    expect(said('<p>渡船已经离开了码头。岸上没有人觉得奇怪。</p>', 'zh')).toEqual(['渡船已经离开了码头。', '岸上没有人觉得奇怪。']);
    expect(said('<p>नाव चली गई। किसी ने कुछ नहीं कहा।</p>', 'hi')).toEqual(['नाव चली गई।', 'किसी ने कुछ नहीं कहा।']);
  });

  it('leave out code, captions, cards and ornaments', () => {
    expect(said('<p>One.</p><pre>let a = 1;</pre><figure><figcaption>A picture.</figcaption></figure><p class="embed"><a>Film</a></p><p>* * *</p><p>Two.</p>')).toEqual(['One.', 'Two.']);
  });

  it('know their place in the text and their own language', () => {
    const places = placesOf('<p>One.  Two.</p><p lang="fr">Trois.</p>');
    const all = sentencesOf(places, 'en-GB');
    expect(all.map(({ start, end }) => places.text.slice(start, end))).toEqual(all.map(({ text }) => text));
    expect(all.map(({ language }) => language)).toEqual(['en-GB', 'en-GB', 'fr']);
    expect(sentencesOf(places, 'x-not')).toHaveLength(3);
  });

  it('begin with the title, unless the text itself does', () => {
    expect(titleSentence({ title: 'The last ferry', text: 'It left early.', language: 'en' })).toEqual([{ text: 'The last ferry', start: 0, end: 0, language: 'en', isTitle: true }]);
    expect(titleSentence({ title: 'The last ferry', text: 'The last  ferry left early.' })).toEqual([]);
    expect(titleSentence({ title: '* * *', text: 'It left early.' })).toEqual([]);
  });

  it('of any length are said in breaths that lose nothing', () => {
    const long = `It began, as such things do, with ${'a letter that nobody had asked for, '.repeat(12)}and it ended with 1,234 more.`;
    const parts = breaths(long);
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.join(' ')).toBe(long);
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(220);
    expect(breaths('渡'.repeat(500)).join('')).toBe('渡'.repeat(500));
    expect(breaths('Short.')).toEqual(['Short.']);
  });
});

const voice = (name: string, lang: string, localService = true, isDefault = false): Voice => ({ voiceURI: name, name, lang, localService, default: isDefault });

describe('voices', () => {
  const all = [voice('Away', 'en-GB', false, true), voice('Ada', 'en-US'), voice('Bea', 'en_GB'), voice('Chen', 'cmn-CN'), voice('Dag', 'nb-NO')];
  it('are found for a language however the system writes it, those of this computer first', () => {
    expect(voicesFor(all, 'en-GB').map(({ name }) => name)).toEqual(['Bea', 'Ada', 'Away']);
    expect(voicesFor(all, 'zh-Hans').map(({ name }) => name)).toEqual(['Chen']);
    expect(languageOf('no')).toBe(languageOf('nn-NO'));
  });
  it('never send the text away unasked', () => {
    const away = [voice('Away', 'en-GB', false, true)];
    expect(voiceFor(away, 'en', undefined)).toBeUndefined();
    expect(voiceFor(away, 'en', 'Away')?.name).toBe('Away');
    expect(voiceFor(all, 'en-US', 'Gone')?.name).toBe('Ada');
    expect(voiceFor(all, 'fi', undefined)).toBeUndefined();
  });
});
