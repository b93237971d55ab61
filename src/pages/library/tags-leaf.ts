/** All tags: made, renamed, coloured, merged, taken away. */
import { Merge, Palette, Pencil, Plus, Trash2 } from 'lucide';
import { t, type MessageKey } from '../../browser/i18n.ts';
import { TAG_COLOURS, tagKey, type Tag, type TagColour } from '../../library/library.ts';
import { byId, fill, h, icon, type IconNode } from '../shared/dom.ts';
import { dropTag, joinTags, makeTag, nameTag, paintTag } from './doings.ts';
import type { LeafAnswer } from './leaf.ts';
import { openMenu } from './menu.ts';
import { tagsNow } from './tags-now.ts';
import { hashOf } from './view.ts';
import { counted } from './words.ts';

const COLOUR_NAMES: Readonly<Record<TagColour, MessageKey>> = {
  red: 'libRed', orange: 'libOrange', yellow: 'libYellow', green: 'libGreen', teal: 'libTeal', blue: 'libBlue', violet: 'libViolet', pink: 'libPink',
};

/** Lines drawn at once. Whoever scrolls to their end gets as many more; whoever types sees those that are meant. */
const SOME = 100;
/** Tags offered to be merged into, those with most articles; another is named by hand. */
const OFFERED = 30;

/** What was typed and how far the list was drawn: every change builds the leaf anew. */
let typed = '';
let drawn = SOME;

export async function tagsLeaf(): Promise<LeafAnswer> {
  const tags = await tagsNow();
  if (!tags.ok) return tags;
  const field = h('input', { class: 'plain-field', autocomplete: 'off', spellcheck: 'false', maxlength: 100, 'aria-label': t('libFindTag'), placeholder: t('libFindTag'), 'data-focus': 'new' });
  field.value = typed;
  const form = h('form', { class: 'new-tag', onsubmit: async (event: SubmitEvent) => {
    event.preventDefault();
    const name = field.value;
    if (!name.trim()) return;
    field.value = '';
    show();
    if (await makeTag(name) === undefined) field.value = name;
  } }, field, h('button', { class: 'button' }, icon(Plus), t('libMakeThisTag')));
  const list = h('ul', { class: 'tag-lines' });
  const none = h('p', { class: 'muted' });
  let lines: HTMLElement[] = [];
  const more = new IntersectionObserver((seen) => { if (seen.some(({ isIntersecting }) => isIntersecting)) draw(drawn + SOME); }, { rootMargin: '600px' });
  let wanted: readonly Tag[] = [];
  /** Draws so many lines, and those that are there already not again. */
  const draw = (count: number) => {
    drawn = count;
    const next = wanted.slice(lines.length, count).map((tag) => line(tag, tags.value));
    list.append(...next);
    lines.push(...next);
    more.disconnect();
    if (lines.length < wanted.length) more.observe(lines.at(-1)!);
  };
  const show = () => {
    if (typed !== field.value) drawn = SOME;
    typed = field.value;
    const key = tagKey(typed);
    wanted = tags.value.filter(({ name }) => tagKey(name).includes(key));
    fill(list);
    lines = [];
    draw(drawn);
    none.textContent = tags.value.length === 0 ? t('libNoTags') : t('libNoName');
    none.hidden = wanted.length > 0;
  };
  field.addEventListener('input', show);
  show();
  return { ok: true, value: [form, list, none, h('p', {}, h('a', { href: hashOf({ kind: 'list', list: 'untagged' }) }, t('libUntagged')))] };
}

function line(tag: Tag, all: readonly Tag[]): HTMLElement {
  const { name } = tag;
  const act = (label: MessageKey, drawn: IconNode, run: (button: HTMLElement) => unknown, extra = '') =>
    h('button', {
      class: `button quiet only-icon ${extra}`.trim(), type: 'button', 'aria-label': t(label, name), title: t(label, name), 'data-focus': `${label} ${name}`,
      onclick: (event: MouseEvent) => run(event.currentTarget as HTMLElement),
    }, icon(drawn));
  return h('li', { 'data-tag': name },
    h('a', { class: 'tag', href: hashOf({ kind: 'facet', facet: 'tag', name }), 'data-colour': tag.colour, 'data-focus': name }, h('bdi', {}, `#${name}`)),
    h('span', { class: 'num muted' }, counted('libCountOne', 'libCountMany', tag.count)),
    h('span', { class: 'acts' },
      act('libColourTag', Palette, (button) => openColours(button, tag)),
      act('libRenameTag', Pencil, () => void rename(name)),
      all.length > 1 && act('libMergeTag', Merge, (button) => openMerge(button, name, all)),
      act('libDropTag', Trash2, () => void dropTag(name), 'warning')));
}

function openColours(button: HTMLElement, tag: Tag): void {
  openMenu(button, [
    ...TAG_COLOURS.map((colour) => ({ label: t(COLOUR_NAMES[colour]), colour, checked: tag.colour === colour, run: () => paintTag(tag.name, colour) })),
    'rule', { label: t('libNoColour'), checked: tag.colour === undefined, run: () => paintTag(tag.name, undefined) },
  ]);
}

function openMerge(button: HTMLElement, name: string, all: readonly Tag[]): void {
  const others = all.filter((other) => other.name !== name);
  const largest = new Set(others.toSorted((a, b) => b.count - a.count).slice(0, OFFERED));
  openMenu(button, [
    ...others.filter((other) => largest.has(other)).map((other) => ({ label: t('libMergeInto', other.name), run: () => joinTags([name], other.name), ...(other.colour && { colour: other.colour }) })),
    ...(others.length > OFFERED ? ['rule' as const, { label: t('libMergeOther'), run: () => rename(name) }] : []),
  ]);
}

async function rename(name: string): Promise<void> {
  const dialog = byId<HTMLDialogElement>('rename');
  const field = byId<HTMLInputElement>('rename-field');
  byId('rename-title').textContent = t('libRenameTitle', name);
  field.value = name;
  dialog.returnValue = '';
  dialog.showModal();
  field.select();
  await new Promise((resolve) => { dialog.addEventListener('close', resolve, { once: true }); });
  const wanted = field.value.trim();
  if (dialog.returnValue === 'yes' && wanted && wanted !== name) await nameTag(name, wanted);
}

