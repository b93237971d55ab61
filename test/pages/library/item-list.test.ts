import { openDocument } from '../../support/extension-page.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SavedArticle } from '../../../src/library/library.ts';
import { ItemList } from '../../../src/pages/library/item-list.ts';
import type { Entry } from '../../../src/pages/library/row.ts';
import type { Frame } from '../../../src/pages/library/stretch.ts';

function saved(id: number, more: Partial<SavedArticle> = {}): Entry {
  return {
    id, saved: {
      id, uid: `u${id}`, url: `https://www.a.example/${id}`, sourceUrl: `https://www.a.example/${id}`, title: `Title ${id}`, authors: [], dir: 'ltr', excerpt: '', wordCount: 460,
      savedAt: 1, updatedAt: 1, readState: 'unread', favourite: false, tags: [], hasBody: true, quotes: [], ...more,
    },
  };
}

let page: Document;
let list: ItemList;
let acts: string[] = [];
let told = 0;
let inView: readonly number[] = [];
let known = new Map<number, Entry>();
/** Ten rows of 100 pixels fit into the view; the list begins at its top. */
let frame: Frame;
beforeEach(() => {
  page = openDocument('<h1 id="heading" tabindex="-1"></h1><ul id="items"></ul>');
  vi.stubGlobal('scrollBy', ({ top }: { top: number }) => { frame = { ...frame, top: frame.top - top }; });
  acts = [];
  told = 0;
  known = new Map();
  frame = { top: 0, view: 1_000, row: 100, columns: 1 };
  list = new ItemList(page.getElementById('items')!, {
    act: (doing, entry) => acts.push(`${doing} ${entry.id}`), onChosen: () => { told += 1; }, entry: (id) => known.get(id),
    onView: (ids) => { inView = ids; }, measure: () => frame, fallback: page.getElementById('heading')!,
  });
});
/** Shows entries whose rows are all known. */
function show(entries: readonly Entry[], words: readonly string[] = []): void {
  known = new Map(entries.map((entry) => [entry.id, entry]));
  list.show(entries.map(({ id }) => id), words);
}
const many = (n: number) => show(Array.from({ length: n }, (_, i) => saved(i + 1)));
const ids = () => [...page.querySelectorAll<HTMLElement>('.item')].map((row) => Number(row.dataset['id']));
const row = (id: number) => page.querySelector<HTMLElement>(`[data-id="${id}"]`)!;
const control = (id: number, doing: string) => row(id).querySelector<HTMLElement>(`[data-doing="${doing}"]`)!;

describe('the list on the page', () => {
  it('shows rows in the order given, whatever was shown before', () => {
    for (const order of [[1, 2, 3], [3, 1, 2, 4], [4], [2, 4, 1], []]) {
      show(order.map((id) => saved(id)), []);
      expect(ids()).toEqual(order);
    }
  });

  it('keeps the element of a row that did not change, and replaces one that did, in place', () => {
    show([1, 2, 3].map((id) => saved(id)), []);
    const [one, two] = [row(1), row(2)];
    show([saved(1), saved(2, { updatedAt: 2, title: 'New' }), saved(3)], []);
    expect(row(1)).toBe(one);
    expect(row(2)).not.toBe(two);
    expect(row(2).querySelector('h2')?.textContent).toBe('New');
    expect(ids()).toEqual([1, 2, 3]);
  });

  it('keeps the focus on the same control when its row is replaced', () => {
    show([1, 2].map((id) => saved(id)), []);
    control(2, 'favourite').focus();
    show([saved(1), saved(2, { updatedAt: 2, favourite: true })], []);
    expect(page.activeElement).toBe(control(2, 'favourite'));
    expect(control(2, 'favourite').getAttribute('aria-pressed')).toBe('true');
  });

  it('moves the focus to the next row when its own is gone, to the one before at the end, to the heading when none is left', () => {
    show([1, 2, 3].map((id) => saved(id)), []);
    control(2, 'archive').focus();
    show([saved(1), saved(3)], []);
    expect(list.focusedId()).toBe(3);
    show([saved(1)], []);
    expect(list.focusedId()).toBe(1);
    show([], []);
    expect(page.activeElement?.id).toBe('heading');
  });

  it('leaves the focus alone when it is elsewhere', () => {
    page.getElementById('heading')!.focus();
    show([saved(1)], []);
    show([], []);
    expect(page.activeElement?.id).toBe('heading');
  });

  it('walks by rows and stops at the ends', () => {
    show([1, 2].map((id) => saved(id)), []);
    const seen = ([1, 1, 1, -1, -1] as const).map((by) => { list.step(by); return list.focusedId(); });
    expect(seen).toEqual([1, 2, 2, 1, 1]);
  });

  it('chooses one, a range, all, and forgets rows that are gone', () => {
    show([1, 2, 3, 4].map((id) => saved(id)), []);
    list.choose(2, true);
    list.choose(4, true, true);
    expect(list.chosen).toEqual([2, 3, 4]);
    expect(row(3).querySelector('input')?.checked).toBe(true);
    show([saved(1), saved(3)], []);
    expect(list.chosen).toEqual([3]);
    list.chooseAll(true);
    expect(list.chosen).toEqual([1, 3]);
    list.chooseAll(false);
    expect(list.chosen).toEqual([]);
  });

  it('says what was pressed', () => {
    show([saved(1), saved(2, { removedAt: 5 }), { id: 3 }], []);
    for (const [id, doing] of [[1, 'favourite'], [1, 'archive'], [1, 'more'], [2, 'putBack'], [2, 'purge'], [3, 'remove']] as const) control(id, doing).click();
    expect(acts).toEqual(['favourite 1', 'archive 1', 'more 1', 'putBack 2', 'purge 2', 'remove 3']);
  });
});

describe('a list longer than the view', () => {
  it('builds the rows in view and half a view around it, and is as long as all of them', () => {
    many(50_000);
    expect(ids()).toEqual(Array.from({ length: 15 }, (_, i) => i + 1));
    expect(page.getElementById('items')!.style.blockSize).toBe('5000000px');
    frame = { ...frame, top: -2_000_000 };
    list.paint();
    expect(ids()).toEqual(Array.from({ length: 20 }, (_, i) => 19_996 + i));
    expect(inView).toEqual(ids());
    expect([row(20_001).getAttribute('aria-posinset'), row(20_001).getAttribute('aria-setsize'), row(20_001).style.getPropertyValue('--row')]).toEqual(['20001', '50000', '20000']);
  });

  it('lays cards side by side', () => {
    frame = { ...frame, columns: 3 };
    many(10);
    expect(page.getElementById('items')!.style.blockSize).toBe('400px');
    expect([row(5).style.getPropertyValue('--row'), row(5).style.getPropertyValue('--column')]).toEqual(['1', '1']);
  });

  it('keeps the row that has the focus when it is scrolled away, in its place in the order', () => {
    many(1_000);
    control(3, 'archive').focus();
    frame = { ...frame, top: -50_000 };
    list.paint();
    expect(ids().slice(0, 2)).toEqual([3, 496]);
    expect(page.activeElement).toBe(control(3, 'archive'));
    frame = { ...frame, top: 0 };
    list.paint();
    expect(ids()[2]).toBe(3);
    expect(page.activeElement).toBe(control(3, 'archive'));
  });

  it('scrolls to the row that gets the focus', () => {
    many(1_000);
    list.focusAt(999);
    expect([list.focusedId(), frame.top]).toEqual([1_000, -(100_000 - 1_000 + 88)]);
    list.focusAt(0);
    expect([list.focusedId(), frame.top]).toEqual([1, 8]);
  });

  it('shows the place of a row that is not read yet, and the row in it without losing the focus', () => {
    list.show([1, 2], []);
    list.focusAt(1);
    expect(row(2).classList.contains('is-waiting')).toBe(true);
    known = new Map([1, 2].map((id) => [id, saved(id)]));
    list.paint();
    expect([row(2).classList.contains('is-waiting'), list.focusedId()]).toEqual([false, 2]);
  });

  it('chooses rows that are not built', () => {
    many(5_000);
    list.choose(10, true);
    list.choose(4_000, true, true);
    expect([list.chosenCount, list.chosen[0], list.chosen.at(-1)]).toEqual([3_991, 10, 4_000]);
    list.chooseAll(true);
    expect(list.chosenCount).toBe(5_000);
    expect(told).toBeGreaterThan(2);
  });
});

describe('a row', () => {
  it('says who, when and how long, and leads to the reading page', () => {
    show([saved(7, { publication: 'The Reed', authors: ['Ada Quill', 'Bo Li'], published: '2025-03-04T10:15', quotes: ['a', 'b'] })], []);
    expect(row(7).querySelector('.facts')?.textContent).toBe('The Reed · Ada Quill, Bo Li · 4 Mar 2025');
    expect(row(7).querySelector('.foot')?.textContent).toBe('2 min2 quotes');
    expect(row(7).querySelector('h2 a')?.getAttribute('href')).toBe('chrome-extension://passalong/pages/reader/reader.html?id=7');
    expect(row(7).querySelector('.picture')?.textContent).toBe('T');
  });

  it('leads to the web when only the link was kept, and takes the site for a name', () => {
    show([saved(7, { hasBody: false })], []);
    const link = row(7).querySelector('h2 a')!;
    expect([link.getAttribute('href'), link.getAttribute('target'), link.getAttribute('rel')]).toEqual(['https://www.a.example/7', '_blank', 'noreferrer']);
    expect(row(7).querySelector('.facts')?.textContent).toMatch(/^a\.example · saved /);
  });

  it('shows a picture that is kept here, asks no site for one that is not, and shows an initial when it can not be read', () => {
    const leadImage = 'https://a.example/p.jpg';
    show([saved(7, { leadImage, pictures: { kept: 0, linked: 1 } })], []);
    expect(row(7).querySelector('img')).toBeNull();
    expect(row(7).querySelector('.picture')?.textContent).toBe('A');
    show([{ ...saved(7, { leadImage }), lead: { of: leadImage, src: 'blob:here' } }], []);
    const image = row(7).querySelector('img')!;
    expect([image.getAttribute('src'), image.getAttribute('loading'), image.getAttribute('alt')]).toEqual(['blob:here', 'lazy', '']);
    image.dispatchEvent(new page.defaultView!.Event('error'));
    expect(row(7).querySelector('.picture')?.textContent).toBe('A');
  });

  it('shows hostile words as words', () => {
    show([saved(7, { title: '<img src=x onerror=alert(1)>', authors: ['<b>x</b>'], language: 'xx-not a tag' })], []);
    expect(row(7).querySelector('h2 img, .facts b')).toBeNull();
    expect(row(7).querySelector('h2')?.textContent).toBe('<img src=x onerror=alert(1)>');
  });

  it('says how much is left of what was begun, and which tags it has', () => {
    show([saved(7, { wordCount: 4_600, progress: 0.5, tags: ['to read', 'bread'] })]);
    expect(row(7).querySelector('.foot')?.textContent).toBe('10 min left2 tags#bread#to read');
    // Two fit where the row is wide; of ten not all are drawn.
    expect(row(7).querySelector('span.tag')?.className).toBe('tag if-narrow');
    expect(row(7).querySelector<HTMLElement>('.bar span')?.style.inlineSize).toBe('50%');
    expect([...row(7).querySelectorAll('a.tag')].map((tag) => tag.getAttribute('href'))).toEqual(['#tag/bread', '#tag/to%20read']);
    const ten = Array.from({ length: 10 }, (_, n) => `part ${n + 1}`);
    show([saved(7, { tags: ten })]);
    expect([...row(7).querySelectorAll('.tag')].map((tag) => tag.textContent)).toEqual(['10 tags', ...ten.slice(0, 8).map((tag) => `#${tag}`)]);
    expect(row(7).querySelector('span.tag')?.className).toBe('tag');
    expect(row(7).querySelector('span.tag')?.getAttribute('title')).toBe(ten.join(', '));
    show([saved(7, { progress: 1 })]);
    expect(row(7).querySelector('.foot')?.textContent).toBe('Read to the end');
  });

  it('separates facts by a bar in text from right to left, where a middle dot reads as zero', () => {
    show([saved(7, { dir: 'rtl', publication: 'المرفأ', published: '2025' })], []);
    expect(row(7).querySelector('.facts')?.textContent).toBe('المرفأ | 2025');
  });

  it('marks what was looked for in the title and around it', () => {
    show([{ ...saved(7, { title: 'The Lamp' }), snippet: { text: '…a lamp lit', marks: [[3, 7]] } }], ['lamp']);
    expect([...row(7).querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['Lamp', 'lamp']);
    expect(row(7).querySelector('.snippet')?.textContent).toBe('…a lamp lit');
  });
});
