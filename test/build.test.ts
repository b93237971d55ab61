import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { clearOutput } from '../build.mjs';

it('a build takes away the last one, and leaves alone whatever else is in the folder', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'passalong-build-'));
  try {
    mkdirSync(join(folder, 'chrome'));
    for (const file of ['letter.txt', 'passalong-chrome.zip', 'chrome/old.js']) writeFileSync(join(folder, file), 'x');
    await clearOutput(folder);
    expect(['letter.txt', 'passalong-chrome.zip', 'chrome'].map((name) => existsSync(join(folder, name)))).toEqual([true, false, false]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
