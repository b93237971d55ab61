/** Numbers of one or two figures, and pairs of marks, stand upright in one square where lines stand upright; longer ones lie. */

/** What stands for itself between other signs: figures without a point or letter beside them, a mark of question or wonder doubled. */
const SHORT = /(?<![!-~])(?<![a-z] )(?:\d{1,2}|[!?]{1,2})(?![!-~])/giu;
const NOT_HERE = 'pre, code, table, rt, rp, math, .embed, .facts';

/** Puts each into a box of its own (`.short`); paper.css and upright.css set them upright. The text stays the same. */
export function boxShortNumbers(article: Element): void {
  const { ownerDocument: document } = article;
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT, (node) => (node.parentElement!.closest(NOT_HERE) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
  const found: [Text, RegExpExecArray[]][] = [];
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const matches = [...node.data.matchAll(SHORT)];
    if (matches.length) found.push([node, matches]);
  }
  for (const [node, matches] of found) for (const match of matches.toReversed()) {
    const box = document.createElement('span');
    box.className = 'short';
    const short = node.splitText(match.index);
    short.splitText(match[0].length);
    short.replaceWith(box);
    box.append(short);
  }
}
