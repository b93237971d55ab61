/** Entry of the settings page. Every choice is kept at once, and other open pages follow it. */
import { AArrowDown, AArrowUp, CircleAlert } from 'lucide';
import { t } from '../../browser/i18n.ts';
import { handBackLeftovers } from '../../browser/lent.ts';
import { changeSettings, DEFAULTS, MAIL_BUDGETS, onSettings, type Settings } from '../../browser/settings.ts';
import { checkAddress } from '../../letter/address.ts';
import { byId, fill, h, icon, type IconNode } from '../shared/dom.ts';
import { addressQuestion } from '../shared/letter-words.ts';
import { runPage, startPage } from '../shared/page.ts';
import { PAPER_SIZES, SCREEN_SIZES, stepper } from '../shared/stepper.ts';
import { mark } from '../shared/verb-icons.ts';
import { startChoices } from './choices.ts';
import { startFriends } from './friends.ts';
import { startKeys } from './keys.ts';
import { startMarks } from './marks.ts';
import { startSites } from './sites.ts';

const TICKS = ['rememberFriends', 'saveInk', 'printCode'] as const;
const PICKS = ['theme', 'face', 'paper'] as const;
/** How long after the last letter a field is kept, in milliseconds. */
const PAUSE = 500;

async function start(): Promise<void> {
  const settings = await startPage();
  document.title = `${t('settings')} · Passalong`;
  byId('brand').prepend(mark());
  for (const [id, drawing] of [['smaller', AArrowDown], ['print-smaller', AArrowDown], ['larger', AArrowUp], ['print-larger', AArrowUp]] as const) byId(id).prepend(icon(drawing as IconNode));

  const showFriends = startFriends((part) => void keep(part));
  const showSize = stepper({ smaller: 'smaller', larger: 'larger' }, SCREEN_SIZES, (textSize) => void keep({ textSize }));
  const showPrintSize = stepper({ smaller: 'print-smaller', larger: 'print-larger' }, PAPER_SIZES, (printSize) => void keep({ printSize }));
  const budget = byId<HTMLInputElement>('mail-budget');
  budget.min = String(MAIL_BUDGETS.least);
  budget.max = String(MAIL_BUDGETS.most);
  // What is out of bounds becomes the nearest that is not; what is no number, the careful default.
  budget.addEventListener('change', () => {
    const mailBudget = Math.min(MAIL_BUDGETS.most, Math.max(MAIL_BUDGETS.least, Math.round(budget.valueAsNumber || DEFAULTS.mailBudget)));
    budget.value = String(mailBudget);
    void keep({ mailBudget });
  });
  const show = (next: Settings): void => {
    for (const name of TICKS) named(name).checked = next[name];
    for (const name of PICKS) named(name, next[name]).checked = true;
    document.documentElement.dataset['face'] = next.face;
    document.documentElement.style.setProperty('--text-size', String(next.textSize));
    byId('size').textContent = String(next.textSize);
    byId('print-size').textContent = t('paperPoints', new Intl.NumberFormat(document.documentElement.lang).format(next.printSize));
    showSize(next.textSize);
    showPrintSize(next.printSize);
    showFriends(next);
    if (document.activeElement !== budget) budget.value = String(next.mailBudget);
  };
  for (const name of TICKS) named(name).addEventListener('change', () => void keep({ [name]: named(name).checked }));
  for (const name of PICKS) for (const radio of document.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)) radio.addEventListener('change', () => void keep({ [name]: radio.value }));
  show(settings);
  onSettings(show);
  startFields(settings);
  startSections();
  await startMarks();
  await startChoices();
  // Not waited for: the list of sites follows what becomes of them.
  void handBackLeftovers();
  await startSites();
  await startKeys();
}

function named(name: string, value?: string): HTMLInputElement {
  return document.querySelector<HTMLInputElement>(`input[name="${name}"]${value === undefined ? '' : `[value="${value}"]`}`)!;
}

let clearing: ReturnType<typeof setTimeout> | undefined;

/** Keeps a change and says so quietly at the top. */
async function keep(part: Partial<Settings>): Promise<void> {
  const line = byId('kept');
  clearTimeout(clearing);
  try {
    await changeSettings(part);
    line.classList.remove('bad');
    line.textContent = t('optionsKept');
    clearing = setTimeout(() => { line.textContent = ''; }, 2_500);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    line.classList.add('bad');
    line.textContent = t('optionsNotKept');
  }
}

/** Name and address are kept while they are typed; an address that can't be one is asked about when its field is left. */
function startFields(settings: Settings): void {
  const name = byId<HTMLInputElement>('my-name');
  const email = byId<HTMLInputElement>('my-email');
  name.value = settings.myName;
  email.value = settings.myEmail;
  onSettings((next) => {
    if (document.activeElement !== name) name.value = next.myName;
    if (document.activeElement !== email && byId('email-error').hidden) email.value = next.myEmail;
  });
  keepWhileTyping(name, () => void keep({ myName: name.value.trim() }));
  const question = (): string | undefined => {
    const check = checkAddress(email.value);
    if (check.ok || check.fault === 'empty') return undefined;
    return check.fault === 'twoAt' ? t('optionsOneAddress') : addressQuestion(check.fault, check.at);
  };
  keepWhileTyping(email, () => {
    if (question() !== undefined) return;
    const check = checkAddress(email.value);
    ask(undefined);
    void keep({ myEmail: check.ok ? check.address : '' });
  });
  email.addEventListener('change', () => ask(question()));
}

function keepWhileTyping(input: HTMLInputElement, run: () => void): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const now = (): void => {
    if (waiting === undefined) return;
    clearTimeout(waiting);
    waiting = undefined;
    run();
  };
  input.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(now, PAUSE);
  });
  input.addEventListener('change', now);
  addEventListener('pagehide', now);
}

function ask(question: string | undefined): void {
  const line = byId('email-error');
  line.hidden = question === undefined;
  byId('email-field').classList.toggle('bad', question !== undefined);
  byId('my-email').setAttribute('aria-invalid', String(question !== undefined));
  if (question !== undefined) fill(line, icon(CircleAlert as IconNode), h('span', {}, question));
}

/** Marks the part being looked at in the list at the side. */
function startSections(): void {
  const links = [...byId('sections').querySelectorAll<HTMLAnchorElement>('a[href^="#"]')];
  const look = (): void => {
    const isAtEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
    const current = isAtEnd && scrollY > 0 ? links.at(-1) : links.findLast((link) => byId(link.hash.slice(1)).getBoundingClientRect().top < 160) ?? links[0];
    for (const link of links) link.toggleAttribute('aria-current', link === current);
  };
  addEventListener('scroll', look, { passive: true });
  addEventListener('resize', look);
  look();
}

runPage(start);
