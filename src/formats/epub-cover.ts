/** A book's cover when no picture was drawn for it: the title on paper, under a double rule. */
import { escapeXml } from './xml.ts';

/** Letters in a line of the title, and how many lines there is room for. Those of East Asia take the room of two and a bit. */
const LINE = 18;
const LINES = 9;
/** The same of the smaller line above it. */
const PLACE = 34;
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\u{20000}-\u{3fffd}]/u;
/** Whose first letter is written from right to left. */
const RIGHT_TO_LEFT = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** @param place whose text it is, or the day of a digest */
export function coverSvg(title: string, place: string): string {
  const lines = broken(title);
  const size = lines.length > 5 ? 84 : 112;
  const text = lines.map((line, at) => textAt(line, 620 + at * size * 1.25, size, RIGHT_TO_LEFT.test(title))).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 1600" width="1200" height="1600">
<rect width="1200" height="1600" fill="#fffefc"/>
<rect x="120" y="360" width="960" height="8" fill="#0e4a5a"/><rect x="120" y="380" width="960" height="2" fill="#0e4a5a"/>
<g font-family="Literata, Georgia, serif" fill="#1e1c19">${textAt(shortened(place), 320, 56, RIGHT_TO_LEFT.test(place))}${text}</g>
</svg>
`;
}

function textAt(words: string, y: number, size: number, isRtl: boolean): string {
  return `<text x="${isRtl ? 1080 : 120}" y="${y}" font-size="${size}"${isRtl ? ' direction="rtl"' : ''}>${escapeXml(words)}</text>`;
}

/** As much of whose text it is as there is room for. */
function shortened(place: string): string {
  let width = 0;
  return Array.from(place).filter((letter) => (width += widthOf(letter)) <= PLACE).join('');
}

/** Words gathered into lines; a word too long for one is cut, and scripts without spaces are broken between any two letters. */
function broken(title: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of partsOf(title)) {
    if (widthOf(line + part) <= LINE) {
      line += part;
      continue;
    }
    if (line) lines.push(line);
    line = part.trim();
  }
  if (line) lines.push(line);
  return lines.length > LINES ? [...lines.slice(0, LINES - 1), `${lines[LINES - 1]}…`] : lines;
}

/** What must not be parted, each with the space before it; no line begins with a comma. */
function partsOf(title: string): readonly string[] {
  return title.trim().replace(/\s+/g, ' ').match(new RegExp(` ?(?:${WIDE.source}[\\p{Pe}\\p{Pf}、。，．！？：；]*|(?:(?!${WIDE.source})\\S){1,${LINE}})`, 'gu')) ?? [];
}

function widthOf(text: string): number {
  return Array.from(text).reduce((sum, letter) => sum + (WIDE.test(letter) ? 2.1 : 1), 0);
}
