/** The keys of the four commands as they really are, and the way to the browser's own page for changing them. */
import { commandKeys, COMMANDS, openKeySettings, type CommandName } from '../../browser/commands.ts';
import { t, type MessageKey } from '../../browser/i18n.ts';
import { byId, fill, h } from '../shared/dom.ts';

const NAMES: Readonly<Record<CommandName, MessageKey>> = { read: 'commandRead', print: 'commandPrint', share: 'commandShare', save: 'commandSave' };

export async function startKeys(): Promise<void> {
  const show = async (): Promise<void> => {
    const keys = await commandKeys();
    fill(byId('key-list'), ...COMMANDS.map((name) => h('div', { 'data-command': name },
      h('dt', {}, t(NAMES[name])), h('dd', {}, ...caps(keys[name])))));
  };
  byId('change-keys').addEventListener('click', async () => {
    byId('keys-words').hidden = await openKeySettings();
  });
  // Keys are changed on the browser's page; whoever comes back from there sees them as they are now.
  document.addEventListener('visibilitychange', () => { if (!document.hidden) void show(); });
  await show();
}

/** "Alt+Shift+1" as three key caps; a Mac's signs come without plus between them. */
function caps(shortcut: string): readonly Node[] {
  if (!shortcut) return [h('span', { class: 'muted' }, t('optionsNoKey'))];
  const parts = shortcut.includes('+') ? shortcut.split('+').filter(Boolean) : [...shortcut.matchAll(/[⌃⌥⇧⌘]|[^⌃⌥⇧⌘]+/gu)].map(([part]) => part);
  return parts.map((part) => h('kbd', {}, part));
}
