/** The letter: from the popup and its full page to the mail program, the draft file and the clipboard. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import type { Page } from 'puppeteer-core';
import { beforeEach, expect, it } from 'vitest';
import { until } from '../support/wait.ts';
import { inBothBrowsers, SAMPLE, SAMPLE_TITLE } from './both-browsers.ts';
import { openLetterInPopup, openLetterPage } from './letter-steps.ts';

inBothBrowsers('letter', (scene) => {
  beforeEach(async () => {
    scene.browser.mail.clear();
    await scene.browser.inExtension('await browser.storage.local.clear(); await browser.storage.session.clear()');
  });

  const openInPopup = () => openLetterInPopup(scene);
  /** Fields by their label, as a person finds them. */
  const labelled = (label: string): string => `(() => { const id = [...document.querySelectorAll('label')].find((label) => label.textContent === ${JSON.stringify(label)}).htmlFor; return '#' + id; })()`;
  const openFullPage = (): Promise<Page> => openLetterPage(scene, 'Smell the bread — „frisch“!');
  const settings = () => scene.browser.inExtension<{ myName: string; myEmail: string; friends: { name: string; email: string }[] }>(`return (await browser.storage.local.get('settings')).settings`);
  const type = async (page: Page, selector: string, value: string): Promise<void> => {
    await page.focus(selector);
    await page.$eval(selector, (element) => { (element as HTMLInputElement).select(); });
    await page.keyboard.type(value);
    await page.keyboard.press('Tab');
  };

  it('goes from the popup to the mail program, and remembers its people', async () => {
    const popup = await openInPopup();
    const field = async (label: string, value: string) => { await popup.fill(await popup.evaluate<string>(`return ${labelled(label)}`), value); };
    await field('Friend’s name', 'Marta');
    await field('Friend’s e-mail', 'marta@bücher.example');
    await field('Your name', 'Änne');
    await field('Your e-mail', 'aenne@example.org');
    await popup.fill('#letter-note', 'Lies das!\nGanz.');
    await popup.click('#letter-mail');
    const mail = new URL(await scene.browser.mail.mail());
    expect(mail.href.length).toBeLessThanOrEqual(1800);
    expect(mail.pathname).toBe('marta@xn--bcher-kva.example');
    expect([...mail.searchParams.keys()]).toEqual(['subject', 'body']);
    expect(mail.searchParams.get('subject')).toBe(`For you: ${SAMPLE_TITLE}`);
    const body = mail.searchParams.get('body')!;
    expect(body.startsWith('Dear Marta,\r\n\r\nLies das!\r\nGanz.\r\n\r\nÄnne\r\n\r\n· · ·\r\n\r\n')).toBe(true);
    expect(body).toContain(`${SAMPLE_TITLE}\r\n`);
    expect(body).toContain(SAMPLE);
    await until('the people to be remembered', async () => {
      const { myName, myEmail, friends } = await settings();
      return myName === 'Änne' && myEmail === 'aenne@example.org' && friends[0]?.name === 'Marta' && friends[0].email === 'marta@bücher.example';
    });
    expect(await popup.text('#letter-said')).toMatch(/^Your mail program should open now. You press Send there. Nothing opened\?/);
    await popup.close();
  });

  it('asks at the field when an address can’t be one, and opens nothing', async () => {
    const popup = await openInPopup();
    const email = await popup.evaluate<string>(`return ${labelled('Friend’s e-mail')}`);
    await popup.click('#letter-mail');
    expect(await popup.text(`${email}-question`)).toBe('Which address shall it go to?');
    await popup.fill(email, 'marta@example');
    await popup.click('#letter-mail');
    expect(await popup.text(`${email}-question`)).toBe('Is something missing after “example”?');
    expect(await popup.evaluate(`const input = document.querySelector('${email}'); return [input.getAttribute('aria-invalid'), input.getAttribute('aria-describedby'), document.activeElement === input]`)).toEqual(['true', `${email.slice(1)}-question`, true]);
    await popup.fill(email, 'marta@example.org');
    expect(await popup.evaluate(`return document.querySelector('${email}').hasAttribute('aria-invalid')`)).toBe(false);
    expect(scene.browser.mail.opened()).toEqual([]);
    await popup.close();
  });

  it('keeps what was typed when the popup closes, and goes back to the four verbs', async () => {
    const popup = await openInPopup();
    await popup.fill('#letter-note', 'Half a thought');
    await popup.close();
    const again = await openInPopup();
    expect(await again.evaluate(`return document.querySelector('#letter-note').value`)).toBe('Half a thought');
    await again.click('#letter-back');
    await again.see('#popup[data-state=article] [data-verb=share]');
    await again.close();
  });

  it('fits the popup without scrolling sideways, and every control has a name and room for a finger', async () => {
    const popup = await openInPopup();
    await popup.click('#letter-more');
    await popup.see('#letter-way-copy');
    const found = await popup.evaluate<{ wide: number; nameless: string[]; small: string[] }>(`
      const shown = [...document.querySelectorAll('#letter button, #letter a, #letter input, #letter textarea, #letter summary')].filter((e) => e.getClientRects().length > 0);
      const name = (e) => e.getAttribute('aria-label') || e.labels?.[0]?.textContent || e.textContent.trim();
      const target = (e) => (e.type === 'radio' ? e.closest('label') : e.closest('.field') ?? e).getBoundingClientRect();
      return {
        wide: document.documentElement.scrollWidth - window.innerWidth,
        nameless: shown.filter((e) => !name(e)).map((e) => e.outerHTML.slice(0, 80)),
        small: shown.filter((e) => target(e).height < 31.5).map((e) => e.outerHTML.slice(0, 80)),
      };`);
    expect(found).toEqual({ wide: 0, nameless: [], small: [] });
    await popup.close();
  });

  it('shows on its full page exactly what leaves, and every line can be changed and put back', async () => {
    const page = await openFullPage();
    expect(await page.$eval('.hello .note', (line) => line.textContent)).toBe('Smell the bread — „frisch“!');
    await type(page, await page.evaluate(labelled('Friend’s e-mail')) as string, 'marta@example.org');
    await page.evaluate(`[...document.querySelectorAll('input[name=letter-travels]')].find((radio) => radio.value === 'link').click()`);
    await page.click('#sheet-subject');
    await page.keyboard.down('Control');
    await page.keyboard.press('a');
    await page.keyboard.up('Control');
    await page.keyboard.type('Bread & <b>roses</b>');
    await page.keyboard.press('Enter');
    await until('the change to be taken', () => page.evaluate(`new URL(document.querySelector('#letter-mail').href).searchParams.get('subject') === 'Bread & <b>roses</b>'`));
    const sheet = await page.evaluate(`[...document.querySelectorAll('#sheet .hello .line, #sheet .head .line, #sheet .line.title, #sheet .facts, #sheet .link')].map((line) => line.textContent)`) as string[];
    await page.click('#letter-mail');
    const mail = new URL(await scene.browser.mail.mail());
    const lines = mail.searchParams.get('body')!.split('\r\n').filter(Boolean);
    expect(new Set(lines.filter((line) => line !== '· · ·'))).toEqual(new Set(sheet));
    await page.click('#undo');
    expect(await page.$eval('#sheet-subject', (line) => line.textContent)).toBe(`For you: ${SAMPLE_TITLE}`);
  });

  it('is walked through by keyboard: Tab reaches its parts, arrow keys go on from line to line', async () => {
    const page = await openFullPage();
    await page.evaluate(`[...document.querySelectorAll('input[name=letter-travels]')].find((radio) => radio.value === 'article').click()`);
    const at = () => page.evaluate(`document.activeElement.dataset.key ?? document.activeElement.id`) as Promise<string>;
    await page.focus('#sheet-subject');
    const reached: string[] = [];
    for (let i = 0; i < 8 && reached.at(-1) !== 'article:0'; i++) {
      await page.keyboard.press('Tab');
      reached.push(await at());
    }
    expect(reached).toEqual(['greeting', 'note', 'title', 'facts', 'link', 'article:0']);
    const lines = new Set<string>();
    for (let i = 0; i < 40 && lines.size < 4; i++) {
      await page.keyboard.press('ArrowDown');
      lines.add(await at());
    }
    expect(lines.size).toBe(4);
    for (let i = 0; i < 60 && await at() !== 'note'; i++) await page.keyboard.press('ArrowUp');
    expect(await at()).toBe('note');
    await page.keyboard.press('End');
    await page.keyboard.type(' Really.');
    await page.keyboard.press('Tab');
    expect(await page.$eval('#letter-note', (field) => (field as HTMLTextAreaElement).value)).toBe('Smell the bread — „frisch“! Really.');
  });

  it('makes a draft file that carries the whole article', async () => {
    const page = await openFullPage();
    await type(page, await page.evaluate(labelled('Friend’s name')) as string, 'Marta Lind');
    await type(page, await page.evaluate(labelled('Friend’s e-mail')) as string, 'marta@example.org');
    await page.evaluate(`[...document.querySelectorAll('input[name=letter-travels]')].find((radio) => radio.value === 'article').click()`);
    const paragraphs = await page.evaluate(`[...document.querySelectorAll('#sheet .body p.line')].map((line) => line.textContent)`) as string[];
    expect(paragraphs.length).toBeGreaterThan(4);
    await page.click('#letter-draft, #letter-way-draft:not([hidden])');
    const file = await until('the draft file', () => readdirSync(scene.browser.downloads).find((name) => name.endsWith('.eml')));
    expect(file).toBe(`For you ${SAMPLE_TITLE}.eml`);
    const mail = await until('the whole file', async () => {
      const parsed = await PostalMime.parse(readFileSync(join(scene.browser.downloads, file)));
      return parsed.html?.includes('</html>') ? parsed : undefined;
    });
    expect(mail.subject).toBe(`For you: ${SAMPLE_TITLE}`);
    expect(mail.to).toEqual([expect.objectContaining({ name: 'Marta Lind', address: 'marta@example.org' })]);
    const shown = textOfMail(mail.html!);
    for (const paragraph of paragraphs) expect(shown).toContain(paragraph.replace(/\s+/g, ' '));
    expect(await page.$eval('#letter-said', (said) => said.textContent)).toContain('is in your downloads');
  });

  it('copies formatted and plain text together', async () => {
    const page = await openFullPage();
    await page.click('#letter-way-copy');
    await until('the copy', async () => (await page.$eval('#letter-said', (said) => said.textContent)) === 'Copied. Paste it into any mail or message.');
    // Pasted as a person does it, into a page of the web: once where formatting is kept, once where it is not.
    await scene.browser.visit(scene.server.page('/mail', '<!doctype html><title>Mail</title><div id="rich" contenteditable>&nbsp;</div><textarea id="plain"></textarea>'));
    const web = scene.browser.page;
    await web.bringToFront();
    await web.focus('#rich');
    await paste(web);
    const rich = await until('the pasted letter', () => web.$eval('#rich', (element) => (element.querySelector('h1') ? { title: element.querySelector('h1')!.textContent, link: element.querySelector('a')?.getAttribute('href'), unsafe: element.querySelectorAll('script, img, iframe').length } : undefined)));
    expect(rich.title).toBe(SAMPLE_TITLE);
    expect(rich.link).toContain(SAMPLE);
    expect(rich.unsafe).toBe(0);
    await web.focus('#plain');
    await paste(web);
    const plain = await until('the pasted text', () => web.$eval('#plain', (element) => (element as HTMLTextAreaElement).value || undefined));
    expect(plain).toMatch(/^Hello,\n\nSmell the bread — „frisch“!\n\n· · ·\n\n/);
  });

  it('says in plain words when its page is no longer at hand', async () => {
    const page = await scene.browser.openOurs('pages/share/share.html?draft=nothing');
    await until('the sentence', () => page.evaluate(`document.querySelector('[role=alert] p')?.textContent.includes('no longer at hand')`));
  });

  async function paste(page: Page): Promise<void> {
    await page.keyboard.down('Control');
    await page.keyboard.press('v', { commands: ['Paste'] });
    await page.keyboard.up('Control');
  }
});

/** The text of an HTML mail, spaces made single. */
function textOfMail(html: string): string {
  const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return html.replace(/<br>/g, ' ').replace(/<[^>]*>/g, '').replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name]!).replace(/\s+/g, ' ');
}
