/** To whom an article was passed on and when: seen, forgotten one by one or all, and put back as long as the list is open. */
import { t } from '../../browser/i18n.ts';
import { putShare, removeShare, sharesOf, type LibraryAnswer, type Share } from '../../library/library.ts';
import { byId, fill, h } from '../shared/dom.ts';
import { shareWords } from '../shared/share-words.ts';
import { showToast } from '../shared/toasts.ts';
import { troubleWords } from './words.ts';

interface Line {
  readonly share: Share;
  gone: boolean;
}

/** Opens the list of one article. */
export async function openPassedOn(id: number): Promise<void> {
  const noted = await sharesOf(id);
  if (!noted.ok) return void showToast(troubleWords(noted.reason));
  const lines: readonly Line[] = noted.value.map((share) => ({ share, gone: false }));
  const dialog = byId<HTMLDialogElement>('passed-on');
  const all = byId<HTMLButtonElement>('passed-on-forget');
  const turn = async (line: Line): Promise<void> => {
    const answer: LibraryAnswer<unknown> = line.gone ? await putShare(line.share) : await removeShare(line.share.uid);
    if (answer.ok || answer.reason === 'gone') line.gone = !line.gone;
    else showToast(troubleWords(answer.reason));
  };
  const show = (): void => {
    fill(byId('passed-on-list'), ...lines.map((line) => {
      const words = shareWords(line.share);
      const label = t(line.gone ? 'putBack' : 'readerForget');
      return h('li', { class: line.gone ? 'gone' : '' }, h('span', { dir: 'auto' }, line.gone ? t('readerForgotten') : words),
        h('button', { class: 'button quiet small', type: 'button', 'aria-label': `${label}: ${words}`, onclick: async () => { await turn(line); showAgain(line); } }, label));
    }));
    all.hidden = lines.length < 2 || lines.every(({ gone }) => gone);
  };
  const showAgain = (line: Line): void => {
    show();
    byId('passed-on-list').querySelectorAll<HTMLElement>('button')[lines.indexOf(line)]?.focus();
  };
  const open = new AbortController();
  all.addEventListener('click', async () => {
    for (const line of lines) if (!line.gone) await turn(line);
    show();
    byId('passed-on-list').querySelector<HTMLElement>('button')?.focus();
  }, { signal: open.signal });
  dialog.addEventListener('close', () => open.abort(), { once: true });
  show();
  dialog.showModal();
}
