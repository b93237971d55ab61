/**
 * A file on its way out, written piece by piece. Where the browser lets the person choose a place, it goes straight there;
 * else into a private file of the browser's (not into memory), from which the download then takes it. A private window of
 * Firefox has no such files: there memory has to do.
 */
import { download } from '../shared/download.ts';

export interface FileOut {
  readonly stream: WritableStream<Uint8Array<ArrayBuffer>>;
  /** Closes the file and hands it over. Call after the stream is closed. */
  finish(): Promise<void>;
  /** Takes away what was written. */
  discard(): Promise<void>;
}

interface Picker {
  showSaveFilePicker?(options: { suggestedName: string; types: readonly { accept: Readonly<Record<string, readonly string[]>> }[] }): Promise<FileSystemFileHandle>;
}

/** The private file of the last copy; a new one takes its place. */
const PRIVATE = 'copy-on-its-way';

/** Must be called straight from a click. @returns undefined when the person chose no place */
export async function openFileOut(name: string, type: string): Promise<FileOut | undefined> {
  const { showSaveFilePicker } = globalThis as Picker;
  if (showSaveFilePicker) {
    try {
      const handle = await showSaveFilePicker.call(globalThis, { suggestedName: name, types: [{ accept: { [type]: [`.${name.split('.').at(-1)}`] } }] });
      const stream = await handle.createWritable();
      return { stream, finish: async () => undefined, discard: async () => { await stream.abort().catch(() => undefined); } };
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return undefined;
      // A place that can't be written to: the downloads folder can.
      if (!(error instanceof DOMException)) throw error;
    }
  }
  const file = await privateFile(PRIVATE);
  return { stream: file.stream, finish: async () => { download(name, [await file.read()], type); }, discard: () => file.discard() };
}

export interface PrivateFile {
  readonly stream: WritableStream<Uint8Array<ArrayBuffer>>;
  /** What was written, once the stream is closed. Its bytes stay where they are. */
  read(): Promise<Blob>;
  discard(): Promise<void>;
}

/** A file of the browser's own that no other program sees. */
export async function privateFile(name: string): Promise<PrivateFile> {
  const folder = await privateFolder();
  if (!folder) return inMemory();
  const handle = await folder.getFileHandle(name, { create: true });
  const stream = await handle.createWritable();
  return {
    stream,
    read: () => handle.getFile(),
    discard: async () => {
      await stream.abort().catch(() => undefined);
      await folder.removeEntry(name).catch(() => undefined);
    },
  };
}

async function privateFolder(): Promise<FileSystemDirectoryHandle | undefined> {
  try {
    return await navigator.storage.getDirectory();
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}

function inMemory(): PrivateFile {
  let parts: Blob[] = [];
  return {
    stream: new WritableStream({ write: (chunk) => { parts.push(new Blob([chunk])); } }),
    read: async () => new Blob(parts),
    discard: async () => { parts = []; },
  };
}

/** Takes away what an earlier copy left behind. */
export async function tidyPrivateFile(): Promise<void> {
  const folder = await privateFolder();
  await folder?.removeEntry(PRIVATE).catch(() => undefined);
}
