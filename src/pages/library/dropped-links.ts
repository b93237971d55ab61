/** Which links are in what was dropped: a stranger's text, bounded. Pure. */

export interface Dropped {
  readonly url: string;
  readonly title: string;
}

/** What a drop carries, each empty when it does not: lists of addresses, Mozilla's address and title on two lines, text, HTML. */
export interface Drop {
  readonly uris: string;
  readonly mozilla: string;
  readonly text: string;
  readonly html: string;
}

/** Links of one drop at most, characters of an address, and of text that is looked through. */
const MOST = 50;
const LONGEST = 4_000;
const TEXT = 200_000;

/**
 * The web addresses, each once, in order, with a title where the drop gives one.
 * @see RFC 2483, section 5, for `text/uri-list`: a line each, `#` begins a comment
 */
export function linksIn({ uris, mozilla, text, html }: Drop): readonly Dropped[] {
  const titles = new Map<string, string>();
  const pairs = mozilla.slice(0, TEXT).split(/\r?\n/);
  for (let at = 0; at + 1 < pairs.length; at += 2) know(pairs[at]!, pairs[at + 1]!);
  // One link dragged from a page comes with its words.
  const link = /<a\b[^<>]*>([^<]{1,500})<\/a>\s*(?:<!--EndFragment-->)?\s*(?:<\/body>\s*<\/html>)?\s*$/i.exec(html.slice(0, TEXT))?.[1];
  const listed = uris.slice(0, TEXT).split(/\r?\n/).filter((line) => line && !line.startsWith('#'));
  const found = listed.length > 0 ? listed : pairs.some(isWeb) ? pairs.filter(isWeb) : [...text.slice(0, TEXT).matchAll(/\bhttps?:\/\/[^\s<>"']+/gi)].flatMap(([match]) => (match.length > LONGEST ? [] : [match.replace(/[).,;:!?\]}»”’]+$/, '')]));
  const urls = [...new Set(found.flatMap((one) => addressOf(one) ?? []))].slice(0, MOST);
  if (urls.length === 1 && link && !titles.has(urls[0]!)) know(urls[0]!, link);
  return urls.map((url) => ({ url, title: titles.get(url) ?? url }));

  function know(address: string, title: string): void {
    const url = addressOf(address);
    const plain = title.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name] ?? '').replace(/\s+/g, ' ').trim().slice(0, 500);
    if (url && plain && !titles.has(url)) titles.set(url, plain);
  }
}

const isWeb = (text: string): boolean => addressOf(text) !== undefined;

function addressOf(text: string): string | undefined {
  const url = text.length > LONGEST ? null : URL.parse(text.trim());
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined;
}
