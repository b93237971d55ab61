// @vitest-environment node
import { BlobReader, configure, TextWriter, ZipReader, type FileEntry } from '@zip.js/zip.js/lib/zip-core-native.js';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { ZipOut } from '../../../src/pages/transfer/zip-out.ts';

configure({ useWebWorkers: false });

async function zipped(fill: (zip: ZipOut) => Promise<void>, before = 0): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const zip = new ZipOut(new WritableStream({ write: (piece) => { pieces.push(piece); } }), new Date(2026, 10, 23, 13, 45, 31), before);
  await fill(zip);
  await zip.close();
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

const LONG = 'gravel, lämp, светильник, 灯. '.repeat(20_000);

it('is read by others: names, texts and bytes as they were given', async () => {
  const bytes = Uint8Array.from({ length: 70_000 }, (_, n) => (n * 7919) % 251);
  const file = await zipped(async (zip) => {
    await zip.add('articles/00001 مصباح & лампа.html', LONG);
    await zip.add('data/empty.json', '');
    await zip.add('pictures/1.png', new Blob([bytes]), false);
  });
  // One that trusts the list at the end, and checks every sum.
  const reader = new ZipReader(new BlobReader(new Blob([file])), { checkSignature: true });
  const entries = await reader.getEntries() as FileEntry[];
  expect(entries.map(({ filename }) => filename)).toEqual(['articles/00001 مصباح & лампа.html', 'data/empty.json', 'pictures/1.png']);
  expect(await entries[0]!.getData(new TextWriter())).toBe(LONG);
  expect(entries[0]!.compressedSize).toBeLessThan(entries[0]!.uncompressedSize / 20);
  expect(entries[0]!.lastModDate).toEqual(new Date(2026, 10, 23, 13, 45, 30));
  const other = unzipSync(file);
  expect(strFromU8(other['data/empty.json']!)).toBe('');
  expect(other['pictures/1.png']).toEqual(bytes);
});

it('holds more files than an old zip can count', async () => {
  const count = 66_000;
  const file = await zipped(async (zip) => {
    for (let n = 0; n < count; n += 1) await zip.add(`${n}`, `${n}`, false);
  });
  const reader = new ZipReader(new BlobReader(new Blob([file])));
  const entries = await reader.getEntries() as FileEntry[];
  expect(entries).toHaveLength(count);
  expect(await entries.at(-1)!.getData(new TextWriter())).toBe(String(count - 1));
});

it('finds what stands beyond four gigabytes', async () => {
  const before = 5_000_000_000;
  const file = await zipped((zip) => zip.add('far', 'away', false), before);
  const view = new DataView(file.buffer);
  const list = 30 + 3 + 4;
  // The line in the list says that the place is in its own field, and there it is.
  expect([view.getUint32(list, true), view.getUint32(list + 42, true)]).toEqual([0x0201_4b50, 0xffff_ffff]);
  expect([view.getUint16(list + 49, true), view.getUint16(list + 51, true), view.getBigUint64(list + 53, true)]).toEqual([1, 8, BigInt(before)]);
  // The end of the list, where it lies, and where that is said.
  const end = list + 46 + 3 + 12;
  expect([view.getUint32(end, true), view.getBigUint64(end + 48, true)]).toEqual([0x0606_4b50, BigInt(before + list)]);
  expect([view.getUint32(end + 56, true), view.getBigUint64(end + 64, true)]).toEqual([0x0706_4b50, BigInt(before + end)]);
});

it('hands on what goes wrong in the stream, and lets go of it', async () => {
  const stream = new WritableStream<Uint8Array<ArrayBuffer>>({ write: () => { throw new DOMException('no room', 'QuotaExceededError'); } });
  const zip = new ZipOut(stream, new Date());
  await expect(zip.add('a', new Blob([new Uint8Array(300_000)]), false)).rejects.toThrow('no room');
  zip.release();
  expect(stream.locked).toBe(false);
});
