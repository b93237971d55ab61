/** Word that something is being done to many articles, and how far it has come. */
import { t, uiLanguage } from '../../browser/i18n.ts';
import { byId, fill, h } from '../shared/dom.ts';

/** Work on fewer than this is over before anybody could read of it. */
const FEW = 300;

export interface Work {
  /** @param count how many are dealt with so far */
  readonly progress: (count: number) => void;
  readonly done: () => void;
}

/** Shows a bar at the foot of the page until it is `done`; for a few articles nothing is shown. */
export function showWork(total: number): Work {
  if (total < FEW) return { progress: () => undefined, done: () => undefined };
  const box = byId('work');
  const used = h('span', {});
  const words = h('span', { class: 'num' });
  const part = h('div', { class: 'work-part' }, words, h('div', { class: 'bar' }, used));
  const progress = (count: number) => {
    words.textContent = t('libWorking', count.toLocaleString(uiLanguage()), total.toLocaleString(uiLanguage()));
    used.style.inlineSize = `${Math.round((count / total) * 100)}%`;
  };
  progress(0);
  fill(box, part);
  box.hidden = false;
  return {
    progress,
    done: () => {
      part.remove();
      box.hidden = box.childElementCount === 0;
    },
  };
}
