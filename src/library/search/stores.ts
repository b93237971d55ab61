/**
 * Where the index lives, beside what it is an index of, so that both change in one transaction. It knows documents by
 * number and nothing else of them.
 *
 * A document waits in `indexPending` until some dozens do; they then become a segment that is never changed again.
 * Segments have growing numbers and never the same one twice. When a document changes or goes, `indexGraves` notes the
 * highest number given away by then: its copies in segments up to that one are dead. So a new text needs no search for
 * the old one, and a merge may go on while others write: what dies meanwhile is dead in the merged segment, too, since
 * that one got its number before it read anything.
 */
import type { IDBPDatabase } from 'idb';

/** A document that no segment holds yet. `terms` is `\nterm\tcount` for each, in order, and a last `\n`; counts in base 36. */
export interface PendingRecord {
  readonly id: number;
  /** Another one with every change: what was flushed is taken out only if it is still the same. */
  readonly stamp: string;
  readonly terms: string;
  readonly length: number;
}

/** About 16 KB of a segment's terms, in the order of their UTF-16 units, joined by line breaks; and for each its documents. */
export interface BlockRecord {
  readonly terms: string;
  /** For each term the size of its list, then the lists one after another. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The documents of a segment: growing numbers as differences, lengths in words, and the first term of each block. */
export interface SegmentRecord {
  readonly segment: number;
  readonly ids: Uint8Array<ArrayBuffer>;
  readonly lengths: Uint8Array<ArrayBuffer>;
  readonly firsts: readonly string[];
}

/** Which segments count. The one record is changed only inside transactions. */
export interface ManifestRecord {
  readonly next: number;
  readonly live: readonly { readonly segment: number; readonly documents: number; readonly words: number; readonly stamp: string }[];
}

export interface SearchStores {
  /** Documents that have yet to be taken in, or anew: their texts are asked for when there is time. */
  indexTodo: { key: number; value: { readonly id: number } };
  indexPending: { key: number; value: PendingRecord };
  indexBlocks: { key: [segment: number, first: string]; value: BlockRecord };
  indexSegments: { key: number; value: SegmentRecord };
  indexGraves: { key: number; value: number };
  indexManifest: { key: string; value: ManifestRecord };
}

export const SEARCH_STORES = ['indexTodo', 'indexPending', 'indexBlocks', 'indexSegments', 'indexGraves', 'indexManifest'] as
  ('indexTodo' | 'indexPending' | 'indexBlocks' | 'indexSegments' | 'indexGraves' | 'indexManifest')[];

export function makeSearchStores(db: Pick<IDBPDatabase, 'createObjectStore'>): void {
  db.createObjectStore('indexTodo', { keyPath: 'id' });
  db.createObjectStore('indexPending', { keyPath: 'id' });
  db.createObjectStore('indexBlocks');
  db.createObjectStore('indexSegments', { keyPath: 'segment' });
  db.createObjectStore('indexGraves');
  db.createObjectStore('indexManifest');
}

/** Documents that may wait before they are made a segment. */
export const ENOUGH = 64;

export const EMPTY: ManifestRecord = { next: 1, live: [] };
export const MANIFEST = 'manifest';

/** How the manifest counts a segment. */
export const counting = (segment: number, documents: number, words: number): ManifestRecord['live'][number] => ({ segment, documents, words, stamp: crypto.randomUUID() });

/** All blocks of a segment. */
export const blocksOf = (segment: number): IDBKeyRange => IDBKeyRange.bound([segment], [segment, []]);
