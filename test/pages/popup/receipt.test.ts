/** The receipt and the forms that open in its place. */
import { openDocument } from '../../support/extension-page.ts';
import { beforeEach, expect, it, vi } from 'vitest';
import type { ReceiptWays } from '../../../src/pages/popup/receipt.ts';
import { articleAt } from '../../library/support.ts';

const ARTICLE = articleAt('https://paper.example/mill', { title: 'The mill' });
let place: HTMLElement;
const ways = { use: vi.fn<ReceiptWays['use']>(), pick: vi.fn<ReceiptWays['pick']>(), remember: vi.fn<ReceiptWays['remember']>(), forget: vi.fn<ReceiptWays['forget']>(), site: 'paper.example' };

beforeEach(async () => {
  place = openDocument('<main><section id="receipt"></section></main>').getElementById('receipt')!;
  vi.resetModules();
  vi.resetAllMocks();
  ways.use.mockResolvedValue(undefined);
  ways.remember.mockResolvedValue(true);
  const { showReceipt } = await import('../../../src/pages/popup/receipt.ts');
  showReceipt(place, ARTICLE, ways);
});
const press = (selector: string) => place.querySelector<HTMLElement>(selector)!.click();
const focused = () => document.activeElement?.id;

it('gives the focus back to the button that opened a form, whichever way it is left', async () => {
  press('#receipt-right');
  await vi.waitFor(() => expect(focused()).toBe('right-title'));
  press('#right-leave');
  expect(focused()).toBe('receipt-right');
  press('#receipt-report');
  await vi.waitFor(() => expect(focused()).toBe('report-make'));
  press('#report-leave');
  expect(focused()).toBe('receipt-report');
  press('#receipt-right');
  press('#right-use');
  await vi.waitFor(() => expect(focused()).toBe('receipt-right'));
});

it('uses what was put right although it could not be remembered for the site, and says so', async () => {
  ways.remember.mockRejectedValue(new Error('no room'));
  press('#receipt-right');
  place.querySelector<HTMLInputElement>('#right-title')!.value = 'The water mill';
  press('#right-use');
  await vi.waitFor(() => expect(ways.use).toHaveBeenCalledWith(expect.objectContaining({ title: 'The water mill' })));
  expect(document.querySelector('.toast')?.textContent).toMatch(/could not be remembered/);
});
