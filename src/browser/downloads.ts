/** Files put into the downloads folder without a question, once the person has allowed it. */
import browser, { type Downloads } from 'webextension-polyfill';

/** May files be put there? */
export function mayDownload(): Promise<boolean> {
  return browser.permissions.contains({ permissions: ['downloads'] });
}

/** Asks for it. Must be called straight from a click. */
export function askDownloads(): Promise<boolean> {
  return browser.permissions.request({ permissions: ['downloads'] });
}

/**
 * Puts a file into the downloads folder and waits until it is whole. @param path below that folder; a file that is there gets no other in its place
 * @returns its number, by which it can be taken away again; undefined when the browser did not write it
 */
export async function putDownload(file: Blob, path: string): Promise<number | undefined> {
  const url = URL.createObjectURL(file);
  const ended = new Map<number, boolean>();
  let look = (): void => undefined;
  const onChanged = ({ id, state }: Downloads.OnChangedDownloadDeltaType): void => {
    if (state?.current !== 'complete' && state?.current !== 'interrupted') return;
    ended.set(id, state.current === 'complete');
    look();
  };
  browser.downloads.onChanged.addListener(onChanged);
  try {
    const id = await browser.downloads.download({ url, filename: path, saveAs: false, conflictAction: 'uniquify' });
    // A small one may be there before anybody listened for its number.
    const [now] = await browser.downloads.search({ id });
    if (now && now.state !== 'in_progress') ended.set(id, now.state === 'complete');
    await new Promise<void>((resolve) => {
      look = () => { if (ended.has(id)) resolve(); };
      look();
    });
    return ended.get(id) ? id : undefined;
  } catch (error) {
    // No room, no right to write there, or the browser's own settings are against it.
    if (error instanceof Error) return undefined;
    throw error;
  } finally {
    browser.downloads.onChanged.removeListener(onChanged);
    URL.revokeObjectURL(url);
  }
}

/** Takes a file away that `putDownload` wrote. One that the person has moved or deleted is theirs. */
export async function takeDownload(id: number): Promise<void> {
  const [there] = await browser.downloads.search({ id });
  if (there?.exists) await browser.downloads.removeFile(id).catch(() => undefined);
  await browser.downloads.erase({ id });
}
