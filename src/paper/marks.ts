/**
 * A person's highlights on the nodes of an article: the same marks on the screen and on paper, and for paper the notes,
 * numbered in the order of the text.
 */
import type { Highlight } from '../article/highlight.ts';
import { locate } from '../article/quote-anchor.ts';
import { placesIn, type TextPlaces } from '../article/text-places.ts';

export interface Marked {
  /** The marks of each highlight, in the order of the text: one for each text node that it runs through. */
  readonly marks: ReadonlyMap<string, readonly HTMLElement[]>;
  /** Highlights whose words are no longer in the text. */
  readonly lost: readonly Highlight[];
  /** Takes all marks away again; the very nodes that were there before are back. */
  undo(): void;
}

/** Marks highlights (`mark.highlight` with `data-pen` and `data-highlight`) where their words stand in an article's body. */
export function markHighlights(body: Element, highlights: readonly Highlight[], places: TextPlaces = placesIn(body)): Marked {
  const lost: Highlight[] = [];
  const spans = new Map<Text, { from: number; to: number; highlight: Highlight }[]>();
  for (const highlight of highlights) {
    const passage = locate(places.text, highlight.anchor);
    const pieces = passage ? places.pieces(passage.start, passage.end) : [];
    if (!pieces.length) lost.push(highlight);
    for (const { node, from, to } of pieces) {
      if (!node.data.slice(from, to).trim()) continue;
      const own = spans.get(node);
      if (own) own.push({ from, to, highlight });
      else spans.set(node, [{ from, to, highlight }]);
    }
  }
  const marks = new Map<string, HTMLElement[]>();
  const undo: (() => void)[] = [];
  for (const [node, own] of spans) {
    const parts = cut(node, own, marks);
    node.replaceWith(...parts);
    undo.push(() => {
      parts[0]!.before(node);
      for (const part of parts) part.remove();
    });
  }
  return { marks, lost, undo: () => { for (const step of undo) step(); } };
}

/** A text node as its pieces, those that are marked in their marks; where marks lie over each other, one in the other. */
function cut(node: Text, spans: readonly { from: number; to: number; highlight: Highlight }[], marks: Map<string, HTMLElement[]>): readonly ChildNode[] {
  const document = node.ownerDocument;
  const ends = [...new Set([0, node.data.length, ...spans.flatMap(({ from, to }) => [from, to])])].toSorted((a, b) => a - b);
  return ends.slice(1).map((end, n) => {
    const start = ends[n]!;
    let part: ChildNode = document.createTextNode(node.data.slice(start, end));
    for (const { from, to, highlight } of spans) {
      if (from > start || to < end) continue;
      const mark = document.createElement('mark');
      mark.className = 'highlight';
      mark.dataset['pen'] = highlight.pen;
      mark.dataset['highlight'] = highlight.id;
      mark.append(part);
      const own = marks.get(highlight.id);
      if (own) own.push(mark);
      else marks.set(highlight.id, [mark]);
      part = mark;
    }
    return part;
  });
}

/** The notes beside highlights, numbered in the order of the text, each with the mark behind which its number belongs. */
export function numberedNotes({ marks }: Pick<Marked, 'marks'>, highlights: readonly Highlight[]): readonly { readonly number: number; readonly note: string; readonly quote: string; readonly after: HTMLElement }[] {
  const noted = highlights.filter(({ id, note }) => note.trim() && marks.has(id)).map((highlight) => ({ highlight, after: marks.get(highlight.id)!.at(-1)! }));
  noted.sort((a, b) => (a.after.compareDocumentPosition(b.after) & 4 /* following */ ? -1 : 1));
  return noted.map(({ highlight, after }, index) => ({ number: index + 1, note: highlight.note.trim(), quote: highlight.anchor.exact, after }));
}
