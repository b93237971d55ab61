/** What one page is about, as words: names made of them are that page's alone, and no other page of the site has them. */

/** Lower case, of four letters or more, from the address and the page's title. */
export function pageWords(doc: Document, url: string): ReadonlySet<string> {
  const { pathname = '' } = URL.parse(url) ?? {};
  const text = `${decoded(pathname)} ${doc.querySelector('title')?.textContent ?? ''} ${doc.querySelector('h1')?.textContent ?? ''}`.slice(0, 2_000);
  return new Set(text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= 4));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
}
