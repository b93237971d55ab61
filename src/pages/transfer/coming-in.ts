/** Coming in: files are dropped, what they are is shown, and with a click they go into the library. */
import { Check, FileDown, FileQuestionMark, FileText, TriangleAlert } from 'lucide';
import { t, tReason, type MessageKey } from '../../browser/i18n.ts';
import { changeSettings, repair } from '../../browser/settings.ts';
import { toCsv } from '../../formats/table.ts';
import { byId, fill, h, icon } from '../shared/dom.ts';
import { putBack, settingsOf, type WhenThere } from './backup-in.ts';
import { takeHandedFiles } from '../shared/handed-files.ts';
import { download } from '../shared/download.ts';
import { bringIn, type Outcome, type Tally } from './import-run.ts';
import { showProgress, whileBusy, type ProgressView } from './progress-view.ts';
import { lookInto, type BackupSource, type PageSource, type RowsSource, type Source } from './sources.ts';
import { counted, dayName, dayWords, number } from './words.ts';

const FROM: Readonly<Record<string, MessageKey>> = {
  pocket: 'trFrom_pocket', instapaper: 'trFrom_instapaper', omnivore: 'trFrom_omnivore', readwise: 'trFrom_readwise', wallabag: 'trFrom_wallabag', karakeep: 'trFrom_karakeep',
  linkwarden: 'trFrom_linkwarden', raindrop: 'trFrom_raindrop', matter: 'trFrom_matter', bookmarks: 'trFrom_bookmarks', table: 'trFrom_table',
};
/** Rows of the list that are shown; the file has all. */
const SHOWN = 100;

const state = (): HTMLElement => byId('in-state');

export function startComingIn(): void {
  const drop = byId('drop');
  const input = byId<HTMLInputElement>('files');
  input.addEventListener('change', () => { void take([...input.files ?? []]); input.value = ''; });
  // Wherever on the page a file is dropped, it is meant for us; else the browser would leave the page and show it.
  addEventListener('dragover', (event) => { if (hasFiles(event)) { event.preventDefault(); drop.classList.add('is-over'); } });
  addEventListener('dragleave', (event) => { if (event.relatedTarget === null) drop.classList.remove('is-over'); });
  addEventListener('drop', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    drop.classList.remove('is-over');
    if (!drop.hidden) void take([...event.dataTransfer?.files ?? []]);
  });
  takeHandedFiles((files) => { void take(files); });
}

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

async function take(files: readonly File[]): Promise<void> {
  if (files.length === 0) return;
  show(h('p', { role: 'status' }, t('trLooking')));
  byId('drop').hidden = true;
  try {
    showFound(await lookInto(files));
  } catch (error) {
    // Nobody foresaw it: the page says so at its foot (`runPage`), and is ready for other files.
    again();
    throw error;
  }
}

/** Back to the beginning. */
function again(): void {
  byId('drop').hidden = false;
  state().hidden = true;
  byId('files').focus();
}

function show(...parts: readonly (Node | null | false)[]): void {
  fill(state(), ...parts);
  state().hidden = false;
}

function showFound(sources: readonly Source[]): void {
  const rows = sources.filter((source): source is RowsSource | PageSource => source.kind !== 'backup' && source.kind !== 'unknown');
  const backup = sources.find((source): source is BackupSource => source.kind === 'backup');
  const known = rows.length > 0 || backup !== undefined;
  const question = backup && backupQuestion();
  show(
    h('h3', { id: 'found-title' }, known ? t('trFound') : t('trTrouble')),
    h('ul', { class: 'found' }, ...sources.map(foundLine)),
    question?.element ?? null,
    h('div', { class: 'acts' },
      known && h('button', { type: 'button', class: 'button filled', 'data-doing': 'bring-in', onclick: () => void run(rows, backup, question?.answer()) }, t('trBringIn')),
      h('button', { type: 'button', class: 'button', 'data-doing': 'not-now', onclick: again }, known ? t('trNotNow') : t('trAnother'))));
  state().focus();
}

function foundLine(source: Source): HTMLElement {
  switch (source.kind) {
    case 'rows': return h('li', {}, h('strong', {}, t(FROM[source.format] ?? 'trFrom_table')), h('span', { class: 'num' }, counted('trRowsOne', 'trRowsMany', source.rows.length)), h('small', { dir: 'auto' }, source.name));
    case 'letter': return h('li', {}, h('strong', {}, t('trFromLetter', source.item.article.title)), icon(FileText), h('small', { dir: 'auto' }, source.name));
    case 'page': return h('li', {}, h('strong', {}, t('trFromPage', source.item.article.title)), icon(FileText), h('small', { dir: 'auto' }, source.name));
    case 'backup': return h('li', {}, h('strong', {}, t('trFromBackup', dayWords(Date.parse(source.head.made) || 0))), h('span', { class: 'num' }, counted('trRowsOne', 'trRowsMany', source.head.articles)), h('small', { dir: 'auto' }, source.name));
    case 'unknown': return h('li', {}, h('strong', { class: 'bad' }, source.name), icon(FileQuestionMark), h('small', {}, tReason(source.reason)));
  }
}

interface BackupAnswer { readonly whenThere: WhenThere; readonly withSettings: boolean }

function backupQuestion(): { readonly element: HTMLElement; readonly answer: () => BackupAnswer } {
  const radio = (value: WhenThere, words: string) => h('label', {}, h('input', { type: 'radio', name: 'when-there', value, checked: value === 'fill' }), h('span', {}, words));
  const settings = h('input', { type: 'checkbox', id: 'settings-too' });
  const element = h('div', { class: 'question' },
    h('fieldset', { class: 'question' }, h('legend', {}, t('trWhenThere')), h('div', { class: 'pick' }, radio('fill', t('trKeepMine')), radio('replace', t('trTakeCopy')))),
    h('label', { class: 'tick' }, settings, h('span', {}, t('trSettingsToo'))));
  return {
    element,
    answer: () => ({ whenThere: element.querySelector<HTMLInputElement>('[value="replace"]')!.checked ? 'replace' : 'fill', withSettings: settings.checked }),
  };
}

async function run(rows: readonly (RowsSource | PageSource)[], backup: BackupSource | undefined, answer: BackupAnswer | undefined): Promise<void> {
  const view: ProgressView = showProgress(state(), t('trBusyIn'));
  const onProgress = ({ read, total }: Tally): void => view.show(read, total);
  view.show(0, 0);
  const outcome = await whileBusy(async () => {
    if (!backup || !answer) return bringIn(rows, view.pace, onProgress);
    const back = await putBack(backup, answer.whenThere, view.pace, onProgress);
    if (back.ok && !back.stopped && answer.withSettings) await takeSettings(backup);
    await backup.archive.close();
    // Lists that were dropped together with a copy come after it.
    if (!back.ok || back.stopped || rows.length === 0) return back;
    const more = await bringIn(rows, view.pace, onProgress);
    return { ...more, tally: sum(back.tally, more.tally) };
  });
  showOutcome(outcome);
}

async function takeSettings({ archive }: BackupSource): Promise<void> {
  const given = await settingsOf(archive);
  // Whoever has said hello needs no second greeting, whatever the copy says.
  await changeSettings({ ...repair(given), welcomed: true });
}

function sum(a: Tally, b: Tally): Tally {
  return { read: a.read + b.read, total: a.total + b.total, added: a.added + b.added, filled: a.filled + b.filled, same: a.same + b.same, notTaken: [...a.notTaken, ...b.notTaken] };
}

function showOutcome(outcome: Outcome): void {
  const { tally } = outcome;
  const line = (words: string, n: number, name: string) => (n > 0 || name === 'added') && h('tr', { 'data-tally': name }, h('th', { scope: 'row' }, words), h('td', { class: 'num' }, number(n)));
  const head = !outcome.ok
    ? h('div', { class: 'notice bad', role: 'alert' }, icon(TriangleAlert), h('div', {}, h('strong', {}, t('trTrouble')), h('p', {}, tReason(outcome.reason))))
    : h('div', { class: 'notice good', role: 'status' }, icon(Check), h('p', {}, h('strong', {}, outcome.stopped ? t('trStoppedIn') : t('trDoneIn'))));
  show(head,
    h('table', { class: 'tally', id: 'tally' }, h('tbody', {},
      line(t('trAdded'), tally.added, 'added'), line(t('trFilled'), tally.filled, 'filled'), line(t('trSame'), tally.same, 'same'), line(t('trNotTaken'), tally.notTaken.length, 'notTaken'))),
    tally.notTaken.length > 0 && report(tally),
    h('div', { class: 'acts' },
      h('a', { class: 'button filled', href: '../library/library.html' }, t('trOpenLibrary')),
      h('button', { type: 'button', class: 'button', 'data-doing': 'again', onclick: again }, t('trAnother'))));
  state().focus();
}

function report({ notTaken }: Tally): HTMLElement {
  const save = () => download(`passalong-${dayName(Date.now())}.csv`, [toCsv(notTaken.map(({ file, row, what, reason }) => ({ file, row: String(row), what, why: tReason(reason) })))], 'text/csv');
  return h('div', { class: 'question' },
    h('h3', {}, t('trNotTakenWhy')),
    h('ul', { class: 'refused', tabindex: 0, 'aria-label': t('trNotTakenWhy') }, ...notTaken.slice(0, SHOWN).map(({ row, what, reason }) => h('li', {}, h('bdi', {}, what || t('trRow', number(row))), h('small', {}, `${t('trRow', number(row))} · ${tReason(reason)}`)))),
    notTaken.length > SHOWN && h('p', { class: 'small muted' }, t('trNotTakenMore', number(notTaken.length - SHOWN))),
    h('div', { class: 'acts' }, h('button', { type: 'button', class: 'button', 'data-doing': 'report', onclick: save }, icon(FileDown), t('trSaveReport'))));
}
