/** Zips of any size, read without being loaded: entries are found through their list at the end and taken out one by one. */
import { BlobReader, configure, ZipReader, type FileEntry } from '@zip.js/zip.js/lib/zip-core-native.js';
import { textOfFile } from '../shared/encoding.ts';

// A worker made of a blob is against our page policy, and the browser's own inflating is quick enough.
configure({ useWebWorkers: false });

/** A zip of more files than these is not a person's library. What a zip bomb can do is bounded by whoever asks for an entry. */
const MOST_ENTRIES = 2_000_000;

export class Archive {
  readonly #reader: ZipReader<unknown>;
  readonly #entries: ReadonlyMap<string, FileEntry>;

  private constructor(reader: ZipReader<unknown>, entries: ReadonlyMap<string, FileEntry>) {
    this.#reader = reader;
    this.#entries = entries;
  }

  /** Opens a zip; undefined when it is none, or damaged beyond its list. */
  static async open(file: Blob): Promise<Archive | undefined> {
    const head = new Uint8Array(await file.slice(0, 4).arrayBuffer());
    if (head[0] !== 0x50 || head[1] !== 0x4b) return undefined;
    const reader = new ZipReader(new BlobReader(file));
    try {
      const entries = new Map<string, FileEntry>();
      for await (const entry of reader.getEntriesGenerator()) {
        // A folder around everything is how many programs zip; what a system adds of its own is nothing.
        if (!entry.directory && !entry.encrypted && !/(?:^|\/)(?:__MACOSX\/|\.)/.test(entry.filename)) entries.set(entry.filename, entry);
        if (entries.size > MOST_ENTRIES) return undefined;
      }
      return new Archive(reader, entries);
    } catch (error) {
      if (error instanceof Error) return undefined;
      throw error;
    }
  }

  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  /** An entry's text; undefined when it is not there, damaged, or longer than it may be. */
  async text(name: string, most: number): Promise<string | undefined> {
    const bytes = await this.bytes(name, most);
    return bytes && textOfFile(bytes);
  }

  async bytes(name: string, most: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const entry = this.#entries.get(name);
    if (!entry || entry.uncompressedSize > most) return undefined;
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    let size = 0;
    try {
      await entry.getData(new WritableStream<Uint8Array<ArrayBuffer>>({
        write(chunk) {
          size += chunk.length;
          // What an entry says of its size and what comes out of it are two things.
          if (size > most) throw new RangeError('more than it said');
          chunks.push(chunk);
        },
      }), { checkSignature: true });
    } catch (error) {
      if (error instanceof Error) return undefined;
      throw error;
    }
    return new Uint8Array(await new Blob(chunks).arrayBuffer());
  }

  async close(): Promise<void> {
    await this.#reader.close();
  }
}
