/** Sites on whose pages a person has pointed at something: what is remembered, forgotten one by one or all, and put back as long as the page is open. */
import { PLACES } from '../../article/chosen.ts';
import { t, type MessageKey } from '../../browser/i18n.ts';
import { allChoices, forgetPlaces, onChoices, putBack, type SiteChoice } from '../../browser/site-choices.ts';
import { byId, fill, h } from '../shared/dom.ts';

const NAMES: Readonly<Record<(typeof PLACES)[number], MessageKey>> = { body: 'receiptText', title: 'receiptTitle', authors: 'receiptAuthors', published: 'receiptDate' };

export async function startChoices(): Promise<void> {
  let known: readonly SiteChoice[] = [];
  let gone: readonly SiteChoice[] = [];
  const forget = async (which: readonly SiteChoice[], words: string): Promise<void> => {
    gone = which;
    for (const { site } of which) await forgetPlaces(site);
    await show();
    byId('choices-forgotten').hidden = false;
    byId('choices-words').textContent = words;
    byId('choices-back').focus();
  };
  const show = async (): Promise<void> => {
    known = (await allChoices()).toSorted((a, b) => a.site.localeCompare(b.site));
    byId('choices-none').hidden = known.length > 0;
    byId('choices-all').hidden = known.length === 0;
    const names = new Intl.ListFormat(document.documentElement.lang, { type: 'unit', style: 'short' });
    fill(byId('choice-list'), ...known.map((choice) => h('li', {},
      h('span', {}, h('bdi', { dir: 'ltr' }, choice.site), h('small', {}, names.format(PLACES.filter((place) => choice.places[place]).map((place) => t(NAMES[place]))))),
      h('button', {
        class: 'button quiet', type: 'button', 'aria-label': t('optionsForgetName', choice.site),
        onclick: () => void forget([choice], t('optionsForgotten', choice.site)),
      }, t('optionsForget')))));
  };
  byId('choices-all').addEventListener('click', () => void forget(known, t('choicesForgottenAll')));
  byId('choices-back').addEventListener('click', () => {
    byId('choices-forgotten').hidden = true;
    void putBack(gone);
  });
  onChoices(() => void show());
  await show();
}
