/** How much room the kept pictures take, article by article, and how to have it back. */
import { announce } from './changes.ts';
import { parsePicture, type Picture } from './beside.ts';
import { done, read, refused, write, type LibraryAnswer } from './database.ts';

export interface PictureRoom {
  readonly id: number;
  readonly pictures: number;
  readonly bytes: number;
}

/** Pictures looked at in one transaction: their bytes stay on the disk, only their sizes are asked. */
const BATCH = 400;

/** Every article with kept pictures, those that take most first. @param isStill asked between batches; false ends it early */
export async function pictureRoom(isStill: () => boolean = () => true): Promise<LibraryAnswer<readonly PictureRoom[]>> {
  const room = new Map<number, { id: number; pictures: number; bytes: number }>();
  let after: [number, number] | undefined;
  do {
    const from = after;
    const batch = await read(['pictures'], async (tx) => {
      const range = from && IDBKeyRange.lowerBound(from, true);
      const [keys, records] = await Promise.all([tx.objectStore('pictures').getAllKeys(range, BATCH), tx.objectStore('pictures').getAll(range, BATCH)]);
      for (const record of records) {
        const picture = parsePicture(record);
        if (!picture) continue;
        const one = room.get(picture.id) ?? { id: picture.id, pictures: 0, bytes: 0 };
        room.set(picture.id, { ...one, pictures: one.pictures + 1, bytes: one.bytes + picture.blob.size });
      }
      return done(keys.length < BATCH ? undefined : keys.at(-1));
    });
    if (!batch.ok) return batch;
    after = batch.value;
  } while (after && isStill());
  return done([...room.values()].toSorted((a, b) => b.bytes - a.bytes));
}

/**
 * Lets the kept pictures of an article go: their places lead to the web from then on.
 * @returns what they were, to be put back with `putPictures`
 */
export async function dropPictures(id: number): Promise<LibraryAnswer<{ readonly pictures: readonly Picture[]; readonly linked: number }>> {
  const answer = await write(['articles', 'pictures'], async (tx) => {
    const record = await tx.objectStore('articles').get(id);
    if (!record) return refused('gone');
    const all = IDBKeyRange.bound([id], [id, []]);
    const pictures = (await tx.objectStore('pictures').getAll(all)).flatMap((picture) => parsePicture(picture) ?? []);
    await tx.objectStore('pictures').delete(all);
    const linked = record.pictures?.linked ?? 0;
    await tx.objectStore('articles').put({ ...record, pictures: { kept: 0, linked: linked + pictures.length } });
    return done({ pictures, linked });
  });
  if (answer.ok) announce({ kind: 'changed', ids: [id] });
  return answer;
}
