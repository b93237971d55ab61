/**
 * Text that stands bare beside blocks, as the words of an entry above the list inside it: it has no element of its own, so
 * nothing could say of it that it stays together. On paper it gets one.
 */

const BLOCKS = 'address, article, aside, blockquote, details, dd, div, dl, dt, figcaption, figure, footer, h1, h2, h3, h4, h5, h6, header, hr, li, main, nav, ol, p, pre, section, summary, table, ul';
const HOLDERS = 'article, aside, blockquote, dd, details, div, footer, header, li, main, section';

/**
 * Gives every such run of text in a body a box.
 *
 * @param group name of the group that a box is marked as, where it is written into a file (`data-group`)
 * @returns takes them away again; the very nodes are back in their places
 */
export function boxLooseText(body: Element, group?: string): () => void {
  const boxes: Element[] = [];
  for (const holder of [body, ...body.querySelectorAll(HOLDERS)]) {
    if (holder.closest('table, pre, figure, .embed') || ![...holder.children].some(isBlock)) continue;
    let run: ChildNode[] = [];
    const close = (): void => {
      if (run.some((node) => /\S/.test(node.textContent ?? ''))) {
        const box = body.ownerDocument.createElement('div');
        if (group) box.setAttribute('data-group', group);
        run[0]!.before(box);
        box.append(...run);
        boxes.push(box);
      }
      run = [];
    };
    for (const node of Array.from(holder.childNodes)) {
      if (node.nodeType === 1 && isBlock(node as Element)) close();
      else run.push(node);
    }
    close();
  }
  return () => { for (const box of boxes.toReversed()) box.replaceWith(...box.childNodes); };
}

function isBlock(element: Element): boolean {
  return element.matches(BLOCKS) || element.querySelector(BLOCKS) !== null;
}
