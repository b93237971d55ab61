import type { Page } from 'puppeteer-core';
import type { Article } from '../../src/article/article.ts';
import type { Harness } from '../../test/support/harness.ts';

export function openArticle(harness: Harness, article: Article): Promise<Page>;
export function printForReal(harness: Harness, tab: Page): Promise<string>;
