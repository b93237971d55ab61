/** An answer of the web, read no further than it may be long: what it says of its length, and whether it ends, is its own affair. */

import { joinedBytes } from './joined-bytes.ts';

/** The answer's bytes; undefined when there are more than these. Throws what reading throws. */
export async function readBounded({ body }: Pick<Response, 'body'>, most: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const reader = body?.getReader();
  if (!reader) return new Uint8Array();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > most) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(value);
  }
  return joinedBytes(chunks);
}
