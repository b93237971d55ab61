/** The four keyboard commands: what they are set to, and where a person changes them. */
import browser, { type Tabs } from 'webextension-polyfill';

export const COMMANDS = ['read', 'print', 'share', 'save'] as const;
export type CommandName = (typeof COMMANDS)[number];

/** The key each command really has; an empty string when the browser gave it none. */
export async function commandKeys(): Promise<Readonly<Record<CommandName, string>>> {
  const keys = { read: '', print: '', share: '', save: '' };
  for (const { name, shortcut } of await browser.commands.getAll()) {
    if (isCommand(name)) keys[name] = shortcut ?? '';
  }
  return keys;
}

/** Opens the browser's own settings for keys. Answers false where it has no way to open them for us. */
export async function openKeySettings(): Promise<boolean> {
  const commands: { openShortcutSettings?: () => Promise<void> } = browser.commands as object;
  if (commands.openShortcutSettings) {
    await commands.openShortcutSettings();
    return true;
  }
  try {
    await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
    return true;
  } catch (error) {
    if (error instanceof Error) return false; // a browser that keeps the address to itself: the page says it in words
    throw error;
  }
}

/** Calls back on a pressed key, with the tab it was pressed in when the browser tells. */
export function onCommand(listener: (name: CommandName, tab: Tabs.Tab | undefined) => Promise<void>): void {
  browser.commands.onCommand.addListener((name: string, tab?: Tabs.Tab) => (isCommand(name) ? listener(name, tab) : undefined));
}

function isCommand(name: string | undefined): name is CommandName {
  return (COMMANDS as readonly (string | undefined)[]).includes(name);
}
