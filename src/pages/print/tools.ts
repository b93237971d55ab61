/** The drawings on the print page's buttons. */
import { AArrowDown, AArrowUp, Minus, Plus, Redo2, Undo2, X } from 'lucide';
import { t, type MessageKey } from '../../browser/i18n.ts';
import { byId, icon, type IconNode } from '../shared/dom.ts';

const DRAWINGS: readonly (readonly [id: string, drawing: IconNode, words?: MessageKey, flip?: 'flip'])[] = [
  ['print-smaller', AArrowDown as IconNode],
  ['print-larger', AArrowUp as IconNode],
  ['fewer', Minus as IconNode],
  ['more-sheets', Plus as IconNode],
  ['undo', Undo2 as IconNode, 'printUndo', 'flip'],
  ['redo', Redo2 as IconNode, 'printRedo', 'flip'],
  ['remove', X as IconNode, 'remove'],
];

export function drawTools(): void {
  for (const [id, drawing, words, flip] of DRAWINGS) byId(id).append(icon(drawing, flip), ...(words ? [t(words)] : []));
}
