/** Holds a printed PDF against its article: nothing lost, nothing of the interface, and no page broken where it must not be. */
import { JSDOM } from 'jsdom';
import { apart, rowTest } from './together.mjs';
import { fillsOf, lettersOf, linksOf, sheetsOf } from './pdf.mjs';

const INTERFACE = ['Original page', 'Number of sheets', 'Click anything you do not need', 'Easier letters', 'Listed at the end', 'Getting ready'];

/** A quote of up to this many lines stays whole. */
const SHORT_QUOTE = 5;

/**
 * @returns counts of broken promises, each with what was seen: `lost` words, `scattered` blocks (out of order or torn), `stranded` headings, `orphans`, `widows`,
 * `splitLines` (a line inside a paragraph that ends early), `quotes` (short ones on two sheets), what `apart` finds, `blank` sheets, `interface` words, `deadLinks`;
 * and `sheets`, `gaps` (sheets but the last more than a third empty)
 */
export function checkPdf(pdf, article, margins = { top: 17, foot: 20 }, columns = 1) {
  const rtl = article.dir === 'rtl';
  const upright = article.upright !== undefined;
  const { document } = new JSDOM(`<body>${article.html}`).window;
  const sheets = sheetsOf(pdf, { rtl, foot: margins.foot, columns, isWide: rowTest(document), upright });
  const fills = fillsOf(pdf, margins, upright);
  // A line alone at the end of a column is as much alone as at the end of a sheet.
  const lines = sheets.flatMap((sheet, page) => sheet.lines.map((line, index) => ({ ...line, page, place: page * 2 + (line.column ?? 0), isLast: index === sheet.lines.length - 1 || (!line.isOver && (line.column ?? 0) < (sheet.lines[index + 1].column ?? 0)) })));
  const found = { lost: [], scattered: [], stranded: [], orphans: [], widows: [], splitLines: [], quotes: [], blank: [], interface: [], deadLinks: [] };

  // The numbers of links and notes stand among the words on paper; blocks are found by their other letters.
  const bare = (letters) => letters.replace(/\p{N}/gu, '');
  let stream = '';
  const starts = lines.map((line) => { const start = stream.length; stream += bare(line.letters); return start; });
  const whole = lines.map((line) => line.letters).join('');
  const lineAt = (index) => { let low = 0; let high = starts.length - 1; while (low < high) { const mid = (low + high + 1) >> 1; if (starts[mid] <= index) low = mid; else high = mid - 1; } return low; };

  boxLoose(document);
  // Readings stand beside the letters they belong to, not among them.
  for (const reading of document.querySelectorAll('rt')) reading.remove();
  const captions = new Map();
  let from = 0;
  for (const block of document.body.querySelectorAll('p, h1, h2, h3, h4, h5, h6, li, dt, dd, blockquote, figcaption, summary, .loose')) {
    if (block.closest('table, pre') || block.querySelector('p, ul, ol, dl, blockquote, table, pre, figure, .loose')) continue;
    const letters = bare(lettersOf(block.textContent));
    if (!letters) continue;
    const at = stream.indexOf(letters, from);
    if (at < 0) {
      found.scattered.push(block.textContent.slice(0, 60));
      continue;
    }
    from = at + letters.length;
    const first = lineAt(at);
    const own = lines.slice(first, lineAt(from - 1) + 1).map((line, n) => ({ ...line, end: (starts[first + n + 1] ?? stream.length) - at })).filter((line) => bare(line.letters));
    const pages = [...new Set(own.map((line) => line.place))];
    if (block.tagName === 'FIGCAPTION') {
      captions.set(block, own[0].page);
      if (pages.length > 1) found.scattered.push(block.textContent.slice(0, 60));
    }
    if (pages.length > 1 && own.length <= SHORT_QUOTE && block.closest('blockquote')) found.quotes.push(block.textContent.slice(0, 60));
    // A heading that is an entry of a list among others leads on to nothing.
    const isEntry = block.matches('li:not(:last-child) > :last-child');
    if ((/^(H\d|DT|SUMMARY)$/.test(block.tagName) && !isEntry) || standsForHeading(block)) {
      const last = own.at(-1);
      if (pages.length > 1 || (last.isLast && at + last.end < stream.length)) found.stranded.push(block.textContent.slice(0, 60));
    } else if (pages.length > 1) {
      if (own.filter((line) => line.place === pages[0]).length < 2) found.orphans.push(block.textContent.slice(0, 60));
      if (own.filter((line) => line.place === pages.at(-1)).length < 2) found.widows.push(block.textContent.slice(0, 60));
    }
    if (!rtl && own.length > 3) {
      const measures = new Map();
      for (const line of own) measures.set(line.place, Math.max(line.right, measures.get(line.place) ?? 0));
      const breaks = breaksIn(block);
      // A ragged line leaves less than its next word's room; twenty letters of room is a line broken where it did not end.
      for (const [index, line] of own.slice(0, -1).entries()) {
        const next = own[index + 1].text.split(' ')[0];
        if (!breaks.has(line.end) && measures.get(line.place) - line.right > (next.length + 6) * Math.max(6, (1.1 * (line.right - line.left)) / Math.max(1, line.text.length))) found.splitLines.push(`${line.text.slice(-40)} / ${next}`);
      }
    }
  }

  Object.assign(found, apart(pdf, document, lines, captions));

  // Letters that can be seen but have no text behind them: in Firefox a system face of CFF outlines, ligatures, figures of equal width. A round bullet may.
  found.unreadable = lines.flatMap((line) => line.text.split(/\s+/)).filter((word) => /\ufffd/.test(word) && word !== '\ufffd').flatMap((word) => Array.from(word.matchAll(/\ufffd/g), () => word));
  const counts = new Map();
  const tokens = (text) => text.split(/\s+/).map(lettersOf).filter(Boolean);
  for (const line of lines) for (const token of tokens(line.text)) counts.set(token, (counts.get(token) ?? 0) + 1);
  const spaced = [...document.body.querySelectorAll('p, li, td, th, h1, h2, h3, h4, h5, h6, dt, dd, figcaption, caption, summary, pre, blockquote, div')];
  for (const element of spaced) element.append(' ');
  const wanted = new Map();
  for (const token of tokens(document.body.textContent)) wanted.set(token, (wanted.get(token) ?? 0) + 1);
  // A word may be joined to its neighbour or broken at the end of a line: then it stands among all the letters, as often as it should.
  for (const [token, often] of wanted) {
    const seen = Math.max(counts.get(token) ?? 0, whole.split(token).length - 1);
    if (seen < often && !isBroken(token, counts)) found.lost.push(...Array.from({ length: often - seen }, () => token));
  }
  if (found.unreadable.length) found.scattered = [];
  if (found.unreadable.length && found.lost.join('').length <= whole.length + found.unreadable.length) {
    const missing = lettersOf(document.body.textContent).length - whole.length - found.unreadable.length;
    found.lost = Array.from({ length: Math.max(0, missing) }, () => 'a letter');
  }
  for (const [index, fill] of fills.entries()) if (fill < 0.01) found.blank.push(`sheet ${index + 1}`);
  const seen = lines.map((line) => line.text).join('\n');
  for (const words of INTERFACE) if (seen.includes(words) && !document.body.textContent.includes(words)) found.interface.push(words);
  const links = linksOf(pdf);
  for (const link of document.querySelectorAll('a[href^="http"]')) if (!links.includes(link.href)) found.deadLinks.push(link.href);
  // Without its head, the paper names no address.
  if (!article.isHeadless && !links.includes(article.url)) found.deadLinks.push(article.url);
  return { found, sheets: sheets.length, gaps: fills.slice(0, -1).filter((fill) => fill < 2 / 3).length, running: sheets.map((sheet) => sheet.foot), heads: sheets.map((sheet) => sheet.head) };
}

/** A short paragraph in bold type throughout, before one that is not; and one that ends in a colon before a list. */
function standsForHeading(block) {
  const next = block.nextElementSibling;
  const isBold = (element) => element.textContent.length <= 140 && element.children.length === 1 && /^(B|STRONG)$/.test(element.firstElementChild.tagName) && element.firstElementChild.textContent.trim() === element.textContent.trim();
  if (block.tagName !== 'P' || !next || /^(H\d|HR|DT)$/.test(next.tagName)) return false;
  return isBold(block) ? !isBold(next) : block.textContent.length <= 140 && block.textContent.trim().endsWith(':') && /^(UL|OL)$/.test(next.tagName);
}

/** Text that stands bare beside blocks is a block of its own to whoever reads it. */
function boxLoose(document) {
  const blocks = 'p, h1, h2, h3, h4, h5, h6, ul, ol, dl, li, dt, dd, blockquote, table, pre, figure, div, section, details, summary, hr';
  for (const holder of [document.body, ...document.body.querySelectorAll('li, dd, div, section, blockquote, details')]) {
    if (holder.closest('table, pre, figure') || ![...holder.children].some((child) => child.matches(blocks))) continue;
    let box;
    for (const node of Array.from(holder.childNodes)) {
      if (node.nodeType === 1 && node.matches(blocks)) box = undefined;
      else {
        if (!box) {
          box = document.createElement('div');
          box.className = 'loose';
          node.before(box);
        }
        box.append(node);
      }
    }
  }
}

/** After how many of its letters a block's author ends a line: those lines are short on purpose. */
function breaksIn(block) {
  const copy = block.cloneNode(true);
  for (const line of copy.querySelectorAll('br')) line.replaceWith('\u0001');
  const text = block.closest('.verse') ? copy.textContent.replaceAll('\n', '\u0001') : copy.textContent;
  let letters = 0;
  return new Set(text.split('\u0001').map((piece) => (letters += lettersOf(piece).replace(/\p{N}/gu, '').length)));
}

/** A long word in a narrow cell may stand on two lines or three, with its neighbours' words between. */
function isBroken(token, counts, pieces = 3) {
  for (let at = 1; at < token.length; at += 1) {
    const rest = token.slice(at);
    if (counts.has(token.slice(0, at)) && (counts.has(rest) || (pieces > 2 && isBroken(rest, counts, pieces - 1)))) return true;
  }
  return false;
}
