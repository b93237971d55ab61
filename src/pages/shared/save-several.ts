/**
 * Several pages on their way into the library: a list to choose from, the question for their sites, how far it has come, and
 * what became of each. For the tabs of a window, and for links that were dropped on the library.
 */
import { Check, Link, LoaderCircle, TriangleAlert } from 'lucide';
import { t, tReason, uiLanguage } from '../../browser/i18n.ts';
import { borrow } from '../../browser/lent.ts';
import { askSites } from '../../browser/permissions.ts';
import { h, icon } from './dom.ts';
import { savePage, type PageToSave, type Saving } from './save-page.ts';

export interface SeveralOptions {
  readonly pages: readonly PageToSave[];
  /** Called when all is done or was stopped, with the permissions handed back. */
  readonly onDone?: () => unknown;
}

interface Line {
  readonly page: PageToSave;
  readonly element: HTMLElement;
  readonly box: HTMLInputElement;
  readonly said: HTMLElement;
}

/** The list with its buttons. `data-state` says where it stands: `asking`, `working`, `done`. */
export function saveSeveral({ pages, onDone }: SeveralOptions): HTMLElement {
  const lines = pages.map(line);
  const status = h('p', { class: 'several-status', role: 'status' });
  const save = h('button', { type: 'button', class: 'button filled', id: 'several-save' });
  const links = h('button', { type: 'button', class: 'button', id: 'several-links' }, t('severalLinks'));
  const stop = h('button', { type: 'button', class: 'button', id: 'several-stop', hidden: true }, t('severalStop'));
  const why = h('p', { class: 'small muted' }, t('severalWhy'));
  const root = h('div', { class: 'several', 'data-state': 'asking' }, h('ul', { class: 'several-list' }, ...lines.map(({ element }) => element)), why, status, h('p', { class: 'several-acts' }, save, links, stop));
  const chosen = (): readonly Line[] => lines.filter(({ box }) => box.checked);
  let isStopped = false;

  const count = (): void => {
    const n = chosen().length;
    save.textContent = n === 1 ? t('severalSaveOne') : t('severalSave', n.toLocaleString(uiLanguage()));
    save.disabled = links.disabled = n === 0;
  };
  for (const { box } of lines) box.addEventListener('change', count);
  count();
  stop.addEventListener('click', () => { isStopped = true; });
  // Straight from the click: browsers show their question only then.
  save.addEventListener('click', () => { void askSites(chosen().map(({ page }) => page.url)).then(({ fresh }) => run(false, fresh)); });
  links.addEventListener('click', () => { void run(true, []); });

  async function run(linkOnly: boolean, fresh: readonly string[]): Promise<void> {
    // Needed for this once: what was not allowed before is not allowed after.
    const handBack = await borrow({ origins: fresh });
    const wanted = chosen();
    root.dataset['state'] = 'working';
    for (const { box } of lines) box.disabled = true;
    save.hidden = links.hidden = why.hidden = true;
    stop.hidden = false;
    stop.focus();
    const done: Saving[] = [];
    for (const [at, one] of wanted.entries()) {
      if (isStopped) break;
      status.textContent = t('severalWorking', at + 1, wanted.length);
      mark(one, icon(LoaderCircle), t('severalNow'));
      one.element.scrollIntoView({ block: 'nearest' });
      const saving = await savePage(one.page, linkOnly);
      done.push(saving);
      show(one, saving, linkOnly);
      // What became of it may take more lines than that it was being saved.
      one.element.scrollIntoView({ block: 'nearest' });
    }
    await handBack();
    stop.hidden = true;
    status.textContent = [summary(done), ...(done.length < wanted.length ? [t('severalStopped', wanted.length - done.length)] : []), ...(fresh.length > 0 ? [t('severalHandedBack')] : [])].join(' ');
    root.dataset['state'] = 'done';
    await onDone?.();
  }
  return root;
}

function line(page: PageToSave): Line {
  const box = h('input', { type: 'checkbox', checked: true });
  const said = h('small', { class: 'several-said' });
  const host = (URL.parse(page.url)?.hostname ?? '').replace(/^www\./, '');
  const element = h('li', {}, h('label', { class: 'tick' }, box, h('span', {}, h('bdi', { class: 'several-title' }, page.title), page.title !== page.url && h('small', { dir: 'ltr' }, host))), said);
  return { page, element, box, said };
}

function mark({ element, said }: Line, drawn: SVGElement, words: string, state = 'working'): void {
  element.dataset['state'] = state;
  said.replaceChildren(drawn, h('span', {}, words));
}

function show(one: Line, saving: Saving, linkOnly: boolean): void {
  if (saving.as === 'article') mark(one, icon(Check), t(saving.existed ? 'severalAgain' : 'severalSaved'), 'saved');
  else if (saving.as === 'link') mark(one, icon(Link), linkOnly ? t('severalAsLink') : `${t('severalAsLink')} ${tReason(saving.reason)}`, 'link');
  else mark(one, icon(TriangleAlert), tReason(saving.reason), 'failed');
}

function summary(done: readonly Saving[]): string {
  const number = (as: Saving['as']): string => done.filter((one) => one.as === as).length.toLocaleString(uiLanguage());
  return done.some(({ as }) => as === 'nothing') ? t('severalDoneFailed', number('article'), number('link'), number('nothing')) : t('severalDone', number('article'), number('link'));
}
