/** What the search field understands beside words, each with an example to press. */
import { CircleQuestionMark } from 'lucide';
import { t, type MessageKey } from '../../browser/i18n.ts';
import { byId, fill, h, icon } from '../shared/dom.ts';

/** What is put into the field, with the part that is to be typed over, and what it finds. */
const PARTS: readonly (readonly [before: string, part: MessageKey | string, after: string, words: MessageKey])[] = [
  ['"', 'libExamplePhrase', '"', 'libFindPhrase'],
  ['-', 'libExampleWord', '', 'libFindWithout'],
  ['tag:', 'libExampleTag', '', 'libFindByTag'],
  ['site:', 'example.org', '', 'libFindBySite'],
  ['author:', 'libExampleName', '', 'libFindByAuthor'],
  ['is:', 'unread', '', 'libFindIs'],
  ['before:', '2024', '', 'libFindBefore'],
  ['after:', '2024-03', '', 'libFindAfter'],
];

/** Makes the button beside the field open the help. @param onTyped called when an example was put into the field */
export function startSearchHelp(onTyped: () => void): void {
  const button = byId('open-search-help');
  const panel = byId('search-help');
  button.append(icon(CircleQuestionMark));
  fill(byId('search-help-list'), ...PARTS.map(([before, part, after, words]) => {
    const example = part.startsWith('lib') ? t(part as MessageKey) : part;
    return h('li', {}, h('button', { class: 'button quiet', type: 'button', onclick: () => put(before, example, after) }, `${before}${example}${after}`), h('span', {}, t(words)));
  }));
  button.addEventListener('click', openSearchHelp);
  addEventListener('resize', () => panel.hidePopover());

  function put(before: string, example: string, after: string): void {
    panel.hidePopover();
    const field = byId<HTMLInputElement>('search');
    const lead = field.value.trim() === '' ? '' : `${field.value.trim()} `;
    field.value = lead + before + example + after;
    field.focus();
    field.setSelectionRange(lead.length + before.length, lead.length + before.length + example.length);
    onTyped();
  }
}

/** Shows it below the field. */
export function openSearchHelp(): void {
  const panel = byId('search-help');
  panel.showPopover();
  const at = byId('search').parentElement!.getBoundingClientRect();
  const { width } = panel.getBoundingClientRect();
  panel.style.top = `${at.bottom + 6}px`;
  panel.style.left = `${Math.max(8, Math.min(innerWidth - width - 8, at.right - width))}px`;
  panel.querySelector('button')?.focus();
}
