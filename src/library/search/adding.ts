/** How often each document has a term, straight from the bytes of its list. Pure. */

/**
 * Adds what a list says, times a weight, to what each document has so far. It reads what `postingsIn` reads without making
 * anything of it, calls included: a beginning of two letters means a million entries for one answer.
 * @throws when the list is damaged
 */
export function addPostings(bytes: Uint8Array, from: number, to: number, sums: Float32Array, weight: number): void {
  let place = 0;
  let at = from;
  while (at < to) {
    let head = bytes[at] ?? 0;
    at += 1;
    if (head > 127) {
      head &= 127;
      for (let shift = 7, more = true; more; shift += 7) {
        const byte = bytes[at] ?? 0;
        head |= (byte & 127) << shift;
        at += 1;
        more = byte > 127;
      }
    }
    place += head >>> 1;
    let count = 1;
    if ((head & 1) === 0) {
      count = bytes[at] ?? 0;
      at += 1;
      // At most 255: two bytes.
      if (count > 127) {
        count = (count & 127) + ((bytes[at] ?? 0) << 7);
        at += 1;
      }
    }
    sums[place] = (sums[place] ?? 0) + count * weight;
  }
  if (at > to) throw new DOMException('a list of the index ends within a number', 'DataError');
}
