/**
 * A clean body as XHTML that keeps to HTML's content model to the letter (https://html.spec.whatwg.org/#content-models):
 * browsers forgive a paragraph in a heading or text in a list, a book's checker does not. Every word is kept; shape gives
 * way where the model leaves no room for it.
 */
import { MATH, mathXml } from './formula-xml.ts';
import { escapeXml, webUri } from './xml.ts';

/** What stands around: may blocks stand here (`flow`), or text only; are headings and links out of place. */
interface Place {
  readonly flow: boolean;
  readonly noHeading?: boolean;
  readonly inLink?: boolean;
}

export interface XhtmlOptions {
  /** The path of a picture that comes along, by its address; undefined when it stays on the web. */
  readonly picture: (src: string) => string | undefined;
  /** In place of a picture that stays on the web: "Picture on the web: a lamp". */
  readonly pictureStays: (caption: string) => string;
}

export interface Xhtml {
  /** Content for a `body` or `div` of a document in the XHTML namespace. */
  readonly markup: string;
  /** The headings of the two highest levels used, in order, with the ids they have in the markup. */
  readonly headings: readonly { readonly id: string; readonly text: string }[];
  readonly hasMath: boolean;
}

const INLINE = new Set(['em', 'strong', 'b', 'i', 'u', 's', 'del', 'ins', 'mark', 'small', 'sub', 'sup', 'abbr', 'dfn', 'code', 'kbd', 'samp', 'var', 'q', 'cite', 'span', 'bdi', 'bdo', 'a', 'ruby']);
const BLOCK = new Set(['p', 'div', 'section', 'blockquote', 'pre', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'figure', 'figcaption', 'details', 'summary', 'table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const HEADING = /^h[1-6]$/;

/** @param body a sanitised body (see `sanitizeToElement`); it is not changed */
export function toXhtml(body: Element, options: XhtmlOptions): Xhtml {
  return new Writer(body, options).write();
}

class Writer {
  readonly #body: Element;
  readonly #options: XhtmlOptions;
  readonly #ids = new Map<string, string>();
  readonly #written = new Set<string>();
  readonly #headings: { id: string; text: string }[] = [];
  readonly #top: ReadonlySet<string>;
  #hasMath = false;

  constructor(body: Element, options: XhtmlOptions) {
    this.#body = body;
    this.#options = options;
    const used = [...new Set([...body.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ localName }) => localName))].toSorted();
    this.#top = new Set(used.slice(0, 1));
    // An id that XML can't write, or that is there twice, is none; links to it become plain text.
    for (const { id } of body.querySelectorAll('[id]')) if (/^[A-Za-z_][\w.-]{0,200}$/.test(id)) this.#ids.set(id, id);
  }

  write(): Xhtml {
    const markup = this.#children(this.#body, { flow: true });
    // What bore an id may have given way, and its id with it: a link that leads nowhere is plain text.
    const linked = markup.replace(/<a href="#([\w.-]+)"/g, (link, id: string) => (this.#written.has(id) ? link : '<a'));
    return { markup: linked, headings: this.#headings, hasMath: this.#hasMath };
  }

  #children(parent: Element, place: Place): string {
    let out = '';
    for (const node of parent.childNodes) {
      if (node.nodeType === 3) out += escapeXml(node.nodeValue ?? '');
      else if (node.nodeType === 1) out += this.#element(node as Element, place);
    }
    return out;
  }

  #element(element: Element, place: Place): string {
    const name = element.localName;
    if (element.namespaceURI === MATH) return this.#math(element);
    if (name === 'br' || name === 'wbr') return `<${name}/>`;
    if (name === 'img') return this.#picture(element, place);
    if (name === 'source' || name === 'col' || name === 'colgroup') return '';
    if (BLOCK.has(name)) return place.flow ? `\n${this.#block(element, place)}` : this.#flattened(element, place);
    if (name === 'rt') return ` (${this.#children(element, { ...place, flow: false })})`;
    if (!INLINE.has(name)) return this.#children(element, place);
    if (name === 'ruby') return this.#ruby(element, place);
    if (name === 'a') return this.#link(element, place);
    // An inline element round blocks gives way to them.
    if (place.flow && hasBlock(element)) return this.#children(element, place);
    if (name === 'bdo' && !element.hasAttribute('dir')) return this.#children(element, { ...place, flow: false });
    const inner = this.#children(element, { ...place, flow: false });
    return `<${name}${this.#attributes(element)}>${inner}</${name}>`;
  }

  /** A block where only text may stand: its words, on lines of their own. */
  #flattened(element: Element, place: Place): string {
    const before = element.previousSibling && element.localName !== 'hr' ? '<br/>\n' : '';
    return `${before}${this.#children(element, place)}\n`;
  }

  #block(element: Element, place: Place): string {
    const name = element.localName;
    const attributes = (): string => this.#attributes(element);
    const wrap = (tag: string, inner: string): string => `<${tag}${attributes()}>${inner}</${tag}>\n`;
    if (name === 'hr') return '<hr/>\n';
    if (HEADING.test(name)) return this.#heading(element, place);
    switch (name) {
      case 'p': case 'pre': return wrap(name, this.#children(element, { ...place, flow: false }));
      case 'ul': case 'ol': return this.#list(element, place);
      case 'dl': return this.#definitions(element, place);
      case 'figure': return this.#figure(element, place);
      case 'details': return this.#details(element, place);
      case 'table': return this.#table(element, place);
      case 'div': case 'section': case 'blockquote': return wrap(name === 'section' && place.noHeading ? 'div' : name, this.#children(element, place));
      // Parts of a list or table that have lost their whole.
      default: return wrap('div', this.#children(element, place));
    }
  }

  #heading(element: Element, place: Place): string {
    const inner = this.#children(element, { ...place, flow: false, noHeading: true });
    if (place.noHeading) return `<p${this.#attributes(element)}><strong>${inner}</strong></p>\n`;
    const listed = this.#top.has(element.localName) && element.textContent.trim() !== '';
    const id = listed ? this.#ownId(element) ?? this.#newId() : undefined;
    if (id) this.#headings.push({ id, text: element.textContent.replace(/\s+/g, ' ').trim() });
    const attributes = this.#attributes(element, { withoutId: id !== undefined });
    return `<${element.localName}${id ? ` id="${id}"` : ''}${attributes}>${inner}</${element.localName}>\n`;
  }

  #list(list: Element, place: Place): string {
    const tag = list.localName;
    const items = runsOf(list, 'li').map((run) => (run.element
      ? `<li${this.#attributes(run.element)}>${this.#children(run.element, { ...place, flow: true })}</li>`
      : `<li>${run.nodes.map((node) => this.#node(node, { ...place, flow: true })).join('')}</li>`));
    return items.length ? `<${tag}${this.#attributes(list)}>\n${items.join('\n')}\n</${tag}>\n` : '';
  }

  #definitions(list: Element, place: Place): string {
    const parts = [...list.querySelectorAll('dt, dd')].filter((part) => part.closest('dl') === list);
    const others = [...list.childNodes].some((node) => (node.nodeType === 3 ? (node.nodeValue ?? '').trim() !== '' : node.nodeType === 1 && !/^(?:dt|dd)$/.test((node as Element).localName)));
    const order = parts.map(({ localName }) => localName[1]).join('');
    if (others || !/^(?:t+d+)+$/.test(order)) return `<div${this.#attributes(list)}>${this.#children(list, place)}</div>\n`;
    return `<dl${this.#attributes(list)}>\n${parts.map((part) => `<${part.localName}${this.#attributes(part)}>${
      this.#children(part, { ...place, flow: true, noHeading: part.localName === 'dt' || place.noHeading === true })}</${part.localName}>`).join('\n')}\n</dl>\n`;
  }

  #figure(figure: Element, place: Place): string {
    const caption = [...figure.children].find(({ localName }) => localName === 'figcaption');
    const rest = [...figure.childNodes].filter((node) => node !== caption).map((node) => this.#node(node, place)).join('');
    const words = caption ? `\n<figcaption${this.#attributes(caption)}>${this.#children(caption, place)}</figcaption>` : '';
    return `<figure${this.#attributes(figure)}>${rest}${words}</figure>\n`;
  }

  #details(details: Element, place: Place): string {
    if (place.inLink) return `<div${this.#attributes(details)}>${this.#children(details, place)}</div>\n`;
    const summary = [...details.children].find(({ localName }) => localName === 'summary');
    const rest = [...details.childNodes].filter((node) => node !== summary).map((node) => this.#node(node, place)).join('');
    // Open: paper and many readers have nothing to press.
    return `<details open="open"${this.#attributes(details)}><summary>${summary ? this.#children(summary, { ...place, flow: false, inLink: true }) : '…'}</summary>\n${rest}</details>\n`;
  }

  #table(table: Element, place: Place): string {
    const rows = (within: readonly Element[]): string => within.map((row) => {
      const cells = [...row.children].filter(({ localName }) => localName === 'td' || localName === 'th');
      return cells.length ? `<tr${this.#attributes(row)}>${cells.map((cell) => this.#cell(cell, place)).join('\n')}</tr>\n` : '';
    }).join('');
    const own = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table);
    const head = own.filter((row) => row.parentElement?.localName === 'thead');
    const body = own.filter((row) => row.parentElement?.localName !== 'thead');
    const headRows = rows(head);
    const bodyRows = rows(body);
    if (!headRows && !bodyRows) return this.#children(table, place);
    const caption = [...table.children].find(({ localName }) => localName === 'caption');
    return `<table${this.#attributes(table)}>${caption ? `<caption>${this.#children(caption, { ...place, flow: false })}</caption>\n` : ''}${
      headRows && bodyRows ? `<thead>${headRows}</thead>` : ''}<tbody>${bodyRows || headRows}</tbody></table>\n`;
  }

  #cell(cell: Element, place: Place): string {
    const tag = cell.localName;
    const spans = ['colspan', 'rowspan'].map((name) => [name, Number.parseInt(cell.getAttribute(name) ?? '', 10)] as const)
      .filter(([, n]) => n > 1 && n <= 1000).map(([name, n]) => ` ${name}="${n}"`).join('');
    const scope = tag === 'th' && /^(?:row|col|rowgroup|colgroup)$/.test(cell.getAttribute('scope') ?? '') ? ` scope="${cell.getAttribute('scope')}"` : '';
    return `<${tag}${spans}${scope}${this.#attributes(cell)}>${this.#children(cell, { ...place, flow: true, noHeading: tag === 'th' || place.noHeading === true })}</${tag}>`;
  }

  #link(link: Element, place: Place): string {
    const href = link.getAttribute('href') ?? '';
    const target = href.startsWith('#') ? this.#ids.get(href.slice(1)) : undefined;
    const address = target === undefined ? webUri(href) : `#${target}`;
    if (!address || place.inLink) return this.#children(link, place.flow && hasBlock(link) ? place : { ...place, flow: place.flow });
    const inner = this.#children(link, { ...place, flow: place.flow && hasBlock(link), inLink: true });
    return `<a href="${escapeXml(address)}"${this.#attributes(link)}>${inner}</a>`;
  }

  #picture(img: Element, place: Place): string {
    const src = img.getAttribute('src') ?? '';
    const alt = (img.getAttribute('alt') ?? '').replace(/\s+/g, ' ').trim();
    const path = this.#options.picture(src);
    if (path) return `<img src="${escapeXml(path)}" alt="${escapeXml(alt)}"/>`;
    const words = escapeXml(this.#options.pictureStays(alt));
    const address = webUri(src);
    return address && !place.inLink ? `<a class="stays" href="${escapeXml(address)}">${words}</a>` : alt ? `<span class="stays">${words}</span>` : '';
  }

  /** Bases as plain text, each with its reading: the older parts (`rb`, `rtc`) are gone from the model. */
  #ruby(ruby: Element, place: Place): string {
    const inner: Place = { ...place, flow: false };
    const readings = ruby.querySelectorAll('rt').length;
    let out = '';
    let base = false;
    for (const node of ruby.childNodes) {
      const name = node.nodeType === 1 ? (node as Element).localName : '';
      if (name === 'rt' && base) out += `<rt>${this.#children(node as Element, inner)}</rt>`;
      else if (name === 'rp') continue;
      else if (name === 'rt' || name === 'rtc' || name === 'rb') return `<span>${this.#children(ruby, inner)}</span>`;
      else {
        const words = this.#node(node, inner);
        if (words.trim()) base = true;
        out += words;
      }
    }
    return readings && /<\/rt>\s*$/.test(out) ? `<ruby${this.#attributes(ruby)}>${out}</ruby>` : `<span>${this.#children(ruby, inner)}</span>`;
  }

  #node(node: Node, place: Place): string {
    return node.nodeType === 3 ? escapeXml(node.nodeValue ?? '') : node.nodeType === 1 ? this.#element(node as Element, place) : '';
  }

  #math(math: Element): string {
    const inner = math.localName === 'math' ? mathXml(math) : undefined;
    if (inner === undefined) return escapeXml(math.textContent.replace(/\s+/g, ' '));
    this.#hasMath = true;
    const text = escapeXml(math.textContent.replace(/\s+/g, ' ').trim());
    return `<math xmlns="${MATH}" alttext="${text}"${math.getAttribute('display') === 'block' ? ' display="block"' : ''}>${inner}</math>`;
  }

  #attributes(element: Element, { withoutId = false } = {}): string {
    let out = '';
    const id = withoutId ? undefined : this.#ownId(element);
    if (id) out += ` id="${id}"`;
    const lang = element.getAttribute('lang');
    if (lang && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/.test(lang)) out += ` lang="${lang}" xml:lang="${lang}"`;
    const dir = element.getAttribute('dir')?.toLowerCase();
    if (dir && /^(?:ltr|rtl)$/.test(dir)) out += ` dir="${dir}"`;
    const own = element.getAttribute('class');
    if (own && /^[\w #+-]+$/.test(own)) out += ` class="${own}"`;
    const title = element.localName === 'abbr' || element.localName === 'dfn' ? element.getAttribute('title') : null;
    if (title) out += ` title="${escapeXml(title)}"`;
    if (element.localName === 'ol') {
      const start = Number.parseInt(element.getAttribute('start') ?? '', 10);
      if (Number.isSafeInteger(start) && start !== 1) out += ` start="${start}"`;
      if (element.hasAttribute('reversed')) out += ' reversed="reversed"';
    }
    return out;
  }

  /** The element's id, the first time it is written. */
  #ownId(element: Element): string | undefined {
    const id = this.#ids.get(element.id);
    if (id === undefined || this.#written.has(id)) return undefined;
    this.#written.add(id);
    return id;
  }

  #newId(): string {
    let n = this.#headings.length + 1;
    while (this.#ids.has(`h-${n}`) || this.#written.has(`h-${n}`)) n += 1;
    this.#written.add(`h-${n}`);
    return `h-${n}`;
  }
}

/** Children as items of their kind, and what stands between them gathered into runs of its own. */
function runsOf(parent: Element, kind: string): readonly { readonly element?: Element; readonly nodes: readonly Node[] }[] {
  const runs: { element?: Element; nodes: Node[] }[] = [];
  for (const node of parent.childNodes) {
    if (node.nodeType === 1 && (node as Element).localName === kind) runs.push({ element: node as Element, nodes: [] });
    else if (node.nodeType === 1 || (node.nodeType === 3 && (node.nodeValue ?? '').trim())) {
      const last = runs.at(-1);
      if (last && !last.element) last.nodes.push(node);
      else runs.push({ nodes: [node] });
    }
  }
  return runs;
}

function hasBlock(element: Element): boolean {
  return [...element.querySelectorAll('*')].some(({ localName, namespaceURI }) => namespaceURI !== MATH && BLOCK.has(localName));
}
