/** A picture that an article carries in itself, as bytes. */
import type { FilePicture } from '../../formats/letter-file.ts';

/** Undefined for an address of another kind, and for a damaged picture: that travels no further than its caption. */
export function dataPicture(src: string): FilePicture | undefined {
  const match = /^data:(image\/[\w.+-]+);base64,(.*)$/s.exec(src);
  if (!match) return undefined;
  try {
    return { src, type: match[1]!, bytes: Uint8Array.from(atob(match[2]!), (char) => char.charCodeAt(0)) };
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}
