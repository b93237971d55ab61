export interface IndexedPage {
  readonly id: string;
  readonly url?: string;
  /** Absolute. */
  readonly path: string;
}
export function readPage(file: string): string;
export function decode(bytes: Uint8Array): string;
export function readIndex(index: string): { readonly source: string; readonly pages: readonly IndexedPage[] };
