/**
 * The library's public face: what is kept, and how it is asked for. Everything here works on IndexedDB alone,
 * in the worker and in pages alike, and knows nothing of the extension's browser API.
 */
import type { Article } from '../article/article.ts';

/** A list's row: metadata only, never the body. */
export interface SavedArticle {
  /** Growing key on this machine. */
  readonly id: number;
  /** Stable across machines. */
  readonly uid: string;
  readonly url: string;
  readonly sourceUrl: string;
  readonly title: string;
  readonly standfirst?: string;
  readonly authors: readonly string[];
  readonly publication?: string;
  readonly siteName?: string;
  readonly section?: string;
  readonly published?: string;
  readonly language?: string;
  readonly dir: 'ltr' | 'rtl';
  readonly leadImage?: string;
  readonly excerpt: string;
  readonly wordCount: number;
  /** Milliseconds since the epoch. */
  readonly savedAt: number;
  readonly updatedAt: number;
  readonly readState: 'unread' | 'archived';
  readonly favourite: boolean;
  readonly tags: readonly string[];
  /** False when only the address is kept. */
  readonly hasBody: boolean;
  /** Quotes the person saved with it, newest last. */
  readonly quotes: readonly string[];
}
export type { Article };
