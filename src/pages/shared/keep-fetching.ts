/** While one of our pages is open, the fetching of texts goes on, whatever becomes of the background. */
import { send } from '../../browser/messages.ts';
import { onSiteForgotten } from '../../browser/permissions.ts';
import { onTextFetching, setTextFetching, stopTexts, textFetching } from '../../browser/text-fetching.ts';

/** Milliseconds after which a background that did not answer (it was ended by the browser) is asked anew, and the longest wait. */
const ANEW = 5_000;
const LONGEST = 10 * 60_000;

/** Sees to it from now on. One page does; the others stand by. */
export function keepFetching(): void {
  void navigator.locks.request('passalong-texts', async () => {
    for (;;) {
      const wait = await goOn();
      await new Promise<void>((resolve) => {
        const timer = wait === undefined ? undefined : setTimeout(resolve, wait);
        // Begun, paused or taken up again by the person.
        wake = () => { clearTimeout(timer); resolve(); };
      });
    }
  });
  onTextFetching(() => wake());
  // A round knows only the sites that were allowed when it began.
  onSiteForgotten(stopTexts);
}
let wake = (): void => undefined;

/** @returns milliseconds until there is more to do; undefined when there is nothing */
async function goOn(): Promise<number | undefined> {
  const before = await textFetching();
  if (before?.state !== 'on') return undefined;
  const answer = await send('fetchTexts', undefined).catch(() => undefined);
  if (!answer) return ANEW;
  if (!answer.ok) {
    // The disk is full, the library can't be written: going on would ask the sites in vain.
    await setTextFetching({ state: 'paused', total: before.total, waits: answer.reason });
    return undefined;
  }
  const { next, waits } = answer.value;
  const now = await textFetching();
  // Paused meanwhile, and perhaps taken up again: then there is a new round.
  if (now?.state !== 'on') return undefined;
  if (next === undefined) await setTextFetching(undefined);
  else if (waits !== now.waits) await setTextFetching({ state: 'on', total: now.total, ...(waits && { waits }) });
  return next === undefined ? undefined : Math.min(LONGEST, Math.max(ANEW, next - Date.now()));
}
