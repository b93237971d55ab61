import { describe, expect, it } from 'vitest';
import type { Highlight } from '../../src/article/highlight.ts';
import {
  changeArticles, eachArticle, getArticle, highlightsOf, importArticles, listIds, listTags, picturesOf, purgeArticles, putHighlight, putPictures, putShare, removeArticles,
  saveArticle, saveLink, searchLibrary, sharesOf, versionsOf, type EntryAnswer, type ImportItem,
} from '../../src/library/library.ts';
import { articleAt, freshLibrary, sizes, spoil, value } from './support.ts';

freshLibrary();

const LINK: ImportItem = {
  article: { url: 'https://a.example/link', title: 'A link' }, hasBody: false, savedAt: 500, readState: 'archived', tags: ['Sea', 'sea'], fetch: 'wanted',
  highlights: [{ anchor: { exact: 'Some words.' }, note: 'Nice' }],
};
const WHOLE: ImportItem = { article: articleAt('https://a.example/whole'), hasBody: true, savedAt: 700, favourite: true, note: 'Mine', quotes: ['Words.'] };

const MARK: Highlight = { id: 'highlight-1', pen: 'leaf', note: '', createdAt: 60, updatedAt: 60, anchor: { exact: 'Text', prefix: '', suffix: '', start: 0, end: 4 } };

async function everything(removedToo = true): Promise<EntryAnswer[]> {
  const all: EntryAnswer[] = [];
  for await (const entry of eachArticle({ removedToo })) all.push(entry);
  return all;
}

describe('importArticles', () => {
  it('takes two lists at once that share half of their links, and a save in between, each link once, and finds them all', async () => {
    const link = (n: number): ImportItem => ({ article: { url: `https://a.example/${n}`, title: `Lantern${n}` }, hasBody: false, tags: [`tag${n % 7}`, `TAG${n % 7}`] });
    const list = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => link(from + n));
    const [one, two, saved] = await Promise.all([
      importArticles([...list(0, 120), ...list(0, 10)], 1000), importArticles(list(60, 180), 1000), saveArticle(articleAt('https://a.example/90', { title: 'Lantern90' }), 1000),
    ]);
    const outcomes = [...value(one), ...value(two)].map((each) => (each.ok ? each.outcome : each.reason));
    value(saved);
    expect(outcomes).toHaveLength(250);
    expect(outcomes.filter((outcome) => outcome === 'added').length).toBeGreaterThanOrEqual(179);
    const ids = value(await listIds({ filter: '*' }));
    expect([ids.length, new Set(ids).size]).toEqual([180, 180]);
    expect(value(await listTags()).map(({ name }) => name)).toEqual(['tag0', 'tag1', 'tag2', 'tag3', 'tag4', 'tag5', 'tag6']);
    for (const n of [0, 5, 61, 90, 119, 179]) expect(value(await searchLibrary(`lantern${n}`, 'newest')), `lantern${n}`).toContain(value(await importArticles([link(n)], 2000)).map((each) => each.ok && each.id)[0]);
  });

  it('takes articles and links with their marks, and answers for each', async () => {
    const answers = value(await importArticles([LINK, { article: { url: 'javascript:1', title: 'x' }, hasBody: false }, WHOLE], 1000));
    expect(answers).toMatchObject([{ ok: true, outcome: 'added' }, { ok: false, reason: 'damaged' }, { ok: true, outcome: 'added' }]);
    const [link, , whole] = answers as readonly { id: number }[];
    expect(value(await getArticle(link!.id)).saved).toMatchObject({ savedAt: 500, readState: 'archived', tags: ['Sea'], fetch: 'wanted', hasBody: false });
    expect(value(await highlightsOf(link!.id))).toMatchObject([{ anchor: { exact: 'Some words.' }, note: 'Nice', createdAt: 1000 }]);
    expect(value(await getArticle(whole!.id))).toMatchObject({ article: WHOLE.article, saved: { savedAt: 700, favourite: true, note: 'Mine', quotes: ['Words.'] } });
  });

  it('changes nothing the second time', async () => {
    await importArticles([LINK, WHOLE], 1000);
    const before = await everything();
    expect(value(await importArticles([LINK, WHOLE, LINK], 2000))).toMatchObject([{ outcome: 'same' }, { outcome: 'same' }, { outcome: 'same' }]);
    expect(await everything()).toEqual(before);
  });

  it('adds to what is there and takes nothing from it', async () => {
    const own = value(await saveArticle(articleAt('https://a.example/whole', { text: 'My copy.' }), 5)).id;
    await changeArticles([own], { note: 'My note', addTags: ['Mine'] }, 6);
    const link = value(await saveLink({ url: 'https://a.example/link', title: 'L' }, 7)).id;
    const [filled, body] = value(await importArticles([{ ...WHOLE, tags: ['theirs'] }, { ...WHOLE, article: articleAt('https://a.example/link') }], 1000));
    expect([filled, body]).toMatchObject([{ id: own, outcome: 'filled' }, { id: link, outcome: 'filled' }]);
    const entry = value(await getArticle(own));
    expect(entry.article?.text).toBe('My copy.');
    expect(entry.saved).toMatchObject({ note: 'My note', tags: ['Mine', 'theirs'], favourite: true, savedAt: 5 });
    expect(value(await getArticle(link)).article?.text).toBe('First words. A link.');
  });

  it('replaces what is there when it is a restore, and brings removed ones back', async () => {
    const own = value(await saveArticle(articleAt('https://a.example/whole', { text: 'My copy.' }), 5)).id;
    expect(value(await importArticles([WHOLE], 1000, 'replace'))).toMatchObject([{ id: own }]);
    expect(value(await getArticle(own))).toMatchObject({ article: { text: 'First words. A link.' }, saved: { savedAt: 700 } });
    await removeArticles([own], 1100);
    expect(value(await importArticles([WHOLE], 1200))).toMatchObject([{ id: own, outcome: 'added' }]);
    expect(value(await listIds({ filter: 'unread' }))).toEqual([own]);
  });
});

describe('eachArticle', () => {
  it('gives back all there is, so that an import of it elsewhere is the same library', async () => {
    const ids: number[] = [];
    for (let i = 0; i < 20; i += 1) ids.push(value(await saveArticle(articleAt(`https://a.example/${i}`, { text: `Text ${i}.` }), i + 1)).id);
    await saveArticle(articleAt('https://a.example/3', { text: 'Another text.' }), 50);
    await putHighlight(ids[2]!, MARK);
    await putShare({ id: ids[2]!, at: 70, way: 'mail', to: ['Ada'] });
    await putPictures(ids[4]!, [{ url: 'https://a.example/p.png', blob: new Blob(['png'], { type: 'image/png' }) }], 2);
    await removeArticles([ids[5]!], 80);
    const all = await everything();
    expect(all).toHaveLength(20);
    expect(await everything(false)).toHaveLength(19);
    const wholes = all.map((each) => { if (!each.ok) throw new Error(each.reason); return each.value; });
    expect(wholes[2]?.highlights).toEqual([MARK]);
    expect(wholes[3]).toMatchObject({ saved: { changedAt: 50 }, versions: [{ at: 4, text: 'Text 3.' }] });
    expect(wholes[4]).toMatchObject({ saved: { pictures: { kept: 1, linked: 2 } }, pictures: [{ n: 0, url: 'https://a.example/p.png' }] });

    globalThis.indexedDB = new (await import('fake-indexeddb')).IDBFactory();
    await (await import('../../src/library/library.ts')).closeLibrary();
    const items = wholes.map(({ saved, article, ...beside }): ImportItem => ({ ...saved, ...beside, article: article ?? saved }));
    value(await importArticles(items, 5000, 'replace'));
    const flat = (entries: EntryAnswer[]) => entries.map((each) => each.ok && { ...each.value, saved: { ...each.value.saved, updatedAt: 0, pictures: 0 }, pictures: each.value.pictures.length });
    expect(flat(await everything())).toEqual(flat(all));
  });

  it('answers what can\'t be read with its reason, and goes on', async () => {
    const a = value(await saveArticle(articleAt('https://a.example/a'), 1)).id;
    const b = value(await saveArticle(articleAt('https://a.example/b'), 2)).id;
    await spoil('texts', a, (record) => ({ ...record, text: 5 }));
    const seen: unknown[] = [];
    for await (const each of eachArticle({ ids: [b, 99, a] })) seen.push(each.ok ? each.value.saved.id : [each.id, each.reason]);
    expect(seen).toEqual([b, [a, 'damaged']]);
  });
});

describe('what stands beside an article', () => {
  it('goes with it when it is purged, and nothing else does', async () => {
    const [a, b] = [value(await saveArticle(articleAt('https://a.example/a'), 1)).id, value(await saveArticle(articleAt('https://a.example/b'), 2)).id];
    for (const id of [a, b]) {
      await saveArticle(articleAt(`https://a.example/${id === a ? 'a' : 'b'}`, { text: 'New.' }), 3);
      await putHighlight(id, { ...MARK, id: `highlight-${id}` });
      await putShare({ id, at: 5, way: 'copy', to: [] });
      await putPictures(id, [{ url: 'https://a.example/p.png', blob: new Blob(['png'], { type: 'image/png' }) }], 0);
    }
    await removeArticles([a], 6);
    await purgeArticles([a], 7);
    expect(await sizes()).toMatchObject({ articles: 1, bodies: 1, texts: 1, versions: 1, highlights: 1, shares: 1, pictures: 1, tombstones: 1 });
    expect([value(await highlightsOf(b)).length, value(await sharesOf(b)).length, value(await versionsOf(b)).length, value(await picturesOf(b)).length]).toEqual([1, 1, 1, 1]);
    expect(await putHighlight(a, MARK)).toEqual({ ok: false, reason: 'gone' });
  });

  it('takes no picture that is none', async () => {
    const id = value(await saveArticle(articleAt('https://a.example/a'), 1)).id;
    value(await putPictures(id, [{ url: 'https://a.example/p', blob: new Blob(['<p>'], { type: 'text/html' }) }, { url: 'data:x', blob: new Blob(['x'], { type: 'image/png' }) }], 0));
    expect(value(await picturesOf(id))).toEqual([]);
  });
});
