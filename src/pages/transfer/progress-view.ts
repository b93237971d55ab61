/** A long piece of work as the person sees it: how far it has come, and how to pause or stop it. */
import { Pause, Play, Square } from 'lucide';
import { t } from '../../browser/i18n.ts';
import { fill, h, icon } from '../shared/dom.ts';
import { Pace } from './pace.ts';
import { number } from './words.ts';

export interface ProgressView {
  readonly pace: Pace;
  show(done: number, total: number): void;
}

/** Fills a part of the page with a bar and its buttons. Who leaves the page meanwhile is asked whether to. */
export function showProgress(home: HTMLElement, words: string): ProgressView {
  const pace = new Pace();
  const count = h('span', { class: 'num' });
  const name = h('strong', {}, words);
  const used = h('span', { class: 'used' });
  const meter = h('div', { class: 'meter', role: 'progressbar', 'aria-label': words, 'aria-valuemin': 0, 'aria-valuemax': 100 }, used);
  const pause = h('button', { type: 'button', class: 'button', 'data-doing': 'pause', onclick: toggle });
  const stop = h('button', { type: 'button', class: 'button', 'data-doing': 'stop', onclick: () => pace.stop() }, icon(Square), t('trStop'));
  fill(home, h('div', { class: 'progress' }, h('div', { class: 'line' }, name, count), meter), h('div', { class: 'acts' }, pause, stop));
  home.hidden = false;
  label();
  home.focus();

  function toggle(): void {
    if (pace.isPaused) pace.resume();
    else pace.pause();
    label();
  }
  function label(): void {
    fill(pause, icon(pace.isPaused ? Play : Pause), pace.isPaused ? t('trResume') : t('trPause'));
    name.textContent = pace.isPaused ? t('trPaused') : words;
  }
  return {
    pace,
    show(done, total) {
      const part = total > 0 ? Math.min(1, done / total) : 1;
      used.style.inlineSize = `${part * 100}%`;
      meter.setAttribute('aria-valuenow', String(Math.round(part * 100)));
      count.textContent = t('trOf', number(done), number(total));
    },
  };
}

/** Whether something is going on that leaving the page would break off. */
let busy = 0;
addEventListener('beforeunload', (event) => { if (busy > 0) event.preventDefault(); });

export async function whileBusy<T>(work: () => Promise<T>): Promise<T> {
  busy += 1;
  try {
    return await work();
  } finally {
    busy -= 1;
  }
}
