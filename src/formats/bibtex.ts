/** Citations for BibTeX and biblatex: `@online` entries in UTF-8 (biblatex manual 3.20, section 2.1). */
import { dayOf, placeOf, type Outgoing } from './outgoing.ts';
import { dateParts, personParts } from './person-parts.ts';

export function toBibtex(entries: readonly Outgoing[]): string {
  const taken = new Set<string>();
  return entries.map(({ article, savedAt, tags }) => {
    const { title, authors, url, published, language } = article;
    const fields: readonly (readonly [string, string])[] = [
      ['title', `{${escape(title)}}`],
      ['author', authors.map((name) => { const { family, given, suffix } = personParts(name); return given ? [family, suffix, given].flatMap((part) => (part ? escape(part) : [])).join(', ') : `{${escape(family)}}`; }).join(' and ')],
      ['organization', escape(placeOf(article))],
      ['date', dateParts(published).length ? published!.slice(0, 10) : ''], ['year', String(dateParts(published)[0] ?? '')],
      ['url', url.replace(/[{}\\]/g, encodeURIComponent)], ['urldate', dayOf(savedAt)], ['langid', language ?? ''], ['keywords', tags.map((tag) => escape(tag.replaceAll(',', ' '))).join(', ')],
    ];
    return `@online{${keyOf(article, taken)},\n${fields.filter(([, value]) => value).map(([name, value]) => `  ${name} = {${value}}`).join(',\n')}\n}\n`;
  }).join('\n');
}

/** Author, year and first word of the title, in plain letters; a letter more when it is taken. */
function keyOf({ authors, published, title, url }: Outgoing['article'], taken: Set<string>): string {
  const plain = (text: string): string => text.normalize('NFKD').replace(/[^A-Za-z0-9]/g, '').toLowerCase();
  const who = plain(authors[0] ? personParts(authors[0]).family : (URL.parse(url)?.hostname ?? '').replace(/^www\./, '').split('.')[0] ?? '');
  const base = `${who}${dateParts(published)[0] ?? ''}${title.split(/\s+/).map(plain).find((word) => word.length > 3) ?? ''}` || 'article';
  let key = base;
  for (let n = 2; taken.has(key); n += 1) key = `${base}-${n}`;
  taken.add(key);
  return key;
}

const SIGNS: Readonly<Record<string, string>> = { '\\': '\\textbackslash{}', '{': '\\{', '}': '\\}', '%': '\\%', '&': '\\&', '#': '\\#', $: '\\$', _: '\\_', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}' };

/** Braces are counted whether or not they are escaped: one alone would swallow the entries after it. */
const LONE_BRACES: typeof SIGNS = { ...SIGNS, '{': '\\textbraceleft{}', '}': '\\textbraceright{}' };

function escape(text: string): string {
  const signs = isBalanced(text) ? SIGNS : LONE_BRACES;
  return text.replace(/[\\{}%&#$_~^]/g, (sign) => signs[sign]!).replace(/\s+/g, ' ').trim();
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const sign of text) {
    if (sign === '{') depth += 1;
    else if (sign === '}' && (depth -= 1) < 0) return false;
  }
  return depth === 0;
}
