/**
 * The letter's form: who, from whom, a note, what travels, how much of it fits, and the ways out. The popup and the
 * letter's full page are both made of it.
 */
import { ArrowLeft, AtSign, Copy, FileDown, Mail, Maximize2, Eye } from 'lucide';
import type { Article, PageFacts } from '../../article/article.ts';
import { changeSettings, type Settings } from '../../browser/settings.ts';
import { t, type MessageKey } from '../../browser/i18n.ts';
import { keepUnsent, loadUnsent } from '../../browser/unsent-letter.ts';
import { checkAddress } from '../../letter/address.ts';
import { articleBlocks, isParagraph, textBlocks, type Block, type Run } from '../../letter/blocks.ts';
import { compose, travelsOf, withEdits, type Letter, type LetterWords, type Person, type Travels } from '../../letter/compose.ts';
import { BUDGET, mailto, WEB_MAIL, type Fit, type Form } from '../../letter/mailto.ts';
import { plainText } from '../../letter/plain-text.ts';
import { h, icon, type IconNode } from './dom.ts';
import { copyLetter } from './letter-copy.ts';
import { letterMeter } from './letter-meter.ts';
import { people } from './letter-people.ts';
import { letterWords, TRAVELS } from './letter-words.ts';

export interface LetterSource {
  readonly article?: Article;
  readonly page: PageFacts;
  readonly quote?: string;
}

/** A way out of the house: a click on it either follows `href` or calls `run`. */
export interface Way {
  readonly id: string;
  readonly label: string;
  readonly icon: IconNode;
  /** For a way that carries the letter in an address. */
  readonly form?: Form;
  readonly run?: () => void;
  /** This way needs no friend's address. */
  readonly nobody?: boolean;
}

export interface LetterOptions {
  readonly source: LetterSource;
  readonly settings: Settings;
  readonly mode: 'popup' | 'page';
  /** The popup's way back to its four verbs. */
  readonly onBack?: () => void;
  /** Opens the letter's full page with the same source. What was typed is there already. */
  readonly onFullPage?: () => unknown;
  /** The draft file, and further ways after the built-in ones. */
  readonly draft?: (form: LetterForm) => void;
  readonly ways?: (form: LetterForm) => readonly Way[];
  /** The letter changed; the page shows it. */
  readonly onLetter?: (form: LetterForm) => void;
}

export interface LetterForm {
  readonly letter: () => Letter;
  readonly words: LetterWords;
  readonly friends: () => Person[];
  readonly me: () => Person;
  /** How the letter fits into a mail link. */
  readonly fit: () => Fit;
  /** Puts other text in a line of the letter. */
  readonly edit: (key: string, runs: readonly Run[]) => void;
  readonly undo: () => void;
  readonly canUndo: () => boolean;
  /** Says something where the meter stands. `copy` offers to copy the letter instead. */
  readonly say: (text: string, offers?: { readonly copy?: boolean; readonly bad?: boolean }) => void;
}

interface State {
  readonly note: string;
  readonly edits: ReadonlyMap<string, readonly Run[]>;
}

/** Puts the form into a container. What was typed about the same page before, and not thrown away, is in it again. */
export async function mountLetter(container: HTMLElement, options: LetterOptions): Promise<LetterForm> {
  const { source, settings, mode } = options;
  const url = source.article?.url ?? source.page.url;
  const unsent = await loadUnsent(url);
  const blocks = blocksOf(source.article);
  const words = letterWords();
  const offered = travelsOf({ article: source.article, blocks, quote: source.quote });
  let state: State = { note: unsent?.note ?? '', edits: new Map(unsent?.edits ?? []) };
  const past: State[] = [];

  const who = people({
    settings, friends: unsent?.friends ?? [], offered: mode === 'popup' ? 3 : 6,
    onChange: () => { update(); },
    onMe: ({ name, email }) => { void changeSettings({ myName: name.slice(0, 200), myEmail: email.slice(0, 320) }); },
  });
  let travels = offered.find((travel) => travel === unsent?.travels) ?? mostThatFits();
  let current: Letter;
  let fit: Fit;

  function composed(travel: Travels): Letter {
    const { name } = who.me();
    return withEdits(compose({ ...source, blocks, note: state.note, myName: name, friends: who.friends(), travels: travel }, words), state.edits);
  }
  function addresses(): string[] {
    return who.friends().flatMap(({ email }) => { const check = checkAddress(email); return check.ok ? [check.address] : []; });
  }
  /** A quote that was selected goes along; otherwise the most that a mail carries whole. */
  function mostThatFits(): Travels {
    if (offered.includes('quote')) return 'quote';
    const whole = offered.toReversed().find((travel) => {
      const fit = mailto(addresses(), composed(travel), words);
      return fit.ok && !fit.cut;
    });
    return whole ?? 'link';
  }

  // ---- what stands on the page ----
  const note = h('textarea', { class: 'ruled', id: 'letter-note', rows: 2, maxlength: 5000, dir: 'auto', placeholder: t('letterNoteHint') });
  note.value = state.note;
  note.addEventListener('input', () => { state = { ...state, note: note.value, edits: without(state.edits, 'note') }; update(); });
  const pick = h('div', { class: 'pick', role: 'radiogroup', 'aria-labelledby': 'letter-travels' }, ...offered.map((travel) => {
    const radio = h('input', { type: 'radio', name: 'letter-travels', value: travel, checked: travel === travels });
    radio.addEventListener('change', () => { travels = travel; update(); });
    return h('label', {}, radio, t(TRAVELS[travel]));
  }));
  const meter = letterMeter();
  const said = h('div', { class: 'notice letter-said', hidden: true });
  meter.element.append(h('div', { role: 'status' }, said));

  const form: LetterForm = {
    letter: () => current, words, friends: who.friends, me: who.me, fit: () => fit,
    edit(key, runs) {
      past.push(state);
      // The note has one home: changed in the letter, it changes in the form.
      const text = runs.map((run) => run.text).join('');
      state = key === 'note' && text.trim() ? { note: text, edits: without(state.edits, 'note') } : { ...state, edits: new Map(state.edits).set(key, runs) };
      note.value = state.note;
      update();
    },
    undo() {
      state = past.pop() ?? state;
      note.value = state.note;
      update();
    },
    canUndo: () => past.length > 0,
    say(text, { copy = false, bad = false } = {}) {
      said.classList.toggle('good', !bad);
      said.classList.toggle('bad', bad);
      said.replaceChildren(h('p', { class: 'small' }, text,
        ...(copy ? [' ', t('letterNothingOpened'), ' ', h('button', { type: 'button', class: 'letter-inline', id: 'letter-copy-instead', onclick: () => { void copyNow(); } }, t('letterCopyLetter'))] : [])));
      said.hidden = false;
    },
  };

  const draftRun = options.draft ? () => { options.draft?.(form); } : options.onFullPage;
  const fullPage = async (): Promise<void> => { await keep(); await options.onFullPage?.(); };
  const draftFile = (): void => { if (options.draft) { if (leaving(true)) options.draft(form); } else void fullPage(); };
  const copyNow = async (): Promise<void> => {
    remember();
    if (await copyLetter(current, words)) return form.say(t('letterCopied'));
    form.say(t('letterCopyByHand'), { bad: true });
    const text = h('textarea', { class: 'letter-by-hand', readonly: true, rows: 4, 'aria-label': t('letterHeading') });
    text.value = plainText(current, words);
    said.append(text);
    text.focus();
    text.select();
  };

  const mainMail = h('a', { class: 'button filled letter-main', id: 'letter-mail', href: 'mailto:' }, icon(Mail), t('letterOpenMail'));
  const mainDraft = h('button', { type: 'button', class: 'button filled letter-main', id: 'letter-draft-main', onclick: draftFile }, icon(FileDown), t('letterMakeDraft'));
  const ways: Way[] = [
    { id: 'mail', label: t('letterWayMail'), icon: Mail },
    ...(draftRun ? [{ id: 'draft', label: t('letterWayDraft'), icon: FileDown, run: draftFile, nobody: true }] : []),
    { id: 'gmail', label: 'Gmail', icon: AtSign, form: WEB_MAIL.gmail },
    { id: 'outlook', label: 'Outlook', icon: AtSign, form: WEB_MAIL.outlook },
    { id: 'copy', label: t('letterWayCopy'), icon: Copy, nobody: true, run: () => { void copyNow(); } },
    ...(options.ways?.(form) ?? []),
  ];
  const links = new Map<Way, HTMLAnchorElement>();
  const grid = h('div', { class: 'letter-ways' }, ...ways.map((way) => {
    const inside = [icon(way.icon), h('span', {}, way.label)];
    if (way.run) return h('button', { type: 'button', class: 'button', id: `letter-way-${way.id}`, onclick: () => { if (leaving(way.nobody)) way.run?.(); } }, ...inside);
    const link = h('a', { class: 'button', id: `letter-way-${way.id}`, ...(way.form ? { target: '_blank', rel: 'noopener noreferrer' } : {}) }, ...inside);
    link.addEventListener('click', (event) => { depart(event, way.form ? 'letterOpenedWeb' : 'letterOpened'); });
    links.set(way, link);
    return link;
  }));
  mainMail.addEventListener('click', (event) => { depart(event, 'letterOpened'); });

  /** A letter may only leave when nothing needs asking; then its people are remembered. */
  function leaving(nobody = false): boolean {
    if (!who.check(nobody)) {
      closeWays();
      return false;
    }
    remember();
    return true;
  }
  function depart(event: Event, saying: MessageKey): void {
    if (!leaving()) return event.preventDefault();
    form.say(t(saying), { copy: true });
    closeWays();
  }
  function remember(): void {
    const { name, email } = who.me();
    const friends = who.friends().filter((friend) => checkAddress(friend.email).ok);
    const others = settings.friends.filter((old) => !friends.some((friend) => friend.email.toLowerCase() === old.email.toLowerCase()));
    void changeSettings({
      myName: name.slice(0, 200), myEmail: email.slice(0, 320),
      ...(settings.rememberFriends && friends.length > 0 ? { friends: [...friends.map((f) => ({ name: f.name.slice(0, 200), email: f.email })), ...others].slice(0, 200) } : {}),
    });
  }

  function update(): void {
    current = composed(travels);
    fit = mailto(addresses(), current, words);
    const canDraft = Boolean(draftRun);
    meter.show(fit, BUDGET, travels === 'article' ? current.body.filter(isParagraph).length : 0, canDraft);
    const byDraft = canDraft && (!fit.ok || fit.cut !== undefined);
    mainMail.hidden = byDraft || !fit.ok;
    mainDraft.hidden = !byDraft;
    if (fit.ok) mainMail.href = fit.href;
    for (const [way, link] of links) {
      const carried = way.form ? mailto(addresses(), current, words, BUDGET, way.form) : fit;
      link.hidden = !carried.ok || (!way.form && !byDraft);
      if (carried.ok) link.href = carried.href;
    }
    said.hidden = true;
    if (see.open) seen.textContent = letterAsText();
    options.onLetter?.(form);
    void keep();
  }
  function letterAsText(): string { return `${current.subject}\n\n${plainText(current, words)}`; }
  function keep(): Promise<boolean> {
    return keepUnsent({ url, friends: who.friends(), note: state.note, travels, edits: [...state.edits] });
  }

  // ---- the popup's preview and its panel of ways ----
  const seen = h('div', { class: 'letter-seen', dir: 'auto', tabindex: 0, role: 'region', 'aria-label': t('letterSee') });
  const see = h('details', { class: 'letter-see', id: 'letter-see' }, h('summary', {}, t('letterSee')), seen);
  see.addEventListener('toggle', () => { if (see.open) { seen.textContent = letterAsText(); see.scrollIntoView({ block: 'nearest' }); } });
  const more = h('button', { type: 'button', class: 'button', id: 'letter-more', 'aria-expanded': 'false', 'aria-controls': 'letter-panel', onclick: () => { if (panel.hidden) openWays(); else closeWays(); } }, t('letterMore'));
  const panel = h('div', { class: 'letter-panel', id: 'letter-panel', role: 'group', 'aria-label': t('letterWays'), hidden: true });
  const go = h('div', { class: 'letter-go' }, mainMail, mainDraft);
  function openWays(): void {
    panel.hidden = false;
    foot.classList.add('open');
    more.textContent = t('letterClose');
    more.setAttribute('aria-expanded', 'true');
    grid.querySelector<HTMLElement>('.button:not([hidden])')?.focus();
  }
  function closeWays(): void {
    if (mode === 'page' || panel.hidden) return;
    const inside = panel.contains(document.activeElement);
    panel.hidden = true;
    foot.classList.remove('open');
    more.textContent = t('letterMore');
    more.setAttribute('aria-expanded', 'false');
    if (inside) more.focus();
  }

  const fields = [
    who.element,
    h('div', {}, h('p', { class: 'label-row' }, h('label', { for: 'letter-note' }, t('letterNote'))), note),
    h('div', { hidden: offered.length < 2 }, h('p', { class: 'label-row', id: 'letter-travels' }, t('letterTravels')), pick),
  ];
  const foot = h('div', { class: 'letter-foot' });
  if (mode === 'popup') {
    panel.append(h('p', { class: 'label-row' }, t('letterWays')), grid, h('p', { class: 'small muted' }, t('letterWebMailWarning')));
    if (options.onFullPage) panel.append(h('button', { type: 'button', class: 'button quiet', id: 'letter-edit', onclick: () => void fullPage() }, icon(Eye), t('letterSeeEdit')));
    go.append(more);
    foot.append(panel, meter.element, go);
    container.replaceChildren(h('div', { class: 'letter in-popup' },
      h('header', {},
        options.onBack ? h('button', { type: 'button', class: 'button quiet only-icon small', id: 'letter-back', 'aria-label': t('letterBack'), onclick: options.onBack }, icon(ArrowLeft, 'flip')) : null,
        h('h1', {}, t('letterHeading')),
        options.onFullPage ? h('button', { type: 'button', class: 'button quiet only-icon small', id: 'letter-full', 'aria-label': t('letterFullPage'), title: t('letterFullPage'), onclick: () => void fullPage() }, icon(Maximize2)) : null),
      h('div', { class: 'letter-scroll' }, ...fields, see), foot));
  } else {
    foot.append(meter.element, go, grid, h('p', { class: 'small muted' }, t('letterWebMailWarning')), h('p', { class: 'small muted' }, t('letterPromise')));
    container.replaceChildren(h('div', { class: 'letter in-page' }, ...fields, foot));
  }
  container.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || panel.hidden) return;
    event.preventDefault();
    closeWays();
    more.focus();
  });
  update();
  return form;
}

function without(edits: State['edits'], key: string): State['edits'] {
  if (!edits.has(key)) return edits;
  const copy = new Map(edits);
  copy.delete(key);
  return copy;
}

/**
 * The article's blocks. The parsed document is inert: it runs and loads nothing, and only its text and its checked
 * addresses are read, never its elements shown.
 */
function blocksOf(article: Article | undefined): readonly Block[] {
  if (!article) return [];
  const blocks = articleBlocks(new DOMParser().parseFromString(article.html, 'text/html').body);
  return blocks.length > 0 ? blocks : textBlocks(article.text);
}
