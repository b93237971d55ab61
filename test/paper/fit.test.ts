/** Fitting onto fewer sheets, the undo steps, and which parts and pictures can go. */
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { emptyParts } from '../../src/paper/empties.ts';
import { FITTING, firstFitting } from '../../src/paper/fit.ts';
import { History } from '../../src/paper/history.ts';
import { extraPictures } from '../../src/paper/main-picture.ts';
import { numberParts, partAt } from '../../src/paper/removable.ts';

describe('fitting onto a number of sheets', () => {
  /** A paper whose sheets go down with every step. */
  const count = (sheets: readonly number[]) => async (setting: (typeof FITTING)[number]): Promise<number> => sheets[FITTING.indexOf(setting)]!;
  const falling = FITTING.map((_, index) => 20 - index);

  it('takes the most comfortable setting that fits', async () => {
    expect(await firstFitting(20, count(falling))).toBe(FITTING[0]);
    expect(await firstFitting(14, count(falling))).toBe(FITTING[6]);
    expect(await firstFitting(20 - FITTING.length + 1, count(falling))).toBe(FITTING.at(-1));
  });
  it('says so when none fits', async () => expect(await firstFitting(3, count(falling))).toBeUndefined());
  it('gives up when a count does', async () => expect(await firstFitting(3, async () => undefined)).toBe('given up'));
  it('asks for few counts: each is a layout of the whole', async () => {
    let asked = 0;
    await firstFitting(14, (setting) => { asked += 1; return count(falling)(setting); });
    expect(asked).toBeLessThanOrEqual(4);
  });
  it('never goes under nine points', () => expect(Math.min(...FITTING.map(({ printSize }) => printSize))).toBe(9));
});

describe('history', () => {
  it('undoes and does again in order, and forgets what was undone when something new is done', () => {
    const seen: string[] = [];
    const step = (name: string) => ({ apply: () => { seen.push(`+${name}`); }, revert: () => { seen.push(`-${name}`); } });
    const history = new History();
    expect([history.canUndo, history.canRedo]).toEqual([false, false]);
    history.do(step('a'));
    history.do(step('b'));
    history.undo();
    history.redo();
    history.undo();
    history.do(step('c'));
    expect([history.canUndo, history.canRedo]).toEqual([true, false]);
    history.undo();
    history.undo();
    history.undo();
    expect(seen.join(' ')).toBe('+a +b -b +b -b +c -c -a');
  });
});

describe('parts', () => {
  const { document } = new JSDOM(`<article><h1 class="title">T</h1><p id="p">One</p><p> </p>
    <figure id="f"><img id="i"><figcaption id="c">C</figcaption></figure><ul><li id="l">A<ul><li id="m">B</li></ul></li></ul>
    <div class="wide" id="w"><table><tr><td><p id="cell">x</p></td></tr></table></div></article>`).window;
  numberParts([document.querySelector('article')!]);
  const part = (id: string) => partAt(document.getElementById(id)!);

  it('are the blocks of the text; a figure and a table go as a whole', () => {
    expect(new Set(['p', 'f', 'l', 'm', 'w'].map(part)).size).toBe(5);
    expect(part('i')).toBe(part('f'));
    expect(part('c')).toBe(part('f'));
    expect(part('cell')).toBe(part('w'));
  });
  it('are neither the title nor what holds nothing', () => {
    expect(partAt(document.querySelector('.title')!)).toBeUndefined();
    expect(document.querySelectorAll('[data-part]')).toHaveLength(5);
  });
});

describe('the main picture alone', () => {
  it('leaves the first; a figure round a text loses the picture only', () => {
    const { document } = new JSDOM('<article><figure id="a"><img></figure><p><img id="b"></p><figure><table></table><picture id="c"><img></picture></figure><figure id="d"><img><img></figure></article>').window;
    expect(extraPictures(document.querySelector('article')!).map(({ id }) => id)).toEqual(['b', 'c', 'd']);
  });
});

describe('what shows nothing', () => {
  it('is left out: empty blocks and stray line breaks, but no cell, no break inside a verse', () => {
    const { document } = new JSDOM(`<article><p>One<br>two<br></p><p id="a"> &nbsp;</p><div id="b"><div><br></div><span></span></div><br id="c">
      <table><tr><td>x</td><td><p></p></td></tr></table><table id="d"><tr><td></td></tr></table><p><img></p><h2>Last</h2></article>`).window;
    const parts = emptyParts(document.querySelector('article')!);
    expect(parts.filter(({ id }) => id).map(({ id }) => id)).toEqual(['a', 'b', 'd', 'c']);
    expect(parts.filter(({ localName }) => localName === 'p')).toHaveLength(1);
    // The second break of the verse ends nothing; the first one does.
    expect(document.querySelectorAll('p br').length - parts.filter((part) => part.matches('p br')).length).toBe(1);
  });
});
