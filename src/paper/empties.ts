/** What an article has kept of its page that shows nothing: on paper it would be white sheets and headings with nothing under them. */

const SHOWN = 'img, svg, math, hr, picture, video, audio, canvas, object, input';
const BLOCKS = 'p, div, section, ul, ol, li, dl, table, figure, blockquote, h1, h2, h3, h4, h5, h6, header, footer, aside';

/** Blocks with neither text nor picture, each as the outermost, and the line breaks between blocks. A cell of a table stays: it keeps its place. */
export function emptyParts(body: Element): readonly Element[] {
  const empty = [...body.querySelectorAll(BLOCKS)].filter((block) => isEmpty(block) && !block.closest('td, th, pre'));
  const all = new Set<Element>(empty);
  const outermost = empty.filter((block) => !block.parentElement || !all.has(block.parentElement));
  return [...outermost, ...[...body.querySelectorAll('br')].filter((line) => !line.closest('pre') && isBetweenBlocks(line))];
}

function isEmpty(element: Element): boolean {
  return !/[^\s\u00a0\u200b]/.test(element.textContent) && !element.matches(SHOWN) && element.querySelector(SHOWN) === null;
}

/** A line break that ends no line: nothing before it in its block, or nothing after it. */
function isBetweenBlocks(line: Element): boolean {
  return !hasTextBeside(line, 'previousSibling') || !hasTextBeside(line, 'nextSibling');
}

function hasTextBeside(line: Element, way: 'previousSibling' | 'nextSibling'): boolean {
  for (let at = line[way]; at; at = at[way]) {
    if (at.nodeType === 1) {
      const element = at as Element;
      if (element.localName === 'br') continue;
      if (element.matches(BLOCKS)) return false;
      if (!isEmpty(element)) return true;
    } else if (/\S/.test(at.textContent ?? '')) return true;
  }
  return false;
}
