/** One line under an article that says what of its page is not here: films and posts that are links, pictures that did not come. */
import type { Article } from '../../article/article.ts';
import { t, uiLanguage } from '../../browser/i18n.ts';
import { fill, h } from '../shared/dom.ts';

export function startKeptLine({ kept }: Article, element: HTMLElement, body: HTMLElement): void {
  const line = h('p', { class: 'kept-line small', id: 'kept-line' });
  element.after(line);
  const embeds = Math.max(kept.embeds, body.querySelectorAll('.embed').length);
  const pictures = element.querySelectorAll('img');
  let missing = 0;
  const show = (): void => {
    const facts = [embeds > 0 && counted(embeds, 'keptEmbed', 'keptEmbeds'), missing > 0 && counted(missing, 'keptPicture', 'keptPictures')].filter((fact) => fact !== false);
    line.hidden = facts.length === 0;
    fill(line, facts.join(' '));
  };
  for (const picture of pictures) {
    // One that has failed already is known by having come without a size.
    if (picture.complete && picture.naturalWidth === 0 && picture.getAttribute('src')) missing += 1;
    else picture.addEventListener('error', () => { missing += 1; show(); }, { once: true });
  }
  show();
}

function counted(count: number, one: 'keptEmbed' | 'keptPicture', many: 'keptEmbeds' | 'keptPictures'): string {
  return count === 1 ? t(one) : t(many, new Intl.NumberFormat(uiLanguage()).format(count));
}
