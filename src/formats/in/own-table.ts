/** Our own table (`../table.ts`), also when it has been through a spreadsheet: everything in it comes back. */
import { only, tagsOf, textField, timeOf, yes, type Fields, type IncomingHighlight } from './row.ts';
import { tableFormat } from './table-format.ts';

export const ownTable = tableFormat('table', ['title', 'url', 'authors', 'publication', 'published', 'saved', 'state', 'favourite', 'tags', 'note', 'highlights'], 'url', (raw) => {
  const cells = Object.fromEntries(Object.entries(raw).map(([name, cell]) => [name, plain(cell)]));
  return only<Fields>({
    title: textField(cells['title']),
    authors: listOf(cells['authors']),
    publication: textField(cells['publication']),
    published: textField(cells['published']),
    savedAt: timeOf(cells['saved']),
    archived: cells['state']?.trim() === 'archived',
    favourite: yes(cells['favourite']),
    tags: listOf(cells['tags']),
    note: textField(cells['note']),
    highlights: (cells['highlights'] ?? '').split(/\r?\n\r?\n/).flatMap((part): readonly IncomingHighlight[] => {
      const text = textField(part);
      return text ? [{ text }] : [];
    }),
  });
});

/** A cell without the apostrophe that keeps a spreadsheet from running it. */
function plain(cell: string | undefined): string | undefined {
  return cell?.replace(/^'(?=[\s'"]*[=+\-@\t\r|%])/, '');
}

function listOf(cell: string | undefined): readonly string[] {
  return tagsOf(cell?.split(/;\s*/) ?? []);
}
