import { openDocument } from '../../support/extension-page.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SavedArticle } from '../../../src/library/library.ts';
import { ItemList } from '../../../src/pages/library/item-list.ts';
import type { Entry } from '../../../src/pages/library/row.ts';

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
let chosen: readonly number[] = [];
let acts: string[] = [];
beforeEach(() => {
  page = openDocument('<h1 id="heading" tabindex="-1"></h1><ul id="items"></ul>');
  acts = [];
  list = new ItemList(page.getElementById('items')!, {
    act: (doing, entry) => acts.push(`${doing} ${entry.id}`), onChosen: (ids) => { chosen = ids; }, fallback: page.getElementById('heading')!,
  });
});
const ids = () => [...page.querySelectorAll<HTMLElement>('.item')].map((row) => Number(row.dataset['id']));
const row = (id: number) => page.querySelector<HTMLElement>(`[data-id="${id}"]`)!;
const control = (id: number, doing: string) => row(id).querySelector<HTMLElement>(`[data-doing="${doing}"]`)!;

describe('the list on the page', () => {
  it('shows rows in the order given, whatever was shown before', () => {
    for (const order of [[1, 2, 3], [3, 1, 2, 4], [4], [2, 4, 1], []]) {
      list.show(order.map((id) => saved(id)), []);
      expect(ids()).toEqual(order);
    }
  });

  it('keeps the element of a row that did not change, and replaces one that did, in place', () => {
    list.show([1, 2, 3].map((id) => saved(id)), []);
    const [one, two] = [row(1), row(2)];
    list.show([saved(1), saved(2, { updatedAt: 2, title: 'New' }), saved(3)], []);
    expect(row(1)).toBe(one);
    expect(row(2)).not.toBe(two);
    expect(row(2).querySelector('h2')?.textContent).toBe('New');
    expect(ids()).toEqual([1, 2, 3]);
  });

  it('keeps the focus on the same control when its row is replaced', () => {
    list.show([1, 2].map((id) => saved(id)), []);
    control(2, 'favourite').focus();
    list.show([saved(1), saved(2, { updatedAt: 2, favourite: true })], []);
    expect(page.activeElement).toBe(control(2, 'favourite'));
    expect(control(2, 'favourite').getAttribute('aria-pressed')).toBe('true');
  });

  it('moves the focus to the next row when its own is gone, to the one before at the end, to the heading when none is left', () => {
    list.show([1, 2, 3].map((id) => saved(id)), []);
    control(2, 'archive').focus();
    list.show([saved(1), saved(3)], []);
    expect(list.focused()?.id).toBe(3);
    list.show([saved(1)], []);
    expect(list.focused()?.id).toBe(1);
    list.show([], []);
    expect(page.activeElement?.id).toBe('heading');
  });

  it('leaves the focus alone when it is elsewhere', () => {
    page.getElementById('heading')!.focus();
    list.show([saved(1)], []);
    list.show([], []);
    expect(page.activeElement?.id).toBe('heading');
  });

  it('walks by rows and stops at the ends', () => {
    list.show([1, 2].map((id) => saved(id)), []);
    const seen = ([1, 1, 1, -1, -1] as const).map((by) => { list.step(by); return list.focused()?.id; });
    expect(seen).toEqual([1, 2, 2, 1, 1]);
  });

  it('chooses one, a range, all, and forgets rows that are gone', () => {
    list.show([1, 2, 3, 4].map((id) => saved(id)), []);
    list.choose(2, true);
    list.choose(4, true, true);
    expect(chosen).toEqual([2, 3, 4]);
    expect(row(3).querySelector('input')?.checked).toBe(true);
    list.show([saved(1), saved(3)], []);
    expect(chosen).toEqual([3]);
    list.chooseAll(true);
    expect(chosen).toEqual([1, 3]);
    list.chooseAll(false);
    expect(chosen).toEqual([]);
  });

  it('says what was pressed', () => {
    list.show([saved(1), saved(2, { removedAt: 5 }), { id: 3 }], []);
    for (const [id, doing] of [[1, 'favourite'], [1, 'archive'], [1, 'more'], [2, 'putBack'], [2, 'purge'], [3, 'remove']] as const) control(id, doing).click();
    expect(acts).toEqual(['favourite 1', 'archive 1', 'more 1', 'putBack 2', 'purge 2', 'remove 3']);
  });
});

describe('a row', () => {
  it('says who, when and how long, and leads to the reading page', () => {
    list.show([saved(7, { publication: 'The Reed', authors: ['Ada Quill', 'Bo Li'], published: '2025-03-04T10:15', quotes: ['a', 'b'] })], []);
    expect(row(7).querySelector('.facts')?.textContent).toBe('The Reed · Ada Quill, Bo Li · 4 Mar 2025');
    expect(row(7).querySelector('.foot')?.textContent).toBe('2 min2 quotes');
    expect(row(7).querySelector('h2 a')?.getAttribute('href')).toBe('chrome-extension://passalong/pages/reader/reader.html?id=7');
    expect(row(7).querySelector('.picture')?.textContent).toBe('T');
  });

  it('leads to the web when only the link was kept, and takes the site for a name', () => {
    list.show([saved(7, { hasBody: false })], []);
    const link = row(7).querySelector('h2 a')!;
    expect([link.getAttribute('href'), link.getAttribute('target'), link.getAttribute('rel')]).toEqual(['https://www.a.example/7', '_blank', 'noreferrer']);
    expect(row(7).querySelector('.facts')?.textContent).toMatch(/^a\.example · saved /);
  });

  it('asks for a picture late and anonymously, and shows an initial when it does not come', () => {
    list.show([saved(7, { leadImage: 'https://a.example/p.jpg' })], []);
    const image = row(7).querySelector('img')!;
    expect([image.getAttribute('loading'), image.getAttribute('referrerpolicy'), image.getAttribute('alt')]).toEqual(['lazy', 'no-referrer', '']);
    image.dispatchEvent(new page.defaultView!.Event('error'));
    expect(row(7).querySelector('.picture')?.textContent).toBe('A');
  });

  it('shows hostile words as words', () => {
    list.show([saved(7, { title: '<img src=x onerror=alert(1)>', authors: ['<b>x</b>'], language: 'xx-not a tag' })], []);
    expect(row(7).querySelector('h2 img, .facts b')).toBeNull();
    expect(row(7).querySelector('h2')?.textContent).toBe('<img src=x onerror=alert(1)>');
  });

  it('separates facts by a bar in text from right to left, where a middle dot reads as zero', () => {
    list.show([saved(7, { dir: 'rtl', publication: 'المرفأ', published: '2025' })], []);
    expect(row(7).querySelector('.facts')?.textContent).toBe('المرفأ | 2025');
  });

  it('marks what was looked for in the title and around it', () => {
    list.show([{ ...saved(7, { title: 'The Lamp' }), snippet: { text: '…a lamp lit', marks: [[3, 7]] } }], ['lamp']);
    expect([...row(7).querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['Lamp', 'lamp']);
    expect(row(7).querySelector('.snippet')?.textContent).toBe('…a lamp lit');
  });
});
