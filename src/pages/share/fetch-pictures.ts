/**
 * Fetching an article's pictures, so that they can travel in a file. One of the few places that touch the network: only
 * after a click that said so, from the sites the pictures stand on, without cookies and without saying where from.
 */
import type { FilePicture } from '../../formats/letter-file.ts';
import { readBounded } from '../shared/bounded.ts';

/** Bytes of all pictures of a letter together: mail servers refuse letters beyond about 25 megabytes, and mail adds a third. */
export const MOST_BYTES = 15_000_000;
const LIMITS = { one: 8_000_000, all: MOST_BYTES } as const;
const PATIENCE = 20_000;
const AT_ONCE = 4;

/**
 * The pictures that could be had, in the order asked for. Those that are missing, too large or no picture are left out.
 * @param room bytes that they may have together
 */
export async function fetchPictures(addresses: readonly string[], room: number = LIMITS.all): Promise<readonly FilePicture[]> {
  const found = new Map<string, FilePicture>();
  const queue = [...new Set(addresses)];
  const work = async (): Promise<void> => {
    for (let src = queue.shift(); src !== undefined; src = queue.shift()) {
      const bytes = await fetchBytes(src);
      const type = bytes && pictureType(bytes);
      if (!bytes || !type || bytes.length > room) continue;
      room -= bytes.length;
      found.set(src, { src, type, bytes });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return addresses.flatMap((src) => found.get(src) ?? []);
}

async function fetchBytes(src: string): Promise<Uint8Array | undefined> {
  try {
    const response = await fetch(src, { credentials: 'omit', referrerPolicy: 'no-referrer', signal: AbortSignal.timeout(PATIENCE), headers: { accept: 'image/*' } });
    const length = Number(response.headers.get('content-length') ?? 0);
    return response.ok && length <= LIMITS.one ? await readBounded(response, LIMITS.one) : undefined;
  } catch (error) {
    // A picture that can't be had stays a link, and the page says so.
    if (error instanceof TypeError || error instanceof DOMException) return undefined;
    throw error;
  }
}

/** What a file says of itself in its first bytes; servers are often wrong. SVG is no picture here: it can hold programs. */
export function pictureType(bytes: Uint8Array): string | undefined {
  const at = (offset: number, ...values: readonly number[]): boolean => values.every((value, i) => bytes[offset + i] === value);
  const ascii = (offset: number, text: string): boolean => at(offset, ...[...text].map((char) => char.charCodeAt(0)));
  if (at(0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (at(0, 0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (ascii(0, 'GIF8')) return 'image/gif';
  if (ascii(0, 'RIFF') && ascii(8, 'WEBP')) return 'image/webp';
  if (ascii(4, 'ftypavif') || ascii(4, 'ftypavis')) return 'image/avif';
  return undefined;
}
