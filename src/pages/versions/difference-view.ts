/** What changed, as nodes: words that came underlined, words that went struck out, long stretches that stayed folded up. */
import { t, uiLanguage } from '../../browser/i18n.ts';
import { h } from '../shared/dom.ts';
import type { Difference, Paragraph, Piece } from './difference.ts';

/** Paragraphs that stayed are shown beside those that changed; of longer stretches only so many at each end. */
const BESIDE = 1;
/** A stretch is folded up when that hides so many at least. */
const WORTH_FOLDING = 3;

export function differenceNodes({ paragraphs }: Difference): readonly Node[] {
  const out: Node[] = [];
  for (let at = 0; at < paragraphs.length;) {
    let end = at;
    while (paragraphs[end]?.kind === 'same') end += 1;
    if (end === at) {
      out.push(paragraph(paragraphs[at]!));
      at += 1;
      continue;
    }
    out.push(...stretch(paragraphs.slice(at, end), at === 0, end === paragraphs.length));
    at = end;
  }
  return out;
}

function stretch(same: readonly Paragraph[], isFirst: boolean, isLast: boolean): readonly Node[] {
  const from = isFirst ? 0 : BESIDE;
  const to = same.length - (isLast ? 0 : BESIDE);
  if (to - from < WORTH_FOLDING) return same.map(paragraph);
  const folded = same.slice(from, to);
  return [
    ...same.slice(0, from).map(paragraph),
    h('details', { class: 'as-before' },
      h('summary', {}, folded.length === 1 ? t('verAsBeforeOne') : t('verAsBeforeMany', folded.length.toLocaleString(uiLanguage()))), ...folded.map(paragraph)),
    ...same.slice(to).map(paragraph),
  ];
}

function paragraph({ kind, pieces }: Paragraph): HTMLElement {
  return h('p', { class: `paragraph is-${kind}`, dir: 'auto' }, ...pieces.map(piece));
}

/** A title that was another one. */
export function titleNode({ paragraphs }: Difference): HTMLElement {
  return h('p', { class: 'paragraph is-title', dir: 'auto' }, ...paragraphs.flatMap(({ pieces }) => pieces.map(piece)));
}

function piece({ kind, text }: Piece): Node | string {
  return kind === 'same' ? text : h(kind === 'new' ? 'ins' : 'del', {}, text);
}
