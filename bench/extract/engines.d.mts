import type { ExtractResult } from '../../src/article/article.ts';

export interface Run {
  readonly answer?: ExtractResult;
  readonly error?: string;
  readonly ms: number;
}
export interface LiveRun extends Run {
  /** The page is as it was before. */
  readonly unchanged: boolean;
}
export interface Engine {
  readonly name: string;
  run(html: string, url: string, tool?: string, insist?: boolean): Promise<Run>;
  use(bundle: string): Promise<void>;
  close(): Promise<void>;
}
export interface ChromiumEngine extends Engine {
  live(html: string, url: string, insist?: boolean): Promise<LiveRun>;
}
export function shippedBundle(): Promise<string>;
export function chromiumEngine(options?: { readonly peers?: boolean; readonly patience?: number }): Promise<ChromiumEngine>;
export function jsdomEngine(): Promise<Engine>;
