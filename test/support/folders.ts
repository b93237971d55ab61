/** Where the tests find things, and throw-away folders. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The project's folder; every command that runs tests starts there. */
export const ROOT = process.cwd();
/** The built extension of one browser. */
export const builtExtension = (kind: 'chrome' | 'firefox'): string => resolve(ROOT, process.env['PASSALONG_DIST'] ?? 'dist', kind);
/** Material that stands beside the project on some machines; tests that need it skip by name without it. */
export const SHARED = resolve(ROOT, '../shared');

/** Removes a temporary folder; a browser that has just ended may still be writing into it for a moment. */
export function removeFolder(path: string): void {
  rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

/** A new empty folder, removed when the process ends, or before by `removeFolder`: a test worker may be ended without a word. */
export function temporaryFolder(name: string): string {
  const path = mkdtempSync(join(tmpdir(), `passalong-${name}-`));
  process.on('exit', () => { removeFolder(path); });
  return path;
}
