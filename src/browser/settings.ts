/**
 * What a person has chosen, kept in `storage.local` on this machine only (never in sync).
 * The defaults are the schema; a field that has gone bad is repaired alone, the others stay.
 */
import browser from 'webextension-polyfill';

export interface Settings {
  /** Who letters come from. */
  readonly myName: string;
  readonly myEmail: string;
  readonly theme: 'match' | 'day' | 'tea' | 'night' | 'black';
  readonly face: 'book' | 'plain' | 'typed';
  /** Reading text in CSS pixels, 15 to 32. */
  readonly textSize: number;
  /** Room between the lines, width of the column, and whether its edges are straight: on the screen. */
  readonly lines: 'close' | 'easy' | 'open';
  readonly column: 'narrow' | 'middle' | 'wide';
  readonly edges: 'ragged' | 'straight';
  /** Whether articles whose lines stand upright on their page are shown and printed so, or with lines that lie. */
  readonly stand: 'upright' | 'level';
  /** How fast articles are read aloud, 1 being the voice's own speed, and the voice chosen for each language. */
  readonly voiceSpeed: number;
  readonly voices: Readonly<Record<string, string>>;
  readonly paper: 'A4' | 'Letter' | 'A5' | 'Legal';
  readonly saveInk: boolean;
  /** Text on paper in points, 8 to 18. */
  readonly printSize: number;
  readonly printFace: 'book' | 'plain' | 'easy';
  readonly printLead: 'tight' | 'normal' | 'loose';
  readonly printMargins: 'narrow' | 'normal' | 'wide';
  readonly printColumns: 1 | 2;
  readonly printPictures: 'all' | 'main' | 'none';
  readonly printGrey: boolean;
  /** `listed`: the addresses, numbered, at the end of the paper. */
  readonly printLinks: 'text' | 'underlined' | 'listed';
  readonly printHead: boolean;
  readonly printCode: boolean;
  /** The person's own marks, and the notes beside them, numbered, at the end. */
  readonly printNotes: boolean;
  readonly rememberFriends: boolean;
  /** Friends written to, most recent first. */
  readonly friends: readonly { readonly name: string; readonly email: string }[];
  /** Encoded characters a mail link may have: some mail programs take more than the careful default. */
  readonly mailBudget: number;
  /** The way by which the last letter left, by its id; empty before the first. */
  readonly lastWay: string;
  /** How the library's articles are laid out. */
  readonly shelfLayout: 'list' | 'cards';
  /** Where the person's e-reader takes books by mail; empty when there is none. */
  readonly readerAddress: string;
  /** How often a copy of everything goes to the downloads by itself, and how many of them stay. */
  readonly copyEvery: 'never' | 'day' | 'week' | 'month';
  readonly copiesKept: 1 | 3 | 5 | 10;
  /** The welcome letter was read. */
  readonly welcomed: boolean;
}

export const DEFAULTS: Settings = {
  myName: '', myEmail: '', theme: 'match', face: 'book', textSize: 20, lines: 'easy', column: 'middle', edges: 'ragged', stand: 'upright', voiceSpeed: 1, voices: {}, paper: 'A4', saveInk: false,
  printSize: 11, printFace: 'book', printLead: 'normal', printMargins: 'normal', printColumns: 1,
  printPictures: 'all', printGrey: false, printLinks: 'underlined', printHead: true, printCode: true, printNotes: true,
  rememberFriends: true, friends: [], shelfLayout: 'list', readerAddress: '', copyEvery: 'never', copiesKept: 3, welcomed: false,
  mailBudget: 1_800, lastWay: '',
};

/** What a mail link's budget may be set to: shorter holds no letter, longer no browser hands over. */
export const MAIL_BUDGETS = { least: 800, most: 30_000 } as const;

const KEY = 'settings';
const oneOf = <T extends string | number>(...allowed: T[]) => (v: unknown): v is T => allowed.includes(v as T);
const text = (max: number) => (v: unknown): v is string => typeof v === 'string' && v.length <= max;
const flag = (v: unknown): v is boolean => typeof v === 'boolean';
const isFriend = (v: unknown): v is Settings['friends'][number] =>
  typeof v === 'object' && v !== null && text(200)((v as { name?: unknown }).name) && text(320)((v as { email?: unknown }).email);

const VALID: { readonly [K in keyof Settings]: (v: unknown) => v is Settings[K] } = {
  myName: text(200), myEmail: text(320),
  theme: oneOf('match', 'day', 'tea', 'night', 'black'), face: oneOf('book', 'plain', 'typed'),
  textSize: (v): v is number => typeof v === 'number' && v >= 15 && v <= 32,
  lines: oneOf('close', 'easy', 'open'), column: oneOf('narrow', 'middle', 'wide'), edges: oneOf('ragged', 'straight'), stand: oneOf('upright', 'level'),
  voiceSpeed: (v): v is number => typeof v === 'number' && v >= 0.5 && v <= 3,
  voices: (v): v is Settings['voices'] => typeof v === 'object' && v !== null && !Array.isArray(v) && Object.entries(v).length <= 200 && Object.entries(v).every(([language, voice]) => language.length <= 35 && text(500)(voice)),
  paper: oneOf('A4', 'Letter', 'A5', 'Legal'),
  printSize: (v): v is number => typeof v === 'number' && v >= 8 && v <= 18,
  printFace: oneOf('book', 'plain', 'easy'), printLead: oneOf('tight', 'normal', 'loose'),
  printMargins: oneOf('narrow', 'normal', 'wide'), printColumns: oneOf(1, 2),
  printPictures: oneOf('all', 'main', 'none'), printLinks: oneOf('text', 'underlined', 'listed'),
  saveInk: flag, printGrey: flag, printHead: flag, printCode: flag, printNotes: flag, rememberFriends: flag, welcomed: flag,
  mailBudget: (v): v is number => typeof v === 'number' && v >= MAIL_BUDGETS.least && v <= MAIL_BUDGETS.most,
  lastWay: text(20),
  shelfLayout: oneOf('list', 'cards'),
  readerAddress: text(320),
  copyEvery: oneOf('never', 'day', 'week', 'month'), copiesKept: oneOf(1, 3, 5, 10),
  friends: (v): v is Settings['friends'] => Array.isArray(v) && v.length <= 200 && v.every(isFriend),
};

/** Whatever was stored, as valid settings: each bad or missing field falls back to its default, the rest is kept. */
export function repair(stored: unknown): Settings {
  const raw = fromBefore((typeof stored === 'object' && stored !== null ? stored : {}) as Readonly<Record<string, unknown>>);
  const out: Record<string, unknown> = { ...DEFAULTS };
  for (const key of Object.keys(DEFAULTS) as (keyof Settings)[]) if (VALID[key](raw[key])) out[key] = raw[key];
  // One friend gone bad must not cost the others.
  if (Array.isArray(raw['friends'])) out['friends'] = raw['friends'].filter(isFriend).slice(0, 200);
  return out as unknown as Settings;
}

/** Pictures and links on paper were a yes or no once. */
function fromBefore(raw: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const out = { ...raw };
  if (raw['printPictures'] === false) out['printPictures'] = 'none';
  if (raw['printLinks'] === true) out['printLinks'] = 'listed';
  return out;
}

async function stored(): Promise<Settings> {
  return repair((await browser.storage.local.get(KEY))[KEY]);
}

/** The settings; the defaults when the browser can't read them, so that an article opens all the same. */
export async function loadSettings(): Promise<Settings> {
  try {
    return await stored();
  } catch (error) {
    if (error instanceof Error) return DEFAULTS;
    throw error;
  }
}

/**
 * Changes some settings and answers the whole. Writers in other pages are waited for, so that two
 * pages changing different fields at once both keep theirs.
 * @param change the new fields, or what makes them of the settings as they are when it is this writer's turn
 * @throws when the browser can't read or keep them: nothing is then overwritten
 */
export function changeSettings(change: Partial<Settings> | ((now: Settings) => Partial<Settings>)): Promise<Settings> {
  return navigator.locks.request('passalong-settings', async () => {
    const now = await stored();
    const next = repair({ ...now, ...(typeof change === 'function' ? change(now) : change) });
    await browser.storage.local.set({ [KEY]: next });
    return next;
  });
}

/** Calls back whenever settings change, from whichever page. */
export function onSettings(listener: (settings: Settings) => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    const change = area === 'local' ? changes[KEY] : undefined;
    if (change) listener(repair(change.newValue));
  });
}
