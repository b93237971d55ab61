/** Documents into the index and out of it, inside the transaction of whoever changes them. */
import { EMPTY, MANIFEST, type ManifestRecord, type PendingRecord } from './stores.ts';
import { documentTerms, type Field } from './tokens.ts';

interface Pending { put(record: PendingRecord): Promise<unknown>; delete(id: number): Promise<unknown> }
interface Graves { put(upTo: number, id: number): Promise<unknown> }
interface Manifest { get(key: string): Promise<ManifestRecord | undefined> }

export interface NewDocument { objectStore(name: 'indexPending'): Pending }
export interface AnyDocument extends NewDocument {
  objectStore(name: 'indexPending'): Pending;
  objectStore(name: 'indexGraves'): Graves;
  objectStore(name: 'indexManifest'): Manifest;
}

/** Takes in a document that the index has never had. */
export async function addDocument(tx: NewDocument, id: number, fields: readonly Field[]): Promise<void> {
  const { counts, length } = documentTerms(fields);
  const terms = `\n${[...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([term, count]) => `${term}\t${count.toString(36)}\n`).join('')}`;
  await tx.objectStore('indexPending').put({ id, stamp: crypto.randomUUID(), terms, length });
}

/** Takes a document in that may have been there with another text. */
export async function changeDocument(tx: AnyDocument, id: number, fields: readonly Field[]): Promise<void> {
  await bury(tx, id);
  await addDocument(tx, id, fields);
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
