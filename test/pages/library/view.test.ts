import { describe, expect, it } from 'vitest';
import { scrollFor, stretchOf } from '../../../src/pages/library/stretch.ts';
import { filterOf, hashOf, LEAVES, LISTS, viewOf, type View } from '../../../src/pages/library/view.ts';

describe('a view and its address', () => {
  const views: readonly View[] = [
    ...LISTS.map((list): View => ({ kind: 'list', list })), ...LEAVES.map((leaf): View => ({ kind: 'leaf', leaf })),
    ...['a', 'für die/Klasse', '100 %', '#x', '中文'].flatMap((name) => (['tag', 'site', 'author', 'year'] as const).map((facet): View => ({ kind: 'facet', facet, name }))),
  ];
  it.each(views.map((view) => [hashOf(view), view] as const))('%s leads back', (hash, view) => expect(viewOf(hash)).toEqual(view));

  it.each(['', '#', '#nothing', '#tag', '#tag/', '#constructor', '#/x'])('%j is the unread ones', (hash) => expect(viewOf(hash)).toEqual({ kind: 'list', list: 'unread' }));

  it('takes an address that is not well formed as it stands', () => expect(viewOf('#tag/100%')).toEqual({ kind: 'facet', facet: 'tag', name: '100%' }));

  it('names the filter of the library', () => {
    expect(filterOf({ kind: 'facet', facet: 'site', name: 'a.example' })).toBe('site:a.example');
    expect(filterOf({ kind: 'list', list: '*' })).toBe('*');
    expect(filterOf({ kind: 'leaf', leaf: 'tags' })).toBeUndefined();
  });
});

describe('the stretch in view', () => {
  const frame = { top: 0, view: 1_000, row: 100, columns: 1 };
  it.each([
    ['at the top', frame, 100, 0, 15], ['in the middle', { ...frame, top: -5_000 }, 100, 45, 65], ['at the end', { ...frame, top: -9_000 }, 100, 85, 100],
    ['past the end', { ...frame, top: -20_000 }, 100, 100, 100], ['not there yet', { ...frame, top: 3_000 }, 100, 0, 0],
    ['three side by side', { ...frame, columns: 3 }, 40, 0, 40], ['three, the last row not full', { ...frame, columns: 3, top: -1_000 }, 40, 15, 40],
    ['empty', frame, 0, 0, 0], ['not laid out', { ...frame, row: 0 }, 10, 0, 0],
  ])('%s', (_, given, count, from, to) => expect(stretchOf(given, count)).toEqual({ from, to }));

  it('scrolls only as far as it must', () => {
    const covered = { top: 8, bottom: 88 };
    expect(scrollFor(frame, 3, covered)).toBe(0);
    expect(scrollFor(frame, 9, covered)).toBe(88);
    expect(scrollFor({ ...frame, top: -500 }, 2, covered)).toBe(-308);
    // A row taller than the view shows its beginning.
    expect(scrollFor({ ...frame, row: 2_000 }, 1, covered)).toBe(1_992);
  });
});
