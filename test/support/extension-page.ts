/**
 * A page of ours in jsdom: a document, and as much of the extension's own interface as words and addresses need, with
 * the true English words. Import it before the module under test.
 */
import { JSDOM } from 'jsdom';
import { readdirSync, readFileSync } from 'node:fs';
import { vi } from 'vitest';

interface Message { readonly message: string; readonly placeholders?: Readonly<Record<string, { readonly content: string }>> }

const words: Record<string, Message> = {};
for (const file of readdirSync('src/_locales/en')) Object.assign(words, JSON.parse(readFileSync(`src/_locales/en/${file}`, 'utf8')) as Record<string, Message>);

/** `i18n.getMessage` as the browsers define it: placeholders by name, without regard to case, then `$1`…`$9`. */
export function getMessage(key: string, values: string | readonly string[] = []): string {
  const entry = words[key];
  if (!entry) return key === '@@bidi_dir' ? 'ltr' : '';
  const all = typeof values === 'string' ? [values] : values;
  const fill = (text: string) => text.replace(/\$([1-9])/g, (_, n: string) => all[Number(n) - 1] ?? '');
  return entry.message.replace(/\$(\w+)\$|\$([1-9])/g, (found, name: string | undefined) =>
    (name === undefined ? fill(found) : fill(entry.placeholders?.[name.toLowerCase()]?.content ?? '')));
}

vi.mock('webextension-polyfill', () => ({
  default: { i18n: { getMessage, getUILanguage: () => 'en-GB' }, runtime: { getURL: (path: string) => `chrome-extension://passalong/${path}` } },
}));

/** Puts the page's own HTML into a new document that the module under test will see as its own. */
export function openDocument(html: string): Document {
  const { window } = new JSDOM(html, { url: 'chrome-extension://passalong/pages/test.html', pretendToBeVisual: true });
  window.Element.prototype.scrollIntoView = () => undefined;
  for (const name of ['window', 'document', 'Node', 'Element', 'HTMLElement', 'HTMLInputElement', 'SVGElement'] as const) vi.stubGlobal(name, window[name as never]);
  vi.stubGlobal('location', window.location);
  return window.document;
}
