/** The pictures that the library keeps with an article: they travel without being fetched anew, offline and from behind a login too. */
import type { FilePicture } from '../../formats/letter-file.ts';
import { picturesOf } from '../../library/library.ts';
import { MOST_BYTES } from './fetch-pictures.ts';
import { forEveryProgram } from './mail-picture.ts';

/** In the order the article has them, as many as a letter carries. A library that does not answer has none. */
export async function keptPictures(id: number): Promise<readonly FilePicture[]> {
  const kept = await picturesOf(id);
  const out: FilePicture[] = [];
  let room: number = MOST_BYTES;
  for (const { url, blob } of kept.ok ? kept.value : []) {
    if (blob.size > room) continue;
    const picture = { src: url, type: blob.type, bytes: new Uint8Array(await blob.arrayBuffer()) };
    // A drawing is a program to some mail programs, and to the letter file: it travels as a picture of itself.
    out.push(...(blob.type === 'image/svg+xml' ? await forEveryProgram([picture]) : [picture]));
    room -= blob.size;
  }
  return out;
}
