/** The part of the reading page's address that names a highlight to open at: `#highlight=ID`. */

const HIGHLIGHT = '#highlight=';

export function highlightHash(id: string): string {
  return HIGHLIGHT + id;
}

/** The id of the highlight that an address asks for; whether there is one is another question. */
export function highlightIn(hash: string): string | undefined {
  const id = hash.startsWith(HIGHLIGHT) ? hash.slice(HIGHLIGHT.length) : '';
  return /^[\w-]{8,64}$/.test(id) ? id : undefined;
}
