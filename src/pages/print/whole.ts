/** The rest of an article that its site has cut into pages, or the publisher's own print version: offered, and taken after its site was allowed. */
import { FileText, Files } from 'lucide';
import { leaveDraft } from '../../actions/drafts.ts';
import { parseArticle, type Article } from '../../article/article.ts';
import { joinPages } from '../../article/join-pages.ts';
import { t, tReason } from '../../browser/i18n.ts';
import { send, type Answer } from '../../browser/messages.ts';
import { askSite, sitePattern } from '../../browser/permissions.ts';
import { pageUrl } from '../../browser/tabs.ts';
import { byId, fill, h, icon, type IconNode } from '../shared/dom.ts';

/** A site that links ever further pages is no article. */
const MOST = 50;
/** The print version has to hold at least this part of the words that we have already. */
const ENOUGH = 0.9;

/** @param isPrivate the article is read from a private window */
export function offerWhole(article: Article, isPrivate: boolean): void {
  const { nextPage, printVersion } = article;
  const place = byId('offer');
  const offers = [
    nextPage && sitePattern(nextPage) && offer(Files as IconNode, t('wholeMore'), t('wholeGet'), nextPage, isPrivate, () => otherPages(article, nextPage)),
    printVersion && sitePattern(printVersion) && offer(FileText as IconNode, t('wholePrint'), t('wholeUse'), printVersion, isPrivate, () => fromPrintVersion(article, printVersion)),
  ].filter((each) => each instanceof HTMLElement);
  place.hidden = offers.length === 0;
  fill(place, ...offers);
}

/** One offer: what there is, the button, and below it what became of it. */
function offer(drawing: IconNode, words: string, label: string, url: string, isPrivate: boolean, work: () => Promise<Answer<Article>>): HTMLElement {
  const said = h('p', { class: 'small', role: 'status' });
  const button = h('button', { type: 'button', class: 'button small', onclick: () => void run() }, label);
  const run = async (): Promise<void> => {
    // Straight from the click: browsers show their question only then.
    const isAllowed = await askSite(url);
    if (!isAllowed) {
      said.textContent = t('wholeRefused');
      return;
    }
    button.disabled = true;
    fill(button, t('wholeGetting'));
    const answer = await work();
    const draft = answer.ok ? await leaveDraft({ article: answer.value, page: { url: answer.value.url, title: answer.value.title } }, Date.now(), isPrivate) : answer;
    if (draft.ok) {
      location.replace(pageUrl('print', { draft: draft.value }));
      return;
    }
    button.disabled = false;
    fill(button, t('tryAgain'));
    said.textContent = tReason(draft.reason);
  };
  return h('div', { class: 'notice good' }, icon(drawing), h('div', {}, h('p', {}, words), h('p', { class: 'small muted', dir: 'ltr' }, URL.parse(url)?.hostname), button, said));
}

/** Fetches page after page, until there is no next one, one that was there already, one elsewhere, or too many. */
async function otherPages(first: Article, next: string): Promise<Answer<Article>> {
  const host = URL.parse(next)?.host;
  const pages: [Article, ...Article[]] = [first];
  const asked = new Set([plain(first.url), plain(first.sourceUrl)]);
  for (let url: string | undefined = next; url && pages.length < MOST && !asked.has(plain(url)) && URL.parse(url)?.host === host;) {
    asked.add(plain(url));
    const page = await fetchArticle(url);
    // Half an article would look like a whole one: all or nothing.
    if (!page.ok) return page;
    if (pages.some(({ text }) => text === page.value.text)) break;
    pages.push(page.value);
    url = page.value.nextPage;
  }
  return { ok: true, value: joinPages(pages, document) };
}

async function fromPrintVersion(article: Article, url: string): Promise<Answer<Article>> {
  const page = await fetchArticle(url);
  if (!page.ok) return page;
  const { html, text, kept, wordCount } = page.value;
  if (wordCount < article.wordCount * ENOUGH) return { ok: false, reason: 'printVersionLess' };
  const { nextPage: _next, printVersion: _print, ...known } = article;
  return { ok: true, value: { ...known, html, text, kept, wordCount } };
}

async function fetchArticle(url: string): Promise<Answer<Article>> {
  try {
    const fetched = await send('fetchLinked', { url });
    if (!fetched.ok) return fetched;
    const article = parseArticle(fetched.value);
    return article ? { ok: true, value: article } : { ok: false, reason: 'linkNoArticle' };
  } catch (error) {
    // The worker was stopped half-way.
    if (error instanceof Error) return { ok: false, reason: 'interrupted' };
    throw error;
  }
}

function plain(url: string): string {
  return url.replace(/#.*/, '');
}
