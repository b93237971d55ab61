/** Putting tags on articles: a list to tick, and a field that finds a tag or makes one. */
import { Plus } from 'lucide';
import { t, uiLanguage } from '../../browser/i18n.ts';
import { rowsOf, tagKey, type Tag } from '../../library/library.ts';
import { byId, fill, h, icon } from '../shared/dom.ts';
import { showToast } from '../shared/toasts.ts';
import { tagArticles } from './doings.ts';
import { tagsNow } from './tags-now.ts';
import { counted, troubleWords } from './words.ts';

/** Of more articles than these it is not looked up which tags they have: their ticks stand at "as it is". */
const LOOKED_AT = 500;
/** Tags shown at once; whoever looks for another types a part of it. */
const SHOWN = 100;

type Mark = 'all' | 'none' | 'as it is';

interface Line {
  readonly name: string;
  readonly colour?: Tag['colour'];
  readonly before: Mark;
  mark: Mark;
}

/** Asks which tags these articles are to have, and gives them those. */
export async function openTagPicker(ids: readonly number[]): Promise<void> {
  const [tags, rows] = await Promise.all([tagsNow(), ids.length <= LOOKED_AT ? rowsOf(ids) : undefined]);
  if (!tags.ok || rows?.ok === false) return void showToast(troubleWords(!tags.ok ? tags.reason : 'failed'));
  const saved = rows?.ok ? rows.value.items : [];
  const lines: Line[] = tags.value.map(({ name, colour, count }) => {
    const having = saved.filter((one) => one.tags.includes(name)).length;
    const before: Mark = rows === undefined ? (count === 0 ? 'none' : 'as it is') : having === 0 ? 'none' : having === saved.length ? 'all' : 'as it is';
    return { name, ...(colour && { colour }), before, mark: before };
  });
  lines.sort((a, b) => Number(a.before === 'none') - Number(b.before === 'none'));
  const dialog = byId<HTMLDialogElement>('tag-picker');
  byId('tag-picker-title').textContent = counted('libTagsOfOne', 'libTagsOfMany', ids.length);
  const field = byId<HTMLInputElement>('tag-picker-field');
  field.value = '';
  const show = () => showLines(lines, field.value, (name) => {
    add(lines, name);
    field.value = '';
    show();
    field.focus();
  });
  const open = new AbortController();
  const { signal } = open;
  field.addEventListener('input', show, { signal });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      byId('tag-picker-list').querySelector<HTMLElement>('input, button')?.focus();
    }
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    if (field.value.trim() === '') return dialog.close('yes');
    add(lines, field.value);
    field.value = '';
    show();
  }, { signal });
  byId('tag-picker-list').addEventListener('keydown', (event) => walk(event, field), { signal });
  show();
  dialog.returnValue = '';
  dialog.showModal();
  field.focus();
  await new Promise((resolve) => { dialog.addEventListener('close', resolve, { once: true }); });
  open.abort();
  if (dialog.returnValue !== 'yes') return;
  if (field.value.trim() !== '') add(lines, field.value);
  const changed = lines.filter(({ mark, before }) => mark !== before);
  await tagArticles(ids, changed.filter(({ mark }) => mark === 'all').map(({ name }) => name), changed.filter(({ mark }) => mark === 'none').map(({ name }) => name));
}

/** Ticks the tag of this name, which is made when there is none. */
function add(lines: Line[], name: string): void {
  const key = tagKey(name);
  if (!key) return;
  const line = lines.find((one) => tagKey(one.name) === key);
  if (line) line.mark = 'all';
  else lines.unshift({ name: name.trim().replace(/^#+\s*/, ''), before: 'none', mark: 'all' });
}

function showLines(lines: readonly Line[], typed: string, make: (name: string) => void): void {
  const key = tagKey(typed);
  const shown = lines.filter(({ name }) => tagKey(name).includes(key));
  const isNew = key !== '' && !lines.some(({ name }) => tagKey(name) === key);
  fill(byId('tag-picker-list'),
    ...shown.slice(0, SHOWN).map((line) => {
      const box = h('input', { type: 'checkbox', onchange: () => { line.mark = box.checked ? 'all' : 'none'; } });
      box.checked = line.mark === 'all';
      box.indeterminate = line.mark === 'as it is';
      return h('li', {}, h('label', { class: 'tick' }, box, h('span', { class: 'tag', 'data-colour': line.colour }, h('bdi', {}, `#${line.name}`))));
    }),
    isNew && h('li', {}, h('button', { class: 'button quiet', type: 'button', onclick: () => make(typed) }, icon(Plus), h('bdi', {}, t('libMakeTag', typed.trim())))));
  const more = shown.length - SHOWN;
  byId('tag-picker-more').hidden = more <= 0;
  byId('tag-picker-more').textContent = t('libMoreNames', more.toLocaleString(uiLanguage()));
  byId('tag-picker-none').hidden = shown.length > 0 || isNew;
}

/** Arrow keys walk the list, and lead back to the field from its top. */
function walk(event: KeyboardEvent, field: HTMLElement): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by === undefined) return;
  event.preventDefault();
  const all = [...byId('tag-picker-list').querySelectorAll<HTMLElement>('input, button')];
  const to = all.indexOf(document.activeElement as HTMLElement) + by;
  (to < 0 ? field : all[Math.min(to, all.length - 1)])?.focus();
}
