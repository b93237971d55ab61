/** Numbers as bytes: seven bits each, the eighth says that more follow (LEB128). Pure. */

export class ByteWriter {
  private bytes = new Uint8Array(256);
  private used = 0;

  /** A whole number from 0 to 2^31. */
  number(value: number): void {
    if (this.used + 5 > this.bytes.length) this.grow(5);
    let rest = value;
    while (rest > 127) {
      this.bytes[this.used] = (rest & 127) | 128;
      this.used += 1;
      rest >>>= 7;
    }
    this.bytes[this.used] = rest;
    this.used += 1;
  }

  all(bytes: Uint8Array): void {
    if (this.used + bytes.length > this.bytes.length) this.grow(bytes.length);
    this.bytes.set(bytes, this.used);
    this.used += bytes.length;
  }

  get length(): number { return this.used; }

  take(): Uint8Array<ArrayBuffer> {
    return this.bytes.slice(0, this.used);
  }

  private grow(room: number): void {
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.used + room));
    larger.set(this.bytes);
    this.bytes = larger;
  }
}

export class ByteReader {
  at: number;
  constructor(private readonly bytes: Uint8Array, from = 0, readonly end = bytes.length) { this.at = from; }

  get more(): boolean { return this.at < this.end; }

  /** @throws when the bytes end within a number: a damaged record */
  number(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.bytes[this.at];
      if (byte === undefined) break;
      this.at += 1;
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
    throw new DOMException('the index ends within a number', 'DataError');
  }
}

/** Whole numbers that grow, as their differences. */
export function packGrowing(numbers: readonly number[]): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter();
  let before = 0;
  for (const each of numbers) {
    writer.number(each - before);
    before = each;
  }
  return writer.take();
}

export function unpackGrowing(bytes: Uint8Array): number[] {
  const reader = new ByteReader(bytes);
  const out: number[] = [];
  let before = 0;
  while (reader.more) {
    before += reader.number();
    out.push(before);
  }
  return out;
}
