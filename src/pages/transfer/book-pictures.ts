/** Pictures as readers of books know them: newer kinds are drawn anew as JPEG. */
import { imageKind } from '../../formats/image-kind.ts';
import type { FilePicture } from '../../formats/letter-file.ts';

/** Wider than any e-reader's screen. */
const WIDEST = 1600;

export function forBooks(pictures: readonly FilePicture[]): Promise<readonly FilePicture[]> {
  return Promise.all(pictures.map(async (picture) => (imageKind(picture.bytes) ? picture : await redrawn(picture) ?? picture)));
}

/** Undefined when the browser can't read it; the book then has a link in its place. */
async function redrawn({ src, type, bytes }: FilePicture): Promise<FilePicture | undefined> {
  try {
    const drawn = await createImageBitmap(new Blob([Uint8Array.from(bytes)], { type }));
    const scale = Math.min(1, WIDEST / drawn.width);
    const canvas = new OffscreenCanvas(Math.max(1, Math.round(drawn.width * scale)), Math.max(1, Math.round(drawn.height * scale)));
    const pen = canvas.getContext('2d');
    if (!pen) return undefined;
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(drawn, 0, 0, canvas.width, canvas.height);
    const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.88 });
    return { src, type: jpeg.type, bytes: new Uint8Array(await jpeg.arrayBuffer()) };
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}
