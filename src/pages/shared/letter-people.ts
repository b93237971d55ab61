/** The people of a letter: fields for friends and for oneself, friends written to before, and the questions at the fields. */
import { Plus, TriangleAlert, X } from 'lucide';
import type { Settings } from '../../browser/settings.ts';
import { t, type MessageKey } from '../../browser/i18n.ts';
import { checkAddress, splitPasted } from '../../letter/address.ts';
import type { Person } from '../../letter/compose.ts';
import { h, icon } from './dom.ts';
import { addressQuestion } from './letter-words.ts';

/** More would fit in no mail link, and a letter to so many is a circular. */
const MOST_FRIENDS = 12;

export interface People {
  readonly element: HTMLElement;
  /** As typed, empty pairs left out. */
  readonly friends: () => Person[];
  readonly me: () => Person;
  /**
   * Asks at each field that can't be right, and puts the focus on the first. True when a letter can leave.
   * @param nobody whether a letter to nobody may leave (a draft file may)
   */
  readonly check: (nobody?: boolean) => boolean;
}

export interface PeopleOptions {
  readonly settings: Settings;
  readonly friends?: readonly Person[];
  /** How many friends written to before are offered at once. */
  readonly offered: number;
  readonly onChange: () => void;
  /** The person has written their own name or address to its end. */
  readonly onMe: (me: Person) => void;
}

interface Field { readonly row: HTMLElement; readonly input: HTMLInputElement; readonly ask: (question: string) => void }
interface Pair { readonly group: HTMLElement; readonly name: Field; readonly email: Field }

let count = 0;

/** One ruled field with its label and the place for a question under it. */
function field(label: MessageKey, value: string, attributes: Readonly<Record<string, string>>, onInput: () => void): Field {
  const id = `letter-field-${++count}`;
  const question = h('p', { class: 'field-error', id: `${id}-question`, hidden: true, 'aria-live': 'polite' });
  const input = h('input', { id, type: 'text', maxlength: 320, autocomplete: 'off', spellcheck: 'false', dir: 'auto', 'aria-describedby': `${id}-question`, ...attributes });
  input.value = value;
  const line = h('div', { class: 'field' }, h('label', { for: id }, t(label)), input);
  const ask = (text: string): void => {
    line.classList.toggle('bad', text !== '');
    question.hidden = text === '';
    if (text) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
    question.replaceChildren(...(text ? [icon(TriangleAlert), h('span', {}, text)] : []));
  };
  input.addEventListener('input', () => { ask(''); onInput(); });
  return { row: h('div', {}, line, question), input, ask };
}

const EMAIL = { inputmode: 'email', autocapitalize: 'none' } as const;

export function people(options: PeopleOptions): People {
  const { settings, onChange } = options;
  const list = h('div', { class: 'letter-friends' });
  const chips = h('div', { class: 'chips', role: 'group', 'aria-label': t('letterRecent') });
  const pairs: Pair[] = [];
  let writing: Pair | undefined;

  const person = (pair: Pair): Person => ({ name: pair.name.input.value.trim(), email: pair.email.input.value.trim() });
  const filled = (): Pair[] => pairs.filter((pair) => person(pair).name || person(pair).email);
  const same = (a: Person, b: Person): boolean => a.email.toLowerCase() === b.email.toLowerCase();

  const changed = (): void => { offer(); onChange(); };

  function add(friend: Person = { name: '', email: '' }): Pair {
    const name = field('letterFriendName', friend.name, { placeholder: t('letterFriendNameHint') }, changed);
    const email = field('letterFriendEmail', friend.email, EMAIL, changed);
    const group = h('div', { class: 'letter-pair', role: 'group' }, name.row, email.row);
    const pair: Pair = { group, name, email };
    group.addEventListener('focusin', () => { writing = pair; });
    // People paste what their mail program shows: "Marta Lind <marta@example.org>".
    const takeApart = (input: HTMLInputElement): void => {
      const { name: pastedName, email: pastedEmail } = splitPasted(input.value);
      if (!/<[^<>]+@[^<>]+>/.test(input.value)) return;
      email.input.value = pastedEmail;
      if (input === name.input || !name.input.value.trim()) name.input.value = pastedName ?? '';
      changed();
    };
    name.input.addEventListener('change', () => takeApart(name.input));
    email.input.addEventListener('change', () => { takeApart(email.input); askAbout(email, false); });
    pairs.push(pair);
    list.append(group);
    number();
    return pair;
  }

  function remove(pair: Pair): void {
    pairs.splice(pairs.indexOf(pair), 1);
    pair.group.remove();
    if (pairs.length === 0) add();
    number();
    changed();
  }

  /** With more than one friend each pair says which it is and can be left out again. */
  function number(): void {
    for (const [i, { group }] of pairs.entries()) {
      group.setAttribute('aria-label', pairs.length > 1 ? t('letterFriendNumber', i + 1) : t('letterFriend'));
      group.querySelector('.letter-leave-out')?.remove();
      if (pairs.length < 2) continue;
      const pair = pairs[i]!;
      group.append(h('button', {
        type: 'button', class: 'button quiet only-icon small letter-leave-out', 'aria-label': t('letterRemoveFriend', i + 1),
        onclick: () => { remove(pair); pairs[Math.min(i, pairs.length - 1)]!.name.input.focus(); },
      }, icon(X)));
    }
  }

  /** Friends written to before: those chosen, then those that match what is being typed, most recent first. */
  function offer(): void {
    const chosen = filled().map(person);
    const typed = writing ? person(writing) : { name: '', email: '' };
    const known = settings.friends.some((friend) => same(friend, typed));
    const seek = known ? '' : `${typed.name}\n${typed.email}`.trim().toLowerCase();
    const matches = settings.friends.filter((friend) => !seek || seek.split('\n').some((part) => part && `${friend.name}\n${friend.email}`.toLowerCase().includes(part)));
    const focused = chips.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset['email'] : undefined;
    chips.replaceChildren(...matches.slice(0, options.offered).map((friend) => {
      const pressed = chosen.some((other) => same(other, friend));
      return h('button', { type: 'button', class: 'chip', 'aria-pressed': String(pressed), 'data-email': friend.email, title: friend.email, onclick: () => toggle(friend) },
        h('span', { dir: 'auto' }, friend.name || friend.email));
    }), another);
    another.hidden = pairs.length >= MOST_FRIENDS || filled().length < pairs.length;
    if (focused) [...chips.querySelectorAll<HTMLElement>('.chip')].find((chip) => chip.dataset['email'] === focused)?.focus();
  }

  function toggle(friend: Person): void {
    const there = pairs.find((pair) => same(person(pair), friend));
    if (there) return remove(there);
    const known = (pair: Pair): boolean => settings.friends.some((other) => same(other, person(pair)));
    const place = pairs.find((pair) => !person(pair).name && !person(pair).email) ?? pairs.find((pair) => pair === writing && !known(pair) && !checkAddress(person(pair).email).ok);
    if (place) {
      place.name.input.value = friend.name;
      place.email.input.value = friend.email;
      place.email.ask('');
    } else if (pairs.length < MOST_FRIENDS) add(friend);
    changed();
  }

  // Beside names the plus sign is enough; alone it says what it adds.
  const anyKnown = settings.friends.length > 0;
  const another: HTMLButtonElement = h('button', {
    type: 'button', class: `chip letter-another${anyKnown ? ' bare' : ''}`, 'aria-label': t('letterAnother'), title: t('letterAnother'),
    onclick: () => { const pair = add(); changed(); pair.name.input.focus(); },
  }, icon(Plus), anyKnown ? null : t('letterAnother'));

  const myName = field('letterMyName', settings.myName, { autocomplete: 'name', maxlength: '200' }, onChange);
  const myEmail = field('letterMyEmail', settings.myEmail, { ...EMAIL, autocomplete: 'email' }, onChange);
  const me = (): Person => ({ name: myName.input.value.trim(), email: myEmail.input.value.trim() });
  for (const { input } of [myName, myEmail]) input.addEventListener('change', () => { options.onMe(me()); });
  myEmail.input.addEventListener('change', () => { askAbout(myEmail, false); });

  /** Asks at an address field; an empty one is only asked about when `needed`. True when nothing is wrong. */
  function askAbout({ input, ask }: Field, needed: boolean): boolean {
    const check = checkAddress(input.value);
    if (check.ok || (check.fault === 'empty' && !needed)) {
      ask('');
      return true;
    }
    ask(addressQuestion(check.fault, check.at));
    return false;
  }

  function check(nobody = false): boolean {
    const bad: HTMLInputElement[] = [];
    const asked = filled().length > 0 ? filled() : pairs.slice(0, 1);
    for (const pair of asked) if (!askAbout(pair.email, !nobody)) bad.push(pair.email.input);
    if (!askAbout(myEmail, false)) bad.push(myEmail.input);
    bad[0]?.focus();
    return bad.length === 0;
  }

  for (const friend of options.friends?.length ? options.friends : [undefined]) add(friend);
  offer();
  const element = h('div', { class: 'letter-people' },
    h('div', {}, list, chips),
    h('div', { role: 'group', 'aria-label': t('letterYou') }, myName.row, myEmail.row));
  return { element, friends: () => filled().map(person), me, check };
}
