/**
 * Small kana and the long mark have shapes of their own in upright lines, which faces hold beside their letters. Firefox looks
 * up the text of its PDF by the shape, and writes none for these: they are seen, but can't be searched or copied. There they are
 * drawn with the shape of lying lines, turned or moved to where the other would stand (Unicode UAX #50 calls them Tr and Tu).
 */
const TURNED = /[ー〜～゠]/u;
const FORMS = /[ー〜～゠ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰ-ㇿ]/gu;

/** Boxes up each such letter; paper.css turns and moves them. Call on a copy. */
export function boxVerticalForms(flow: Element): void {
  const { ownerDocument: document } = flow;
  const walker = document.createTreeWalker(flow, NodeFilter.SHOW_TEXT, (node) => (node.parentElement!.closest('.wide, pre, .embed') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
  const texts: Text[] = [];
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) texts.push(node);
  for (const text of texts) for (const match of [...text.data.matchAll(FORMS)].toReversed()) {
    const box = document.createElement('span');
    box.className = TURNED.test(match[0]) ? 'turned-form' : 'moved-form';
    const letter = text.splitText(match.index);
    letter.splitText(match[0].length);
    letter.replaceWith(box);
    box.append(letter);
  }
}
