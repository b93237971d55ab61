/** The sheet that says what each key does. */
import { t, type MessageKey } from '../../browser/i18n.ts';
import { byId, fill, h } from '../shared/dom.ts';
import { BINDINGS } from './keys.ts';

const ROWS: readonly (readonly [shown: readonly string[], words: MessageKey])[] = [
  ...BINDINGS.flatMap(({ shown, words }) => (shown && words ? [[shown, words] as const] : [])),
  [['Enter'], 'libKeyOpen'], [['Esc'], 'libKeyEscape'],
];

export function openKeySheet(): void {
  fill(byId('keys-list'), ...ROWS.map(([shown, words]) =>
    h('div', {}, h('dt', {}, ...shown.map((key) => h('kbd', {}, key))), h('dd', {}, t(words)))));
  byId<HTMLDialogElement>('keys').showModal();
}
