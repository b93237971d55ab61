/** How the text looks on the screen: size, face, paper. Chosen here or in the settings, followed everywhere at once. */
import type { Article } from '../../article/article.ts';
import { t } from '../../browser/i18n.ts';
import { changeSettings, DEFAULTS, onSettings, type Settings } from '../../browser/settings.ts';
import { byId, fill, h } from '../shared/dom.ts';
import { SCREEN_SIZES, stepper } from '../shared/stepper.ts';

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
  const showStep = stepper({ smaller: 'smaller', larger: 'larger' }, SCREEN_SIZES, (textSize) => change({ textSize }));
  const show = (next: Settings): void => {
    now = next;
    showLook(next);
    fill(byId('size'), h('b', {}, next.textSize), ` · ${t('readerSizeNow', lettersALine(article))}`);
    showStep(next.textSize);
    check('face', next.face);
    check('theme', next.theme);
  };
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
