/** A copy that is due is made while one of our pages is open: in a frame that nobody sees, so that the page itself stays small. */
import { copiesByItself, isCopyDue, lastCopyTime } from '../../browser/last-copy.ts';
import { loadSettings } from '../../browser/settings.ts';
import { pageUrl } from '../../browser/tabs.ts';

/** Milliseconds between two looks, for pages that stay open for days. */
const LOOK = 30 * 60_000;
/** The frame's address says what it is for. */
export const DUE_COPY = 'due-copy';

export async function isDue(now: number): Promise<boolean> {
  const [{ copyEvery }, last, { failed }] = await Promise.all([loadSettings(), lastCopyTime(), copiesByItself()]);
  return isCopyDue(copyEvery, last, failed, now);
}

/** Looks now and every half hour whether a copy is due, and has it made. */
export function tendCopies(): void {
  const look = async (): Promise<void> => {
    // One that is at work takes itself away when it has done.
    if (document.getElementById(DUE_COPY) || !await isDue(Date.now())) return;
    const frame = Object.assign(document.createElement('iframe'), { id: DUE_COPY, hidden: true, src: `${pageUrl('transfer')}#${DUE_COPY}` });
    document.body.append(frame);
  };
  void look();
  setInterval(() => void look(), LOOK);
}
