import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markWords, type MarkedText, removeArticles, rowsOf, saveArticle, saveLink, searchLibrary, searchWords, snippetsFor } from '../../src/library/library.ts';
import { snippet } from '../../src/library/matching.ts';
import { fold } from '../../src/library/saved-article.ts';
import { articleAt, freshLibrary, value } from './support.ts';

freshLibrary();
const marked = ({ text, marks }: MarkedText) => marks.map(([from, to]) => text.slice(from, to));

const found = async (query: string) => value(await rowsOf(value(await searchLibrary(query, 'newest')))).items;

describe('searchLibrary', () => {
  async function shelf() {
    const put = async (n: number, more: Parameters<typeof articleAt>[1]) => value(await saveArticle(articleAt(`https://a.example/${n}`, more), n)).id;
    return {
      tram: await put(1, { title: 'The night tram', text: 'The conductor kept a key.\nA brass bell rang.', authors: ['Zoë Okafor'] }),
      door: await put(2, { title: 'A door', text: 'She takes a Brass key from the nail.' }),
      tokyo: await put(3, { title: '東京の夜', text: '古い市場は朝早く開きます。' }),
      arabic: await put(4, { title: 'السوق', text: 'فتح السُّوق القديم أبوابه', dir: 'rtl' }),
    };
  }

  it('wants every word, anywhere in the article, newest first', async () => {
    const { tram, door } = await shelf();
    expect((await found('brass key')).map((hit) => hit.id)).toEqual([door, tram]);
    expect((await found('brass conductor')).map((hit) => hit.id)).toEqual([tram]);
    expect((await found('brass window'))).toEqual([]);
    expect((await found('okafor brass')).map((hit) => hit.id)).toEqual([tram]);
    expect((await found('  …  '))).toEqual([]);
  });

  it('overlooks case and marks, and finds beginnings of words but not their insides', async () => {
    const { tram } = await shelf();
    expect((await found('ZOE')).map((hit) => hit.id)).toEqual([tram]);
    expect((await found('conduct')).map((hit) => hit.id)).toEqual([tram]);
    expect((await found('ductor'))).toEqual([]);
  });

  it('finds words in scripts without spaces, and behind an Arabic article', async () => {
    const { tokyo, arabic } = await shelf();
    expect((await found('市場')).map((hit) => hit.id)).toEqual([tokyo]);
    expect((await found('سوق')).map((hit) => hit.id)).toEqual([arabic]);
  });

  it('leaves removed ones out and finds links by title', async () => {
    const { tram, door } = await shelf();
    await removeArticles([door], 9);
    const link = value(await saveLink({ url: 'https://a.example/l', title: 'Brass key weekly' }, 20)).id;
    const hits = (await found('brass key'));
    expect(hits.map((hit) => hit.id)).toEqual([link, tram]);
    const around = value(await snippetsFor([link, tram], 'brass key'));
    expect(around.has(link)).toBe(false);
    expect(around.get(tram)?.text).toBe('The conductor kept a key.');
  });

  it('looks through more than one batch', async () => {
    await Promise.all(Array.from({ length: 450 }, (_, i) => saveArticle(articleAt(`https://a.example/${i}`, { text: i % 3 === 0 ? 'needle' : 'hay' }), i)));
    expect((await found('needle'))).toHaveLength(150);
    const stop = new AbortController();
    stop.abort();
    expect(value(await searchLibrary('needle', 'newest', stop.signal))).toEqual([]);
  });
});

describe('fold', () => {
  it.each([['Élan', 'elan'], ['ÅNGSTRÖM', 'angstrom'], ['e\u0301', 'e'], ['İstanbul', 'istanbul'], ['Йод', 'иод'], ['ＷＩＤＥ', 'wide'], ['№ 7™', 'no 7tm'], ['ﬁn', 'fin']])('takes %s for %s', (text, folded) => expect(fold(text)).toBe(folded));

  it('changes nothing the second time, and doing it in pieces changes nothing either', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (a, b) => {
      expect(fold(fold(a))).toBe(fold(a));
      expect(fold(`${a} ${b}`)).toBe(`${fold(a)} ${fold(b)}`);
    }), { numRuns: 1000 });
  });
});

describe('markWords', () => {
  it('marks the letters as written', () => {
    expect(marked(markWords('Élan, ELAN and e\u0301lan; Plan', searchWords('élan')))).toEqual(['Élan', 'ELAN', 'e\u0301lan']);
    expect(marked(markWords('The key to the keyhole', ['key', 'the']))).toEqual(['The', 'key', 'the', 'key']);
    expect(marked(markWords('ﬁne ﬁgs', ['fig']))).toEqual(['ﬁg']);
  });

  it('keeps its marks inside the text, in order, apart, for any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 6 }), (text, query) => {
      const { marks } = markWords(text, searchWords(query));
      let at = 0;
      for (const [from, to] of marks) {
        expect(from).toBeGreaterThanOrEqual(at);
        expect(to).toBeGreaterThan(from);
        expect(to).toBeLessThanOrEqual(text.length);
        at = to;
      }
    }));
  });
});

describe('snippet', () => {
  it('takes the line with most of the words, cut at spaces, its marks in place', () => {
    const filler = 'some words before it comes to that '.repeat(6);
    const cut = snippet(`The key alone.\n${filler}a brass key hung there ${filler}`, ['brass', 'key'])!;
    expect(cut.text).toMatch(/^…\S.*\S…$/);
    expect(cut.text.length).toBeLessThan(195);
    expect(marked(cut)).toEqual(['brass', 'key']);
  });

  it('leaves a short line whole', () => {
    expect(snippet('A brass key.', ['key'])).toEqual({ text: 'A brass key.', marks: [[8, 11]] });
  });
});
