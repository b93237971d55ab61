export const KINDS: Readonly<Record<string, (html: string, next: (limit: number) => number) => string>>;
export function numbers(seed: number): (limit: number) => number;
export function damaged(html: string, seed: number): { readonly html: string; readonly done: string };
export function cuts(length: number, count: number, seed: number): readonly number[];
