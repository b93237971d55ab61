import { openDocument } from '../../support/extension-page.ts';
import { beforeEach, expect, it, vi } from 'vitest';

let rows: typeof import('../../../src/pages/popup/action-rows.ts');
beforeEach(async () => {
  openDocument('<main></main>');
  vi.resetModules();
  rows = await import('../../../src/pages/popup/action-rows.ts');
});
const press = (element: Element, selector: string) => element.querySelector<HTMLElement>(selector)!.click();
const failed = (element: HTMLElement) => vi.waitFor(() => expect(element.dataset['state']).toBe('failed'));

it('ends a verb that broke with a sentence, never at work for ever', async () => {
  const row = new rows.ActionRow('save', 'Save', 'a copy', () => { row.working('Saving…'); return Promise.reject(new Error('broken')); });
  press(row.element, 'button');
  await failed(row.element);
  expect(row.element.querySelector('[role="alert"]')?.textContent).toMatch(/Something went wrong/);
});

it('gives the reason it was refused for, and another way where there is one', async () => {
  const other = vi.fn<() => void>();
  const row = new rows.ActionRow('print', 'Print', 'paper', () => { row.failed('full', { id: 'other', label: 'Other', run: other }); return Promise.resolve(); });
  press(row.element, 'button');
  await failed(row.element);
  expect(row.element.querySelector('[role="alert"]')?.textContent).toMatch(/disk is full/);
  press(row.element, '#other');
  expect(other).toHaveBeenCalledTimes(1);
});

it('keeps the focus where its buttons go', () => {
  const row = new rows.ActionRow('save', 'Save', 'a copy', () => Promise.resolve());
  document.querySelector('main')!.append(row.element);
  row.done('saved', 'Saved', [{ id: 'remove', label: 'Remove', run: () => row.rest() }]);
  row.element.querySelector<HTMLElement>('#remove')!.focus();
  press(row.element, '#remove');
  expect(document.activeElement).toBe(row.element.querySelector('button.act'));
});

it('says so when a way on breaks, too', async () => {
  const row = new rows.ActionRow('save', 'Save', 'a copy', () => Promise.resolve());
  row.done('saved', 'Saved', [{ id: 'remove', label: 'Remove', run: () => Promise.reject(new rows.Refused('blocked')) }]);
  press(row.element, '#remove');
  await failed(row.element);
  expect(row.element.querySelector('[role="alert"]')?.textContent).toMatch(/library can’t be opened/);
});
