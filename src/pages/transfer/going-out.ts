/** Going out: the copy of everything. */
import { Check, TriangleAlert } from 'lucide';
import { t, tReason, uiLanguage } from '../../browser/i18n.ts';
import { keepCopyTime, lastCopyTime, onCopies } from '../../browser/last-copy.ts';
import { loadSettings } from '../../browser/settings.ts';
import { byId, fill, h, icon } from '../shared/dom.ts';
import { writeBackup, type BackupOutcome } from './backup-out.ts';
import { openFileOut } from './file-out.ts';
import { showProgress, whileBusy } from './progress-view.ts';
import { dayName, dayWords, number } from './words.ts';

export async function startGoingOut(): Promise<void> {
  byId('backup').addEventListener('click', () => void backup());
  onCopies(() => void showLastCopy());
  await showLastCopy();
}

async function showLastCopy(): Promise<void> {
  const at = await lastCopyTime();
  byId('last-copy').textContent = at === undefined ? t('trNoCopy') : t('trLastCopy', dayWords(at));
}

async function backup(): Promise<void> {
  const now = Date.now();
  const file = await openFileOut(`passalong-${dayName(now)}.zip`, 'application/zip');
  if (!file) return;
  const button = byId<HTMLButtonElement>('backup');
  const state = byId('out-state');
  button.disabled = true;
  const view = showProgress(state, t('trBusyOut'));
  const outcome = await whileBusy(async () => {
    const words = { title: t('trReadMeTitle'), text: t('trReadMe'), language: uiLanguage() };
    const written = await writeBackup(file.stream, { now, settings: await loadSettings(), words }, view.pace, ({ done, total }) => view.show(done, total));
    if (written.ok) {
      await file.finish();
      await keepCopyTime(now);
    } else await file.discard();
    return written;
  });
  button.disabled = false;
  fill(state, said(outcome));
  state.focus();
  await showLastCopy();
}

function said(outcome: BackupOutcome): HTMLElement {
  if (outcome.ok) {
    return h('div', { class: 'notice good', role: 'status', 'data-outcome': 'written' }, icon(Check), h('div', {}, h('p', {}, h('strong', {}, t('trDoneOut', number(outcome.written)))),
      outcome.damaged > 0 && h('p', {}, t('trDamagedOut', number(outcome.damaged)))));
  }
  if (outcome.reason === 'stopped') return h('div', { class: 'notice', role: 'status' }, h('p', {}, tReason('stopped')));
  return h('div', { class: 'notice bad', role: 'alert' }, icon(TriangleAlert), h('div', {}, h('strong', {}, t('trTrouble')), h('p', {}, tReason(outcome.reason))));
}

