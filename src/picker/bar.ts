/** The picker's bar: says what to do, shows what came of it, and offers what to do with it. Draws; whoever calls it acts. */
import type { Article } from '../article/article.ts';
import { statedDate } from '../article/stated-date.ts';
import { t, uiLanguage, type MessageKey } from '../browser/i18n.ts';
import type { PickWhat } from '../browser/picking.ts';

export type Verb = 'read' | 'print' | 'share' | 'save';
/** What a button of the bar does: the word in its `data-do`. */
export type Doing = PickWhat | Verb | 'wider' | 'narrower' | 'take' | 'leave' | 'back' | 'more' | 'move' | 'remember' | 'close';

export interface BarState {
  readonly what: PickWhat;
  /** Pointing still, or done with it and looking at what came of it. */
  readonly isPointing: boolean;
  /** What was picked so far, read as an article. */
  readonly article?: Article | undefined;
  readonly picked: ReadonlySet<PickWhat>;
  readonly first: Verb;
  /** The site's name when its other pages may be read in the same way; `never` when nothing would be found there again. */
  readonly site?: string | undefined;
  readonly never: boolean;
  readonly remembers: boolean;
  /** What went wrong, in words. */
  readonly fault?: string | undefined;
  readonly busy: boolean;
  readonly saved: boolean;
  /** Words under the pointer, for those who can't see the outline. */
  readonly heard: string;
}

const WHATS: readonly (readonly [PickWhat, MessageKey, MessageKey])[] = [
  ['body', 'receiptText', 'pickPointBody'], ['title', 'receiptTitle', 'pickPointTitle'], ['authors', 'receiptAuthors', 'pickPointAuthors'], ['published', 'receiptDate', 'pickPointDate'],
];
const VERBS: readonly (readonly [Verb, MessageKey])[] = [['read', 'read'], ['print', 'print'], ['share', 'share'], ['save', 'save']];

/** Draws a state. The focus stays on the button with the same doing, when it is there again. */
export function drawBar(bar: HTMLElement, state: BarState, focused: Element | undefined): void {
  const page = bar.ownerDocument;
  const had = focused instanceof HTMLElement ? focused.dataset['do'] : undefined;
  const el = (tag: string, className: string, ...children: (Node | string | false | undefined)[]): HTMLElement => {
    const element = page.createElement(tag);
    element.className = className;
    element.append(...children.filter((child) => child !== false && child !== undefined));
    return element;
  };
  const button = (doing: Doing, words: string, className = ''): HTMLButtonElement => {
    const made = el('button', className, words) as HTMLButtonElement;
    made.type = 'button';
    made.dataset['do'] = doing;
    made.disabled = state.busy;
    return made;
  };
  const { article } = state;
  const whats = el('div', 'row', ...WHATS.map(([what, label]) => {
    const made = button(what, state.picked.has(what) ? `${t(label)} ✓` : t(label));
    made.setAttribute('aria-pressed', String(state.isPointing && what === state.what));
    return made;
  }));
  whats.setAttribute('role', 'group');
  whats.setAttribute('aria-label', t('pickWhat'));
  const move = button('move', '↕', 'quiet end');
  move.setAttribute('aria-label', t('pickMove'));
  const point = WHATS.find(([what]) => what === state.what)?.[2] ?? 'pickPointBody';
  const say = el('p', state.fault ? 'bad' : 'say', state.fault ? state.fault : state.saved ? t('pickSaved') : state.isPointing ? t(point) : '');
  const rows: (Node | false)[] = [];
  if (state.isPointing || state.fault || state.saved) rows.push(el('div', 'row', say, move));
  if (state.isPointing) {
    rows.push(el('p', 'small wide', t('pickKeys')), whats,
      el('div', 'row', button('take', t('pickTake'), article ? '' : 'filled'), button('wider', t('pickWider')), button('narrower', t('pickNarrower')),
        article !== undefined && button('close', t('pickDone'), 'filled'), button('leave', t('pickLeave'), 'quiet end')));
  } else if (article) {
    const stated = statedDate(article);
    const facts = [article.authors.join(', '), stated && dayWords(stated.date), t('pickWords', new Intl.NumberFormat(uiLanguage()).format(article.wordCount))].filter(Boolean);
    const title = el('p', 'title', article.title);
    title.dir = 'auto';
    const words = el('p', 'small words', article.excerpt);
    words.dir = 'auto';
    const heading = el('div', 'row', title, state.saved || state.fault ? false : move);
    heading.style.flexWrap = 'nowrap';
    rows.push(heading, el('p', 'small', facts.join(dot())), words);
    if (!state.saved) {
      const tick = state.site !== undefined && button('remember', '');
      if (tick) {
        tick.setAttribute('role', 'checkbox');
        tick.setAttribute('aria-checked', String(state.remembers));
        tick.append(el('span', 'tick', state.remembers ? '✓' : ''), el('span', '', t('pickRemember', state.site ?? '')));
      }
      rows.push(el('div', 'row', ...VERBS.map(([verb, label]) => button(verb, t(state.busy && verb === state.first ? 'opening' : label), verb === state.first ? 'filled' : ''))),
        tick ? tick : state.never && el('p', 'small', t('pickOnlyHere')), whats);
    }
    rows.push(el('div', 'row', !state.saved && button('more', t('pickAdd'), 'quiet'), !state.saved && button('back', t('pickBack'), 'quiet'), state.saved && button('read', t('open')), button('leave', state.saved ? t('pickDone') : t('pickLeave'), state.saved ? 'filled' : 'quiet end')));
  }
  const heard = el('p', 'heard', state.heard);
  bar.replaceChildren(...rows.filter((row) => row !== false), heard);
  if (had) bar.querySelector<HTMLElement>(`[data-do="${had}"]`)?.focus({ preventScroll: true });
}

/** In Arabic script a middle dot reads as a zero. */
function dot(): string {
  return /^(ar|fa|ur|ps|ckb)\b/.test(uiLanguage()) ? ' | ' : ' · ';
}

/** The day in the interface's language. What is less than a day is shown as the page has it. */
function dayWords(published: string): string {
  if (published.length < 10) return published;
  return new Intl.DateTimeFormat(uiLanguage(), { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${published.slice(0, 10)}T00:00:00Z`));
}
