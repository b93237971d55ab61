/** A picture of a year's reading: what was saved and what was finished, month by month, with the figures behind it. */
import { ChevronLeft, ChevronRight } from 'lucide';
import { t, uiLanguage } from '../../browser/i18n.ts';
import { countsBetween, firstTime, type LibraryAnswer } from '../../library/library.ts';
import { h, icon, type IconNode } from '../shared/dom.ts';
import type { LeafAnswer } from './leaf.ts';

let shown = new Date().getFullYear();

export interface Month {
  readonly name: string;
  readonly saved: number;
  readonly finished: number;
}

/** @param again called when another year is to be shown */
export async function readingLeaf(again: () => void): Promise<LeafAnswer> {
  const bounds = monthsOf(shown);
  const all = await Promise.all([countsBetween('*', bounds), countsBetween('finished', bounds), firstTime('*'), firstTime('finished')]);
  const failed = all.find((answer: LibraryAnswer<unknown>) => !answer.ok);
  const [saved, finished, firstSaved, firstFinished] = all;
  if (!saved.ok || !finished.ok || !firstSaved.ok || !firstFinished.ok) return failed && !failed.ok ? failed : { ok: false, reason: 'failed' };
  const name = new Intl.DateTimeFormat(uiLanguage(), { month: 'short' });
  const long = new Intl.DateTimeFormat(uiLanguage(), { month: 'long' });
  const months = bounds.slice(0, 12).map((at, n) => ({ name: name.format(at), long: long.format(at), saved: saved.value[n] ?? 0, finished: finished.value[n] ?? 0 }));
  const now = new Date().getFullYear();
  const first = new Date(Math.min(firstSaved.value ?? Date.now(), firstFinished.value ?? Date.now())).getFullYear();
  const sum = (which: 'saved' | 'finished') => months.reduce((total, month) => total + month[which], 0);
  return { ok: true, value: [
    h('div', { class: 'year-head' },
      turn(-1, ChevronLeft, 'earlier', shown > first, again), h('h2', { class: 'num', role: 'status' }, String(shown)), turn(1, ChevronRight, 'later', shown < now, again)),
    h('p', { class: 'year-words' }, sum('saved') + sum('finished') === 0 ? t('libYearNothing', shown) : t('libYearWords', sum('finished').toLocaleString(uiLanguage()), sum('saved').toLocaleString(uiLanguage()))),
    bars(months),
    h('p', { class: 'key', 'aria-hidden': 'true' }, h('span', { class: 'of-finished' }, t('libFinished')), h('span', { class: 'of-saved' }, t('libSaved'))),
    h('details', { class: 'figures' }, h('summary', {}, t('libFigures')), table(months)),
  ] };
}

/** The first moment of each month of a year, and of the next year, on this machine's calendar. */
export function monthsOf(year: number): number[] {
  return Array.from({ length: 13 }, (_, month) => new Date(year, month, 1).getTime());
}

function turn(by: 1 | -1, drawn: IconNode, name: string, can: boolean, again: () => void): HTMLElement {
  const label = t(by < 0 ? 'libYearBefore' : 'libYearAfter');
  return h('button', {
    class: 'button only-icon', type: 'button', 'aria-label': label, title: label, disabled: !can, 'data-focus': name,
    onclick: () => { shown += by; again(); },
  }, icon(drawn, 'flip'));
}

/** Two bars a month; the tallest fills the height. The table says the same to those who can't see it. */
function bars(months: readonly Month[]): HTMLElement {
  const most = Math.max(1, ...months.flatMap(({ saved, finished }) => [saved, finished]));
  const bar = (className: string, n: number) => {
    const column = h('span', { class: `column ${className}` }, n > 0 && h('span', { class: 'num' }, n.toLocaleString(uiLanguage())));
    column.style.blockSize = `${(n / most) * 100}%`;
    return column;
  };
  return h('div', { class: 'year', 'aria-hidden': 'true' }, ...months.map(({ name, saved, finished }) =>
    h('div', { class: 'month' }, h('div', { class: 'pair' }, bar('of-finished', finished), bar('of-saved', saved)), h('span', { class: 'name' }, name))));
}

function table(months: readonly (Month & { readonly long: string })[]): HTMLElement {
  return h('table', {},
    h('caption', { class: 'only-heard' }, t('libReading')),
    h('thead', {}, h('tr', {}, ...[t('libMonth'), t('libFinished'), t('libSaved')].map((words) => h('th', { scope: 'col' }, words)))),
    h('tbody', {}, ...months.map(({ long, saved, finished }) =>
      h('tr', {}, h('th', { scope: 'row' }, long), h('td', { class: 'num' }, finished.toLocaleString(uiLanguage())), h('td', { class: 'num' }, saved.toLocaleString(uiLanguage()))))));
}
