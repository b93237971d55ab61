/** What may stand in a saved article: elements, attributes, addresses. One list for taking in and for showing. */

export const TAGS = [
  'p', 'br', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'div', 'section', 'blockquote', 'q', 'cite', 'pre', 'code', 'kbd', 'samp', 'var',
  'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'figure', 'figcaption', 'img', 'picture', 'source', 'a', 'em', 'strong', 'b', 'i', 'u', 's', 'del', 'ins',
  'mark', 'small', 'sub', 'sup', 'abbr', 'dfn', 'time', 'span', 'bdi', 'bdo', 'ruby', 'rb', 'rt', 'rp', 'rtc', 'wbr', 'details', 'summary',
  'table', 'caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td',
  'math', 'mi', 'mn', 'mo', 'ms', 'mtext', 'mspace', 'mrow', 'mfrac', 'msqrt', 'mroot', 'mstyle', 'mpadded', 'mphantom', 'menclose', 'mfenced',
  'msub', 'msup', 'msubsup', 'munder', 'mover', 'munderover', 'mmultiscripts', 'mprescripts', 'mtable', 'mtr', 'mtd', 'mlabeledtr', 'merror',
] as const;

export const ATTRIBUTES = [
  'href', 'src', 'srcset', 'sizes', 'media', 'type', 'alt', 'title', 'width', 'height', 'lang', 'dir', 'cite', 'datetime', 'start', 'reversed', 'value',
  'colspan', 'rowspan', 'scope', 'headers', 'span', 'id', 'class', 'open', 'rel',
  'display', 'mathvariant', 'stretchy', 'fence', 'separator', 'accent', 'accentunder', 'columnalign', 'rowalign', 'columnspacing', 'rowspacing', 'linethickness', 'notation', 'displaystyle', 'scriptlevel', 'lspace', 'rspace', 'linebreak',
] as const;
const KNOWN: ReadonlySet<string> = new Set(ATTRIBUTES);

/** Our own classes; everything else a page wrote there is gone. `language-*` on code is the field's convention. */
const OWN_CLASSES = /^(?:embed|footnotes|lead|verse|language-[\w+#-]{1,30})$/;
/** Put before every id, so that a page's ids can't meet those of our own pages. */
const ID_PREFIX = 'a-';
const PICTURE_DATA = /^data:image\/(?:png|jpe?g|gif|webp|avif|bmp)[;,]/i;
const LINK = /^(?:https?:\/\/|mailto:)/i;
const PICTURE = /^(?:https?:\/\/|blob:)/i;

/** Elements that go with all that is in them. */
export const GONE_WITH_CONTENT = [
  'script', 'style', 'template', 'noscript', 'iframe', 'object', 'embed', 'svg', 'select', 'textarea', 'button', 'title', 'audio', 'video', 'noembed', 'noframes',
  'xmp', 'plaintext', 'annotation', 'annotation-xml',
] as const;

/** What an attribute may say, or undefined when it has to go. */
export function checkedValue(tag: string, name: string, value: string): string | undefined {
  if (!KNOWN.has(name)) return undefined;
  switch (name) {
    case 'href':
      if (tag !== 'a') return undefined;
      if (value.startsWith('#')) return value.length > 1 ? `#${prefixed(value.slice(1))}` : undefined;
      return LINK.test(value.trim()) ? value.trim() : undefined;
    case 'src': {
      const address = value.trim();
      return tag === 'img' && (PICTURE.test(address) || PICTURE_DATA.test(address)) ? address : undefined;
    }
    case 'srcset': return tag === 'img' || tag === 'source' ? srcsetOf(value, (address) => (/^https?:\/\//i.test(address) ? address : undefined)) : undefined;
    case 'cite': return LINK.test(value) ? value.trim() : undefined;
    case 'id': return value.trim() ? prefixed(value.trim()) : undefined;
    case 'rel': return tag === 'a' ? 'noopener noreferrer' : undefined;
    case 'type': return tag === 'source' ? value.trim() : undefined;
    case 'class': {
      const kept = value.split(/\s+/).filter((word) => OWN_CLASSES.test(word)).join(' ');
      return kept || undefined;
    }
    // The purifier trims too: taken in with its spaces, an attribute would change when it is shown.
    default: return value.trim();
  }
}

function prefixed(id: string): string {
  return id.startsWith(ID_PREFIX) ? id : ID_PREFIX + id;
}

/**
 * A srcset of what `taken` makes of its addresses, or undefined when nothing is left. Parsed as browsers do, each character
 * looked at once (https://html.spec.whatwg.org/#parse-a-srcset-attribute): an address ends at a space, what follows it at a comma.
 */
export function srcsetOf(srcset: string, taken: (address: string) => string | undefined): string | undefined {
  const kept: string[] = [];
  const candidate = /[\s,]*([^\s,]\S*)/y;
  const descriptor = /[^,]*/y;
  for (let match = candidate.exec(srcset); match; match = candidate.exec(srcset)) {
    const address = match[1]!;
    let size = '';
    if (!address.endsWith(',')) {
      descriptor.lastIndex = candidate.lastIndex;
      size = descriptor.exec(srcset)![0].trim();
      candidate.lastIndex = descriptor.lastIndex;
    }
    const found = /^(?:[\d.]+[wx])?$/.test(size) && taken(/.*[^,]/.exec(address)![0]);
    if (found) kept.push(`${found} ${size}`.trim());
  }
  return kept.join(', ') || undefined;
}
