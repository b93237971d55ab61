/** The toolbar badge: what happened, without opening anything. It belongs to a tab and goes when the tab moves on. */
import browser from 'webextension-polyfill';

const LOOKS = {
  working: { text: '…', colour: '#4a463f' },
  done: { text: '✓', colour: '#0e4a5a' },
  failed: { text: '!', colour: '#8e1f1b' },
  none: { text: '', colour: '#0e4a5a' },
} as const;

/** Shows a state on one tab's button. A tab that has been closed meanwhile is no fault. */
export async function showBadge(tabId: number | undefined, state: keyof typeof LOOKS): Promise<void> {
  if (tabId === undefined) return;
  const { text, colour } = LOOKS[state];
  await Promise.allSettled([
    browser.action.setBadgeBackgroundColor({ tabId, color: colour }),
    browser.action.setBadgeTextColor({ tabId, color: '#ffffff' }),
    browser.action.setBadgeText({ tabId, text }),
  ]);
}
