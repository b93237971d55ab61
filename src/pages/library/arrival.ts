/** Who comes here for the first time finds a letter; who has lost a library is told. */
import { byId } from '../shared/dom.ts';
import type { ListCounts } from './list-counts.ts';
import { lookForLoss } from './lost-notice.ts';
import { practice } from './practising.ts';
import { changeShelfSettings, shelfSettings } from './shelf-settings.ts';
import { hideWelcome, showWelcome } from './welcome.ts';

export const isEmpty = (counts: ListCounts): boolean => (counts['*'] ?? 0) === 0;

/** Shows the letter to a newcomer. @param refresh reads the library anew when the letter is put away @returns whether it is shown */
export async function welcomed(counts: ListCounts, refresh: () => Promise<void>): Promise<boolean> {
  if (!shelfSettings().welcomed && isEmpty(counts) && counts.removed === 0 && !(await lookForLoss())) {
    welcome(refresh);
    return true;
  }
  leaveWelcome();
  if (!shelfSettings().welcomed && !isEmpty(counts)) changeShelfSettings({ welcomed: true });
  return false;
}

function welcome(refresh: () => Promise<void>): void {
  if (!byId('welcome').hidden) return;
  byId('library').hidden = true;
  const leave = async () => {
    changeShelfSettings({ welcomed: true });
    await refresh();
    byId('heading').focus();
  };
  showWelcome(shelfSettings(), { leave, practice: async () => { await practice(); await leave(); } });
}

export function leaveWelcome(): void {
  if (!byId('welcome').hidden) hideWelcome();
  byId('library').hidden = false;
}
