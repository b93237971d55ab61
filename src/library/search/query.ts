/** Asking the index: which documents have all that is wanted, the best first. One transaction, so that it sees one moment. */
import type { IDBPTransaction } from 'idb';
import { addPostings } from './adding.ts';
import { unpackGrowing } from './bytes.ts';
import { ranked, type Part } from './ranking.ts';
import { termsIn, unpackNumbers } from './segment.ts';
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

/** What a longer word counts that only begins as wanted. */
const BEGINNING = 0.5;

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
  for (const { term, from, to } of termsIn(block, wanted.term)) {
    if (fulfils(term, wanted)) addPostings(block.bytes, from, to, found, term === wanted.term ? 1 : BEGINNING);
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
