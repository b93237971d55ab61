/** What kind of picture some bytes are, told by their first ones: what a server says of them is often wrong. */

export interface ImageKind {
  readonly type: 'image/png' | 'image/jpeg' | 'image/gif';
  readonly ending: 'png' | 'jpg' | 'gif';
}

/** The kinds every reader of books knows; undefined for all others. */
export function imageKind(bytes: Uint8Array): ImageKind | undefined {
  const begins = (...marks: readonly number[]): boolean => marks.every((mark, at) => bytes[at] === mark);
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return { type: 'image/png', ending: 'png' };
  if (begins(0xff, 0xd8, 0xff)) return { type: 'image/jpeg', ending: 'jpg' };
  if (begins(0x47, 0x49, 0x46, 0x38)) return { type: 'image/gif', ending: 'gif' };
  return undefined;
}
