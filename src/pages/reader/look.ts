/** How the text looks on the screen: size, face, paper. Chosen here or in the settings, followed everywhere at once. */
import type { Article } from '../../article/article.ts';
import { t } from '../../browser/i18n.ts';
import { changeSettings, DEFAULTS, onSettings, type Settings } from '../../browser/settings.ts';
import { byId, fill, h } from '../shared/dom.ts';

/** The sizes the buttons step through, in CSS pixels. */
const SIZES = [15, 16, 17, 18, 19, 20, 22, 24, 26, 29, 32] as const;

/** Puts size and face on the root, where article.css finds them. */
export function showLook({ textSize, face }: Settings): void {
  document.documentElement.style.setProperty('--text-size', String(textSize));
  document.documentElement.dataset['face'] = face;
}

export function startLookPanels(settings: Settings, article: Article): void {
  let now = settings;
  const change = (part: Partial<Settings>): void => {
    show({ ...now, ...part });
    void changeSettings(part);
  };
  const smaller = byId<HTMLButtonElement>('smaller');
  const larger = byId<HTMLButtonElement>('larger');
  const show = (next: Settings): void => {
    now = next;
    showLook(next);
    fill(byId('size'), h('b', {}, next.textSize), ` · ${t('readerSizeNow', lettersALine(article))}`);
    smaller.disabled = next.textSize <= SIZES[0];
    larger.disabled = next.textSize >= SIZES[SIZES.length - 1]!;
    check('face', next.face);
    check('theme', next.theme);
  };
  smaller.addEventListener('click', () => change({ textSize: SIZES.findLast((size) => size < now.textSize) ?? now.textSize }));
  larger.addEventListener('click', () => change({ textSize: SIZES.find((size) => size > now.textSize) ?? now.textSize }));
  byId('faces').addEventListener('change', (event) => change({ face: (event.target as HTMLInputElement).value as Settings['face'] }));
  byId('papers').addEventListener('change', (event) => change({ theme: (event.target as HTMLInputElement).value as Settings['theme'] }));
  byId('normal').addEventListener('click', () => change({ textSize: DEFAULTS.textSize, face: DEFAULTS.face }));
  onSettings(show);
  show(settings);
  // The count of letters is true only once the face is there, and after the window changed.
  const again = (): void => show(now);
  void document.fonts.ready.then(again);
  byId('text-panel').addEventListener('beforetoggle', again);
}

function check(name: string, value: string): void {
  const radio = document.querySelector<HTMLInputElement>(`input[type="radio"][name="${name}"][value="${value}"]`);
  if (radio) radio.checked = true;
}

/** How many letters of this article fill a line of its column, measured with its own words. */
function lettersALine(article: Article): number {
  const sample = article.text.slice(0, 600) || article.title;
  const text = document.getElementById('text');
  const pen = document.createElement('canvas').getContext('2d');
  if (!text || !pen) return 0;
  const { fontSize, fontFamily } = getComputedStyle(text);
  pen.font = `${fontSize} ${fontFamily}`;
  const width = pen.measureText(sample.replace(/\s+/g, ' ')).width / sample.length;
  return width > 0 ? Math.round(text.getBoundingClientRect().width / width) : 0;
}
