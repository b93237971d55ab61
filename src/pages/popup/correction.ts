/** Putting right what was found: the three fields that people see first. */
import { Crosshair } from 'lucide';
import { parseArticle, type Article, type ProvenField } from '../../article/article.ts';
import { t } from '../../browser/i18n.ts';
import type { PickWhat } from '../../browser/picking.ts';
import { h, icon, type IconNode } from '../shared/dom.ts';
import { showToast } from '../shared/toasts.ts';

/** As a person types them: names with commas between, the day as `YYYY-MM-DD`; empty when there is none. */
export interface Wording {
  readonly title: string;
  readonly authors: string;
  readonly day: string;
}

export function wordingOf(article: Article): Wording {
  return { title: article.title, authors: article.authors.join(', '), day: article.published?.length === undefined || article.published.length < 10 ? '' : article.published.slice(0, 10) };
}

/** The article with what was typed in place of what was found, or undefined when there is no title left. What was not touched stays as it was, to the minute. */
export function corrected(article: Article, typed: Wording): Article | undefined {
  const before = wordingOf(article);
  const { published, ...rest } = article;
  const changed = (['title', 'authors', 'day'] as const).filter((name) => typed[name].trim() !== before[name]);
  const provenance = { ...article.provenance };
  for (const name of changed) provenance[({ title: 'title', authors: 'authors', day: 'published' } as const)[name] satisfies ProvenField] = { source: 'person', confidence: 1 };
  const day = changed.includes('day') ? typed.day.trim() : published;
  return parseArticle({
    ...rest, provenance, ...(day ? { published: day } : {}),
    title: changed.includes('title') ? typed.title : article.title,
    authors: changed.includes('authors') ? typed.authors.split(/[,;，、،]/).map((name) => name.trim()).filter(Boolean) : article.authors,
  });
}

/** What the form can do beside taking words. */
export interface RightWays {
  /** Gets the article put right; answers a sentence when it could not be kept, else nothing. */
  readonly use: (next: Article) => Promise<string | undefined>;
  /** Lets the person point at it on the page; the popup is gone then. */
  readonly pick: (what: PickWhat) => Promise<void>;
  /** Remembers where on the site's pages the words stand that were typed. Answers false when they stand nowhere. */
  readonly remember: (typed: Wording, before: Wording) => Promise<boolean>;
  /** The site's name, where something may be remembered for it. */
  readonly site?: string | undefined;
}

/** The three fields as a form, each to be typed or pointed at. */
export function correctionForm(article: Article, ways: RightWays, close: () => void): HTMLElement {
  const wording = wordingOf(article);
  const field = (name: keyof Wording, label: string, type: string, what: PickWhat): readonly [HTMLInputElement, HTMLElement] => {
    const input = h('input', { id: `right-${name}`, type, dir: 'auto', autocomplete: 'off', maxlength: 1000 });
    input.value = wording[name];
    const point = h('button', { class: 'button small only-icon', type: 'button', id: `point-${name}`, 'aria-label': `${label}: ${t('pickAt')}`, title: t('pickAt'), onclick: () => void ways.pick(what) }, icon(Crosshair as IconNode));
    return [input, h('div', { class: 'field' }, h('label', { for: input.id }, label), h('div', { class: 'with-point' }, input, point))];
  };
  const [title, titleLine] = field('title', t('receiptTitle'), 'text', 'title');
  const [authors, authorsLine] = field('authors', t('receiptAuthors'), 'text', 'authors');
  const [day, dayLine] = field('day', t('receiptDate'), 'date', 'published');
  title.required = true;
  const remember = ways.site === undefined ? null : h('input', { type: 'checkbox', id: 'right-remember' });
  if (remember) remember.checked = true;
  const said = h('p', { class: 'field-error', id: 'right-said', role: 'alert', hidden: true });
  const form = h('form', { id: 'right' }, titleLine, authorsLine, dayLine, h('p', {}, t('rightHint')),
    remember && h('label', { class: 'tick' }, remember, h('span', {}, t('rightRemember', ways.site ?? ''))), said, h('div', { class: 'ways' },
      h('button', { class: 'button small filled', id: 'right-use' }, t('rightUse')),
      h('button', { class: 'button small', type: 'button', id: 'right-leave', onclick: close }, t('rightLeave'))));
  const submit = async (): Promise<void> => {
    const typed = { title: title.value, authors: authors.value, day: day.value };
    const next = corrected(article, typed);
    // Looked up before the form is gone; what is on the page is the same either way. What can't be kept for the site holds for this article.
    if (next && remember?.checked) await ways.remember(typed, wording).catch(() => showToast(t('rightNotRemembered')));
    const fault = next ? await ways.use(next) : t('rightNoTitle');
    said.hidden = !fault;
    said.textContent = fault ?? '';
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  queueMicrotask(() => {
    title.focus();
    title.setSelectionRange(0, 0);
  });
  return form;
}
