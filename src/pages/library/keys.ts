/** Every key of the library page: one table that is both obeyed and shown. */
import type { MessageKey } from '../../browser/i18n.ts';

/** What a key asks for. */
export type KeyDoing =
  | 'next' | 'previous' | 'first' | 'last' | 'screenDown' | 'screenUp' | 'forward' | 'backward' | 'select' | 'selectNext' | 'selectPrevious' | 'selectAll'
  | 'archive' | 'unread' | 'favourite' | 'tags' | 'remove' | 'undo' | 'search' | 'layout' | 'help';

interface Binding {
  readonly doing: KeyDoing;
  /** Values of `KeyboardEvent.key`, with `Ctrl+` (Command on a Mac) or `Shift+` before them. */
  readonly keys: readonly string[];
  /** As shown in the sheet; the words name what it does. Absent for those that go without saying. */
  readonly shown?: readonly string[];
  readonly words?: MessageKey;
}

export const BINDINGS: readonly Binding[] = [
  { doing: 'next', keys: ['j', 'ArrowDown'], shown: ['j', '↓'], words: 'libKeyNext' },
  { doing: 'previous', keys: ['k', 'ArrowUp'], shown: ['k', '↑'], words: 'libKeyPrevious' },
  { doing: 'forward', keys: ['ArrowRight'] },
  { doing: 'backward', keys: ['ArrowLeft'] },
  { doing: 'screenDown', keys: ['PageDown'] },
  { doing: 'screenUp', keys: ['PageUp'] },
  { doing: 'first', keys: ['Home'], shown: ['Home'], words: 'libKeyFirst' },
  { doing: 'last', keys: ['End'], shown: ['End'], words: 'libKeyLast' },
  { doing: 'select', keys: ['x'], shown: ['x'], words: 'libKeySelect' },
  { doing: 'selectNext', keys: ['Shift+ArrowDown', 'Shift+J'], shown: ['Shift ↓'], words: 'libKeySelectNext' },
  { doing: 'selectPrevious', keys: ['Shift+ArrowUp', 'Shift+K'] },
  { doing: 'selectAll', keys: ['Ctrl+a'], shown: ['Ctrl A'], words: 'libKeySelectAll' },
  { doing: 'archive', keys: ['e'], shown: ['e'], words: 'libKeyArchive' },
  { doing: 'unread', keys: ['u'], shown: ['u'], words: 'libKeyUnread' },
  { doing: 'favourite', keys: ['s'], shown: ['s'], words: 'libKeyFavourite' },
  { doing: 'tags', keys: ['t'], shown: ['t'], words: 'libKeyTags' },
  { doing: 'remove', keys: ['#', 'Delete', 'Backspace'], shown: ['#', 'Del'], words: 'libKeyRemove' },
  { doing: 'undo', keys: ['z', 'Ctrl+z'], shown: ['z'], words: 'libKeyUndo' },
  { doing: 'search', keys: ['/'], shown: ['/'], words: 'libKeySearch' },
  { doing: 'layout', keys: ['v'], shown: ['v'], words: 'libKeyLayout' },
  { doing: 'help', keys: ['?'], shown: ['?'], words: 'libKeyHelp' },
];

/** What a key press asks for; undefined when it is none of ours. */
export function doingOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): KeyDoing | undefined {
  if (altKey) return undefined;
  const name = ctrlKey || metaKey ? `Ctrl+${key.toLowerCase()}` : shiftKey && (key.length > 1 || /^\p{L}$/u.test(key)) ? `Shift+${key}` : key;
  return BINDINGS.find(({ keys }) => keys.includes(name))?.doing;
}
