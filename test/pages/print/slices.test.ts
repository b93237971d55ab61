/** Long work in slices: in order, stopped by what comes after it, brought to its end when the printer asks; and what makes a slice. */
import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { firstOf, Slices, slicesOf, type Step } from '../../../src/pages/print/slices.ts';

function* steps(log: number[], count: number): Generator<Step, string> {
  for (let n = 0; n < count; n += 1) {
    log.push(n);
    yield n === 0 ? 'draw' : undefined;
  }
  return 'done';
}

describe('work in slices', () => {
  beforeAll(() => { vi.stubGlobal('requestAnimationFrame', (run: () => void) => setTimeout(run)); });
  afterAll(() => { vi.unstubAllGlobals(); });

  it('is done in order, and between slices others have their turn', async () => {
    const log: number[] = [];
    let before = -1;
    setTimeout(() => { before = log.length; });
    expect(await new Slices().run(steps(log, 4), false)).toBe('done');
    expect(log).toEqual([0, 1, 2, 3]);
    expect(before).toBe(1);
  });
  it('is done at once when it is short', () => {
    const log: number[] = [];
    void new Slices().run(steps(log, 4), true);
    expect(log).toHaveLength(4);
  });
  it('is stopped by the next', async () => {
    const slices = new Slices();
    const [one, two]: [number[], number[]] = [[], []];
    const first = slices.run(steps(one, 4), false);
    expect(await slices.run(steps(two, 2), true)).toBe('done');
    expect(await first).toBeUndefined();
    expect([one, two]).toEqual([[0], [0, 1]]);
  });
  it('is brought to its end when nothing can wait', async () => {
    const slices = new Slices();
    const log: number[] = [];
    const work = slices.run(steps(log, 4), false);
    slices.finish();
    expect(log).toHaveLength(4);
    expect(await work).toBe('done');
  });
});

describe('what makes a slice', () => {
  const { document } = new JSDOM('<article><h1>Title</h1><div class="text"></div></article>').window;
  const text = document.querySelector('.text')!;
  for (let n = 0; n < 40; n += 1) {
    const list = n % 10 === 9 ? '<ul>' + '<li></li>'.repeat(8) + '</ul>' : '<p></p>';
    text.insertAdjacentHTML('beforeend', list);
    for (const place of text.lastElementChild!.matches('ul') ? text.lastElementChild!.children : [text.lastElementChild!]) place.textContent = `${n} ${'word '.repeat(800)}`;
  }
  const article = document.querySelector('article')!;
  const sliced = slicesOf([article]);

  it('is some paragraphs, and every one is in one slice', () => {
    expect(sliced.isLong).toBe(true);
    const all = sliced.slices.flat();
    expect(all.map((piece) => piece.textContent).join('')).toBe(article.textContent);
    expect(new Set(all).size).toBe(all.length);
    for (const slice of sliced.slices) expect(slice.map((piece) => piece.textContent).join('').length).toBeLessThan(40_000);
  });
  it('a short article is one go', () => {
    const short = new JSDOM('<article><p>Short.</p></article>').window.document.querySelector('article')!;
    expect(slicesOf([short]).isLong).toBe(false);
  });
  it('the copy of the beginning ends where the first slice does', () => {
    const copy = firstOf(article, sliced)!;
    expect(copy.textContent).toBe(sliced.slices[0]!.map((piece) => piece.textContent).join(''));
    expect(copy.querySelector('h1')?.textContent).toBe('Title');
    expect(article.contains(copy.querySelector('p'))).toBe(false);
  });
});
