/** An article as plain text: title, facts, address, the text with a line between its paragraphs, notes. */
import { dayOf, placeOf, type Outgoing } from './outgoing.ts';

export function toPlainText({ article, savedAt, tags, note, highlights }: Outgoing, words: { readonly highlights: string; readonly note: string }): string {
  const { title, standfirst, authors, published, url, text } = article;
  const facts = [authors.join(', '), placeOf(article), published ?? dayOf(savedAt)].filter(Boolean).join(' · ');
  const parts = [
    title, standfirst && !text.startsWith(standfirst) ? standfirst : '', facts, url, tags.length ? tags.map((tag) => `#${tag.replace(/\s+/g, '-')}`).join(' ') : '',
    text.split('\n').join('\n\n'),
    note ? `${words.note}\n\n${note}` : '',
    highlights.length ? `${words.highlights}\n\n${highlights.map((each) => `“${each.anchor.exact.trim()}”${each.note ? `\n${each.note}` : ''}`).join('\n\n')}` : '',
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}
