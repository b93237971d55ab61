/** Footnotes as Markdown has them: a mark in the text, the note at the end. */

export interface Footnote {
  readonly name: string;
  readonly element: Element;
}

/** A footnote's mark is a number, a letter or a sign, perhaps in brackets. */
const MARK = /^[[(]?\s*(?:\d{1,3}|[a-z]|[*†‡§]+)\s*[\])]?$/i;
/** Characters that a mark has at most. */
const LONGEST_MARK = 20;

/**
 * Takes the notes out of a body: links that are only a mark and lead to a list item or paragraph of the same text become
 * `\ue001n\ue002`, and what they lead to is answered in order. The way back ("↩") goes.
 */
export function footnotesToMarkers(body: Element): readonly Footnote[] {
  const notes = new Map<Element, string>();
  const doc = body.ownerDocument;
  for (const link of body.querySelectorAll('a[href^="#"]')) {
    const words = link.textContent;
    if (!isMark(words)) continue;
    const target = body.querySelector(`[id="${quoted(link.getAttribute('href')!.slice(1))}"]`)?.closest('li, p, dd, aside, div');
    // The note comes after its mark, and is not what the mark itself stands in.
    if (!target || target === body || target.contains(link) || !(link.compareDocumentPosition(target) & 4) || !target.textContent.trim() || target.querySelector('li, dd')) continue;
    const name = notes.get(target) ?? String(notes.size + 1);
    notes.set(target, name);
    const mark = doc.createTextNode(`\ue001${name}\ue002`);
    (link.parentElement?.localName === 'sup' && link.parentElement.textContent === words ? link.parentElement : link).replaceWith(mark);
  }
  return [...notes].map(([target, name]) => {
    for (const back of target.querySelectorAll('a[href^="#"]')) if (/^(?:\s|[↩↑^⏎]|\ufe0e|\ufe0f)*$/.test(back.textContent) || isMark(back.textContent)) back.remove();
    const list = target.parentElement;
    const element = doc.createElement('div');
    element.append(...target.childNodes);
    target.remove();
    if (list && list !== body && !list.textContent.trim()) list.remove();
    return { name, element };
  });
}

function isMark(text: string): boolean {
  const mark = text.trim();
  return mark.length <= LONGEST_MARK && MARK.test(mark);
}

/** An id between quotation marks of a selector. */
function quoted(id: string): string {
  return id.replace(/["\\]/g, '\\$&');
}
