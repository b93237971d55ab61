import type { Page } from 'puppeteer-core';
import type { Article } from '../../src/article/article.ts';
import type { Harness } from '../../test/support/harness.ts';

export function printForReal(harness: Harness, tab: Page): Promise<string>;
export function leaveDraft(harness: Harness, article: Article): Promise<string>;
export function saveAll(harness: Harness, articles: readonly Article[]): Promise<number[]>;
export function openSheets(harness: Harness, query: string): Promise<Page>;
export function openArticle(harness: Harness, article: Article): Promise<Page>;
export function settled(tab: Page): Promise<void>;
export function countOf(tab: Page): Promise<{ sheets: number; words: string }>;
export function openArticleSheets(harness: Harness, article: Article): Promise<Page>;
export function putHighlights(harness: Harness, id: number, marks: readonly { exact: string; note: string; id?: string; pen?: string; createdAt?: number }[]): Promise<void>;
