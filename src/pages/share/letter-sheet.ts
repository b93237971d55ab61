/** The letter as a sheet: what stands here is what leaves. Every line can be written over in place. */
import { t } from '../../browser/i18n.ts';
import { textOf, type Run } from '../../letter/blocks.ts';
import type { Letter, LetterBlock, Person } from '../../letter/compose.ts';
import { h } from '../shared/dom.ts';
import type { LetterForm } from '../shared/letter-form.ts';

export interface LetterSheet {
  /**
   * @param pictureUrl where a picture that travels is shown from; undefined for one that stays on the web
   * @param fresh the pictures are others than before
   */
  readonly show: (form: LetterForm, pictureUrl: (src: string) => string | undefined, fresh?: boolean) => void;
}

/** @param sheet an empty element */
export function letterSheet(sheet: HTMLElement): LetterSheet {
  const to = h('dd', { id: 'sheet-to' });
  const from = h('dd', { id: 'sheet-from' });
  const subject = h('div', { id: 'sheet-subject' });
  const hello = h('div', { class: 'hello' });
  const head = h('div', {});
  const body = h('div', { class: 'body' });
  sheet.replaceChildren(
    h('dl', { class: 'envelope' }, h('dt', {}, t('letterTo')), to, h('dt', {}, t('letterFrom')), from, h('dt', {}, t('letterSubjectLabel')), h('dd', {}, subject)),
    h('hr', { class: 'double' }), hello, h('hr', { class: 'parting' }), h('div', {}, head, body));
  const article = head.parentElement!;
  let form: LetterForm;
  const shown = new WeakMap<HTMLElement, LetterBlock>();
  let shownBody: Letter['body'] | undefined;
  let urlOf: (src: string) => string | undefined = () => undefined;

  sheet.addEventListener('focusout', ({ target }) => {
    const line = (target as HTMLElement).closest<HTMLElement>('.line');
    const block = line && shown.get(line);
    if (!line || !block) return;
    const runs = read(line);
    if (!sameRuns(runs, block.runs)) form.edit(block.key, runs);
  });
  sheet.addEventListener('keydown', (event) => {
    const line = (event.target as HTMLElement).closest<HTMLElement>('.line');
    if (!line) return;
    if (event.key === 'Escape') line.blur();
    else if (event.key === 'Enter' && shown.get(line)?.key === 'subject') { event.preventDefault(); line.blur(); }
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') goOn(event, line, sheet);
  });

  function line(block: LetterBlock, reachable: boolean): HTMLElement {
    // A heading that is written over is a field, and may be nothing else at the same time.
    const tag = block.kind === 'quotation' ? 'blockquote' : block.kind === 'code' ? 'pre' : 'p';
    const element = h(tag, { class: `line ${block.kind}`, 'data-key': block.key });
    return editable(element, block, reachable);
  }
  function editable(element: HTMLElement, block: LetterBlock, reachable: boolean): HTMLElement {
    element.setAttribute('contenteditable', 'plaintext-only');
    element.setAttribute('aria-label', `${t('letterLine')}: ${textOf(block).slice(0, 80)}`);
    element.setAttribute('role', 'textbox');
    element.setAttribute('aria-multiline', String(block.key !== 'subject'));
    element.tabIndex = reachable ? 0 : -1;
    element.classList.add('line');
    element.replaceChildren(...block.runs.map((run) => (run.href ? h('span', { class: 'to', 'data-href': run.href, title: run.href }, run.text) : document.createTextNode(run.text))));
    shown.set(element, block);
    return element;
  }

  /** Lines that did not change stay as they are, so that the focus and a selection survive. */
  function fillPart(part: HTMLElement, blocks: readonly LetterBlock[], firstOnly: boolean): void {
    const have = new Map([...part.querySelectorAll<HTMLElement>('.line')].map((element) => [element.dataset['key']!, element]));
    const kids = blocks.map((block, i) => {
      if (block.kind === 'picture') return picture(block, urlOf(block.src ?? ''));
      const old = have.get(block.key);
      const element = old && shown.get(old)?.kind === block.kind ? old : line(block, !firstOnly || i === 0);
      if (element === old && !sameRuns(shown.get(old)!.runs, block.runs)) editable(old, block, old.tabIndex === 0);
      if (block.kind !== 'item') return element;
      return element.parentElement?.classList.contains('item') ? element.parentElement : h('div', { class: 'item' }, h('span', {}, block.marker ?? ''), element);
    });
    if (kids.length !== part.children.length || kids.some((kid, i) => part.children[i] !== kid)) part.replaceChildren(...kids);
  }

  return {
    show(now, pictureUrl, fresh = false) {
      form = now;
      urlOf = pictureUrl;
      const letter = form.letter();
      names(to, form.friends(), t('letterNobodyYet'));
      names(from, [form.me()].filter((me) => me.name || me.email), t('letterFromMail'));
      const subjectBlock: LetterBlock = { key: 'subject', kind: 'title', runs: [{ text: letter.subject }] };
      if (shown.get(subject)?.runs[0]?.text !== letter.subject) editable(subject, subjectBlock, true);
      fillPart(hello, letter.hello, false);
      article.dir = letter.dir;
      if (letter.language) article.lang = letter.language;
      fillPart(head, letter.head, false);
      sheet.querySelector('.cut')?.remove();
      body.classList.toggle('long', letter.body.length > 300);
      if (fresh || shownBody !== letter.body) fillPart(body, letter.body, true);
      shownBody = letter.body;
      markCut(form, body);
    },
  };
}

/** A picture that travels is shown; any other is only named, since it stays where it is. */
function picture(block: LetterBlock, url: string | undefined): HTMLElement {
  const caption = textOf(block);
  if (!url) return h('p', { class: 'stays' }, t('letterPictureStays', caption || t('letterPictureUnnamed')));
  return h('figure', { class: 'stays' }, h('img', { src: url, alt: caption }), h('figcaption', {}, `${caption} ${t('letterPictureDraft')}`.trim()));
}

/** Where a mail link would stop: the sheet says so too. */
function markCut(form: LetterForm, body: HTMLElement): void {
  const fit = form.fit();
  const cut = fit.ok ? fit.cut : undefined;
  if (!cut || cut.kind === 'note' || form.letter().body.length === 0) return;
  const mark = h('p', { class: 'cut', role: 'note' }, t(cut.kind === 'in' ? 'letterSheetCutIn' : 'letterSheetCut'));
  if (cut.kind === 'text') return body.prepend(mark);
  const paragraphs = [...body.children].filter((child) => !child.matches('.heading, .stays'));
  paragraphs[cut.paragraph - 1]?.after(mark);
}

function names(place: HTMLElement, people: readonly Person[], nobody: string): void {
  const text = people.map(({ name, email }) => [name, email].filter(Boolean).join(', ')).join('; ');
  place.textContent = text || nobody;
  place.classList.toggle('missing', !text);
}

/** What a line says after it was written over; links keep their address as long as their words are there. */
function read(line: HTMLElement): Run[] {
  const runs: Run[] = [];
  const walk = (node: Node, href: string | undefined): void => {
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) {
        const text = child.nodeValue ?? '';
        if (text) runs.push(href ? { text, href } : { text });
      } else if (child instanceof HTMLBRElement) runs.push({ text: '\n' });
      else if (child instanceof HTMLElement) walk(child, child.dataset['href'] ?? href);
    }
  };
  walk(line, undefined);
  const last = runs.at(-1);
  // Browsers keep an empty line open with a last line break of their own.
  if (last && !last.href && last.text.endsWith('\n')) runs[runs.length - 1] = { text: last.text.replace(/\n+$/, '') };
  return runs.filter((run) => run.text);
}

function sameRuns(a: readonly Run[], b: readonly Run[]): boolean {
  const flat = (runs: readonly Run[]): string => runs.map((run) => `${run.href ?? ''}\u0000${run.text}`).join('\u0001');
  return flat(merged(a)) === flat(merged(b));
}

function merged(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  for (const run of runs) {
    const last = out.at(-1);
    if (last && last.href === run.href) out[out.length - 1] = { ...last, text: last.text + run.text };
    else out.push(run);
  }
  return out;
}

/** Arrow keys at the edge of a line go on to the next one: only the first of the article's lines is a Tab stop. */
function goOn(event: KeyboardEvent, line: HTMLElement, sheet: HTMLElement): void {
  const selection = getSelection();
  if (!selection) return;
  // Firefox can leave the caret in the line that had the focus before.
  if (!line.contains(selection.anchorNode)) {
    event.preventDefault();
    return putCaret(selection, line, true);
  }
  if (!selection.isCollapsed) return;
  const caret = selection.getRangeAt(0).getBoundingClientRect();
  const box = line.getBoundingClientRect();
  const down = event.key === 'ArrowDown';
  const near = Number.parseFloat(getComputedStyle(line).lineHeight) || 24;
  const atEdge = caret.height === 0 || (down ? box.bottom - caret.bottom < near * 0.8 : caret.top - box.top < near * 0.8);
  if (!atEdge) return;
  const lines = [...sheet.querySelectorAll<HTMLElement>('.line')];
  const next = lines[lines.indexOf(line) + (down ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
  putCaret(selection, next, down);
}

/** At the beginning or end of a line's text: beside it, browsers don't say where the caret stands. */
function putCaret(selection: Selection, line: HTMLElement, atStart: boolean): void {
  const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  const text = atStart ? texts.nextNode() : lastText(texts);
  selection.collapse(text ?? line, atStart || !text ? 0 : text.nodeValue!.length);
}

function lastText(texts: TreeWalker): Node | null {
  let last: Node | null = null;
  while (texts.nextNode()) last = texts.currentNode;
  return last;
}
