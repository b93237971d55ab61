/** The copy that makes itself: written when it is due, the last few kept, and said plainly when it failed. */
import { TriangleAlert } from 'lucide';
import { askDownloads, mayDownload, putDownload, takeDownload } from '../../browser/downloads.ts';
import { t, tReason, uiLanguage, type MessageKey } from '../../browser/i18n.ts';
import { copiesByItself, keepCopiesByItself, keepCopyTime, onCopies } from '../../browser/last-copy.ts';
import { changeSettings, loadSettings, type Settings } from '../../browser/settings.ts';
import { countOf } from '../../library/library.ts';
import { byId, fill, h, icon } from '../shared/dom.ts';
import { isDue } from '../shared/due-copy.ts';
import { writeBackup } from './backup-out.ts';
import { privateFile } from './file-out.ts';
import { Pace } from './pace.ts';
import { dayName, dayWords } from './words.ts';

/** Below the browser's downloads folder. */
const FOLDER = 'Passalong';
/** The private file it is written to first; the copy made by hand has another. */
const PRIVATE = 'copy-by-itself';

const EVERY: Readonly<Record<'day' | 'week' | 'month', MessageKey>> = { day: 'trEvery_day', week: 'trEvery_week', month: 'trEvery_month' };
const ON: Readonly<Record<'day' | 'week' | 'month', MessageKey>> = { day: 'trOn_day', week: 'trOn_week', month: 'trOn_month' };
const KEPT = [1, 3, 5, 10] as const;

/** Makes the copy if it is due and nobody else is at it. */
export async function copyIfDue(): Promise<void> {
  await navigator.locks.request('passalong-copy', { ifAvailable: true }, async (lock) => {
    if (!lock || !await isDue(Date.now())) return;
    const all = await countOf('*');
    // Of an empty library there is nothing to copy; and who has lost everything must not lose the copies too.
    if (all.ok && all.value === 0) return;
    const now = Date.now();
    const before = await copiesByItself();
    const reason = await mayDownload() ? await write(now) : 'copyNotAllowed';
    if (typeof reason === 'string') return keepCopiesByItself({ ...before, failed: { at: now, reason } });
    await keepCopyTime(now);
    const { copiesKept } = await loadSettings();
    const written = [...before.written, reason];
    for (const old of written.slice(0, -copiesKept)) await takeDownload(old);
    await keepCopiesByItself({ written: written.slice(-copiesKept) });
  });
}

/** @returns the download's number, or why there is none */
async function write(now: number): Promise<number | string> {
  const words = { title: t('trReadMeTitle'), text: t('trReadMe'), language: uiLanguage() };
  const file = await privateFile(PRIVATE);
  const written = await writeBackup(file.stream, { now, settings: await loadSettings(), words }, new Pace(), () => undefined);
  const id = written.ok ? await putDownload(new Blob([await file.read()], { type: 'application/zip' }), `${FOLDER}/passalong-${dayName(now)}.zip`) : undefined;
  await file.discard();
  return written.ok ? id ?? 'copyNotWritten' : written.reason;
}

export async function startCopyByItself(): Promise<void> {
  onCopies(() => void show());
  await show();
}

async function show(): Promise<void> {
  const [settings, copies] = await Promise.all([loadSettings(), copiesByItself()]);
  const failed = copies.failed && settings.copyEvery !== 'never' ? h('div', { class: 'notice bad', role: 'alert' }, icon(TriangleAlert),
    h('div', {}, h('p', {}, t('trCopyFailed', dayWords(copies.failed.at))), h('p', {}, tReason(copies.failed.reason)))) : null;
  fill(byId('by-itself'), h('h3', {}, t('trByItself')), ...(settings.copyEvery === 'never' ? offer(settings) : running(settings, settings.copyEvery)), failed);
}

function offer({ copiesKept }: Settings): readonly HTMLElement[] {
  const every = h('select', { id: 'copy-every' }, ...(['day', 'week', 'month'] as const).map((each) => h('option', { value: each, selected: each === 'week' }, t(EVERY[each]))));
  const kept = h('select', { id: 'copies-kept' }, ...KEPT.map((n) => h('option', { value: n, selected: n === copiesKept }, n)));
  const turnOn = async (): Promise<void> => {
    if (!await askDownloads()) return said(t('trByItselfRefused'));
    await changeSettings({ copyEvery: every.value as Settings['copyEvery'], copiesKept: Number(kept.value) as Settings['copiesKept'] });
    // What failed before it was turned off is over.
    await keepCopiesByItself({ written: (await copiesByItself()).written });
    said('');
    await show();
    byId('by-itself').querySelector<HTMLElement>('button')?.focus();
    await copyIfDue();
  };
  return [
    h('p', {}, t('trByItselfText')),
    h('div', { class: 'field' }, h('label', { for: 'copy-every' }, t('trEvery')), every),
    h('div', { class: 'field' }, h('label', { for: 'copies-kept' }, t('trKept')), kept),
    h('div', { class: 'acts' }, h('button', { type: 'button', class: 'button', 'data-doing': 'copies-on', onclick: () => void turnOn() }, t('trByItselfOn'))),
  ];
}

function running({ copiesKept }: Settings, every: 'day' | 'week' | 'month'): readonly HTMLElement[] {
  const turnOff = async (): Promise<void> => {
    await changeSettings({ copyEvery: 'never' });
    await show();
    byId('by-itself').querySelector<HTMLElement>('button')?.focus();
  };
  return [
    h('p', { id: 'copies-are-on' }, `${t(ON[every])} ${copiesKept === 1 ? t('trKeptOne') : t('trKeptMany', copiesKept)}`),
    h('div', { class: 'acts' }, h('button', { type: 'button', class: 'button', 'data-doing': 'copies-off', onclick: () => void turnOff() }, t('trByItselfOff'))),
  ];
}

function said(words: string): void {
  fill(byId('by-itself-said'), words ? h('div', { class: 'notice', role: 'status' }, h('p', {}, words)) : null);
}
