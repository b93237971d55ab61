/** A picture as large as the window: near and far, moved about, and the article's others before and after it. */
import { ChevronLeft, ChevronRight, X, ZoomIn, ZoomOut } from 'lucide';
import { t } from '../../browser/i18n.ts';
import { fill, h, icon, type IconNode } from '../shared/dom.ts';
import { bestSource, isPictureAddress } from './picture-source.ts';
import { zoomable } from './zoom.ts';

/** Smaller pictures are ornaments. In CSS pixels as shown or as they are. */
const SMALLEST = 150;

export function startPictureView(element: HTMLElement): void {
  const view = makeView();
  const eligible = (): readonly HTMLImageElement[] => [...element.querySelectorAll<HTMLImageElement>('img.enlarges')];
  for (const picture of element.querySelectorAll('img')) {
    const offer = (): void => { if (Math.max(picture.naturalWidth, picture.clientWidth) >= SMALLEST && picture.naturalHeight > SMALLEST / 3) offerToEnlarge(picture, () => view.open(eligible(), picture)); };
    if (picture.complete && picture.naturalWidth > 0) offer();
    else picture.addEventListener('load', offer, { once: true });
  }
}

function offerToEnlarge(picture: HTMLImageElement, open: () => void): void {
  const link = picture.closest('a[href]') as HTMLAnchorElement | null;
  // A picture that leads to another page goes on doing so.
  if (link && !isPictureAddress(link.href)) return;
  const label = picture.alt.trim() ? `${t('pictureEnlarge')}: ${picture.alt.trim()}` : t('pictureEnlarge');
  picture.classList.add('enlarges');
  // A picture that can be pressed is no ornament any more.
  if (!link) picture.alt ||= t('picture');
  const control: HTMLElement = link ?? picture;
  control.setAttribute('role', 'button');
  control.setAttribute('aria-label', label);
  control.setAttribute('aria-haspopup', 'dialog');
  control.tabIndex = 0;
  control.addEventListener('click', (event) => {
    if ((event as MouseEvent).ctrlKey || (event as MouseEvent).metaKey) return;
    event.preventDefault();
    open();
  });
  control.addEventListener('keydown', (event) => {
    if (event.key !== ' ' && (event.key !== 'Enter' || link)) return;
    event.preventDefault();
    open();
  });
}

function makeView(): { open(pictures: readonly HTMLImageElement[], first: HTMLImageElement): void } {
  let pictures: readonly HTMLImageElement[] = [];
  let at = 0;
  const button = (id: string, label: string, drawing: unknown, run: () => void, flips = ''): HTMLButtonElement =>
    h('button', { type: 'button', class: 'button only-icon', id, 'aria-label': label, title: label, onclick: run }, icon(drawing as IconNode, flips));
  const count = h('span', { class: 'num', id: 'picture-count', 'aria-live': 'polite' });
  const large = h('img', { alt: '', referrerpolicy: 'no-referrer', draggable: 'false' });
  const stage = h('div', { class: 'stage' }, large);
  const caption = h('p', { class: 'caption', dir: 'auto' });
  const before = button('picture-before', t('pictureBefore'), ChevronLeft, () => turn(-1), 'flip');
  const after = button('picture-after', t('pictureAfter'), ChevronRight, () => turn(1), 'flip');
  const dialog = h('dialog', { class: 'picture-view', id: 'picture-view', 'aria-label': t('picture') },
    h('div', { class: 'picture-bar' }, count, h('span', { class: 'room' }), before, after,
      button('picture-far', t('pictureFar'), ZoomOut, () => zoom.by(1 / 1.5)), button('picture-near', t('pictureNear'), ZoomIn, () => zoom.by(1.5)),
      button('picture-close', t('pictureClose'), X, () => dialog.close())), stage, caption);
  const zoom = zoomable(stage, large);

  const show = (): void => {
    const picture = pictures[at]!;
    const source = bestSource(picture);
    zoom.reset();
    // What is there already is seen at once; the larger one takes its place when it has come.
    large.src = picture.currentSrc || picture.src;
    large.alt = picture.alt;
    if (source !== large.src) {
      const better = new Image();
      better.referrerPolicy = 'no-referrer';
      better.addEventListener('load', () => { if (pictures[at] === picture) large.src = source; });
      better.src = source;
    }
    fill(caption, picture.closest('figure')?.querySelector('figcaption')?.textContent.trim() ?? '');
    caption.hidden = !caption.textContent;
    count.textContent = pictures.length > 1 ? t('pictureOf', at + 1, pictures.length) : '';
    before.hidden = after.hidden = pictures.length < 2;
    before.disabled = at === 0;
    after.disabled = at === pictures.length - 1;
  };
  const turn = (by: number): void => {
    const next = Math.max(0, Math.min(pictures.length - 1, at + by));
    if (next === at) return;
    at = next;
    show();
  };
  /** A picture that is larger than the window is moved about; one that is not makes room for the next. */
  const aside = (move: number, by: number): void => {
    if (zoom.isNear()) zoom.move(move, 0);
    else turn(by);
  };
  dialog.addEventListener('keydown', (event) => {
    const onwards = getComputedStyle(dialog).direction === 'rtl' ? -1 : 1;
    switch (event.key) {
      case 'ArrowLeft': aside(80, -onwards); break;
      case 'ArrowRight': aside(-80, onwards); break;
      case 'ArrowUp': zoom.move(0, 80); break;
      case 'ArrowDown': zoom.move(0, -80); break;
      case '+': case '=': zoom.by(1.5); break;
      case '-': zoom.by(1 / 1.5); break;
      case '0': zoom.reset(); break;
      default: return;
    }
    event.preventDefault();
  });
  stage.addEventListener('click', (event) => { if (event.target === stage && !zoom.isNear()) dialog.close(); });
  dialog.addEventListener('close', () => {
    large.removeAttribute('src');
    const picture = pictures[at];
    const control = picture?.closest<HTMLElement>('a[role="button"]') ?? picture;
    // Who has turned the pages comes back where the last picture stands.
    control?.scrollIntoView({ block: 'nearest' });
    control?.focus({ preventScroll: true });
  });
  document.body.append(dialog);
  return {
    open(all, first) {
      pictures = all;
      at = Math.max(0, all.indexOf(first));
      show();
      dialog.showModal();
      dialog.querySelector<HTMLElement>('#picture-close')?.focus();
    },
  };
}
