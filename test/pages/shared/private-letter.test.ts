/** What a letter leaves behind: its people and that it was sent, but for letters from private windows. */
import { openDocument } from '../../support/extension-page.ts';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Settings } from '../../../src/browser/settings.ts';

type Change = Partial<Settings> | ((now: Settings) => Partial<Settings>);
const noted = vi.hoisted(() => ({ settings: {} as Partial<Settings>, sent: [] as unknown[] }));
vi.mock('../../../src/browser/settings.ts', async (original) => ({
  ...await original<typeof import('../../../src/browser/settings.ts')>(),
  changeSettings: (change: Change) => {
    const now = noted.settings as Settings;
    noted.settings = { ...now, ...(typeof change === 'function' ? change(now) : change) };
    return Promise.resolve(noted.settings);
  },
}));
vi.mock('../../../src/browser/messages.ts', () => ({ send: (name: string, input: unknown) => { noted.sent.push([name, input]); return Promise.resolve({ ok: true }); } }));
vi.mock('../../../src/browser/unsent-letter.ts', () => ({ loadUnsent: () => Promise.resolve(undefined), keepUnsent: () => Promise.resolve(true) }));

let page: Document;
beforeEach(() => {
  page = openDocument('<main></main>');
  vi.stubGlobal('HTMLAnchorElement', page.defaultView!.HTMLAnchorElement);
  page.addEventListener('click', (event) => event.preventDefault());
  noted.sent = [];
});

/** Writes to Ada about a page and opens the mail program. */
async function writeTo(isPrivate: boolean): Promise<void> {
  const { DEFAULTS } = await import('../../../src/browser/settings.ts');
  const { mountLetter } = await import('../../../src/pages/shared/letter-form.ts');
  noted.settings = DEFAULTS;
  await mountLetter(page.querySelector('main')!, { source: { page: { url: 'https://a.example/quiet', title: 'Quiet' }, isPrivate }, settings: DEFAULTS, mode: 'page' });
  const email = page.querySelector<HTMLInputElement>('.letter-friends input[inputmode="email"]')!;
  email.value = 'ada@a.example';
  email.dispatchEvent(new page.defaultView!.Event('input'));
  const mail = page.querySelector<HTMLAnchorElement>('#letter-mail')!;
  expect(mail.href).toContain('ada');
  mail.click();
  await vi.waitFor(() => expect(noted.settings.lastWay).toBe('mail'));
}

it('is noted with its people, from an ordinary window', async () => {
  await writeTo(false);
  expect(noted.settings.friends?.map(({ email }) => email)).toEqual(['ada@a.example']);
  await vi.waitFor(() => expect(noted.sent).toEqual([['noteShare', { url: 'https://a.example/quiet', way: 'mail', to: ['ada@a.example'] }]]));
});

it('is not noted from a private window: neither to whom nor that it went', async () => {
  await writeTo(true);
  await new Promise((resolve) => { setTimeout(resolve, 50); });
  expect(noted.settings.friends).toEqual([]);
  // What it says and to whom is not kept by the browser either, which would open the tab again with it.
  expect([...page.querySelectorAll('.letter-friends input, textarea')].filter((each) => each.getAttribute('autocomplete') !== 'off')).toEqual([]);
  expect(noted.sent).toEqual([]);
});
