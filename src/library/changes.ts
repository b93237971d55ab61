/** Word to every open page that the library has changed. */

export type LibraryChange = {
  readonly kind: 'saved' | 'changed' | 'removed' | 'restored' | 'purged';
  readonly ids: readonly number[];
};

const CHANNEL = 'passalong-library';

/** Tells all contexts, this one too, after the transaction is complete. */
export function announce(change: LibraryChange): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(change);
  channel.close();
}

/** Calls back on every change, from whichever context. @returns how to stop. */
export function onLibraryChange(listener: (change: LibraryChange) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', (event: MessageEvent<LibraryChange>) => listener(event.data));
  return () => channel.close();
}
