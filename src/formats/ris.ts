/** Citations as RIS, which nearly every reference manager reads: two letters, two spaces, a dash and a space on each line. */
import { dayOf, placeOf, type Outgoing } from './outgoing.ts';
import { dateParts, personParts } from './person-parts.ts';

export function toRis(entries: readonly Outgoing[]): string {
  return entries.map(({ article, savedAt, tags, note }) => {
    const { title, authors, url, published, language, excerpt } = article;
    const [year, month, day] = dateParts(published);
    const two = (n: number | undefined): string => (n === undefined ? '' : String(n).padStart(2, '0'));
    const lines: readonly (readonly [string, string])[] = [
      ['TY', 'ELEC'], ['TI', title],
      ...authors.map((name) => { const { family, given, suffix } = personParts(name); return ['AU', [family, given, suffix].filter(Boolean).join(', ')] as const; }),
      ['T2', placeOf(article)], ['PY', String(year ?? '')], ['DA', year ? `${year}/${two(month)}/${two(day)}/` : ''], ['UR', url],
      ['Y2', dayOf(savedAt).replaceAll('-', '/')], ['LA', language ?? ''], ['AB', excerpt], ...tags.map((tag) => ['KW', tag] as const), ['N1', note ?? ''],
    ];
    return `${lines.filter(([, value]) => value).map(([tag, value]) => `${tag}  - ${value.replace(/\s+/g, ' ').trim()}`).join('\r\n')}\r\nER  - \r\n`;
  }).join('\r\n');
}
