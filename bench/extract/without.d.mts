import type { Without } from '../../test/support/article-fixtures.ts';
export function takeOut(source: string, rule: Without): string;
export function bundleWithout(rules: Without | readonly Without[]): Promise<string>;
