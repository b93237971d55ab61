import '../../support/extension-page.ts';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BINDINGS, doingOf } from '../../../src/pages/library/keys.ts';

const press = (key: string, more: Partial<KeyboardEvent> = {}) => doingOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more });

describe('the keys of the library', () => {
  it.each([
    ['j', 'next'], ['ArrowUp', 'previous'], ['e', 'archive'], ['#', 'remove'], ['Delete', 'remove'], ['z', 'undo'], ['/', 'search'], ['?', 'help'], ['q', undefined],
  ])('%s asks for %s', (key, doing) => expect(press(key)).toBe(doing));

  it('tells modifiers apart, but for the signs that need one on some keyboards', () => {
    expect(press('a')).toBeUndefined();
    expect(press('a', { ctrlKey: true })).toBe('selectAll');
    expect(press('A', { metaKey: true })).toBe('selectAll');
    expect(press('e', { ctrlKey: true })).toBeUndefined();
    expect(press('e', { altKey: true })).toBeUndefined();
    expect(press('E', { shiftKey: true })).toBeUndefined();
    expect(press('ArrowDown', { shiftKey: true })).toBe('selectNext');
    expect(press('#', { shiftKey: true })).toBe('remove');
    expect(press('?', { shiftKey: true })).toBe('help');
  });

  it('gives no key two meanings', () => {
    const all = BINDINGS.flatMap(({ keys }) => keys);
    expect(new Set(all).size).toBe(all.length);
  });

  it('says of each doing that has words which key it is', () => {
    for (const { doing, shown, words } of BINDINGS) expect(Boolean(shown) === Boolean(words), doing).toBe(true);
    expect(JSON.parse(readFileSync('src/_locales/en/library.json', 'utf8'))).toMatchObject(Object.fromEntries(BINDINGS.flatMap(({ words }) => (words ? [[words, {}]] : []))));
  });
});
