/** Documents into the index and out of it, inside the transaction of whoever changes them. */
import { gatherDocuments, writeSegment } from './segment.ts';
import { counting, EMPTY, ENOUGH, MANIFEST, type BlockRecord, type ManifestRecord, type PendingRecord, type SegmentRecord } from './stores.ts';
import { documentTerms, type Field } from './tokens.ts';

interface Pending { put(record: PendingRecord): Promise<unknown>; delete(id: number): Promise<unknown> }
interface Graves { put(upTo: number, id: number): Promise<unknown> }
interface Manifest { get(key: string): Promise<ManifestRecord | undefined>; put(manifest: ManifestRecord, key: string): Promise<unknown> }
interface Segments { put(record: SegmentRecord): Promise<unknown> }
interface Blocks { put(block: BlockRecord, key: [segment: number, first: string]): Promise<unknown> }

export interface NewDocument { objectStore(name: 'indexPending'): Pending }
export interface AnyDocument extends NewDocument {
  objectStore(name: 'indexPending'): Pending;
  objectStore(name: 'indexGraves'): Graves;
  objectStore(name: 'indexManifest'): Pick<Manifest, 'get'>;
}
export interface NewSegment extends NewDocument {
  objectStore(name: 'indexPending'): Pending;
  objectStore(name: 'indexSegments'): Segments;
  objectStore(name: 'indexBlocks'): Blocks;
  objectStore(name: 'indexManifest'): Manifest;
}

/** A document that the index has never had. */
export interface Document {
  readonly id: number;
  readonly fields: readonly Field[];
}

/** What a document is found by, worked out. That takes longer than writing it, and can be done before it has its number. */
export function foundBy(fields: readonly Field[]): Pick<PendingRecord, 'terms' | 'length'> {
  const { counts, length } = documentTerms(fields);
  return { terms: `\n${[...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([term, count]) => `${term}\t${count.toString(36)}\n`).join('')}`, length };
}

/** Takes in a document that the index has never had. */
export async function addDocument(tx: NewDocument, id: number, found: ReturnType<typeof foundBy>): Promise<void> {
  await tx.objectStore('indexPending').put({ id, stamp: crypto.randomUUID(), ...found });
}

/**
 * Takes in many that the index has never had. Enough for a segment become one at once, without waiting: a list of links
 * would else be written, read, taken out and written again. The number is taken and the segment counts in one and the same
 * transaction, so nobody sees the one without the other.
 */
export async function addDocuments(tx: NewSegment, documents: readonly Document[]): Promise<void> {
  if (documents.length < ENOUGH) {
    await Promise.all(documents.map(({ id, fields }) => addDocument(tx, id, foundBy(fields))));
    return;
  }
  const gathered = gatherDocuments(documents.map(({ id, fields }) => ({ id, ...documentTerms(fields) })));
  const { next: segment, live } = (await tx.objectStore('indexManifest').get(MANIFEST)) ?? EMPTY;
  const { record, blocks, words } = writeSegment(segment, gathered);
  const now = { next: segment + 1, live: [...live, counting(segment, gathered.ids.length, words)] };
  await Promise.all([
    tx.objectStore('indexManifest').put(now, MANIFEST), tx.objectStore('indexSegments').put(record),
    ...blocks.map(({ first, block }) => tx.objectStore('indexBlocks').put(block, [segment, first])),
  ]);
}

/** Takes a document in that may have been there with another text. */
export async function changeDocument(tx: AnyDocument, id: number, fields: readonly Field[]): Promise<void> {
  await bury(tx, id);
  await addDocument(tx, id, foundBy(fields));
}

/** Takes a document out. */
export async function dropDocument(tx: AnyDocument, id: number): Promise<void> {
  await bury(tx, id);
  await tx.objectStore('indexPending').delete(id);
}

async function bury(tx: AnyDocument, id: number): Promise<void> {
  const { next } = (await tx.objectStore('indexManifest').get(MANIFEST)) ?? EMPTY;
  await tx.objectStore('indexGraves').put(next - 1, id);
}
