/**
 * Entry injected into the page when selected words are shared: names the selection so that a link can open the page at it.
 * Only the live page knows what else stands there, and so which words around a passage make it the only one.
 */
import { generateFragmentFromRange, GenerateFragmentStatus } from 'text-fragments-polyfill/dist/fragment-generation-utils.js';

/** Called by the bundle's last line; `scripting.executeScript` hands the value to the caller. Undefined when there is no selection, or it can't be named. */
export function directive(): string | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  try {
    // A copy: the selection stays as the person made it.
    const { status, fragment } = generateFragmentFromRange(selection.getRangeAt(0).cloneRange());
    if (status !== GenerateFragmentStatus.SUCCESS || !fragment?.textStart) return undefined;
    const { prefix, textStart, textEnd, suffix } = fragment;
    const part = (text: string): string => encodeURIComponent(text).replaceAll('-', '%2D');
    return `text=${prefix ? `${part(prefix)}-,` : ''}${part(textStart)}${textEnd ? `,${part(textEnd)}` : ''}${suffix ? `,-${part(suffix)}` : ''}`;
  } catch {
    // The page's own DOM can be as odd as it likes: the link then goes by the words alone.
    return undefined;
  }
}
