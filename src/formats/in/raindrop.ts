/** Raindrop.io's table: id, title, note, excerpt, url, folder, tags, created, cover, highlights, favorite. */
import { listCell, only, tagsOf, textField, timeOf, webAddress, yes, type Fields, type IncomingHighlight } from './row.ts';
import { tableFormat } from './table-format.ts';

export const raindrop = tableFormat('raindrop', ['title', 'note', 'excerpt', 'url', 'folder', 'tags', 'created'], 'url', (cells) => {
  const folder = cells['folder']?.trim() ?? '';
  return only<Fields>({
    title: textField(cells['title']),
    excerpt: textField(cells['excerpt']),
    note: textField(cells['note']),
    picture: webAddress(cells['cover'] ?? ''),
    savedAt: timeOf(cells['created']),
    favourite: yes(cells['favorite']),
    tags: tagsOf([...listCell(cells['tags'], /,/), ...(folder === 'Unsorted' ? [] : [folder])]),
    highlights: highlights(cells['highlights'] ?? ''),
  });
});

/** All highlights stand in one cell: each begins with a word and a colon, a note to it with another. */
function highlights(cell: string): readonly IncomingHighlight[] {
  return cell.split(/^Highlight:\s?/m).slice(1).flatMap((part) => {
    const [text = '', note = ''] = part.split(/^Note:\s?/m).map((piece) => piece.trim());
    return text ? [{ text, ...(note && { note }) }] : [];
  });
}
