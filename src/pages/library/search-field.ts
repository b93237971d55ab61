/** The field that is searched with, and the one button at its end: to clear it, or while it is empty to learn what can stand in it. */
import { Search, X } from 'lucide';
import { byId, icon } from '../shared/dom.ts';
import { startSearchHelp } from './search-help.ts';

/** Milliseconds after the last letter before the search begins. */
const PAUSE = 180;

const field = (): HTMLInputElement => byId<HTMLInputElement>('search');

/** Makes the field work; once, at the start. @param on called with the words when they have changed */
export function startSearchField(on: (words: string) => void): void {
  document.querySelector('.search')?.prepend(icon(Search));
  byId('clear').append(icon(X));
  const input = field();
  let pause = 0;
  input.addEventListener('input', () => {
    clearTimeout(pause);
    showButton();
    pause = window.setTimeout(() => on(input.value.trim()), PAUSE);
  });
  startSearchHelp(() => input.dispatchEvent(new Event('input')));
  byId('clear').addEventListener('click', () => {
    clearTimeout(pause);
    writeSearch('');
    input.focus();
    on('');
  });
}

/** Puts words into the field without searching for them. */
export function writeSearch(words: string): void {
  field().value = words;
  showButton();
}

export function focusSearch(): void {
  field().select();
  field().focus();
}

function showButton(): void {
  const isEmptyField = field().value === '';
  byId('clear').hidden = isEmptyField;
  byId('open-search-help').hidden = !isEmptyField;
}
