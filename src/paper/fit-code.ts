/** Makes code fit the paper: smaller type in steps that stay readable, where that saves its lines from being wrapped. */

const STEPS = ['fit-1', 'fit-2'] as const;

/**
 * Call on the article laid out at the paper's width; paper.css gives the steps their sizes. Code with lines that are too long for
 * the smallest step keeps its size: it is wrapped either way.
 *
 * @param scale how many times larger than on paper the article is laid out
 * @returns takes the classes away again
 */
export function fitCode(article: Element, scale: number): () => void {
  let wide = [...article.querySelectorAll('pre')].filter((code) => isWrapped(code, scale));
  const changed = [...wide];
  for (const [index, step] of STEPS.entries()) {
    for (const code of wide) {
      if (index > 0) code.classList.remove(STEPS[index - 1]!);
      code.classList.add(step);
    }
    wide = wide.filter((code) => isWrapped(code, scale));
  }
  const clear = (code: Element): void => {
    code.classList.remove(...STEPS);
    if (!code.classList.length) code.removeAttribute('class');
  };
  for (const code of wide) clear(code);
  return () => { for (const code of changed) clear(code); };
}

function isWrapped(code: Element, scale: number): boolean {
  const { height } = code.getBoundingClientRect();
  if (!height) return false;
  const style = getComputedStyle(code);
  const pixels = (value: string): number => Number.parseFloat(value) || 0;
  const inside = height / scale - pixels(style.paddingBlockStart) - pixels(style.paddingBlockEnd);
  return Math.round(inside / pixels(style.lineHeight)) > code.textContent.replace(/\n$/, '').split('\n').length;
}
