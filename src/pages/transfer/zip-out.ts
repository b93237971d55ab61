/**
 * A zip written into a stream, entry by entry, of any size and any number of files (Zip64). Own code: the libraries that know
 * Zip64 keep some kilobytes of every entry until the end, which for 20,000 articles is 200 MB; here it is its line in the
 * list, about a hundred bytes. After PKWARE's APPNOTE 6.3.10, 4.3 to 4.5; what packs is the browser.
 */
import { joinedBytes } from '../shared/joined-bytes.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** What doesn't fit here stands in a Zip64 field, and this in its place. */
const MOST_16 = 0xffff;
const MOST_32 = 0xffff_ffff;
/** Names are UTF-8. */
const FLAGS = 0x0800;
const STORED = 0;
const DEFLATED = 8;
const PLAIN = 20;
const ZIP64 = 45;
/** Bytes gathered before they are handed to the stream: each piece is a message to another process. */
const PIECE = 256 * 1024;

export class ZipOut {
  readonly #writer: WritableStreamDefaultWriter<Bytes>;
  readonly #moment: readonly [time: number, day: number];
  #waiting: Bytes[] = [];
  #waitingSize = 0;
  #offset: number;
  #count = 0;
  #list: Bytes = new Uint8Array(64 * 1024);
  #listSize = 0;

  /** @param at the moment all entries bear @param before bytes that stand in the file before what is written here */
  constructor(stream: WritableStream<Bytes>, at: Date, before = 0) {
    this.#writer = stream.getWriter();
    this.#moment = dosMoment(at);
    this.#offset = before;
  }

  /**
   * Adds a file. Its name must not have been given before.
   * @param packed false for what is packed already, such as pictures
   * @throws what the stream throws when it can't be written to; a RangeError for a file of 4 GB and more
   */
  async add(name: string, content: string | Blob, packed = true): Promise<void> {
    const raw: Bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(await content.arrayBuffer());
    const small = packed ? await deflated(raw) : raw;
    const data = small.length < raw.length ? small : raw;
    if (raw.length >= MOST_32) throw new RangeError(`${name} is larger than a zip's entry may be`);
    const path: Bytes = new TextEncoder().encode(name);
    const far = this.#offset >= MOST_32;
    // What the file's own head and its line in the list have in common.
    const common: readonly Field[] = [
      [2, far ? ZIP64 : PLAIN], [2, FLAGS], [2, data === raw ? STORED : DEFLATED], [2, this.#moment[0]], [2, this.#moment[1]], [4, crc32(raw)], [4, data.length], [4, raw.length], [2, path.length],
    ];
    const extra = far ? fields([2, 1], [2, 8], [8, this.#offset]) : new Uint8Array();
    this.#listed(fields([4, 0x0201_4b50], [2, ZIP64], ...common, [2, extra.length], [2, 0], [2, 0], [2, 0], [4, 0], [4, far ? MOST_32 : this.#offset]), path, extra);
    this.#count += 1;
    await this.#write(fields([4, 0x0403_4b50], ...common, [2, 0]), path, data);
  }

  /** Writes the list of all files, and closes the stream. */
  async close(): Promise<void> {
    const [from, size, count] = [this.#offset, this.#listSize, this.#count];
    await this.#write(this.#list.subarray(0, size));
    if (count >= MOST_16 || from >= MOST_32 || size >= MOST_32) {
      const end = this.#offset;
      await this.#write(
        fields([4, 0x0606_4b50], [8, 44], [2, ZIP64], [2, ZIP64], [4, 0], [4, 0], [8, count], [8, count], [8, size], [8, from]),
        fields([4, 0x0706_4b50], [4, 0], [8, end], [4, 1]));
    }
    const counted = Math.min(MOST_16, count);
    await this.#write(fields([4, 0x0605_4b50], [2, 0], [2, 0], [2, counted], [2, counted], [4, Math.min(MOST_32, size)], [4, Math.min(MOST_32, from)], [2, 0]));
    await this.#flush();
    await this.#writer.close();
  }

  /** Lets go of a stream that is not written to its end, so that it can be taken away. */
  release(): void {
    this.#writer.releaseLock();
  }

  async #write(...parts: readonly Bytes[]): Promise<void> {
    for (const part of parts) {
      this.#waiting.push(part);
      this.#waitingSize += part.length;
      this.#offset += part.length;
    }
    if (this.#waitingSize >= PIECE) await this.#flush();
  }

  async #flush(): Promise<void> {
    if (this.#waitingSize === 0) return;
    const piece = joinedBytes(this.#waiting);
    this.#waiting = [];
    this.#waitingSize = 0;
    await this.#writer.write(piece);
  }

  #listed(...parts: readonly Bytes[]): void {
    for (const part of parts) {
      if (this.#listSize + part.length > this.#list.length) {
        const larger: Bytes = new Uint8Array(2 * (this.#listSize + part.length));
        larger.set(this.#list.subarray(0, this.#listSize));
        this.#list = larger;
      }
      this.#list.set(part, this.#listSize);
      this.#listSize += part.length;
    }
  }
}

/** A number of so many bytes, the smallest byte first. */
type Field = readonly [bytes: 2 | 4 | 8, value: number];

function fields(...all: readonly Field[]): Bytes {
  const out: Bytes = new Uint8Array(all.reduce((sum, [bytes]) => sum + bytes, 0));
  const view = new DataView(out.buffer);
  let at = 0;
  for (const [bytes, value] of all) {
    if (bytes === 2) view.setUint16(at, value, true);
    else if (bytes === 4) view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
    at += bytes;
  }
  return out;
}

async function deflated(bytes: Bytes): Promise<Bytes> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Time and day as MS-DOS counted them: two seconds fine, from 1980 on. */
function dosMoment(at: Date): readonly [number, number] {
  const year = Math.min(127, Math.max(0, at.getFullYear() - 1980));
  return [(at.getHours() << 11) | (at.getMinutes() << 5) | (at.getSeconds() >> 1), (year << 9) | ((at.getMonth() + 1) << 5) | at.getDate()];
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb8_8320 : value >>> 1;
  return value;
});

function crc32(bytes: Bytes): number {
  let value = MOST_32;
  for (const byte of bytes) value = (value >>> 8) ^ CRC_TABLE[(value ^ byte) & 0xff]!;
  return ~value >>> 0;
}
