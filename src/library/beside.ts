/** What is kept beside an article (its highlights apart): to whom it was passed on, earlier texts, pictures. */
import type { Article } from '../article/article.ts';
import { announce } from './changes.ts';
import { done, read, refused, write, type LibraryAnswer } from './database.ts';
import { MOST_PICTURES, pictureAddresses } from './picture-addresses.ts';
import { pictureType } from './picture-type.ts';
import { isTime, type SavedArticle } from './saved-article.ts';
import type { PictureRecord, ShareRecord, VersionRecord } from './schema.ts';

export type Share = ShareRecord;
export type Version = VersionRecord;
export type Picture = PictureRecord;

/** Bounds, in UTF-16 units, items, and bytes. */
export const BESIDE_LIMITS = { way: 40, people: 50, name: 320, picture: 20_000_000 } as const;

/** The earlier texts of an article, latest first. Their HTML is sanitised by whoever shows it. */
export function versionsOf(id: number): Promise<LibraryAnswer<readonly Version[]>> {
  return read(['versions'], async (tx) => done(parseAll(await tx.objectStore('versions').getAll(IDBKeyRange.bound([id], [id, []])), parseVersion).toReversed()));
}

/** The pictures kept of an article. Blobs are handles: their bytes stay on the disk until they are asked for. */
export function picturesOf(id: number): Promise<LibraryAnswer<readonly Picture[]>> {
  return read(['pictures'], async (tx) => done(parseAll(await tx.objectStore('pictures').getAll(IDBKeyRange.bound([id], [id, []])), parsePicture)));
}

/** The lead pictures of these rows, as far as they are kept: what a list may show without asking the web for anything. */
export function leadPicturesOf(rows: readonly SavedArticle[]): Promise<LibraryAnswer<ReadonlyMap<number, Blob>>> {
  return read(['pictures'], async (tx) => {
    const pictures = tx.objectStore('pictures');
    const found = await Promise.all(rows.map(async ({ id, leadImage }) => {
      if (leadImage === undefined) return [];
      // It is the first of an article's pictures unless some came later than others.
      const first = parsePicture(await pictures.get([id, 0]));
      const picture = first?.url === leadImage ? first : parseAll(await pictures.getAll(allOf(id)), parsePicture).find(({ url }) => url === leadImage);
      return picture ? [[id, picture.blob] as const] : [];
    }));
    return done(new Map(found.flat()));
  });
}

/**
 * Puts pictures beside an article in place of those that were there, and notes in its row how many are kept and how many
 * stayed links. @param linked how many the sites did not give
 */
export async function putPictures(id: number, pictures: readonly Pick<Picture, 'url' | 'blob'>[], linked: number): Promise<LibraryAnswer<number>> {
  const records = pictures.slice(0, MOST_PICTURES).flatMap(({ url, blob }, n) => parsePicture({ id, n, url, blob }) ?? []);
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

/** The addresses of an article's pictures that are not kept yet. */
export function missingPictures(id: number, article: Pick<Article, 'html' | 'leadImage'>): Promise<LibraryAnswer<readonly string[]>> {
  return read(['pictures'], async (tx) => {
    const kept = new Set((await tx.objectStore('pictures').getAll(allOf(id))).map(({ url }) => url));
    return done(pictureAddresses(article).filter((url) => !kept.has(url)));
  });
}

/** Bytes of pictures kept of one article; what goes beyond stays a link. */
const ALL_PICTURES = 80_000_000;

/**
 * Keeps more of an article's pictures, each known by its own first bytes, lets those go that it no longer has, and notes in
 * its row how many are kept and how many stayed links. @returns the addresses of those that were taken
 */
export async function addPictures(id: number, article: Pick<Article, 'html' | 'leadImage'>, some: readonly { readonly url: string; readonly blob: Blob }[]): Promise<LibraryAnswer<readonly string[]>> {
  const wanted = pictureAddresses(article);
  // Read before the transaction begins: it would not wait for bytes.
  const typed = await Promise.all(some.filter(({ url }) => wanted.includes(url)).map(async ({ url, blob }) => {
    const type = pictureType(new Uint8Array(await blob.slice(0, 1_000).arrayBuffer()));
    return type === undefined ? [] : [{ url, blob: blob.slice(0, blob.size, type) }];
  }));
  const answer = await write(['articles', 'pictures'], async (tx) => {
    const record = await tx.objectStore('articles').get(id);
    if (!record) return refused('gone');
    const pictures = tx.objectStore('pictures');
    const there = await pictures.getAll(allOf(id));
    const stale = there.filter(({ url }) => !wanted.includes(url));
    await Promise.all(stale.map(({ n }) => pictures.delete([id, n])));
    const kept = there.filter((picture) => !stale.includes(picture));
    const have = new Set(kept.map(({ url }) => url));
    let room = ALL_PICTURES - kept.reduce((sum, { blob }) => sum + blob.size, 0);
    let n = Math.max(-1, ...there.map((picture) => picture.n));
    const taken: string[] = [];
    for (const { url, blob } of typed.flat()) {
      const picture = parsePicture({ id, n: n + 1, url, blob });
      if (!picture || have.has(url) || blob.size > room) continue;
      await pictures.put(picture);
      [n, room] = [n + 1, room - blob.size];
      have.add(url);
      taken.push(url);
    }
    const counts = { kept: have.size, linked: wanted.length - have.size };
    const said = record.pictures;
    if (said?.kept !== counts.kept || said.linked !== counts.linked) await tx.objectStore('articles').put({ ...record, pictures: counts });
    return done(taken);
  });
  if (answer.ok) announce({ kind: 'changed', ids: [id] });
  return answer;
}

const allOf = (id: number): IDBKeyRange => IDBKeyRange.bound([id], [id, []]);

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
