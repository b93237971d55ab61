/** All tags: made, renamed, coloured, merged, taken away. */
import { Merge, Palette, Pencil, Plus, Trash2 } from 'lucide';
import { t, type MessageKey } from '../../browser/i18n.ts';
import { listTags, TAG_COLOURS, type Tag, type TagColour } from '../../library/library.ts';
import { byId, h, icon, type IconNode } from '../shared/dom.ts';
import { dropTag, joinTags, makeTag, nameTag, paintTag } from './doings.ts';
import type { LeafAnswer } from './leaf.ts';
import { openMenu } from './menu.ts';
import { hashOf } from './view.ts';
import { counted } from './words.ts';

const COLOUR_NAMES: Readonly<Record<TagColour, MessageKey>> = {
  red: 'libRed', orange: 'libOrange', yellow: 'libYellow', green: 'libGreen', teal: 'libTeal', blue: 'libBlue', violet: 'libViolet', pink: 'libPink',
};

export async function tagsLeaf(): Promise<LeafAnswer> {
  const tags = await listTags();
  if (!tags.ok) return tags;
  const field = h('input', { class: 'plain-field', autocomplete: 'off', maxlength: 100, 'aria-label': t('libNewTag'), placeholder: t('libNewTag'), 'data-focus': 'new' });
  const form = h('form', { class: 'new-tag', onsubmit: async (event: SubmitEvent) => {
    event.preventDefault();
    if (field.value.trim() && await makeTag(field.value) !== undefined) field.value = '';
  } }, field, h('button', { class: 'button' }, icon(Plus), t('libMakeThisTag')));
  return { ok: true, value: [
    form,
    tags.value.length === 0 ? h('p', { class: 'muted' }, t('libNoTags')) : h('ul', { class: 'tag-lines' }, ...tags.value.map((tag) => line(tag, tags.value))),
    h('p', {}, h('a', { href: hashOf({ kind: 'list', list: 'untagged' }) }, t('libUntagged'))),
  ] };
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
  openMenu(button, all.filter((other) => other.name !== name).map((other) => ({
    label: t('libMergeInto', other.name), run: () => joinTags([name], other.name), ...(other.colour && { colour: other.colour }),
  })));
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

