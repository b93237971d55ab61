/**
 * What keeps together when a letter file is printed. The file has no script and measures nothing, and nobody knows the
 * faces it will be shown in; so what belongs together is put into groups when it is written, judged by its length alone,
 * and the groups are taken away again when it is taken in. `letter-file-style.ts` holds the other half.
 *
 * `data-keep="whole"` is never broken; `data-keep="lines"` only where a browser does not look after the first and last
 * lines itself (Firefox ignores `orphans`, `widows` and `break-after`).
 */
import { leadsIn } from '../paper/leads.ts';
import { boxLooseText } from '../paper/loose-text.ts';

/** Letters on a line of A4 at 11 points; those of East Asia take the room of two. */
const LINE = 90;
/** Paragraphs of up to this many lines are never broken; of up to the second, only in browsers that can't do better. */
const SHORT = 5;
const MIDDLING = 10;
/** Lines of code, rows of a table and lines of a quotation up to which they are not broken: about a third of a page. */
const MOST = { code: 18, rows: 10, quotation: 12 } as const;
/** Lines of long code that stay together at its head and foot. */
const BOUND = 3;
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/g;

/** Marks what stays whole, and puts each heading into a group with what follows it. */
export function groupForPaper(body: HTMLElement): void {
  boxLooseText(body, 'loose');
  for (const element of body.querySelectorAll('p, li, dd, blockquote, pre, table, figure, [data-group=loose]')) {
    const keep = keepOf(element);
    if (keep) element.setAttribute('data-keep', keep);
  }
  for (const code of body.querySelectorAll('pre:not([data-keep])')) bindCode(code);
  for (const table of body.querySelectorAll('table:not([data-keep])')) wrap([table], 'head');
  // The last first, so that of several headings in a row each takes the group of the next one along; the lines after all headings.
  const { headings, lines } = leadsIn(body);
  for (const heading of [...headings, ...lines].toReversed()) {
    const next = heading.nextElementSibling;
    const keep = next?.getAttribute('data-keep') ?? next?.getAttribute('data-group');
    if (next && (keep === 'whole' || keep === 'lines') && !heading.closest('table, figure, li, dl, summary')) wrap([heading, next], keep);
  }
}

/** Takes everything away again: the very same elements as before. */
export function ungroup(body: Element): void {
  for (const group of body.querySelectorAll('[data-group]')) group.replaceWith(...group.childNodes);
  for (const element of body.querySelectorAll('[data-keep]')) element.removeAttribute('data-keep');
  // Code that was cut into bound lines is one text again.
  for (const code of body.querySelectorAll('pre')) code.normalize();
}

function keepOf(element: Element): 'whole' | 'lines' | undefined {
  const lines = lineCount(element);
  switch (element.localName) {
    case 'figure': return 'whole';
    case 'table': return element.querySelectorAll('tr').length <= MOST.rows && lines <= 2 * MOST.rows ? 'whole' : undefined;
    case 'pre': return (element.textContent ?? '').split('\n').length <= MOST.code ? 'whole' : undefined;
    case 'blockquote': return lines <= MOST.quotation && !element.querySelector('img') ? 'whole' : undefined;
    // A paragraph or item that holds other blocks is broken between them.
    default: return element.querySelector('p, ul, ol, dl, pre, table, figure, blockquote') ? undefined : lines <= SHORT ? 'whole' : lines <= MIDDLING ? 'lines' : undefined;
  }
}

function lineCount(element: Element): number {
  const text = element.textContent ?? '';
  return Math.ceil((text.length + (text.match(WIDE)?.length ?? 0)) / LINE) + element.querySelectorAll('br').length;
}

function wrap(elements: readonly Element[], kind: string): void {
  const [first] = elements;
  if (!first) return;
  const group = first.ownerDocument.createElement('div');
  group.setAttribute('data-group', kind);
  first.replaceWith(group);
  // The space between them stands in the group too, so that the text is the same again.
  for (const [at, element] of elements.entries()) {
    if (at > 0) for (let between = group.nextSibling; between && between !== element; between = group.nextSibling) group.append(between);
    group.append(element);
  }
}

/** The first and last lines of long code, each in a box; only where it is plain text, which can be put together again. */
function bindCode(code: Element): void {
  const holder = code.children.length === 1 && code.firstElementChild?.localName === 'code' && code.childNodes.length === 1 ? code.firstElementChild : code;
  if (holder.children.length > 0) return;
  const lines = (holder.textContent ?? '').split(/(?<=\n)/);
  if (lines.length < 3 * BOUND) return;
  const boxed = (some: readonly string[]): Element => {
    const box = code.ownerDocument.createElement('span');
    box.setAttribute('data-group', 'code');
    box.textContent = some.join('');
    return box;
  };
  holder.replaceChildren(boxed(lines.slice(0, BOUND)), lines.slice(BOUND, -BOUND).join(''), boxed(lines.slice(-BOUND)));
}
