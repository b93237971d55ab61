/** The letter a newcomer finds instead of an empty shelf. */
import { CircleAlert, Puzzle, Star } from 'lucide';
import { t, type MessageKey } from '../../browser/i18n.ts';
import { changeSettings, type Settings } from '../../browser/settings.ts';
import { byId, fill, h, icon } from '../shared/dom.ts';
import { mark, verbIcon, type Verb } from '../shared/verb-icons.ts';

const VERBS: readonly (readonly [Verb, name: MessageKey, text: MessageKey])[] = [
  ['read', 'libHelloRead', 'libHelloReadText'], ['print', 'libPrint', 'libHelloPrintText'],
  ['share', 'libShare', 'libHelloShareText'], ['save', 'libHelloSave', 'libHelloSaveText'],
];

/** Shows the letter. What is written into it is kept at once, as soon as a field is left. */
export function showWelcome(settings: Settings, on: { readonly practice: () => unknown; readonly leave: () => unknown }): void {
  const name = h('input', { id: 'my-name', autocomplete: 'name', maxlength: 200, placeholder: t('libYourNameHint') });
  const email = h('input', { id: 'my-email', type: 'email', autocomplete: 'email', maxlength: 320, placeholder: t('libYourEmailHint') });
  name.value = settings.myName;
  email.value = settings.myEmail;
  const problem = h('p', { class: 'field-error', id: 'my-email-problem', hidden: true }, icon(CircleAlert), t('libBadEmail'));
  const emailField = h('div', { class: 'field' }, h('label', { for: 'my-email' }, t('libYourEmail')), email);
  name.addEventListener('change', () => void changeSettings({ myName: name.value.trim() }));
  email.addEventListener('change', () => {
    const good = email.value.trim() === '' || email.validity.valid;
    problem.hidden = good;
    emailField.classList.toggle('bad', !good);
    email.setAttribute('aria-invalid', String(!good));
    if (good) email.removeAttribute('aria-describedby');
    else email.setAttribute('aria-describedby', problem.id);
    if (good) void changeSettings({ myEmail: email.value.trim() });
  });
  fill(byId('welcome'), h('div', { class: 'sheet' },
    h('span', { class: 'brand' }, mark(), h('span', {}, 'Passalong')),
    h('hr', { class: 'double' }),
    h('h1', {}, t('libHello')),
    h('p', { class: 'lede' }, t('libHelloText')),
    h('dl', {}, ...VERBS.map(([verb, title, text]) => h('div', {}, verbIcon(verb), h('dt', {}, t(title)), h('dd', {}, t(text))))),
    h('div', { class: 'notice pin' },
      h('span', { class: 'picture', 'aria-hidden': 'true' }, icon(Star), icon(Puzzle), h('span', { class: 'ours' }, mark())),
      h('p', {}, h('strong', {}, t('libPinTitle')), h('br'), t('libPinText'))),
    h('p', { class: 'lede' }, t('libNoAccount')),
    h('div', { class: 'fields' },
      h('div', { class: 'field' }, h('label', { for: 'my-name' }, t('libYourName')), name), emailField, problem),
    h('div', { class: 'acts' },
      h('button', { class: 'button filled', type: 'button', onclick: on.practice }, t('libPractice')),
      h('button', { class: 'button', type: 'button', onclick: on.leave }, t('libToLibrary')))));
  byId('welcome').hidden = false;
}

/** Takes the letter away; what is just being typed is kept first. */
export function hideWelcome(): void {
  if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
  byId('welcome').hidden = true;
  byId('welcome').textContent = '';
}
