/** The letter's full page: finds what it is about, mounts the form, and shows the letter beside it. */
import { Undo2 } from 'lucide';
import { findDraft } from '../../actions/drafts.ts';
import { t, tReason } from '../../browser/i18n.ts';
import { isPrivateDraft } from '../../browser/private-drafts.ts';
import type { FilePicture } from '../../formats/letter-file.ts';
import { findByUrl, getArticle, highlightsOf } from '../../library/library.ts';
import { byId, fill, h, icon } from '../shared/dom.ts';
import { mountLetter, type LetterForm, type LetterSource } from '../shared/letter-form.ts';
import { runPage, startPage } from '../shared/page.ts';
import { nameTab } from '../shared/tab-name.ts';
import { mark } from '../shared/verb-icons.ts';
import { keptPictures } from './kept-pictures.ts';
import { letterSheet } from './letter-sheet.ts';
import { makeDraft } from './letter-files.ts';
import { pageWays } from './letter-ways.ts';
import { parcel, type Parcel } from './parcel.ts';

type Found = { readonly ok: true; readonly source: LetterSource } | { readonly ok: false; readonly reason: string };

/** `?draft=ID`, `?id=N`, or only `?url=…&title=…` when there is no article. */
async function findSource(query: URLSearchParams): Promise<Found> {
  const draftId = query.get('draft');
  if (draftId) {
    const draft = await findDraft(draftId);
    return draft.ok ? { ok: true, source: { ...draft.value, isPrivate: isPrivateDraft(draftId) } } : draft;
  }
  const id = Number(query.get('id'));
  if (Number.isInteger(id) && id > 0) {
    const answer = await getArticle(id);
    if (!answer.ok) return answer;
    const { saved, article } = answer.value;
    const quote = saved.quotes.at(-1);
    return { ok: true, source: { page: { url: saved.url, title: saved.title }, ...(article ? { article } : {}), ...(quote ? { quote } : {}) } };
  }
  const url = URL.parse(query.get('url') ?? '');
  if (url && /^https?:$/.test(url.protocol)) return { ok: true, source: { page: { url: url.href, title: query.get('title') ?? '' } } };
  return { ok: false, reason: 'gone' };
}

/** What the library keeps beside the article goes along: what is marked in it, and its pictures. A library that does not answer keeps no letter from being written. */
async function keptWith(source: LetterSource): Promise<{ readonly source: LetterSource; readonly pictures: readonly FilePicture[] }> {
  const saved = source.article && await findByUrl(source.article.url);
  if (!saved) return { source, pictures: [] };
  const [marked, pictures] = await Promise.all([highlightsOf(saved.id), keptPictures(saved.id)]);
  return { source: marked.ok && marked.value.length > 0 ? { ...source, highlights: marked.value } : source, pictures };
}

async function start(): Promise<void> {
  const settings = await startPage();
  byId('brand').prepend(mark());
  const found = await findSource(new URLSearchParams(location.search));
  const place = byId('form');
  if (found.ok) {
    const { source, pictures } = await keptWith(found.source);
    nameTab(`${t('letterHeading')}: ${source.article?.title ?? source.page.title}`, source.isPrivate === true);
    const sheet = letterSheet(byId('sheet'));
    const undo = byId<HTMLButtonElement>('undo');
    undo.append(icon(Undo2, 'flip'), t('letterUndo'));
    let form: LetterForm | undefined;
    let along: Parcel;
    const extras = (now: LetterForm): HTMLElement => {
      along = parcel(now, pictures, () => { sheet.show(now, along.shown, true); });
      return along.element;
    };
    undo.addEventListener('click', () => { form?.undo(); byId('sheet-subject').focus(); });
    form = await mountLetter(place, {
      source, settings, mode: 'page', extras,
      draft: (now) => { void makeDraft(now, along); }, ways: (now) => pageWays(now, () => along),
      onLetter: (now) => {
        along.update();
        sheet.show(now, along.shown);
        undo.hidden = !now.canUndo();
      },
    });
    byId('desk').hidden = false;
  } else {
    document.title = t('letterHeading');
    byId('wrap').classList.add('without-letter');
    fill(place, h('div', { class: 'gone', role: 'alert' },
      h('p', {}, found.reason === 'gone' ? t('letterGone') : tReason(found.reason)),
      h('a', { class: 'button filled', href: '../library/library.html' }, t('letterToLibrary'))));
  }
  place.removeAttribute('aria-busy');
}

runPage(start);
