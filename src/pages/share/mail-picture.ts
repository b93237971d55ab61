/**
 * Pictures for mail and for books: what every mail program and every e-reader shows. PNG, JPEG and GIF travel byte for
 * byte (moving ones stay moving); newer kinds are drawn anew as JPEG, or as PNG where something shows through. Of a moving
 * picture of a newer kind the first frame travels.
 */
import type { FilePicture } from '../../formats/letter-file.ts';

/** The longest side of a picture that is drawn anew, in pixels: a sheet of paper at 200 to the inch. */
const LONGEST = 1_600;
const QUALITY = 0.85;
const EVERYWHERE: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif']);

/** The pictures as they can be shown everywhere; those that this browser itself can't show are left out. */
export async function forEveryProgram(pictures: readonly FilePicture[]): Promise<readonly FilePicture[]> {
  const out: FilePicture[] = [];
  // One after another: a large picture takes its share of memory while it is drawn.
  for (const picture of pictures) out.push(...await made(picture));
  return out;
}

async function made(picture: FilePicture): Promise<readonly FilePicture[]> {
  if (EVERYWHERE.has(picture.type)) return [picture];
  const url = URL.createObjectURL(new Blob([picture.bytes as BlobPart], { type: picture.type }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const drawn = await drawnAnew(image);
    return drawn ? [{ src: picture.src, type: drawn.type, bytes: new Uint8Array(await drawn.arrayBuffer()) }] : [];
  } catch (error) {
    // Damaged, of a kind this browser doesn't know, or a drawing that must not be read back.
    if (error instanceof DOMException) return [];
    throw error;
  } finally {
    URL.revokeObjectURL(url);
  }
}

async function drawnAnew(image: HTMLImageElement): Promise<Blob | undefined> {
  const { naturalWidth, naturalHeight } = image;
  if (naturalWidth === 0 || naturalHeight === 0) return undefined;
  const scale = Math.min(1, LONGEST / Math.max(naturalWidth, naturalHeight));
  const width = Math.max(1, Math.round(naturalWidth * scale));
  const height = Math.max(1, Math.round(naturalHeight * scale));
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d');
  if (!pen) return undefined;
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(image, 0, 0, width, height);
  return isSolid(pen.getImageData(0, 0, width, height).data) ? canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY }) : canvas.convertToBlob({ type: 'image/png' });
}

/** Nothing shows through: JPEG would make that black. */
function isSolid(pixels: Uint8ClampedArray): boolean {
  for (let at = 3; at < pixels.length; at += 4) if (pixels[at] !== 255) return false;
  return true;
}
