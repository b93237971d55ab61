/** A book's cover when no picture was drawn for it: the title on paper, under a double rule. */
import { escapeXml } from './xml.ts';

/** Characters in a line of the title, and how many lines there is room for. */
const LINE = 18;
const LINES = 9;

/** @param place whose text it is, or the day of a digest */
export function coverSvg(title: string, place: string): string {
  const lines = broken(title);
  const size = lines.length > 5 ? 84 : 112;
  const text = lines.map((line, at) => `<text x="120" y="${620 + at * size * 1.25}" font-size="${size}">${escapeXml(line)}</text>`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 1600" width="1200" height="1600">
<rect width="1200" height="1600" fill="#fffefc"/>
<rect x="120" y="360" width="960" height="8" fill="#0e4a5a"/><rect x="120" y="380" width="960" height="2" fill="#0e4a5a"/>
<g font-family="Literata, Georgia, serif" fill="#1e1c19"><text x="120" y="320" font-size="56">${escapeXml(place.slice(0, 34))}</text>${text}</g>
</svg>
`;
}

/** Words gathered into lines; a word too long for one is cut. */
export function broken(title: string): readonly string[] {
  const lines: string[] = [];
  for (const word of title.split(/\s+/).flatMap((each) => each.match(/.{1,18}/gu) ?? [])) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < LINE) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length > LINES ? [...lines.slice(0, LINES - 1), `${lines[LINES - 1]}…`] : lines;
}
