/**
 * The only place where HTML becomes nodes, and the only DOMPurify configuration. Whatever comes out of here has no script,
 * style, form control, frame or event attribute, no class but a few of our own, and addresses of a few harmless kinds.
 * Sanitising twice changes nothing.
 */
import createDOMPurify, { type DOMPurify, type WindowLike } from 'dompurify';

const TAGS = [
  'p', 'br', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'div', 'section', 'blockquote', 'q', 'cite', 'pre', 'code', 'kbd', 'samp', 'var',
  'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'figure', 'figcaption', 'img', 'picture', 'source', 'a', 'em', 'strong', 'b', 'i', 'u', 's', 'del', 'ins',
  'mark', 'small', 'sub', 'sup', 'abbr', 'dfn', 'time', 'span', 'bdi', 'bdo', 'ruby', 'rb', 'rt', 'rp', 'rtc', 'wbr', 'details', 'summary',
  'table', 'caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td',
  'math', 'mi', 'mn', 'mo', 'ms', 'mtext', 'mspace', 'mrow', 'mfrac', 'msqrt', 'mroot', 'mstyle', 'mpadded', 'mphantom', 'menclose', 'mfenced',
  'msub', 'msup', 'msubsup', 'munder', 'mover', 'munderover', 'mmultiscripts', 'mprescripts', 'mtable', 'mtr', 'mtd', 'mlabeledtr', 'merror',
] as const;

const ATTRIBUTES = [
  'href', 'src', 'srcset', 'sizes', 'media', 'type', 'alt', 'title', 'width', 'height', 'lang', 'dir', 'cite', 'datetime', 'start', 'reversed', 'value',
  'colspan', 'rowspan', 'scope', 'headers', 'span', 'id', 'class', 'open', 'rel',
  'display', 'mathvariant', 'stretchy', 'fence', 'separator', 'accent', 'accentunder', 'columnalign', 'rowalign', 'columnspacing', 'rowspacing', 'linethickness', 'notation', 'displaystyle', 'scriptlevel', 'lspace', 'rspace', 'linebreak',
] as const;

/** Our own classes; everything else a page wrote there is gone. `language-*` on code is the field's convention. */
const OWN_CLASSES = /^(?:embed|footnotes|lead|verse|language-[\w+#-]{1,30})$/;
/** Put before every id, so that a page's ids can't meet those of our own pages. */
const ID_PREFIX = 'a-';
const PICTURE_DATA = /^data:image\/(?:png|jpe?g|gif|webp|avif|bmp)[;,]/i;
const LINK = /^(?:https?:\/\/|mailto:)/i;
const PICTURE = /^(?:https?:\/\/|blob:)/i;

interface Purifier { readonly purify: DOMPurify; readonly home: Document }
let shared: Purifier | undefined;

/**
 * DOMPurify on an empty document of its own: on the live one, `<img name=implementation>` would take the place of what it
 * needs. @throws where there is no DOM at all (a worker): a bug in the caller.
 */
function purifier(): Purifier {
  if (shared) return shared;
  const scope = globalThis as unknown as Window & typeof globalThis;
  const home = new scope.DOMParser().parseFromString('<!doctype html><title></title>', 'text/html');
  const { DocumentFragment, HTMLTemplateElement, Node, Element, NodeFilter, NamedNodeMap, HTMLFormElement, DOMParser } = scope;
  const purify = createDOMPurify({ document: home, DocumentFragment, HTMLTemplateElement, Node, Element, NodeFilter, NamedNodeMap, HTMLFormElement, DOMParser } as unknown as WindowLike);
  purify.setConfig({
    ALLOWED_TAGS: [...TAGS], ALLOWED_ATTR: [...ATTRIBUTES], ALLOW_DATA_ATTR: false, ALLOW_ARIA_ATTR: false,
    // Addresses are checked twice: by `checkedValue` below and here. Everything else is no address and has been checked below.
    ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|blob:|#)/i, ADD_URI_SAFE_ATTR: ATTRIBUTES.filter((name) => name !== 'href' && name !== 'src'),
    // Ids are prefixed below, which does what SANITIZE_DOM is for without dropping the ids footnotes need.
    SANITIZE_DOM: false, RETURN_DOM_FRAGMENT: true, KEEP_CONTENT: true,
    FORBID_CONTENTS: ['script', 'style', 'template', 'noscript', 'iframe', 'object', 'embed', 'svg', 'select', 'textarea', 'button', 'title', 'audio', 'video', 'noembed', 'noframes', 'xmp', 'plaintext', 'annotation', 'annotation-xml'],
  });
  purify.addHook('uponSanitizeAttribute', (element, data) => {
    const value = checkedValue(element.localName, data.attrName, data.attrValue);
    if (value === undefined) data.keepAttr = false;
    else data.attrValue = value;
  });
  purify.addHook('afterSanitizeAttributes', (element) => {
    if (element.localName !== 'a') return;
    if (element.hasAttribute('href') && !element.getAttribute('href')?.startsWith('#')) element.setAttribute('rel', 'noopener noreferrer');
    else element.removeAttribute('rel');
  });
  shared = { purify, home };
  return shared;
}

/** What an attribute may say, or undefined when it has to go. */
function checkedValue(tag: string, name: string, value: string): string | undefined {
  if (!(ATTRIBUTES as readonly string[]).includes(name)) return undefined;
  switch (name) {
    case 'href':
      if (tag !== 'a') return undefined;
      if (value.startsWith('#')) return value.length > 1 ? `#${prefixed(value.slice(1))}` : undefined;
      return LINK.test(value.trim()) ? value.trim() : undefined;
    case 'src': {
      const address = value.trim();
      return tag === 'img' && (PICTURE.test(address) || PICTURE_DATA.test(address)) ? address : undefined;
    }
    case 'srcset': return tag === 'img' || tag === 'source' ? checkedSrcset(value) : undefined;
    case 'cite': return LINK.test(value) ? value : undefined;
    case 'id': return value.trim() ? prefixed(value.trim()) : undefined;
    case 'rel': return tag === 'a' ? 'noopener noreferrer' : undefined;
    case 'type': return tag === 'source' ? value : undefined;
    case 'class': {
      const kept = value.split(/\s+/).filter((word) => OWN_CLASSES.test(word)).join(' ');
      return kept || undefined;
    }
    default: return value;
  }
}

function prefixed(id: string): string {
  return id.startsWith(ID_PREFIX) ? id : ID_PREFIX + id;
}

/** A srcset with only http(s) candidates (https://html.spec.whatwg.org/#srcset-attribute), or undefined when none is left. */
function checkedSrcset(value: string): string | undefined {
  const kept = [...value.matchAll(/(\S*[^\s,])(?:\s+([\d.]+[wx]))?\s*(?:,|$)/g)]
    .filter((match) => /^https?:\/\//i.test(match[1] ?? ''))
    .map((match) => (match[2] ? `${match[1]} ${match[2]}` : `${match[1]}`));
  return kept.length ? kept.join(', ') : undefined;
}

/**
 * Any HTML as clean nodes of an inert document, for looking at or for serialising. Takes untrusted input; never throws.
 * @returns the fragment's holder: a `div` whose children are the clean nodes
 */
export function sanitizeToElement(html: string): HTMLElement {
  const { purify, home } = purifier();
  let holder = home.createElement('div');
  holder.append(purify.sanitize(html) as unknown as DocumentFragment);
  // Nodes don't always survive being written and read again (a link within a link, a paragraph within a paragraph):
  // go round until they do, so that what is stored is what will be shown. Each round only takes nesting away.
  for (let round = 0; round < 6; round += 1) {
    const written = holder.innerHTML;
    const again = home.createElement('div');
    again.append(purify.sanitize(written) as unknown as DocumentFragment);
    if (again.innerHTML === written) return again;
    holder = again;
  }
  // Hostile nesting that never settles: its words are kept, its shape is not.
  const plain = home.createElement('div');
  plain.append(Object.assign(home.createElement('p'), { textContent: holder.textContent }));
  return plain;
}

/** Any HTML as clean HTML. Doing it again changes nothing. */
export function sanitizeHtml(html: string): string {
  return sanitizeToElement(html).innerHTML;
}

/** Any HTML as clean nodes ready to stand in a page. */
export function toNodes(html: string, document: Document): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const node of sanitizeToElement(html).childNodes) fragment.append(document.importNode(node, true));
  return fragment;
}

/** HTML as an inert document that nothing is shown from: for a fetched page before extraction. Never throws. */
export function parseInert(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}
