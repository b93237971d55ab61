/** Asking the index: which documents have all that is wanted, the best first. One transaction, so that it sees one moment. */
import type { IDBPTransaction } from 'idb';
import { unpackGrowing } from './bytes.ts';
import { countOf, placeOf, postingsIn, termsIn, unpackNumbers } from './segment.ts';
import { EMPTY, MANIFEST, type BlockRecord, type PendingRecord, type SearchStores, type SEARCH_STORES, type SegmentRecord } from './stores.ts';
import { fulfils, type Wanted } from './tokens.ts';

type Stores = { [K in keyof SearchStores]: SearchStores[K] };
type Reading = IDBPTransaction<Stores, typeof SEARCH_STORES, 'readonly'>;

export interface Question {
  /** A document must have all of these. */
  readonly all: readonly Wanted[];
  /** And none of these. */
  readonly none: readonly Wanted[];
}

/** Segments never change, so what was unpacked of one holds as long as this context lives. */
const unpacked = new Map<number, Unpacked>();
interface Unpacked {
  readonly segment: number;
  readonly ids: readonly number[];
  readonly lengths: readonly number[];
  readonly firsts: readonly string[];
  /** Tells a segment of an emptied library from one of the same number in the next. */
  readonly stamp: string;
}

/** How strongly repetition and length count (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009). */
const K1 = 1.2;
const B = 0.75;
/** What a longer word counts that only begins as wanted. */
const BEGINNING = 0.5;

/** Some documents in which things may be found: a segment, or what waits. */
interface Part {
  readonly ids: readonly number[];
  readonly lengths: readonly number[];
  readonly lives: (id: number) => boolean;
  /** For each wanted thing, how often it stands in each document, weighted; 0 where it does not. */
  readonly found: readonly Float32Array[];
}

/**
 * The numbers of all documents that answer a question, the best first (BM25); among equals the younger.
 * @throws when the index is damaged: it is to be made anew
 */
export async function askIndex(tx: Reading, { all, none }: Question): Promise<readonly number[]> {
  if (all.length === 0) return [];
  const wanted = [...all, ...none];
  const [manifest = EMPTY, pending, graveIds, graves] = await Promise.all([
    tx.objectStore('indexManifest').get(MANIFEST), tx.objectStore('indexPending').getAll(),
    tx.objectStore('indexGraves').getAllKeys(), tx.objectStore('indexGraves').getAll(),
  ]);
  const buried = new Map(graveIds.map((id, i) => [id, graves[i] ?? 0]));
  for (const known of unpacked.keys()) if (!manifest.live.some(({ segment }) => segment === known)) unpacked.delete(known);
  const parts = await Promise.all(manifest.live.map(async ({ segment, stamp }): Promise<Part> => {
    const known = unpacked.get(segment);
    const open = known?.stamp === stamp ? known : unpack(await tx.objectStore('indexSegments').get(segment), stamp);
    unpacked.set(segment, open);
    const found = await Promise.all(wanted.map((each) => findInSegment(tx, open, each)));
    return { ids: open.ids, lengths: open.lengths, lives: (id: number) => (buried.get(id) ?? 0) < segment, found };
  }));
  parts.push(partOf(pending, wanted));
  return ranked(parts, all.length);
}

function unpack(record: SegmentRecord | undefined, stamp: string): Unpacked {
  if (!record) throw new DOMException('a segment of the index is missing', 'DataError');
  return { segment: record.segment, ids: unpackGrowing(record.ids), lengths: unpackNumbers(record.lengths), firsts: record.firsts, stamp };
}

async function findInSegment(tx: Reading, { segment, ids, firsts }: Unpacked, wanted: Wanted): Promise<Float32Array> {
  const found = new Float32Array(ids.length);
  const last = wanted.begins ? `${wanted.term}\uffff` : wanted.term;
  const from = firsts[Math.max(0, firstAfter(firsts, wanted.term) - 1)];
  const to = firsts[firstAfter(firsts, last) - 1];
  if (from === undefined || to === undefined || to < from) return found;
  const store = tx.objectStore('indexBlocks');
  const blocks = from === to ? [await store.get([segment, from])] : await store.getAll(IDBKeyRange.bound([segment, from], [segment, to]));
  for (const block of blocks) if (block) addFound(found, block, wanted);
  return found;
}

/** How many of the growing texts stand before or at this one. */
function firstAfter(texts: readonly string[], text: string): number {
  let low = 0;
  for (let high = texts.length; low < high;) {
    const middle = (low + high) >>> 1;
    if ((texts[middle] ?? '') <= text) low = middle + 1;
    else high = middle;
  }
  return low;
}

function addFound(found: Float32Array, block: BlockRecord, wanted: Wanted): void {
  // Most blocks hold nothing of it but one term; the texts are looked at before anything is unpacked.
  if (!`\n${block.terms}`.includes(`\n${wanted.term}`)) return;
  for (const { term, from, to } of termsIn(block)) {
    if (!fulfils(term, wanted)) continue;
    const weight = term === wanted.term ? 1 : BEGINNING;
    for (const each of postingsIn(block.bytes, from, to)) {
      const place = placeOf(each);
      found[place] = (found[place] ?? 0) + countOf(each) * weight;
    }
  }
}

function partOf(pending: readonly PendingRecord[], wanted: readonly Wanted[]): Part {
  return {
    ids: pending.map(({ id }) => id), lengths: pending.map(({ length }) => length), lives: () => true,
    found: wanted.map((each) => Float32Array.from(pending, ({ terms }) => findInTerms(terms, each))),
  };
}

/** How often what is wanted stands in a waiting document. */
function findInTerms(terms: string, { term, begins }: Wanted): number {
  let sum = 0;
  const start = begins ? `\n${term}` : `\n${term}\t`;
  for (let at = terms.indexOf(start); at >= 0; at = begins ? terms.indexOf(start, at + 1) : -1) {
    const tab = terms.indexOf('\t', at);
    sum += Math.min(255, Number.parseInt(terms.slice(tab + 1, terms.indexOf('\n', tab)), 36) || 0) * (tab === at + 1 + term.length ? 1 : BEGINNING);
  }
  return sum;
}

function ranked(parts: readonly Part[], needed: number): readonly number[] {
  let documents = 0;
  let words = 0;
  const having = Array.from({ length: needed }, () => 0);
  for (const { lengths, found } of parts) {
    documents += lengths.length;
    for (const length of lengths) words += length;
    for (let each = 0; each < needed; each += 1) for (const count of found[each] ?? []) if (count > 0) having[each] = (having[each] ?? 0) + 1;
  }
  const average = words / Math.max(1, documents) || 1;
  const rarity = having.map((count) => Math.log(1 + (documents - count + 0.5) / (count + 0.5)));
  // A score and a number in one float, so that the browser sorts plain floats: fifty thousand hits in a few milliseconds.
  const hits: number[] = [];
  for (const { ids, lengths, lives, found } of parts) {
    for (let place = 0; place < ids.length; place += 1) {
      const score = scoreAt(found, needed, place, K1 * (1 - B + (B * (lengths[place] ?? 0)) / average), rarity);
      const id = ids[place] ?? 0;
      if (score >= 0 && lives(id)) hits.push(Math.round(score * 1_000) * LARGEST + id);
    }
  }
  return Array.from(Float64Array.from(hits).toSorted().toReversed(), (hit) => hit % LARGEST);
}

/** Above every number a document will have. */
const LARGEST = 2 ** 32;

/** The score of one document; below zero when it is no answer. */
function scoreAt(found: readonly Float32Array[], needed: number, place: number, norm: number, rarity: readonly number[]): number {
  let score = 0;
  for (let each = 0; each < found.length; each += 1) {
    const count = found[each]?.[place] ?? 0;
    if ((count > 0) !== (each < needed)) return -1;
    if (each < needed) score += ((rarity[each] ?? 0) * count * (K1 + 1)) / (count + norm);
  }
  return score;
}
