/** A selection as one file: each kind gathers the articles and hands them to its format. */
import { strToU8, zipSync, type Zippable } from 'fflate';
import { findDraft } from '../../actions/drafts.ts';
import { t, uiLanguage } from '../../browser/i18n.ts';
import { toBibtex } from '../../formats/bibtex.ts';
import { toBookmarks } from '../../formats/bookmarks.ts';
import { toCslJson } from '../../formats/csl-json.ts';
import { writeEpub, type EpubArticle } from '../../formats/epub.ts';
import { writeLetterFile, type FilePicture } from '../../formats/letter-file.ts';
import { toMarkdown } from '../../formats/markdown.ts';
import { fileName, type Outgoing } from '../../formats/outgoing.ts';
import { toPlainText } from '../../formats/plain-text.ts';
import { toRis } from '../../formats/ris.ts';
import { toTable } from '../../formats/table.ts';
import { countOf, eachArticle, type EntryAnswer, type LibraryReason, type WholeEntry } from '../../library/library.ts';
import { dateWords, nameList } from '../shared/date-words.ts';
import { forBooks } from './book-pictures.ts';
import type { Pace } from './pace.ts';
import { dayName, dayWords } from './words.ts';

export const EXPORTS = ['epub', 'markdown', 'html', 'text', 'table', 'bookmarks', 'bibtex', 'ris', 'csl'] as const;
export type ExportKind = typeof EXPORTS[number];

/** What is not in a file: links where a text is wanted, and articles that can't be read. */
export interface LeftOut {
  readonly links: number;
  readonly damaged: number;
}

interface Made {
  readonly ok: true;
  readonly file: Blob;
  readonly name: string;
}

export type ExportOutcome =
  | (Made & { readonly left: LeftOut })
  /** Nothing in the library; only links where a text is wanted; more than fits into one file that is made in memory. */
  | { readonly ok: false; readonly why: 'nothing' | 'links' | 'tooMuch' | 'stopped' | LibraryReason };

/** These are made whole in memory; the copy of everything is not. In bytes, as they lie in the library. */
const MOST = 400_000_000;
const LINES: Partial<Record<ExportKind, { readonly ending: string; readonly type: string; readonly write: (entries: readonly Outgoing[]) => string }>> = {
  table: { ending: 'csv', type: 'text/csv', write: toTable },
  bookmarks: { ending: 'html', type: 'text/html', write: (entries) => toBookmarks(entries, t('trReadMeTitle')) },
  bibtex: { ending: 'bib', type: 'application/x-bibtex', write: toBibtex },
  ris: { ending: 'ris', type: 'application/x-research-info-systems', write: toRis },
  csl: { ending: 'json', type: 'application/json', write: toCslJson },
};

/** What goes into a file: some of the library's articles, one that was never saved, or (neither) all there is. */
export interface ExportFrom {
  readonly ids?: readonly number[];
  readonly draft?: string;
}

export async function makeExport(kind: ExportKind, from: ExportFrom, pace: Pace, onProgress: (done: number, total: number) => void): Promise<ExportOutcome> {
  const { ids, draft } = from;
  const count = draft ? 1 : ids ? ids.length : await countOf('*').then((answer) => (answer.ok ? answer.value : 0));
  const lines = LINES[kind];
  const writer = lines ? new LineWriter() : new FileWriter(kind);
  let size = 0;
  let done = 0;
  const left = { links: 0, damaged: 0 };
  for await (const answer of draft ? draftEntry(draft) : eachArticle(ids ? { ids } : {})) {
    if (!await pace.go()) return { ok: false, why: 'stopped' };
    onProgress(done += 1, count);
    if (!answer.ok) {
      if (answer.id === 0) return { ok: false, why: answer.reason };
      left.damaged += 1;
      continue;
    }
    if (!lines && !answer.value.article) left.links += 1;
    size += await writer.add(answer.value);
    if (size > MOST) return { ok: false, why: 'tooMuch' };
  }
  if (done === 0) return { ok: false, why: 'nothing' };
  // A file in which nothing stands would look like one in which everything does.
  if (done === left.damaged) return { ok: false, why: 'damaged' };
  const name = `passalong-${dayName(Date.now())}`;
  if (writer instanceof LineWriter) return { ok: true, file: new Blob([lines!.write(writer.entries)], { type: lines!.type }), name: `${name}.${lines!.ending}`, left };
  const made = writer.file(name);
  return made ? { ...made, left } : { ok: false, why: left.damaged > 0 ? 'damaged' : 'links' };
}

/** An article that is only being read, as if it lay in the library. */
async function* draftEntry(id: string): AsyncGenerator<EntryAnswer> {
  const draft = await findDraft(id);
  if (!draft.ok) return yield { ...draft, id: 0 };
  const { article } = draft.value;
  if (!article) return;
  const now = Date.now();
  const saved = { ...article, id: 0, uid: crypto.randomUUID(), savedAt: now, updatedAt: now, readState: 'unread', favourite: false, tags: [], hasBody: true, quotes: [] } as const;
  yield { ok: true, value: { saved, article, highlights: [], shares: [], versions: [], pictures: [] } };
}

/** Of a list of lines only the facts are kept; texts would fill the memory. */
class LineWriter {
  readonly entries: Outgoing[] = [];

  async add(entry: WholeEntry): Promise<number> {
    const { article, ...rest } = outgoing(entry);
    this.entries.push({ ...rest, article: { ...article, html: '', text: '' } });
    return 2_000;
  }
}

class FileWriter {
  readonly #kind: ExportKind;
  readonly #files: Zippable = {};
  readonly #articles: EpubArticle[] = [];
  readonly #names = new Set<string>();
  #single: { readonly bytes: Uint8Array<ArrayBuffer>; readonly name: string } | undefined;
  #uid = '';

  constructor(kind: ExportKind) {
    this.#kind = kind;
  }

  /** @returns about how many bytes it takes */
  async add(entry: WholeEntry): Promise<number> {
    const { article } = entry;
    if (!article) return 0;
    const pictures = this.#kind === 'text' ? [] : await picturesOf(entry);
    const size = article.html.length * 2 + pictures.reduce((sum, { bytes }) => sum + bytes.length, 0);
    switch (this.#kind) {
      case 'epub':
        this.#uid ||= entry.saved.uid;
        this.#articles.push({ article, pictures: await forBooks(pictures) });
        break;
      case 'html': this.#put(fileName(article.title, '.html', this.#names), writeLetterFile({ article, note: '', from: '', pictures }, letterFileWords())); break;
      case 'text': this.#put(fileName(article.title, '.txt', this.#names), toPlainText(outgoing(entry), { highlights: t('trHighlights'), note: t('trNote') })); break;
      default: this.#putMarkdown(entry, pictures);
    }
    return size;
  }

  #put(name: string, text: string): void {
    const bytes = strToU8(text) as Uint8Array<ArrayBuffer>;
    this.#single = Object.keys(this.#files).length === 0 ? { bytes, name } : undefined;
    this.#files[name] = bytes;
  }

  #putMarkdown(entry: WholeEntry, pictures: readonly FilePicture[]): void {
    const name = fileName(entry.saved.title, '.md', this.#names);
    const folder = `pictures/${name.replace(/\.md$/, '')}`;
    const paths = new Map(pictures.map(({ src, type }, at) => [src, `${folder}/${at + 1}.${type.replace(/^image\//, '').replace('jpeg', 'jpg').replace(/\W.*/, '')}`]));
    for (const { src, bytes } of pictures) this.#files[paths.get(src)!] = [bytes, { level: 0 }];
    this.#put(name, toMarkdown(outgoing(entry), { highlights: t('trHighlights'), note: t('trNote'), picture: (src) => paths.get(src) }));
  }

  file(name: string): Made | undefined {
    if (this.#kind === 'epub') {
      const [first] = this.#articles;
      if (!first) return undefined;
      const single = this.#articles.length === 1;
      const id = single && /^[\da-f-]{36}$/.test(this.#uid) ? this.#uid : crypto.randomUUID();
      const bytes = writeEpub({ articles: this.#articles, id, now: Date.now(), title: t('trDigest', dayWords(Date.now())) }, epubWords());
      return { ok: true, file: new Blob([bytes], { type: 'application/epub+zip' }), name: single ? fileName(first.article.title, '.epub') : `${name}.epub` };
    }
    const files = Object.keys(this.#files);
    if (files.length === 0) return undefined;
    if (this.#single && files.length === 1) return { ok: true, file: new Blob([this.#single.bytes], { type: this.#kind === 'html' ? 'text/html' : 'text/plain' }), name: this.#single.name };
    return { ok: true, file: new Blob([zipSync(this.#files)], { type: 'application/zip' }), name: `${name}.zip` };
  }
}

function outgoing({ saved, article, highlights }: WholeEntry): Outgoing {
  const { savedAt, readState, favourite, tags, note } = saved;
  return {
    article: article ?? { ...saved, html: '', text: '', feeds: [], kept: { paragraphs: 0, pictures: 0, embeds: 0, tables: 0 }, provenance: {} },
    savedAt, readState, favourite, tags, highlights, ...(note !== undefined && { note }),
  };
}

async function picturesOf({ pictures }: WholeEntry): Promise<readonly FilePicture[]> {
  return Promise.all(pictures.map(async ({ url, blob }) => ({ src: url, type: blob.type, bytes: new Uint8Array(await blob.arrayBuffer()) })));
}

const list = (names: readonly string[]): string => nameList(names, uiLanguage());
const date = (iso: string): string => dateWords(iso.slice(0, 10), uiLanguage(), 'short');
const pictureStays = (caption: string): string => (caption ? t('trPictureStays', caption) : t('trPictureStaysBare'));

function epubWords(): Parameters<typeof writeEpub>[1] {
  return { contents: t('trContents'), cover: t('trCover'), list, date, pictureStays, language: uiLanguage() };
}

function letterFileWords(): Parameters<typeof writeLetterFile>[1] {
  return { list, date, pictureStays, noteFrom: () => '', made: 'Passalong', language: uiLanguage() };
}
