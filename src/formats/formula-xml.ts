/** Formulas as MathML that its schema allows: https://www.w3.org/TR/mathml-core/ */
import { escapeXml } from './xml.ts';

export const MATH = 'http://www.w3.org/1998/Math/MathML';

/** How many children the schema wants of each; the others may have any number. */
const ARITY: Readonly<Record<string, number>> = { mfrac: 2, mroot: 2, msub: 2, msup: 2, munder: 2, mover: 2, msubsup: 3, munderover: 3 };
const TOKENS = new Set(['mi', 'mn', 'mo', 'ms', 'mtext']);
const ROWS = new Set(['math', 'mrow', 'msqrt', 'mstyle', 'mpadded', 'mphantom', 'menclose', 'merror', 'mtd']);

/** The inside of a formula without attributes; undefined when it is not as the schema wants it. */
export function mathXml(element: Element): string | undefined {
  const name = element.localName;
  if (TOKENS.has(name)) return escapeXml(element.textContent);
  const children = [...element.children];
  if (!ROWS.has(name) && name !== 'mtable' && name !== 'mtr' && ARITY[name] !== children.length) return undefined;
  if ([...element.childNodes].some((node) => node.nodeType === 3 && (node.nodeValue ?? '').trim())) return undefined;
  const parts: string[] = [];
  for (const child of children) {
    if (child.localName === 'mspace') { parts.push('<mspace/>'); continue; }
    const fits = name === 'mtable' ? child.localName === 'mtr' : name === 'mtr' ? child.localName === 'mtd' : !/^(?:math|mtr|mtd)$/.test(child.localName);
    const inner = fits ? mathXml(child) : undefined;
    if (inner === undefined) return undefined;
    parts.push(`<${child.localName}>${inner}</${child.localName}>`);
  }
  return parts.join('');
}
