/** Taking articles along: all of them or those that were selected in the library, as files for other programs. */
import { Check, TriangleAlert } from 'lucide';
import { t, tReason, type MessageKey } from '../../browser/i18n.ts';
import { countOf, onLibraryChange } from '../../library/library.ts';
import { byId, fill, h, icon } from '../shared/dom.ts';
import { takenAlong } from '../shared/taken-along.ts';
import { EXPORTS, makeExport, type ExportKind, type ExportOutcome } from './export-out.ts';
import { download } from './file-out.ts';
import { showProgress, whileBusy } from './progress-view.ts';
import { counted } from './words.ts';

const NAMES: Readonly<Record<ExportKind, MessageKey>> = {
  epub: 'trAs_epub', markdown: 'trAs_markdown', html: 'trAs_html', text: 'trAs_text', table: 'trAs_table', bookmarks: 'trAs_bookmarks', bibtex: 'trAs_bibtex', ris: 'trAs_ris', csl: 'trAs_csl',
};

export async function startExport(): Promise<void> {
  const ids = takenAlong();
  fill(byId('export-as'), ...EXPORTS.map((kind) => h('option', { value: kind }, t(NAMES[kind]))));
  byId('export-go').addEventListener('click', () => void go(ids));
  await showWhat(ids);
  let soon = 0;
  onLibraryChange(() => { clearTimeout(soon); soon = window.setTimeout(() => void showWhat(ids), 500); });
  if (ids) byId('export').scrollIntoView({ block: 'center' });
}

/** How many there are to take along; without any there is nothing to press. */
async function showWhat(ids: readonly number[] | undefined): Promise<void> {
  const all = await countOf('*');
  const n = ids?.length ?? (all.ok ? all.value : 0);
  byId('export-what').textContent = n === 0 ? t('trNothing') : ids ? counted('trExportOne', 'trExportSome', n) : counted('trExportAllOne', 'trExportAll', n);
  byId<HTMLButtonElement>('export-go').disabled = n === 0;
}

async function go(ids: readonly number[] | undefined): Promise<void> {
  const button = byId<HTMLButtonElement>('export-go');
  const state = byId('export-state');
  button.disabled = true;
  const view = showProgress(state, t('trBusyExport'));
  const outcome = await whileBusy(() => makeExport(byId<HTMLSelectElement>('export-as').value as ExportKind, ids, view.pace, (done, total) => view.show(done, total)));
  button.disabled = false;
  if (outcome.ok) download(outcome.file, outcome.name);
  fill(state, said(outcome));
  state.focus();
}

function said(outcome: ExportOutcome): HTMLElement {
  if (outcome.ok) return h('div', { class: 'notice good', role: 'status', 'data-outcome': 'made' }, icon(Check), h('p', {}, h('strong', {}, t('trDoneExport'))));
  const words = { nothing: 'trNothing', links: 'trNothingToBook', tooMuch: 'trTooLarge' } as const;
  const known = outcome.why in words ? t(words[outcome.why as keyof typeof words]) : tReason(outcome.why);
  return h('div', { class: outcome.why === 'stopped' ? 'notice' : 'notice bad', role: 'alert' }, outcome.why !== 'stopped' && icon(TriangleAlert), h('p', {}, known));
}
