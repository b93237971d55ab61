/** What stands on the sheets of a PDF, by poppler: its lines in reading order, and how far down each sheet is filled. */
import { execFileSync } from 'node:child_process';

const MM = 72 / 25.4;
/** Millimetres from the foot of the sheet up to which Firefox's own line may stand. */
const OWN_LINE = 24;
const run = (program, args) => execFileSync(program, args, { maxBuffer: 256 * 1024 * 1024 });

/** Letters alone, so that spacing, ligatures, presentation forms and marks don't count as differences. */
export function lettersOf(text) {
  // Lam and alef join in one glyph, whose two letters a PDF gives in either order: both are left out on both sides.
  return text.normalize('NFKC').normalize('NFD').replace(/[^\p{L}\p{N}]/gu, '').replace(/[\u0627\u0644]/g, '').toLowerCase();
}

/**
 * @param foot millimetres at the foot of the sheet that belong to the running line
 * @param columns of the text, under what runs over the whole sheet: each line then says in which of them it stands
 * @param isWide whether a line runs over the whole sheet, though no word of it stands in the middle
 * @param head points at the top where Firefox draws its own line
 * @param upright lines stand upright, one after another to the left: they are read as if the sheet were turned
 * @returns a sheet per page: `lines` with their letters and place, top to bottom; `foot` with the running line's words, `head` with those of the browser's own line
 */
export function sheetsOf(pdf, { foot = 20, head = 34, rtl = false, columns = 1, isWide = () => false, upright = false } = {}) {
  const xml = run('pdftotext', ['-bbox', pdf, '-']).toString();
  return xml.split('<page ').slice(1).map((page) => {
    const height = Number(/height="([\d.]+)"/.exec(page)[1]);
    const width = Number(/width="([\d.]+)"/.exec(page)[1]);
    const words = [...page.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)<\/word>/g)]
      .map(([, x, top, right, bottom, text]) => ({ x: Number(x), right: Number(right), top: Number(top), bottom: Number(bottom), text: logical(unescape(text)) }));
    // Firefox puts its line of number and time as high as the printer's own margin, on small paper beside the last line of the text.
    const time = words.find((word) => /^\d+\/\d+\/\d+,$/.test(word.text) && word.top > height - OWN_LINE * MM);
    const isRunning = (word) => word.top > height - foot * MM || (time && Math.abs(word.top - time.top) < 0.5);
    const running = words.filter(isRunning);
    const own = words.filter((word) => !isRunning(word) && word.bottom > head);
    const lines = upright ? linesOf(turned(own, width), false) : columns === 2 ? inColumns(own, width / 2, rtl, isWide) : linesOf(own, rtl);
    return { height, lines, foot: running.map((word) => word.text).join(' '), head: words.filter((word) => word.bottom <= head).map((word) => word.text).join(' ') };
  });
}

/** The last line of the head, and the headings of what stands under the text as wide as the sheet: lines that may themselves be as narrow as a column. */
const AROUND = /^(?:Printed on .+|.+ on Printed|My notes|Links)$/;

/** Lines of two columns, one column after the other; a line that runs over the middle parts what is above it from what is below. */
function inColumns(words, middle, rtl, isWide) {
  const isOver = (line) => AROUND.test(line.text) || isWide(line) || line.words.some((word) => word.x < middle - 2 && word.right > middle + 2);
  const over = linesOf(words, rtl).filter(isOver);
  const rest = words.filter((word) => !over.some((line) => line.words.includes(word)));
  const lines = [];
  let from = Number.NEGATIVE_INFINITY;
  for (const line of [...over, undefined]) {
    const to = line ? line.top : Number.POSITIVE_INFINITY;
    const between = rest.filter((word) => word.top >= from && word.top < to);
    const sides = [between.filter((word) => word.right <= middle + 2), between.filter((word) => word.right > middle + 2)];
    for (const [column, own] of (rtl ? sides.toReversed() : sides).entries()) lines.push(...linesOf(own, rtl).map((each) => ({ ...each, column })));
    if (line) lines.push({ ...line, column: 0, isOver: true });
    from = to;
  }
  return lines;
}

/**
 * Where a face has one shape for a character and for the radical it is, Firefox writes the radical, in lying lines too. Those
 * of Unicode's supplement have no decomposition: the ones that our articles meet.
 */
const RADICALS = { '⻑': '長', '⻄': '西', '⻘': '青', '⻝': '食', '⻩': '黄', '⺠': '民', '⺟': '母', '⻆': '角', '⻨': '麦', '⻭': '歯' };

/** Words of upright lines, the sheet turned so that the lines lie; without the readings beside them. */
function turned(words, width) {
  const all = words.map(({ x, right, top, bottom, text }) => ({ x: top, right: bottom, top: width - right, bottom: width - x, text }));
  const thickness = (word) => word.bottom - word.top;
  const usual = all.map(thickness).toSorted((a, b) => a - b)[all.length >> 1] ?? 0;
  return all.filter((word) => thickness(word) > usual * 0.65 || !/^\p{Script=Hiragana}+$/u.test(word.text.normalize('NFKC')));
}

/** Words of Arabic and Hebrew script stand in the boxes as they are seen, left to right. */
function logical(word) {
  return /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(word.normalize('NFKC')) ? Array.from(word).toReversed().join('') : word;
}

function unescape(text) {
  return text.replace(/[\u2e80-\u2eff]/gu, (radical) => RADICALS[radical] ?? radical).replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&apos;|&#39;/g, "'").replace(/&amp;/g, '&');
}

function linesOf(words, rtl) {
  const lines = [];
  // Large quotation marks and bullets belong to no line. (Firefox writes 口 as the radical that has the same shape.)
  for (const word of words.filter(({ text }) => /[\p{L}\p{N}\ufffd]/u.test(text.normalize('NFKC'))).toSorted((a, b) => (a.top + a.bottom) - (b.top + b.bottom))) {
    const middle = (word.top + word.bottom) / 2;
    const line = lines.findLast((each) => middle > each.top && middle < each.bottom && overlap(each, word) > 0.4);
    if (line) {
      line.words.push(word);
      if (word.bottom - word.top > line.bottom - line.top) Object.assign(line, { top: word.top, bottom: word.bottom });
    } else lines.push({ top: word.top, bottom: word.bottom, words: [word] });
  }
  return lines.toSorted((a, b) => a.top - b.top).map(({ top, bottom, words: inLine }) => {
    const ordered = inLine.toSorted((a, b) => (rtl ? b.right - a.right : a.x - b.x));
    return { top, bottom, text: ordered.map((word) => word.text).join(' '), letters: lettersOf(ordered.map((word) => word.text).join('')), left: Math.min(...inLine.map((word) => word.x)), right: Math.max(...inLine.map((word) => word.right)), words: inLine };
  });
}

function overlap(a, b) {
  return (Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)) / Math.min(a.bottom - a.top, b.bottom - b.top);
}

/** For each sheet the part of its text area that is used, 0 to 1: from the last row with ink on it, or, where lines stand upright, the last one to the left. */
export function fillsOf(pdf, { top = 17, foot = 20, side = 23 } = {}, upright = false) {
  const data = run('pdftoppm', ['-r', '30', '-gray', pdf]);
  const fills = [];
  let at = 0;
  while (at < data.length) {
    const header = /^P5\s+(\d+)\s+(\d+)\s+(\d+)\s/.exec(data.subarray(at, at + 40).toString('latin1'));
    const [width, height] = [Number(header[1]), Number(header[2])];
    at += header[0].length;
    const start = Math.round((top / 25.4) * 30);
    const end = height - Math.round((foot / 25.4) * 30);
    const edge = Math.round((side / 25.4) * 30);
    let last = start;
    let left = width - edge;
    for (let y = start; y < end; y += 1) for (let x = 0; x < width; x += 1) if (data[at + y * width + x] < 200) { last = y; left = Math.min(left, x); break; }
    fills.push(upright ? (width - edge - left) / (width - 2 * edge) : (last - start) / (end - start));
    at += width * height;
  }
  return fills;
}

/** Addresses that can be clicked in the PDF. */
export function linksOf(pdf) {
  return [...run('pdfinfo', ['-url', pdf]).toString().matchAll(/\s(https?:\S+)\s*$/gm)].map((match) => match[1]);
}
