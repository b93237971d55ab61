/** A permission that was given for one piece of work: handed back when it is done, and when the page is left in the middle of it. */

/**
 * @param giveBack takes the permission back; called once
 * @returns call it when the work is done
 */
export function lent(giveBack: () => Promise<unknown>): () => Promise<void> {
  let isLent = true;
  const back = async (): Promise<void> => {
    if (!isLent) return;
    isLent = false;
    removeEventListener('pagehide', left);
    await giveBack();
  };
  const left = (): void => void back();
  addEventListener('pagehide', left);
  return back;
}
