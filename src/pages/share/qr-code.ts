/** A link as a code that a phone's camera reads, in a dialogue of its own. */
import { encode } from 'uqr';
import { t } from '../../browser/i18n.ts';
import { drawing, h } from '../shared/dom.ts';

/** The longest address a code of reasonable fineness holds, in octets (version 25 at the lowest correction holds 1,273). */
const LONGEST = 1_200;
/** Clear modules around the code; the standard (ISO/IEC 18004) asks for four. */
const QUIET = 4;

/** Shows the code. Answers false when the address is too long for one. */
export function showCode(address: string): boolean {
  if (!address || new TextEncoder().encode(address).length > LONGEST) return false;
  const { data, size } = encode(address, { ecc: 'L', border: QUIET });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  const code = drawing([['path', { d: path }]], 'code', size);
  code.removeAttribute('aria-hidden');
  code.setAttribute('role', 'img');
  code.setAttribute('aria-label', t('letterCodeOf', address));
  code.setAttribute('shape-rendering', 'crispEdges');
  const close = h('button', { type: 'button', class: 'button' }, t('letterClose'));
  const dialog = h('dialog', { class: 'panel code-panel', id: 'code', 'aria-label': t('letterWayCode') }, h('p', {}, t('letterCodeHow')), code, h('p', { class: 'small muted' }, address), close);
  close.addEventListener('click', () => { dialog.close(); });
  dialog.addEventListener('click', ({ target }) => { if (target === dialog) dialog.close(); });
  dialog.addEventListener('close', () => { dialog.remove(); });
  document.body.append(dialog);
  dialog.showModal();
  return true;
}
