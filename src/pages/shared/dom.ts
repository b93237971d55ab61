/** A small element builder. Text only ever becomes text nodes; HTML becomes nodes in `article/sanitize.ts` and nowhere else. */

type Child = Node | string | number | null | undefined | false;
type Attribute = string | number | boolean | null | undefined | ((event: never) => unknown);

/**
 * Builds an element. Attributes: `class`, `aria-*`, `data-*` and so on by their HTML names; `on*` with a function adds a
 * listener; `true` sets an empty attribute; `false`, `null` and `undefined` leave it out.
 */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K, attributes: Readonly<Record<string, Attribute>> = {}, ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name.slice(2), value as EventListener);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  append(element, children);
  return element;
}

/** Puts new children in place of the old ones. */
export function fill(parent: Element, ...children: readonly Child[]): void {
  parent.textContent = '';
  append(parent, children);
}

function append(parent: Element, children: readonly Child[]): void {
  for (const child of children) if (child !== null && child !== undefined && child !== false) parent.append(child instanceof Node ? child : String(child));
}

/** The element with this id, which the page's own HTML is known to hold. @throws when it does not (a bug). */
export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  const element = document.getElementById(id);
  if (!element) throw new Error(`no #${id} in ${location.pathname}`);
  return element as T;
}

const SVG = 'http://www.w3.org/2000/svg';
/** Drawing instructions as in the Lucide packages: `[element, attributes]` pairs. */
export type IconNode = readonly (readonly [tag: string, attributes: Readonly<Record<string, string | number | undefined>>])[];

/** An SVG drawing from its instructions, hidden from screen readers (the label beside it speaks). */
export function drawing(node: IconNode, className: string, size: number): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`);
  svg.setAttribute('class', className);
  svg.setAttribute('aria-hidden', 'true');
  for (const [tag, attributes] of node) {
    const part = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) if (value !== undefined) part.setAttribute(name, String(value));
    svg.append(part);
  }
  return svg;
}

/** A Lucide icon. Pass `'flip'` for arrows and chevrons, which turn round in right-to-left pages. */
export function icon(node: IconNode, extra = ''): SVGElement {
  return drawing(node, `icon ${extra}`.trim(), 24);
}
