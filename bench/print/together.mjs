/** What must stand on one sheet: a picture with its caption, a row of a table with its caption, short code and the ends of long code. */
import { execFileSync } from 'node:child_process';
import { lettersOf } from './pdf.mjs';

/** Code of up to this many lines stays whole. */
const SHORT_CODE = 6;
/** Lines of longer code that stay together at either end. */
const ENDS = 3;

/**
 * @param lines of all sheets: `{ letters, text, page }`
 * @param captions the sheet that each caption of a figure stands on, by its element
 * @returns what was found: `pictures` in pieces, `captions` away from what they belong to, `rows` on two sheets, `code` torn
 */
export function apart(pdf, document, lines, captions) {
  const found = { pictures: [], captions: [], rows: [], code: [] };
  const drawn = picturesOf(pdf);
  const pictures = [...document.querySelectorAll('img')];
  if (drawn.length > pictures.length) found.pictures.push(`${drawn.length} drawn, ${pictures.length} in the article`);
  if (drawn.length === pictures.length) {
    for (const [caption, page] of captions) {
      const own = caption.closest('figure')?.querySelector('img');
      if (own && drawn[pictures.indexOf(own)] !== page) found.captions.push(caption.textContent.slice(0, 60));
    }
  }
  for (const table of document.querySelectorAll('table')) rowsOf(table, lines, found);
  let from = 0;
  for (const code of document.querySelectorAll('pre')) {
    const pages = [];
    const own = code.textContent.split('\n').map(lettersOf).filter(Boolean);
    for (const wanted of own) {
      const at = lines.findIndex((line, index) => index >= from && line.letters === wanted);
      if (at < 0) continue;
      from = at + 1;
      pages.push(lines[at].page);
    }
    // Where lines are wrapped, which of them are the ends can't be told.
    if (pages.length < own.length) continue;
    const groups = pages.length <= SHORT_CODE ? [pages] : [pages.slice(0, ENDS), pages.slice(-ENDS)];
    if (groups.some((group) => new Set(group).size > 1)) found.code.push(code.textContent.slice(0, 60));
  }
  return found;
}

/** The sheet of every picture, in the order of the PDF; one that is cut is drawn twice. Chromium now and then draws a clear layer as a picture of one dot. */
function picturesOf(pdf) {
  return execFileSync('pdfimages', ['-list', pdf]).toString().split('\n').map((line) => line.trim().split(/\s+/)).filter(([, , type, width, height]) => type === 'image' && Number(width) * Number(height) > 1).map(([page]) => Number(page) - 1);
}

/** A row's lines are those made of its words alone. Where words are broken inside their cells the row can't be told, and is passed over. */
function rowsOf(table, lines, found) {
  const words = (element) => [...element.querySelectorAll('td, th')].flatMap((cell) => cell.textContent.split(/\s+/)).map(lettersOf).filter(Boolean);
  const [first] = table.rows;
  const start = first && lines.findIndex((line, index) => isOf(line, words(first)) && (!table.caption || lettersOf(table.caption.textContent).endsWith(lines[index - 1]?.letters ?? '-')));
  if (start === undefined || start < 0) return;
  if (table.caption && lines[start - 1].page !== lines[start].page) found.captions.push(table.caption.textContent.slice(0, 60));
  const head = words(first);
  let at = start;
  for (const row of table.rows) {
    const left = words(row);
    const pages = new Set();
    while (at < lines.length && left.length) {
      if (row !== first && !isOf(lines[at], left) && isOf(lines[at], head)) at += 1;
      else if (isOf(lines[at], left)) {
        for (const word of wordsIn(lines[at])) left.splice(left.indexOf(word), 1);
        pages.add(lines[at].page);
        at += 1;
      } else return;
    }
    if (pages.size > 1) found.rows.push(row.textContent.slice(0, 60));
  }
  // A head with one row under it at the foot of a sheet is a head left alone.
  const second = table.rows[1];
  if (second && table.tHead && lines[start].page !== lines[Math.min(lines.length - 1, start + 1)].page) found.captions.push(`the head of ${first.textContent.slice(0, 40)}`);
}

const wordsIn = (line) => line.text.split(/\s+/).map(lettersOf).filter(Boolean);

/** A test of lines, from the top of a sheet to its foot: whether one belongs to a row of one of the tables, or is the heading of a table. */
export function rowTest(document) {
  const rows = [...document.querySelectorAll('tr')].map((row) => [...row.querySelectorAll('td, th')].flatMap((cell) => cell.textContent.split(/\s+/)).map(lettersOf).filter(Boolean));
  const headings = new Set([...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter((heading) => heading.nextElementSibling?.matches('table')).map((heading) => lettersOf(heading.textContent)));
  // What of the row before has not been seen yet: its cells may have more lines, which look like any line of a column.
  let rest = [];
  const takes = (line, words) => {
    if (words.length < 1 || !isOf(line, words)) return false;
    rest = without(words, wordsIn(line));
    return true;
  };
  return (line) => {
    const begins = rows.some((words) => words.length > 1 && words.slice(0, 2).every((word, n) => wordsIn(line)[n] === word) && takes(line, words));
    if (begins || takes(line, rest)) return true;
    rest = [];
    return headings.has(line.letters);
  };
}

function without(words, taken) {
  const left = [...words];
  for (const word of taken) if (left.includes(word)) left.splice(left.indexOf(word), 1);
  return left;
}

/** Whether a line has these words alone, each at most as often as they have it. */
function isOf(line, words) {
  const left = [...words];
  return wordsIn(line).every((word) => {
    const index = left.indexOf(word);
    if (index >= 0) left.splice(index, 1);
    return index >= 0;
  });
}
