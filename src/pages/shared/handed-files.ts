/** Files that were dropped on one page of ours and are read by another, handed from tab to tab. */

const CHANNEL = 'passalong-files';
/** The page that is to take them has this after its address. */
export const HANDED = '#files';

/** Hands files to the page that asks for them next. */
export function handFiles(files: readonly File[]): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', ({ data }) => {
    if (data !== 'ready') return;
    channel.postMessage(files);
    channel.close();
  });
}

/** Asks for files that were handed to this page, when its address says that there are some. */
export function takeHandedFiles(take: (files: readonly File[]) => unknown): void {
  if (location.hash !== HANDED) return;
  // Loaded again, the page begins anew.
  history.replaceState(null, '', location.pathname);
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', ({ data }) => {
    if (!Array.isArray(data)) return;
    channel.close();
    take(data.filter((one): one is File => one instanceof File));
  });
  channel.postMessage('ready');
}
