// @vitest-environment jsdom
/** Every format that is read: a file after its documented form, and a damaged one that loses no row without a word. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recognise } from '../../../src/formats/in/recognise.ts';
import type { Format } from '../../../src/formats/in/format.ts';
import { timeOf, type Incoming, type Row } from '../../../src/formats/in/row.ts';

const FILES = join(import.meta.dirname, 'files');

function rows(file: string): { name: string; rows: readonly Row[] } {
  const text = readFileSync(join(FILES, file), 'utf8');
  const known = recognise(file, text);
  if (known.kind !== 'rows') throw new Error(`${file} was taken for ${known.kind}`);
  return { name: known.format.name, rows: [...known.format.read(text)] };
}
/** So many at most: one that never ends fails instead of filling the memory. */
function* firstOf<T>(all: Iterable<T>, most: number): Generator<T> {
  let n = 0;
  for (const each of all) {
    if ((n += 1) > most) return;
    yield each;
  }
}
const kept = (all: readonly Row[]): readonly Incoming[] => all.flatMap((row) => (row.ok ? [row.item] : []));
const refused = (all: readonly Row[]): readonly string[] => all.flatMap((row) => (row.ok ? [] : [row.reason]));

const FERRY = { url: 'https://ferry.example/milk', title: 'The ferry that waits for the milk' };
const TAGS = ['boats', 'slow travel'];
const AT = Date.parse('2021-03-02T10:04:05Z');

/** File, the service it is of, and what its rows say. */
const WHOLE: readonly (readonly [file: string, name: string, items: readonly Partial<Incoming>[], refused?: readonly string[]])[] = [
  ['pocket.csv', 'pocket', [
    { url: 'https://ferry.example/milk?utm_source=pocket', title: FERRY.title, savedAt: 1_606_753_622_000, tags: TAGS, archived: false },
    { url: 'https://timber.example/salt', title: 'Salt, wind and "old" timber', archived: true },
    { url: 'https://notitle.example/a/b' },
    { url: 'https://hashi.example/%E6%A9%8B', title: '日本の橋', tags: ['橋'] },
  ]],
  ['pocket.html', 'pocket', [
    { ...FERRY, savedAt: 1_606_753_622_000, tags: TAGS, archived: false }, { url: 'https://notitle.example/a' },
    { url: 'https://timber.example/salt', title: 'Salt & wind', archived: true },
  ]],
  ['pocket-highlights.json', 'pocket', [{ ...FERRY, highlights: [
    { text: 'The captain knows every cow by name.', at: 1_606_753_700_000 }, { text: 'Nobody is late here.', at: 1_606_753_800_000 },
  ] }]],
  ['instapaper-old.csv', 'instapaper', [
    { ...FERRY, savedAt: 1_606_753_622_000, archived: false, highlights: [{ text: 'The captain knows every cow, by name.' }] },
    { url: 'https://timber.example/salt', archived: true }, { url: 'https://bread.example/rye', tags: ['Recipes'] },
  ]],
  ['instapaper-new.csv', 'instapaper', [{ ...FERRY, favourite: true, archived: false, tags: TAGS }, { url: 'https://timber.example/salt', archived: true, favourite: false }]],
  ['readwise.csv', 'readwise', [
    { ...FERRY, savedAt: Date.parse('2023-03-26T21:02:51.618Z'), tags: TAGS, archived: false, progress: 0.4 }, { url: 'https://timber.example/salt', archived: true, tags: ['wood'], progress: 1 },
  ], ['rowFromFeed']],
  ['wallabag.json', 'wallabag', [
    { ...FERRY, savedAt: Date.parse('2021-03-02T09:04:05Z'), archived: true, favourite: false, tags: TAGS, authors: ['Ines Moor'], published: '2021-02-26T13:15Z', language: 'en-GB',
      picture: 'https://ferry.example/boat.jpg', highlights: [{ text: 'The ferry waits.', note: 'so true', at: Date.parse('2021-03-03T09:04:05Z') }] },
    { url: 'https://timber.example/salt', favourite: true, archived: false },
  ]],
  ['karakeep.json', 'karakeep', [{ ...FERRY, savedAt: 1_606_753_622_000, archived: true, tags: [...TAGS, 'Water', 'Rivers'], note: 'for the class' }, { url: 'https://timber.example/salt' }], ['rowNoPage']],
  ['raindrop.csv', 'raindrop', [
    { ...FERRY, savedAt: AT, favourite: true, tags: ['slow travel', 'rivers', 'Boats'], note: 'for the class', excerpt: 'A boat and its cows.', picture: 'https://ferry.example/boat.jpg',
      highlights: [{ text: 'The captain knows every cow.', note: 'so true' }, { text: 'Nobody is late here.' }] },
    { url: 'https://timber.example/salt', favourite: false },
  ]],
  ['linkwarden.json', 'linkwarden', [
    { ...FERRY, savedAt: AT, favourite: true, tags: ['slow travel', 'Boats'], text: 'The ferry waits.\n\nThe captain knows every cow.' }, { url: 'https://timber.example/salt', title: 'Salt and wind', favourite: false, savedAt: Date.parse('2021-03-04T10:04:05Z') },
  ]],
  ['matter.csv', 'matter', [
    { ...FERRY, authors: ['Ines Moor'], publication: 'The Ferry', favourite: true, archived: false, tags: ['boats'], savedAt: Date.parse('2022-05-22T14:47:50Z') },
    { url: 'https://timber.example/salt', archived: true },
  ]],
  ['matter-old.csv', 'matter', [
    { ...FERRY, authors: ['Ines Moor'], publication: 'The Ferry', archived: true, savedAt: Date.parse('2022-05-22T14:47:50Z') }, { url: 'https://timber.example/salt', archived: false },
  ]],
  ['omnivore.json', 'omnivore', [
    { ...FERRY, savedAt: AT, archived: true, progress: 1, tags: TAGS, authors: ['Ines Moor'], published: '2021-02-26', excerpt: 'A boat and its cows.' }, { url: 'https://timber.example/salt', archived: false },
  ]],
  ['bookmarks.html', 'bookmarks', [
    { ...FERRY, savedAt: 1_606_753_622_000, tags: ['slow travel', 'rivers'], note: 'A boat and its cows.' },
    { url: 'https://timber.example/salt', title: 'Salt & wind', tags: ['Boats'] }, { url: 'https://bread.example/rye' },
  ], ['rowNotWeb']],
  ['table.csv', 'table', [{ ...FERRY, tags: TAGS }, { url: 'https://timber.example/salt' }]],
];

describe('a whole file', () => {
  it.each(WHOLE.map(([file, name, items, reasons = []]) => ({ file, name, items, reasons })))('$file is known as $name', ({ file, name, items, reasons }) => {
    const read = rows(file);
    expect(read.name).toBe(name);
    expect(kept(read.rows)).toMatchObject(items);
    expect(refused(read.rows)).toEqual(reasons);
  });

  it('no field is written that the file does not say', () => {
    expect(kept(rows('pocket.csv').rows)[2]).toEqual({ url: 'https://notitle.example/a/b', savedAt: 1_612_345_678_000, archived: false });
  });
});

/** File, addresses that are kept, reasons for the rest: together the rows that a person counts in the file. */
const DAMAGED: readonly (readonly [file: string, kept: readonly string[], refused: readonly string[]])[] = [
  ['pocket-damaged.csv', ['https://one.example/', 'https://two.example/'], ['rowNoAddress', 'rowNotWeb', 'rowDamaged', 'rowNoAddress']],
  ['pocket-damaged.html', ['https://one.example/', 'https://two.example/'], ['rowNotWeb', 'rowDamaged']],
  ['instapaper-damaged.csv', ['https://one.example/', 'https://four.example/', 'https://five.example/'], ['rowNoAddress', 'rowNotWeb', 'rowDamaged']],
  ['readwise-damaged.csv', ['https://one.example/'], ['rowNotWeb', 'rowDamaged']],
  ['wallabag-damaged.json', ['https://one.example/', 'https://two.example/'], ['rowNoAddress', 'rowDamaged', 'rowDamaged']],
  ['karakeep-damaged.json', ['https://one.example/'], ['rowNoPage', 'rowDamaged']],
  ['raindrop-damaged.csv', ['https://one.example/'], ['rowNotWeb', 'rowNoAddress']],
  ['linkwarden-damaged.json', ['https://one.example/', 'https://two.example/'], ['rowNoAddress', 'rowDamaged']],
  ['matter-damaged.csv', ['https://one.example/', 'https://three.example/'], ['rowNoAddress', 'rowDamaged']],
  ['omnivore-damaged.json', ['https://one.example/'], ['rowNotWeb', 'rowDamaged']],
  ['bookmarks-damaged.html', ['https://one.example/'], ['rowNoAddress', 'rowDamaged']],
  ['table-damaged.csv', ['https://one.example/'], ['rowNotWeb', 'rowDamaged']],
];

describe('a time', () => {
  it.each([
    ['0', undefined], ['7', undefined], ['12', undefined], ['-1', undefined], ['', undefined],
    ['2022-05-22', Date.UTC(2022, 4, 22)], ['2022-05-22 14:47:50', Date.UTC(2022, 4, 22, 14, 47, 50)], ['2022-05-22T14:47:50+0200', Date.UTC(2022, 4, 22, 12, 47, 50)], ['2022-05-22 14:47:50 +0200', Date.UTC(2022, 4, 22, 12, 47, 50)],
    ['05-22-2022', new Date(2022, 4, 22).getTime()], ['1653230870', 1_653_230_870_000],
  ])('%j is read for what it says', (text, time) => {
    expect(timeOf(text)).toBe(time);
  });
});

describe('a damaged file', () => {
  it.each(DAMAGED)('%s: every row is kept or reported', (file, addresses, reasons) => {
    const { rows: all } = rows(file);
    expect(kept(all).map(({ url }) => url)).toEqual(addresses);
    expect(refused(all)).toEqual(reasons);
    expect(all.map(({ row }) => row)).toEqual(all.map((_, at) => at + 1));
    // What is reported can be found in the file by the person.
    for (const row of all) if (!row.ok && row.what) expect(readFileSync(join(FILES, file), 'utf8').replace(/\s+/g, ' ').replaceAll('\\"', '"')).toContain(row.what.slice(0, 12).replaceAll('\\"', '"').replace(/^\{?"/, '').slice(0, 6));
  });

  it('with a bracket too many comes to an end', () => {
    const { format } = recognise('x.json', '[{"slug":"a","savedAt":"2021-03-02"}}, }, {"url":"https://one.example/"}') as { format: Format };
    const all = format.read('[{"url":"https://one.example/","slug":"a","savedAt":"2021-03-02"}}, }, {"url":"https://two.example/"}');
    expect(kept([...firstOf(all, 20)]).map(({ url }) => url)).toEqual(['https://one.example/', 'https://two.example/']);
  });

  it('with a string of many megabytes is read', () => {
    const long = `{"url":"https://one.example/","slug":"a","savedAt":"2021-03-02","content":"${'\\\"'.repeat(5_000_000)}${'x'.repeat(10_000_000)}"}`;
    const { format } = recognise('x.json', `[${long}`) as { format: Format };
    expect(kept([...format.read(`[${long}`)]).map(({ url }) => url)).toEqual(['https://one.example/']);
  });

  it('with lists as deep as a well in it is read', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const text = `[{"url":"https://one.example/","slug":"a","savedAt":"2021-03-02"}, ${deep}, {"url":${deep},"slug":"b"}]`;
    const { format } = recognise('x.json', text) as { format: Format };
    const all = [...format.read(text)];
    expect(kept(all).map(({ url }) => url)).toEqual(['https://one.example/']);
    expect(refused(all)).toEqual(['rowDamaged', 'rowNoAddress']);
  });

  it('what is no list of links is said to be none', () => {
    expect(recognise('letter.txt', 'Dear Anna, nothing to see here, but a comma or two.').kind).toBe('unknown');
    expect(recognise('x.json', '{"a": 1}').kind).toBe('unknown');
    expect(recognise('x.html', '<!doctype html><title>x</title><p>A page').kind).toBe('page');
    expect(recognise('empty.csv', '').kind).toBe('unknown');
  });
});
