/** The friends a person has written to: seen, forgotten one by one or all, and put back as long as the page is open. */
import { t } from '../../browser/i18n.ts';
import type { Settings } from '../../browser/settings.ts';
import { byId, fill, h } from '../shared/dom.ts';

type Friend = Settings['friends'][number];

/** @returns call it with the settings whenever they change */
export function startFriends(change: (part: Partial<Settings>) => void): (settings: Settings) => void {
  const button = byId<HTMLButtonElement>('show-friends');
  const region = byId('friends');
  let friends: readonly Friend[] = [];
  let before: readonly Friend[] = [];

  const showRegion = (isShown: boolean): void => {
    region.hidden = !isShown;
    button.setAttribute('aria-expanded', String(isShown));
    button.textContent = t(isShown ? 'optionsHideFriends' : 'optionsShowFriends');
  };
  const forget = (rest: readonly Friend[], words: string): void => {
    before = friends;
    byId('forgotten').hidden = false;
    byId('forgotten-words').textContent = words;
    change({ friends: rest });
    byId('put-back').focus();
  };
  button.addEventListener('click', () => showRegion(Boolean(region.hidden)));
  byId('forget-all').addEventListener('click', () => forget([], t('optionsForgottenAll')));
  byId('put-back').addEventListener('click', () => {
    byId('forgotten').hidden = true;
    // Friends written to meanwhile, from another page, stay first.
    const known = new Set(before.map(({ email }) => email));
    change({ friends: [...friends.filter(({ email }) => !known.has(email)), ...before].slice(0, 200) });
    button.focus();
  });
  showRegion(false);

  return (settings) => {
    friends = settings.friends;
    const count = friends.length;
    byId('friends-count').textContent = count === 0 ? t('optionsNoFriends') : count === 1 ? t('optionsOneFriend') : t('optionsFriends', count);
    button.hidden = count === 0;
    if (count === 0) showRegion(false);
    fill(byId('friend-list'), ...friends.map((friend) => h('li', {},
      h('span', { dir: 'auto' }, friend.name || friend.email, friend.name && h('small', { dir: 'ltr' }, friend.email)),
      h('button', {
        type: 'button', class: 'button quiet', 'aria-label': t('optionsForgetName', friend.name || friend.email),
        onclick: () => forget(friends.filter((other) => other !== friend), t('optionsForgotten', friend.name || friend.email)),
      }, t('optionsForget')))));
  };
}
