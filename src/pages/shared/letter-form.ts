/**
 * The letter's form: who, from whom, a note, what travels, how much of it fits, and the ways out. The popup and the
 * letter's full page are both made of it.
 */
import { ArrowLeft, AtSign, Copy, Eye, FileDown, Link, Mail, Maximize2 } from 'lucide';
import { send, type Requests } from '../../browser/messages.ts';
import { changeSettings, type Settings } from '../../browser/settings.ts';
import { t, tReason } from '../../browser/i18n.ts';
import { keepUnsent, loadUnsent } from '../../browser/unsent-letter.ts';
import { checkAddress } from '../../letter/address.ts';
import { isParagraph, type Run } from '../../letter/blocks.ts';
import type { Letter, LetterWords, Person } from '../../letter/compose.ts';
import { WEB_MAIL, type Fit } from '../../letter/mailto.ts';
import { plainText } from '../../letter/plain-text.ts';
import { h, icon } from './dom.ts';
import { copyLetter, copyText } from './letter-copy.ts';
import { letterMeter } from './letter-meter.ts';
import { LetterModel, letterUrl, type LetterSource } from './letter-model.ts';
import { people } from './letter-people.ts';
import { wayTiles, type Asks, type Way } from './letter-tiles.ts';
import { TRAVELS } from './letter-words.ts';

// For the popup, which loads both with the click on Share.
export { selectionDirective } from '../../browser/selection.ts';
export type { LetterSource } from './letter-model.ts';
export type { Way } from './letter-tiles.ts';

export interface LetterOptions {
  readonly source: LetterSource;
  readonly settings: Settings;
  readonly mode: 'popup' | 'page';
  /** The popup's way back to its four verbs. */
  readonly onBack?: () => void;
  /** Opens the letter's full page with the same source, or answers the reason why not. What was typed is there already. */
  readonly onFullPage?: () => Promise<string | undefined>;
  /** Makes the draft file. Without it the full page is opened for that. */
  readonly draft?: (form: LetterForm) => void;
  /** Further ways after the built-in ones. */
  readonly ways?: (form: LetterForm) => readonly Way[];
  /** What else goes along, between the fields and the ways. */
  readonly extras?: (form: LetterForm) => HTMLElement;
  /** The letter changed. */
  readonly onLetter?: (form: LetterForm) => void;
}

export interface LetterForm {
  readonly source: LetterSource;
  readonly letter: () => Letter;
  /** What the person wrote; empty when they wrote nothing. */
  readonly note: () => string;
  readonly words: LetterWords;
  readonly friends: () => Person[];
  readonly me: () => Person;
  /** How the letter fits into a mail link. */
  readonly fit: () => Fit;
  /** Puts other text in a line of the letter. */
  readonly edit: (key: string, runs: readonly Run[]) => void;
  readonly undo: () => void;
  readonly canUndo: () => boolean;
  /** Says something under the meter. `copy` offers to copy the letter instead. */
  readonly say: (text: string, offers?: { readonly copy?: boolean; readonly bad?: boolean }) => void;
}

/** Ways to people whom only the other program knows. */
const MESSAGES: ReadonlySet<string> = new Set(['whatsapp', 'telegram', 'mastodon', 'bluesky', 'sms', 'apps']);

/** Puts the form into a container. What was typed about the same page before is in it again. */
export async function mountLetter(container: HTMLElement, options: LetterOptions): Promise<LetterForm> {
  const { source, settings, mode } = options;
  const inPopup = mode === 'popup';
  const unsent = await loadUnsent(letterUrl(source), source.isPrivate);
  const who = people({
    settings, friends: unsent?.friends ?? [], offered: inPopup ? 3 : 6,
    onChange: () => { update(); },
    onMe: ({ name, email }) => { void changeSettings({ myName: name.slice(0, 200), myEmail: email.slice(0, 320) }); },
  });
  const model = new LetterModel(source, who, unsent, settings.mailBudget);
  let current = model.letter();
  let fit = model.fit(current);

  const note = h('textarea', { class: 'ruled', id: 'letter-note', rows: 2, maxlength: 5000, dir: 'auto', autocomplete: 'off', placeholder: t('letterNoteHint') });
  note.value = model.note;
  note.addEventListener('input', () => { model.write(note.value); update(); });
  const pick = h('div', { class: 'pick', role: 'radiogroup', 'aria-labelledby': 'letter-travels' }, ...model.offered.map((travels) => {
    const radio = h('input', { type: 'radio', name: 'letter-travels', value: travels, checked: travels === model.travels });
    radio.addEventListener('change', () => { model.travels = travels; update(); });
    return h('label', {}, radio, t(TRAVELS[travels]));
  }));
  const meter = letterMeter();
  const said = h('div', { class: 'notice letter-said', id: 'letter-said', hidden: true });
  meter.element.append(h('div', { role: 'status' }, said));

  const form: LetterForm = {
    source, letter: () => current, note: () => model.note, words: model.words, friends: who.friends, me: who.me, fit: () => fit,
    edit(key, runs) { model.edit(key, runs); note.value = model.note; update(); },
    undo() { model.undo(); note.value = model.note; update(); },
    canUndo: () => model.canUndo,
    say(text, { copy = false, bad = false } = {}) {
      said.classList.toggle('good', !bad);
      said.classList.toggle('bad', bad);
      const instead = h('button', { type: 'button', class: 'letter-inline', id: 'letter-copy-instead', onclick: () => { void copyAll(); } }, t('letterCopyLetter'));
      said.replaceChildren(h('p', { class: 'small' }, text, ...(copy ? [' ', t('letterNothingOpened'), ' ', instead] : [])));
      said.hidden = false;
    },
  };

  const fullPage = async (): Promise<void> => {
    await keepUnsent(model.unsent(), source.isPrivate);
    const reason = await options.onFullPage?.();
    if (reason !== undefined) form.say(tReason(reason), { bad: true });
  };
  const draftFile = (): void => { if (options.draft) options.draft(form); else void fullPage(); };
  const canDraft = Boolean(options.draft ?? options.onFullPage);
  const copyAll = async (): Promise<void> => {
    if (await copyLetter(current, model.words)) return form.say(t('letterCopied'));
    form.say(t('letterCopyByHand'), { bad: true });
    const text = h('textarea', { class: 'letter-by-hand', readonly: true, rows: 4, 'aria-label': t('letterHeading') });
    text.value = plainText(current, model.words);
    said.append(text);
    text.focus();
    text.select();
  };

  const copyAddress = async (): Promise<void> => {
    if (await copyText(model.url)) form.say(t('letterLinkCopied'));
    else form.say(`${t('letterLinkByHand')} ${model.url}`, { bad: true });
  };

  const mail: Way = { id: 'mail', label: t('letterWayMail'), icon: Mail };
  const draft: Way = { id: 'draft', label: t('letterWayDraft'), icon: FileDown, run: draftFile, asks: 'right' };
  const mainMail = h('a', { class: 'button filled letter-main', id: 'letter-mail', href: 'mailto:' }, icon(Mail), t('letterOpenMail'));
  mainMail.addEventListener('click', (event) => { if (leaving(mail)) departed(mail); else event.preventDefault(); });
  const mainDraft = h('button', { type: 'button', class: 'button filled letter-main', id: 'letter-draft', onclick: () => { if (leaving(draft)) draftFile(); } }, icon(FileDown), t('letterMakeDraft'));
  const tiles = wayTiles({
    last: settings.lastWay, leaving, departed,
    ways: [
      mail,
      ...(canDraft ? [draft] : []),
      { id: 'gmail', label: 'Gmail', icon: AtSign, form: WEB_MAIL.gmail },
      { id: 'outlook', label: 'Outlook', icon: AtSign, form: WEB_MAIL.outlook },
      { id: 'yahoo', label: 'Yahoo', icon: AtSign, form: WEB_MAIL.yahoo },
      { id: 'fastmail', label: 'Fastmail', icon: AtSign, form: WEB_MAIL.fastmail },
      { id: 'copy', label: t('letterWayCopy'), icon: Copy, asks: 'nothing', run: () => { void copyAll(); } },
      { id: 'link', label: t('letterWayLink'), icon: Link, asks: 'nothing', run: () => { void copyAddress(); } },
      ...(options.ways?.(form) ?? []),
    ],
  });

  /** A letter may only leave when nothing needs asking; then its people and its way are remembered, of a private one the way alone. */
  function leaving({ id, asks = 'friend' }: { readonly id: string; readonly asks?: Asks }): boolean {
    if (asks !== 'nothing' && !who.check(asks === 'right')) {
      closeWays(false);
      return false;
    }
    void remember(id, asks !== 'nothing');
    closeWays();
    return true;
  }
  function departed(way: Way): void {
    form.say(t(way.form ? 'letterOpenedWeb' : way.href ? 'letterOpenedApp' : 'letterOpened'), { copy: true });
  }
  async function remember(way: string, withPeople: boolean): Promise<void> {
    const { name, email } = who.me();
    const friends = who.friends().filter((friend) => checkAddress(friend.email).ok).map((friend) => ({ name: friend.name.slice(0, 200), email: friend.email }));
    // Of a letter from a private window nothing is noted: neither to whom nor that it went.
    const notes = (now: Settings): boolean => now.rememberFriends && source.isPrivate !== true;
    // As they are now: a friend may have been forgotten in the settings since this page was opened.
    const after = await changeSettings((now) => {
      const others = now.friends.filter((old) => !friends.some((friend) => friend.email.toLowerCase() === old.email.toLowerCase()));
      if (!withPeople) return { lastWay: way };
      return {
        lastWay: way, myName: name.slice(0, 200), myEmail: email.slice(0, 320),
        ...(notes(now) && friends.length > 0 ? { friends: [...friends, ...others].slice(0, 200) } : {}),
      };
    });
    const people = withPeople || way === 'copy' ? friends : [];
    // A link on the clipboard or on a phone's screen has gone to nobody yet.
    if (notes(after) && (people.length > 0 || MESSAGES.has(way))) await noted({ url: source.article?.url ?? source.page.url, way, to: people.map((person) => person.name || person.email) });
  }

  function update(): void {
    current = model.letter();
    fit = model.fit(current);
    meter.show(fit, settings.mailBudget, model.travels === 'article' ? current.body.filter(isParagraph).length : 0, canDraft);
    const byDraft = canDraft && (settings.lastWay === 'draft' || !fit.ok || fit.cut !== undefined);
    const isTaken = tiles.show(current, (web) => (web ? model.fit(current, web) : fit), byDraft, go);
    mainMail.hidden = isTaken || byDraft || !fit.ok;
    mainDraft.hidden = isTaken || !byDraft;
    if (fit.ok) mainMail.href = fit.href;
    said.hidden = true;
    if (see.open) showText();
    options.onLetter?.(form);
    void keepUnsent(model.unsent(), source.isPrivate);
  }

  // ---- what only the popup has: the letter as text, and the ways behind a button ----
  const seen = h('div', { class: 'letter-seen', dir: 'auto', tabindex: 0, role: 'region', 'aria-label': t('letterSee') });
  const see = h('details', { class: 'letter-see', id: 'letter-see' }, h('summary', {}, t('letterSee')), seen);
  see.addEventListener('toggle', () => { if (see.open) { showText(); see.scrollIntoView({ block: 'nearest' }); } });
  function showText(): void { seen.textContent = `${current.subject}\n\n${plainText(current, model.words)}`; }

  const more = h('button', { type: 'button', class: 'button', id: 'letter-more', 'aria-expanded': 'false', 'aria-controls': 'letter-panel', onclick: () => { if (panel.hidden) openWays(); else closeWays(); } }, t('letterMore'));
  const panel = h('div', { class: 'letter-panel', id: 'letter-panel', role: 'group', 'aria-label': t('letterWays'), hidden: true });
  const foot = h('div', { class: 'letter-foot' });
  function openWays(): void {
    showWays(true);
    tiles.grid.querySelector<HTMLElement>('.button:not([hidden])')?.focus();
  }
  function closeWays(focus = true): void {
    const inside = panel.contains(document.activeElement);
    showWays(false);
    if (inside && focus) more.focus();
  }
  function showWays(open: boolean): void {
    panel.hidden = !open;
    foot.classList.toggle('open', open);
    more.textContent = t(open ? 'letterClose' : 'letterMore');
    more.setAttribute('aria-expanded', String(open));
  }

  const fields = [
    who.element,
    h('div', {}, h('p', { class: 'label-row' }, h('label', { for: 'letter-note' }, t('letterNote'))), note),
    h('div', { hidden: model.offered.length < 2 }, h('p', { class: 'label-row', id: 'letter-travels' }, t('letterTravels')), pick),
  ];
  const warning = h('p', { class: 'small muted' }, t('letterWebMailWarning'));
  const go = h('div', { class: 'letter-go' }, mainMail, mainDraft, inPopup ? more : null);
  if (inPopup) {
    panel.append(h('p', { class: 'label-row' }, t('letterWays')), tiles.grid, warning);
    if (options.onFullPage) more.before(h('button', { type: 'button', class: 'button quiet', id: 'letter-edit', onclick: () => void fullPage() }, icon(Eye), t('letterSeeEdit')));
    foot.append(panel, meter.element, go);
    const root = h('div', { class: 'letter in-popup' },
      h('header', {},
        options.onBack ? h('button', { type: 'button', class: 'button quiet only-icon small', id: 'letter-back', 'aria-label': t('letterBack'), title: t('letterBack'), onclick: options.onBack }, icon(ArrowLeft, 'flip')) : null,
        h('h1', {}, t('letterHeading')),
        options.onFullPage ? h('button', { type: 'button', class: 'button quiet only-icon small', id: 'letter-full', 'aria-label': t('letterFullPage'), title: t('letterFullPage'), onclick: () => void fullPage() }, icon(Maximize2)) : null),
      h('div', { class: 'letter-scroll' }, ...fields, see), foot);
    root.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || panel.hidden) return;
      event.preventDefault();
      closeWays();
    });
    container.replaceChildren(root);
  } else {
    foot.append(meter.element, go, tiles.grid, warning, h('p', { class: 'small muted' }, t('letterPromise')));
    container.replaceChildren(h('div', { class: 'letter in-page' }, ...fields, options.extras?.(form) ?? null, foot));
  }
  update();
  return form;
}

/** The letter has left whatever comes of this: where it can't be noted, the person misses a line beside the article, not the letter. */
async function noted(share: Requests['noteShare']['input']): Promise<void> {
  await send('noteShare', share).catch(() => undefined);
}
