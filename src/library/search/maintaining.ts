/**
 * Keeping the index in shape: what waits becomes a segment, eight segments become one, what died is swept up. One context
 * at a time (a lock holds the others off); killed at any moment it leaves an index that finds the same, and at most some
 * blocks that no segment counts, which the next turn clears away.
 */
import { done, read, write, type LibraryAnswer } from '../database.ts';
import { gatherPending, gatherSegments, writeSegment, type Gathered, type Source } from './segment.ts';
import { blocksOf, counting, EMPTY, ENOUGH, MANIFEST, SEARCH_STORES, type BlockRecord, type ManifestRecord, type PendingRecord, type SegmentRecord } from './stores.ts';
import { unpackGrowing } from './bytes.ts';

/** The most documents that a new segment takes. */
const MOST = 1_024;
/** Segments of a size that are made one, and from how many documents on a segment is of the next size. The last size is not merged again. */
const TOGETHER = 8;
const SIZES = [400, 3_200] as const;
/** Documents that are enough for a segment of the last size, however few segments they come from; and the most it takes. */
const FULL = 3_200;
const LARGEST = 5_000;
/** The part of a segment's documents that may be dead before it is written anew. */
const DEAD = 0.3;
/** Blocks written in one transaction: others who write wait no longer than for these. */
const BLOCKS = 48;

const LOCK = 'passalong-index';

/** Does all there is to do. @param all make a segment of what waits, however little it is. @returns false when another context is at it. */
export async function maintainIndex(all = false): Promise<LibraryAnswer<boolean>> {
  return navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => (lock ? work(all) : done(false)));
}

async function work(all: boolean): Promise<LibraryAnswer<boolean>> {
  const swept = await sweep();
  if (!swept.ok) return swept;
  for (;;) {
    const step = await nextStep(all);
    if (!step.ok) return step;
    if (step.value === undefined) return done(true);
    const taken = await step.value();
    if (!taken.ok) return taken;
  }
}

/** The first of these that fit into one segment: two at least, eight at most. */
function together(alike: ManifestRecord['live']): ManifestRecord['live'] {
  const from = alike.slice(0, TOGETHER);
  const fit = from.findIndex((_, i) => i > 1 && sum(from.slice(0, i + 1)) > LARGEST);
  return fit < 0 ? from : from.slice(0, fit);
}

const sum = (some: ManifestRecord['live']): number => some.reduce((all, { documents }) => all + documents, 0);

type Step = () => Promise<LibraryAnswer<unknown>>;

function nextStep(all: boolean): Promise<LibraryAnswer<Step | undefined>> {
  return read(SEARCH_STORES, async (tx) => {
    const [waiting, manifest = EMPTY, graves, graveIds] = await Promise.all([
      tx.objectStore('indexPending').count(), tx.objectStore('indexManifest').get(MANIFEST), tx.objectStore('indexGraves').getAll(), tx.objectStore('indexGraves').getAllKeys(),
    ]);
    if (waiting >= ENOUGH || (all && waiting > 0)) return done(flush as Step | undefined);
    for (const [size, upTo] of SIZES.entries()) {
      const alike = manifest.live.filter(({ documents }) => documents >= (SIZES[size - 1] ?? 0) && documents < upTo);
      const group = together(alike);
      if (alike.length >= TOGETHER || sum(group) >= FULL) return done(() => merge(group.map(({ segment }) => segment)));
    }
    if (graveIds.length === 0) return done(undefined);
    const buried = new Map(graveIds.map((id, i) => [id, graves[i] ?? 0]));
    for (const { segment, documents } of manifest.live) {
      const record = await tx.objectStore('indexSegments').get(segment);
      if (!record) continue;
      const dead = unpackGrowing(record.ids).filter((id) => (buried.get(id) ?? 0) >= segment).length;
      if (dead > documents * DEAD && dead > 0) return done(() => merge([segment]));
    }
    return done(undefined);
  });
}

async function flush(): Promise<LibraryAnswer<unknown>> {
  // The number and what waits are taken at one moment: who changes a document later buries its copy in this segment.
  const taken = await write(['indexManifest', 'indexPending'], async (tx) =>
    done([await takeNumber(tx.objectStore('indexManifest')), await tx.objectStore('indexPending').getAll(null, MOST)] as const));
  return taken.ok ? put(taken.value[0], gatherPending(taken.value[1]), [], taken.value[1]) : taken;
}

async function merge(segments: readonly number[]): Promise<LibraryAnswer<unknown>> {
  const number = await write(['indexManifest'], async (tx) => done(await takeNumber(tx.objectStore('indexManifest'))));
  if (!number.ok) return number;
  const sources = await read(SEARCH_STORES, async (tx) => {
    const graves = new Map<number, number>();
    const [ids, upTo] = await Promise.all([tx.objectStore('indexGraves').getAllKeys(), tx.objectStore('indexGraves').getAll()]);
    for (const [i, id] of ids.entries()) graves.set(id, upTo[i] ?? 0);
    return done(await Promise.all(segments.map(async (segment): Promise<Source> => {
      const [record, blocks] = await Promise.all([tx.objectStore('indexSegments').get(segment), tx.objectStore('indexBlocks').getAll(blocksOf(segment))]);
      if (!record) throw new DOMException('a segment of the index is missing', 'DataError');
      return { record, blocks, lives: (id) => (graves.get(id) ?? 0) < segment };
    })));
  });
  return sources.ok ? put(number.value, gatherSegments(sources.value), segments, []) : sources;
}

interface Manifest {
  get(key: string): Promise<ManifestRecord | undefined>;
  put(manifest: ManifestRecord, key: string): Promise<unknown>;
}

/** A number no segment ever had. It counts from the moment this is on the disk: what dies from then on is dead in that segment. */
async function takeNumber(store: Manifest): Promise<number> {
  const manifest = (await store.get(MANIFEST)) ?? EMPTY;
  await store.put({ ...manifest, next: manifest.next + 1 }, MANIFEST);
  return manifest.next;
}

/** Writes a segment, and last, in one transaction, puts it in the place of what it was made of. */
async function put(segment: number, gathered: Gathered, from: readonly number[], flushed: readonly PendingRecord[]): Promise<LibraryAnswer<unknown>> {
  const { record, blocks, words } = writeSegment(segment, gathered);
  for (let at = 0; at < blocks.length; at += BLOCKS) {
    const part = await writeBlocks(segment, blocks.slice(at, at + BLOCKS));
    if (!part.ok) return part;
  }
  return write(SEARCH_STORES, async (tx) => {
    const manifest = (await tx.objectStore('indexManifest').get(MANIFEST)) ?? EMPTY;
    const rest = manifest.live.filter((each) => !from.includes(each.segment));
    // Somebody emptied the library meanwhile: what was read is of no use, and is swept up.
    if (rest.length + from.length !== manifest.live.length || segment >= manifest.next) return done(undefined);
    const live = gathered.ids.length === 0 ? rest : [...rest, counting(segment, gathered.ids.length, words)];
    await tx.objectStore('indexManifest').put({ ...manifest, live }, MANIFEST);
    if (gathered.ids.length > 0) await tx.objectStore('indexSegments').put(record);
    const pending = tx.objectStore('indexPending');
    await clearFlushed(pending, flushed);
    for (const each of from) await Promise.all([tx.objectStore('indexSegments').delete(each), tx.objectStore('indexBlocks').delete(blocksOf(each))]);
    if (from.length > 0) await levelGraves(tx.objectStore('indexGraves'), await tx.objectStore('indexSegments').getAll());
    return done(undefined);
  });
}

interface Pending {
  getAll(range: IDBKeyRange): Promise<readonly PendingRecord[]>;
  delete(which: number | IDBKeyRange): Promise<unknown>;
}

/** Takes out of what waits what stands in a segment now; a document that changed meanwhile waits on. */
async function clearFlushed(pending: Pending, flushed: readonly PendingRecord[]): Promise<void> {
  const [first, last] = [flushed[0], flushed.at(-1)];
  if (!first || !last) return;
  const range = IDBKeyRange.bound(first.id, last.id);
  const stamps = new Map(flushed.map(({ id, stamp }) => [id, stamp]));
  const still = await pending.getAll(range);
  const gone = still.filter(({ id, stamp }) => stamps.get(id) === stamp);
  // As a rule nothing changed, and one request does it.
  if (gone.length === still.length) await pending.delete(range);
  else await Promise.all(gone.map(({ id }) => pending.delete(id)));
}

function writeBlocks(segment: number, blocks: readonly { readonly first: string; readonly block: BlockRecord }[]): Promise<LibraryAnswer<unknown>> {
  return write(['indexBlocks'], async (tx) => {
    await Promise.all(blocks.map(({ first, block }) => tx.objectStore('indexBlocks').put(block, [segment, first])));
    return done(undefined);
  });
}

interface Graves {
  getAllKeys(): Promise<number[]>;
  getAll(): Promise<number[]>;
  delete(id: number): Promise<unknown>;
}

/** Takes away the graves that no living segment needs. */
async function levelGraves(graves: Graves, segments: readonly SegmentRecord[]): Promise<void> {
  const [ids, upTo] = await Promise.all([graves.getAllKeys(), graves.getAll()]);
  if (ids.length === 0) return;
  /** For each document the lowest segment that holds it. */
  const lowest = new Map<number, number>();
  for (const { segment, ids: packed } of segments) for (const id of unpackGrowing(packed)) lowest.set(id, Math.min(segment, lowest.get(id) ?? Infinity));
  for (const [i, id] of ids.entries()) if ((lowest.get(id) ?? Infinity) > (upTo[i] ?? 0)) await graves.delete(id);
}

/** Clears away what a killed flush or merge left: blocks of segments that don't count. Looks at one key for each segment. */
async function sweep(): Promise<LibraryAnswer<unknown>> {
  const left = await read(SEARCH_STORES, async (tx) => {
    const { live }: ManifestRecord = (await tx.objectStore('indexManifest').get(MANIFEST)) ?? EMPTY;
    const counted = new Set(live.map(({ segment }) => segment));
    const stray: number[] = [];
    for (let cursor = await tx.objectStore('indexBlocks').openKeyCursor(); cursor; cursor = await cursor.continue([cursor.key[0], []] as never)) {
      if (!counted.has(cursor.key[0])) stray.push(cursor.key[0]);
    }
    return done(stray);
  });
  if (!left.ok || left.value.length === 0) return left;
  return write(['indexBlocks'], async (tx) => {
    for (const segment of left.value) await tx.objectStore('indexBlocks').delete(blocksOf(segment));
    return done(undefined);
  });
}

type Anything = { clear(): Promise<unknown>; get(key: never): Promise<unknown>; put(value: never, key?: never): Promise<unknown> };

/**
 * Empties the index when nobody else is at it, and does what follows from that in the same transaction. Numbers go on from
 * where they were, so that nothing of before can be taken for new.
 */
export function clearIndex<T>(run: (work: (tx: { objectStore(name: typeof SEARCH_STORES[number]): Anything }) => Promise<void>) => Promise<T>): Promise<T> {
  return navigator.locks.request(LOCK, () => run(async (tx) => {
    const manifest = (await tx.objectStore('indexManifest').get(MANIFEST as never)) as ManifestRecord | undefined;
    for (const name of SEARCH_STORES) await tx.objectStore(name).clear();
    await tx.objectStore('indexManifest').put({ ...EMPTY, next: (manifest ?? EMPTY).next } as never, MANIFEST as never);
  }));
}
