/** Taking articles along: all of them or those that were selected in the library, as files for other programs. */
import { Check, TriangleAlert } from 'lucide';
import { t, tReason, type MessageKey } from '../../browser/i18n.ts';
import { countOf, onLibraryChange } from '../../library/library.ts';
import { byId, fill, h, icon } from '../shared/dom.ts';
import { changeSettings, loadSettings } from '../../browser/settings.ts';
import { namedHere, takenAlong } from '../shared/taken-along.ts';
import { EXPORTS, makeExport, type ExportFrom, type ExportKind, type ExportOutcome, type LeftOut } from './export-out.ts';
import { download } from '../shared/download.ts';
import { showProgress, whileBusy } from './progress-view.ts';
import { letterToReader, readerAddress } from './to-reader.ts';
import { counted } from './words.ts';

const NAMES: Readonly<Record<ExportKind, MessageKey>> = {
  epub: 'trAs_epub', markdown: 'trAs_markdown', html: 'trAs_html', text: 'trAs_text', table: 'trAs_table', bookmarks: 'trAs_bookmarks', bibtex: 'trAs_bibtex', ris: 'trAs_ris', csl: 'trAs_csl',
};

/** The way to an e-reader stands among the formats: it is a book, and a letter around it. */
const TO_READER = 'ereader';

export async function startExport(): Promise<void> {
  const named = namedHere();
  const ids = named.ids ?? takenAlong();
  const from: ExportFrom = named.draft ? { draft: named.draft } : ids ? { ids } : {};
  const as = byId<HTMLSelectElement>('export-as');
  const address = byId<HTMLInputElement>('reader-address');
  fill(as, ...EXPORTS.map((kind) => h('option', { value: kind }, t(NAMES[kind]))), h('option', { value: TO_READER }, t('trAs_ereader')));
  if (location.hash === `#${TO_READER}`) as.value = TO_READER;
  address.value = (await loadSettings()).readerAddress;
  const showReader = (): void => {
    byId('to-reader').hidden = as.value !== TO_READER;
    byId('export-go').textContent = t(as.value === TO_READER ? 'trReaderGo' : 'trExportGo');
  };
  as.addEventListener('change', showReader);
  showReader();
  byId('export-go').addEventListener('click', () => void go(from));
  await showWhat(from);
  let soon = 0;
  onLibraryChange(() => { clearTimeout(soon); soon = window.setTimeout(() => void showWhat(from), 500); });
  if (ids || named.draft) byId('export').scrollIntoView({ block: 'center' });
}

/** How many there are to take along; without any there is nothing to press. */
async function showWhat({ ids, draft }: ExportFrom): Promise<void> {
  const all = await countOf('*');
  const n = draft ? 1 : ids?.length ?? (all.ok ? all.value : 0);
  byId('export-what').textContent = n === 0 ? t('trNothing') : draft ? t('trExportDraft') : ids ? counted('trExportOne', 'trExportSome', n) : counted('trExportAllOne', 'trExportAll', n);
  byId<HTMLButtonElement>('export-go').disabled = n === 0;
}

async function go(from: ExportFrom): Promise<void> {
  const toReader = byId<HTMLSelectElement>('export-as').value === TO_READER;
  const to = toReader ? await givenAddress() : undefined;
  if (toReader && to === undefined) return;
  const kind = toReader ? 'epub' : byId<HTMLSelectElement>('export-as').value as ExportKind;
  const button = byId<HTMLButtonElement>('export-go');
  const state = byId('export-state');
  button.disabled = true;
  const view = showProgress(state, t('trBusyExport'));
  const outcome = await whileBusy(() => makeExport(kind, from, view.pace, (done, total) => view.show(done, total)));
  button.disabled = false;
  const file = outcome.ok && to !== undefined ? await letterToReader(outcome.file, outcome.name, to) : outcome.ok ? outcome : undefined;
  if (file) download(file.name, [file.file], file.file.type);
  fill(state, outcome.ok && !file ? trouble(t('trReaderTooLarge')) : said(outcome, toReader));
  state.focus();
}

/** The device's address, remembered on this machine; undefined when there is none to write to. */
async function givenAddress(): Promise<string | undefined> {
  const field = byId<HTMLInputElement>('reader-address');
  const address = readerAddress(field.value);
  byId('reader-address-error').textContent = address === undefined ? t('trReaderNoAddress') : '';
  byId('reader-address-error').hidden = address !== undefined;
  field.setAttribute('aria-invalid', String(address === undefined));
  if (address === undefined) field.focus();
  else await changeSettings({ readerAddress: address });
  return address;
}

const trouble = (words: string): HTMLElement => h('div', { class: 'notice bad', role: 'alert' }, icon(TriangleAlert), h('p', {}, words));

/** What is not in the file, in sentences. */
function leftOut({ links, damaged }: LeftOut): readonly string[] {
  return [
    ...(links > 0 ? [counted('trLeftLink', 'trLeftLinks', links)] : []), ...(damaged > 0 ? [counted('trLeftDamagedOne', 'trLeftDamaged', damaged)] : []),
  ];
}

function said(outcome: ExportOutcome, toReader: boolean): HTMLElement {
  if (outcome.ok) {
    const made = h('p', {}, toReader ? t('trReaderDone') : h('strong', {}, t('trDoneExport')));
    return h('div', { class: 'notice good', role: 'status', 'data-outcome': 'made' }, icon(Check), h('div', {}, made, ...leftOut(outcome.left).map((words) => h('p', {}, words))));
  }
  const words = { nothing: 'trNothing', links: 'trNothingToBook', tooMuch: 'trTooLarge' } as const;
  const known = outcome.why in words ? t(words[outcome.why as keyof typeof words]) : tReason(outcome.why);
  return outcome.why === 'stopped' ? h('div', { class: 'notice', role: 'alert' }, h('p', {}, known)) : trouble(known);
}
