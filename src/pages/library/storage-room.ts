/** What the browser itself says of the room the library takes, and whether it has promised to keep it. */

/** Chromium also says what kind of storage takes the room; the rest is the program itself. */
interface DetailedEstimate extends StorageEstimate {
  readonly usageDetails?: { readonly indexedDB?: number };
}

/** In bytes; `quota` is all that the browser would let the library take, absent where it does not say. */
export async function roomTaken(): Promise<{ readonly used: number; readonly quota: number | undefined }> {
  const estimate = await navigator.storage.estimate() as DetailedEstimate;
  return { used: estimate.usageDetails?.indexedDB ?? estimate.usage ?? 0, quota: estimate.quota || undefined };
}

/**
 * Whether the browser has said in so many words that it will not clear the library for room. It is asked quietly: neither
 * browser prompts an extension with `unlimitedStorage`. Chromium says no here, yet never clears such an extension's data.
 */
export async function hasPromised(): Promise<boolean> {
  return (await navigator.storage.persisted()) || navigator.storage.persist();
}
