/** What is kept beside an article (its highlights apart): to whom it was passed on, earlier texts, pictures. */
import { announce } from './changes.ts';
import { done, read, refused, write, type LibraryAnswer } from './database.ts';
import { isTime } from './saved-article.ts';
import type { PictureRecord, ShareRecord, VersionRecord } from './schema.ts';

export type Share = ShareRecord;
export type Version = VersionRecord;
export type Picture = PictureRecord;

/** Bounds, in UTF-16 units, items, and bytes. */
export const BESIDE_LIMITS = { way: 40, people: 50, name: 320, pictures: 300, picture: 20_000_000 } as const;

/** The earlier texts of an article, latest first. Their HTML is sanitised by whoever shows it. */
export function versionsOf(id: number): Promise<LibraryAnswer<readonly Version[]>> {
  return read(['versions'], async (tx) => done(parseAll(await tx.objectStore('versions').getAll(IDBKeyRange.bound([id], [id, []])), parseVersion).toReversed()));
}

/** The pictures kept of an article. Blobs are handles: their bytes stay on the disk until they are asked for. */
export function picturesOf(id: number): Promise<LibraryAnswer<readonly Picture[]>> {
  return read(['pictures'], async (tx) => done(parseAll(await tx.objectStore('pictures').getAll(IDBKeyRange.bound([id], [id, []])), parsePicture)));
}

/**
 * Puts pictures beside an article in place of those that were there, and notes in its row how many are kept and how many
 * stayed links. @param linked how many the sites did not give
 */
export async function putPictures(id: number, pictures: readonly Pick<Picture, 'url' | 'blob'>[], linked: number): Promise<LibraryAnswer<number>> {
  const records = pictures.slice(0, BESIDE_LIMITS.pictures).flatMap(({ url, blob }, n) => parsePicture({ id, n, url, blob }) ?? []);
  const answer = await write(['articles', 'pictures'], async (tx) => {
    const record = await tx.objectStore('articles').get(id);
    if (!record) return refused('gone');
    await tx.objectStore('pictures').delete(IDBKeyRange.bound([id], [id, []]));
    for (const picture of records) await tx.objectStore('pictures').put(picture);
    await tx.objectStore('articles').put({ ...record, pictures: { kept: records.length, linked } });
    return done(records.length);
  });
  if (answer.ok) announce({ kind: 'changed', ids: [id] });
  return answer;
}

export function parseAll<T>(records: readonly unknown[], parse: (record: unknown) => T | undefined): T[] {
  return records.map(parse).filter((record) => record !== undefined);
}

type Raw = Readonly<Record<string, unknown>>;
const raw = (record: unknown): Raw => (typeof record === 'object' && record !== null ? record as Raw : {});

export function parseShare(record: unknown): Share | undefined {
  const { uid, id, at, way, to } = raw(record);
  if (typeof uid !== 'string' || typeof id !== 'number' || !isTime(at) || typeof way !== 'string') return undefined;
  const people = Array.isArray(to) ? to.filter((name): name is string => typeof name === 'string') : [];
  return { uid, id, at, way: way.slice(0, BESIDE_LIMITS.way), to: people.slice(0, BESIDE_LIMITS.people).map((name) => name.slice(0, BESIDE_LIMITS.name)) };
}

export function parseVersion(record: unknown): Version | undefined {
  const { id, at, title, html, text } = raw(record);
  return typeof id === 'number' && isTime(at) && typeof title === 'string' && typeof html === 'string' && typeof text === 'string' ? { id, at, title, html, text } : undefined;
}

export function parsePicture(record: unknown): Picture | undefined {
  const { id, n, url, blob } = raw(record);
  if (typeof id !== 'number' || typeof n !== 'number' || typeof url !== 'string' || !(blob instanceof Blob)) return undefined;
  return /^https?:/.test(url) && blob.type.startsWith('image/') && blob.size <= BESIDE_LIMITS.picture ? { id, n, url, blob } : undefined;
}
