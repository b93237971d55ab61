/** A segment in memory: made of documents, taken apart into blocks, read again. Pure. */
import { ByteReader, ByteWriter, packGrowing, unpackGrowing } from './bytes.ts';
import type { BlockRecord, PendingRecord, SegmentRecord } from './stores.ts';

/** Aim for the size of a block, in bytes: small enough to be read for one term, large enough that there are few. */
const BLOCK = 16_000;

/**
 * That a document has a term, as one number: its place in the segment times 256, and how often, at most 255. A merge holds
 * some millions of them.
 */
export type Posting = number;
const posting = (place: number, count: number): Posting => place * 256 + Math.min(255, count);
export const placeOf = (each: Posting): number => Math.floor(each / 256);
export const countOf = (each: Posting): number => each % 256;

/** Documents of a segment and the terms they have. */
export interface Gathered {
  /** Growing. */
  readonly ids: readonly number[];
  readonly lengths: readonly number[];
  readonly postings: Map<string, Posting[]>;
}

export interface Written {
  readonly record: SegmentRecord;
  readonly blocks: readonly { readonly first: string; readonly block: BlockRecord }[];
  readonly words: number;
}

/** A document with what it is found by. */
export interface GatheredDocument {
  readonly id: number;
  /** How often it has each term. */
  readonly counts: Iterable<readonly [term: string, count: number]>;
  /** In words. */
  readonly length: number;
}

export function gatherDocuments(documents: readonly GatheredDocument[]): Gathered {
  const ordered = documents.toSorted((a, b) => a.id - b.id);
  const postings = new Map<string, Posting[]>();
  for (const [place, { counts }] of ordered.entries()) for (const [term, count] of counts) add(postings, term, posting(place, count));
  return { ids: ordered.map(({ id }) => id), lengths: ordered.map(({ length }) => length), postings };
}

export function gatherPending(pending: readonly PendingRecord[]): Gathered {
  return gatherDocuments(pending.map(({ id, terms, length }) => ({ id, length, counts: countsIn(terms) })));
}

function* countsIn(terms: string): Generator<readonly [string, number]> {
  for (const line of terms.slice(1, -1).split('\n')) {
    const [term = '', count = ''] = line.split('\t');
    if (term) yield [term, Number.parseInt(count, 36) || 1];
  }
}

function add(postings: Map<string, Posting[]>, term: string, each: Posting): void {
  const list = postings.get(term);
  if (list) list.push(each);
  else postings.set(term, [each]);
}

/** A segment that was read: its record, its blocks in order, and which of its documents still live. */
export interface Source {
  readonly record: SegmentRecord;
  readonly blocks: readonly BlockRecord[];
  readonly lives: (id: number) => boolean;
}

/** What lives of several segments, as one. */
export function gatherSegments(sources: readonly Source[]): Gathered {
  const all = sources.flatMap(({ record, lives }, source) => {
    const lengths = unpackNumbers(record.lengths);
    return unpackGrowing(record.ids).flatMap((id, place) => (lives(id) ? [{ id, length: lengths[place] ?? 0, source, place }] : []));
  }).toSorted((a, b) => a.id - b.id);
  const moved = sources.map(() => new Map<number, number>());
  for (const [place, each] of all.entries()) moved[each.source]?.set(each.place, place);
  const postings = new Map<string, Posting[]>();
  for (const [source, { blocks }] of sources.entries()) {
    for (const block of blocks) {
      for (const { term, from, to } of termsIn(block)) {
        for (const each of postingsIn(block.bytes, from, to)) {
          const now = moved[source]?.get(placeOf(each));
          if (now !== undefined) add(postings, term, posting(now, countOf(each)));
        }
      }
    }
  }
  return { ids: all.map(({ id }) => id), lengths: all.map(({ length }) => length), postings };
}

/** Packs a segment. Lists are brought into the order of their documents. */
export function writeSegment(segment: number, { ids, lengths, postings }: Gathered): Written {
  const blocks: { first: string; block: BlockRecord }[] = [];
  let terms: string[] = [];
  let sizes = new ByteWriter();
  let lists = new ByteWriter();
  const close = (): void => {
    if (terms.length === 0) return;
    sizes.all(lists.take());
    blocks.push({ first: terms[0] ?? '', block: { terms: terms.join('\n'), bytes: sizes.take() } });
    [terms, sizes, lists] = [[], new ByteWriter(), new ByteWriter()];
  };
  let room = BLOCK;
  // The default order of JavaScript is that of IndexedDB's keys: by UTF-16 units.
  for (const term of [...postings.keys()].toSorted()) {
    const list = packPostings(postings.get(term) ?? []);
    terms.push(term);
    sizes.number(list.length);
    lists.all(list);
    room -= list.length + term.length + 2;
    if (room > 0) continue;
    close();
    room = BLOCK;
  }
  close();
  const packedLengths = new ByteWriter();
  for (const length of lengths) packedLengths.number(length);
  return {
    record: { segment, ids: packGrowing(ids), lengths: packedLengths.take(), firsts: blocks.map(({ first }) => first) },
    blocks, words: lengths.reduce((sum, length) => sum + length, 0),
  };
}

function packPostings(list: Posting[]): Uint8Array {
  if (list.some((each, i) => each < (list[i - 1] ?? 0))) list.sort((a, b) => a - b);
  const writer = new ByteWriter();
  let before = 0;
  for (const each of list) {
    const place = placeOf(each);
    const count = countOf(each);
    // Most words stand in a text once: one bit says so.
    writer.number((place - before) * 2 + (count === 1 ? 1 : 0));
    if (count !== 1) writer.number(count);
    before = place;
  }
  return writer.take();
}

/**
 * The terms of a block that begin so, and where their lists stand in its bytes. They stand beside each other, so of the
 * hundreds of others no text is made. @throws when the block is damaged
 */
export function termsIn({ terms, bytes }: BlockRecord, beginning = ''): readonly { readonly term: string; readonly from: number; readonly to: number }[] {
  const start = terms.startsWith(beginning) ? 0 : terms.indexOf(`\n${beginning}`) + 1;
  if (start === 0 && !terms.startsWith(beginning)) return [];
  const names: string[] = [];
  for (let at = start; at < terms.length && terms.startsWith(beginning, at);) {
    const end = terms.indexOf('\n', at);
    names.push(terms.slice(at, end < 0 ? undefined : end));
    at = end < 0 ? terms.length : end + 1;
  }
  const before = breaksIn(terms, 0, start);
  const after = breaksIn(terms, start, terms.length) + 1 - names.length;
  const reader = new ByteReader(bytes);
  const skipped = sumOf(reader, before);
  const sizes = names.map(() => reader.number());
  sumOf(reader, after);
  let from = reader.at + skipped;
  return names.map((term, i) => ({ term, from, to: (from += sizes[i] ?? 0) }));
}

function breaksIn(text: string, from: number, to: number): number {
  let breaks = 0;
  for (let at = from; at < to; at += 1) if (text.charCodeAt(at) === 10) breaks += 1;
  return breaks;
}

function sumOf(reader: ByteReader, numbers: number): number {
  let sum = 0;
  for (let n = 0; n < numbers; n += 1) sum += reader.number();
  return sum;
}

/** A list of documents. @throws when it is damaged */
export function postingsIn(bytes: Uint8Array, from: number, to: number): Posting[] {
  const reader = new ByteReader(bytes, from, to);
  const out: Posting[] = [];
  let place = 0;
  while (reader.more) {
    const head = reader.number();
    place += head >>> 1;
    out.push(posting(place, (head & 1) === 1 ? 1 : reader.number()));
  }
  return out;
}

export function unpackNumbers(bytes: Uint8Array): number[] {
  const reader = new ByteReader(bytes);
  const out: number[] = [];
  while (reader.more) out.push(reader.number());
  return out;
}
