/** How long the letter is against what a mail link carries: a bar with a mark at the limit, and one sentence. */
import { t } from '../../browser/i18n.ts';
import type { Fit } from '../../letter/mailto.ts';
import { h } from './dom.ts';
import { meterCut } from './letter-words.ts';

/** Where the limit's mark stands as long as everything fits. */
const LIMIT = 78;
/** However long a letter is, the part that fits stays visible. */
const LEAST = 6;

export interface LetterMeter {
  readonly element: HTMLElement;
  /** `paragraphs`: of a letter with the whole article, else 0. `draft`: a draft file can be made here. */
  readonly show: (fit: Fit, budget: number, paragraphs: number, draft: boolean) => void;
}

export function letterMeter(): LetterMeter {
  const used = h('i', { class: 'used' });
  const over = h('i', { class: 'over' });
  const limit = h('i', { class: 'limit' });
  const sentence = h('p', { class: 'small letter-length', id: 'letter-length' });
  const bar = h('div', { class: 'meter', role: 'meter', 'aria-label': t('letterMeter'), 'aria-valuemin': 0 }, used, over, limit);
  return {
    element: h('div', { class: 'letter-meter' }, bar, sentence),
    show(fit, budget, paragraphs, draft) {
      const fits = fit.ok && !fit.cut;
      const mark = fit.whole <= budget ? LIMIT : Math.max(LEAST, Math.min(LIMIT, (100 * budget) / fit.whole));
      used.style.inlineSize = `${fits ? (LIMIT * fit.whole) / budget : mark}%`;
      over.hidden = fits;
      over.style.insetInlineStart = `${mark}%`;
      over.style.inlineSize = `${100 - mark}%`;
      limit.style.insetInlineStart = `${mark}%`;
      const text = sentenceOf(fit, paragraphs, draft);
      bar.setAttribute('aria-valuemax', String(budget));
      bar.setAttribute('aria-valuenow', String(Math.min(fit.whole, budget)));
      bar.setAttribute('aria-valuetext', text);
      sentence.classList.toggle('over', !fits);
      sentence.textContent = text;
    },
  };
}

function sentenceOf(fit: Fit, paragraphs: number, draft: boolean): string {
  if (fit.ok && !fit.cut) return paragraphs > 1 ? t('letterFitsParagraphs', paragraphs) : t('letterFits');
  const why = fit.ok ? meterCut(fit.cut!) : t(fit.stopped === 'people' ? 'letterTooManyPeople' : 'letterLinkTooLong');
  return `${why} ${t(draft ? 'letterDraftCarries' : 'letterCopyCarries')}`;
}
