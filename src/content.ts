/** Entry injected into the page on a click: runs `extract` on the live document and answers with the result. Nothing else. */
import { extract, type ExtractOptions } from './article/extract.ts';
import { glance } from './article/refusal.ts';
import type { ExtractResult } from './article/article.ts';

/** For the command line and the bench, which hand the shipped bundle documents of their own. */
export { extract, glance };

/** A page answer: the extraction, and what the person had selected. */
export interface ContentAnswer {
  readonly result: ExtractResult;
  /** Selected text at the moment of the click, at most 20,000 characters; empty when nothing is selected. */
  readonly selection: string;
}

/** Called by the bundle's last line; `scripting.executeScript` hands the value to the caller. */
export function result(): ContentAnswer {
  // Left in our isolated world by `browser/capture.ts`, where the page cannot reach; it counts once.
  const world = globalThis as { passalongAsked?: ExtractOptions };
  const asked = world.passalongAsked;
  delete world.passalongAsked;
  return {
    result: extract(document, location.href, asked),
    selection: String(getSelection() ?? '').slice(0, 20_000),
  };
}
