/** Looking at printed pages, with poppler's tools. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { until } from './wait.ts';

/** The words of a PDF, in reading order, spaces made single and words broken at line ends left as they are. */
export function textOf(pdf: string): string {
  return execFileSync('pdftotext', ['-enc', 'UTF-8', pdf, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ').trim();
}

export interface Sheets {
  readonly count: number;
  /** In points, 72 to the inch. */
  readonly width: number;
  readonly height: number;
  readonly title: string;
}

/** How many sheets a PDF has, and how large. */
export function sheetsOf(pdf: string): Sheets {
  const said = execFileSync('pdfinfo', [pdf], { encoding: 'utf8' });
  const value = (name: string): string => new RegExp(`^${name}: +(.*)$`, 'm').exec(said)?.[1] ?? '';
  const [width = 0, height = 0] = value('Page size').split(/[^\d.]+/).map(Number);
  return { count: Number(value('Pages')), width, height, title: value('Title') };
}

/** Waits for a PDF that is complete in a folder, and takes it away under another name, so that each is answered once. */
export async function takePrinted(folder: string, seen: number): Promise<string> {
  const whole = (path: string): boolean => readFileSync(path).subarray(-1024).includes('%%EOF');
  const found = await until('a printed page', () => readdirSync(folder).find((name) => name.endsWith('.pdf') && existsSync(join(folder, name)) && whole(join(folder, name))), 20_000);
  const taken = join(folder, `${seen}.printed`);
  renameSync(join(folder, found), taken);
  return taken;
}
