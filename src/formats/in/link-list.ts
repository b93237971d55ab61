/** Links in a page: Pocket's `ril_export.html`, and the bookmarks file that every browser writes (`NETSCAPE-Bookmark-file-1`). */
import { parseInert } from '../../article/inert.ts';
import type { Format } from './format.ts';
import { listCell, only, refusedRow, rowOf, tagsOf, textField, timeOf, yes, type Fields, type Row, type Rows } from './row.ts';

/** Pocket's older export: a list under "Unread", one under "Read Archive"; `time_added` in seconds, `tags` between commas. */
export const pocketHtml: Format = {
  name: 'pocket',
  recognises: ({ head }) => /<title>\s*Pocket Export\s*<\/title>/i.test(head),
  read: (text) => links(text, (row, link, page) => {
    const title = textField(link.textContent);
    return rowOf(row, link.getAttribute('href'), only<Fields>({
      title: title === link.getAttribute('href') ? undefined : title,
      savedAt: timeOf(link.getAttribute('time_added')),
      tags: listCell(link.getAttribute('tags') ?? '', /,/),
      archived: /archive/i.test(page.heading),
    }));
  }),
};

/** https://learn.microsoft.com/previous-versions/windows/internet-explorer/ie-developer/platform-apis/aa753582(v=vs.85) */
export const bookmarksHtml: Format = {
  name: 'bookmarks',
  recognises: ({ head }) => /<!doctype\s+netscape-bookmark-file-1/i.test(head),
  read: (text) => links(text, (row, link, page) => rowOf(row, link.getAttribute('href'), only<Fields>({
    title: textField(link.textContent),
    savedAt: timeOf(link.getAttribute('add_date')),
    archived: link.hasAttribute('toread') ? !yes(link.getAttribute('toread')) : undefined,
    tags: tagsOf([...listCell(link.getAttribute('tags') ?? '', /,/), ...page.folders]),
    note: page.note(link),
  }))),
};

/** What stands round a link. */
interface Place {
  /** The heading above it. */
  readonly heading: string;
  /** Folders of bookmarks it lies in, but for the browser's own. */
  readonly folders: readonly string[];
  /** The description under it (`<DD>`). */
  note(link: Element): string | undefined;
}

/** A page that was cut off in the middle of a tag has lost that link without a trace in its nodes. */
function* links(text: string, read: (row: number, link: Element, place: Place) => Row): Rows {
  const doc = parseInert(text);
  let row = 0;
  let heading = '';
  const walker = doc.createTreeWalker(doc.body, NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node as Element;
    if (/^h[1-3]$/.test(element.localName)) heading = element.textContent.trim();
    else if (element.localName === 'a' && element.hasAttribute('href')) yield read((row += 1), element, { heading, folders: foldersOf(element), note });
  }
  const tail = text.slice(text.lastIndexOf('<'));
  if (/^<a\s[^>]*$/i.test(tail)) yield refusedRow(row + 1, 'rowDamaged', tail);
}

/** Each folder is a `DL` after a heading. The browser's own folders are marked, and say nothing about the page. */
function foldersOf(link: Element): readonly string[] {
  const names: string[] = [];
  for (let list = link.closest('dl'); list; list = list.parentElement?.closest('dl') ?? null) {
    const before = list.previousElementSibling ?? list.parentElement?.querySelector(':scope > h3') ?? null;
    const title = before?.localName === 'h3' ? before : before?.querySelector(':scope > h3');
    if (title && !title.hasAttribute('personal_toolbar_folder') && !title.hasAttribute('unfiled_bookmarks_folder')) names.unshift(title.textContent.trim());
  }
  return names;
}

function note(link: Element): string | undefined {
  const next = link.closest('dt')?.nextElementSibling;
  return next?.localName === 'dd' ? textField(next.firstChild?.textContent) : undefined;
}
