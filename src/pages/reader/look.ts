/** How the text looks on the screen: size, face, lines, column, paper. Chosen here or in the settings, followed everywhere at once. */
import type { Article } from '../../article/article.ts';
import { t } from '../../browser/i18n.ts';
import { DEFAULTS, type Settings } from '../../browser/settings.ts';
import { byId, fill, h } from '../shared/dom.ts';
import { followSettings } from '../shared/followed-settings.ts';
import { SCREEN_SIZES, stepper } from '../shared/stepper.ts';
import { startSideways } from './sideways.ts';
import { uprightNow } from './way.ts';

const PICKS = ['face', 'lines', 'column', 'edges', 'theme', 'stand'] as const;
/** What "Back to normal" brings back; the paper is a matter of the room one sits in. */
const NORMAL = { textSize: DEFAULTS.textSize, face: DEFAULTS.face, lines: DEFAULTS.lines, column: DEFAULTS.column, edges: DEFAULTS.edges };

/** Puts the choices on the root, where the style sheets find them. @param upright how the lines stood on the article's page */
export function showLook({ textSize, face, lines, column, edges, stand }: Settings, upright?: Article['upright']): void {
  const { style, dataset } = document.documentElement;
  style.setProperty('--text-size', String(textSize));
  Object.assign(dataset, { face, lines, column, edges });
  if (upright && stand === 'upright') dataset['upright'] = upright;
  else delete dataset['upright'];
}

/** @param hold runs a change of the look in such a way that the line being read stays where it is */
export function startLookPanels(settings: Settings, article: Article, hold: (change: () => void) => void): void {
  let now = settings;
  const showStep = stepper({ smaller: 'smaller', larger: 'larger' }, SCREEN_SIZES, (textSize) => void change({ textSize }));
  const show = (next: Settings): void => {
    now = next;
    hold(() => showLook(next, article.upright));
    fill(byId('size'), h('b', {}, next.textSize), ` · ${t('readerSizeNow', lettersALine(article))}`);
    showStep(next.textSize);
    for (const name of PICKS) check(name, next[name]);
  };
  const change = followSettings(settings, show);
  for (const name of PICKS) {
    for (const radio of document.querySelectorAll<HTMLInputElement>(`input[type="radio"][name="${name}"]`)) {
      radio.addEventListener('change', () => void change({ [name]: radio.value }));
    }
  }
  byId('stand').hidden = !article.upright;
  if (article.upright) startSideways();
  byId('normal').addEventListener('click', () => void change(NORMAL));
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
  const letter = pen.measureText(sample.replace(/\s+/g, ' ')).width / sample.length;
  const { width, height } = text.getBoundingClientRect();
  return letter > 0 ? Math.round((uprightNow() ? height : width) / letter) : 0;
}
