import type { Article } from '../../src/article/article.ts';

export function picture(width: number, height: number, tint?: number): string;
export function printArticles(): readonly { readonly slug: string; readonly article: Article }[];
