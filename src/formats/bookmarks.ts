/** A list as the bookmarks file every browser reads (`NETSCAPE-Bookmark-file-1`). */
import { escapeHtml } from '../letter/html.ts';
import type { Outgoing } from './outgoing.ts';

export function toBookmarks(entries: readonly Outgoing[], title: string): string {
  const rows = entries.map(({ article, savedAt, tags, note, readState }) => {
    const attributes = [
      `HREF="${escapeHtml(article.url)}"`, `ADD_DATE="${Math.floor(savedAt / 1000)}"`,
      ...(tags.length ? [`TAGS="${escapeHtml(tags.map((tag) => tag.replaceAll(',', ' ')).join(','))}"`] : []),
      `TOREAD="${readState === 'unread' ? 1 : 0}"`,
    ];
    return `    <DT><A ${attributes.join(' ')}>${escapeHtml(article.title)}</A>${note ? `\n    <DD>${escapeHtml(note.replace(/\s+/g, ' '))}` : ''}`;
  });
  return `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>${escapeHtml(title)}</TITLE>
<H1>${escapeHtml(title)}</H1>
<DL><p>
${rows.join('\n')}
</DL><p>
`;
}
