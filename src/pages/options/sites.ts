/** The sites the person has allowed, with a way to take each permission back. The section is there only when there are any. */
import { t } from '../../browser/i18n.ts';
import { allowedSites, forgetSite, onSites } from '../../browser/permissions.ts';
import { byId, fill, h } from '../shared/dom.ts';

export async function startSites(): Promise<void> {
  await show();
  onSites(() => void show());
}

async function show(): Promise<void> {
  const sites = await allowedSites();
  byId('sites').hidden = sites.length === 0;
  byId('sites-link').hidden = sites.length === 0;
  fill(byId('site-list'), ...sites.map((pattern) => {
    const all = /^(https?|\*):\/\/\*\//.exec(pattern)?.[1] ?? (pattern === '<all_urls>' ? '*' : undefined);
    const name = all ? t('optionsAllSites', all) : pattern.replace(/^\*?:?\/?\/?|\/\*$/g, '').replace(/^https?:\/\//, '');
    return h('li', {}, h('span', all ? {} : { dir: 'ltr' }, name),
      h('button', { class: 'button small', type: 'button', 'aria-label': t('optionsForgetSiteNamed', name), onclick: () => void forgetSite(pattern) }, t('optionsForgetSite')));
  }));
}
