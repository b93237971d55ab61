/**
 * A mail program for the tests: a script that writes the address it is opened with to a file, set up so that the
 * browser under test starts it for `mailto:` as it would start a person's own.
 */
import { chmodSync, mkdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { until } from './wait.ts';

export interface MailProgram {
  /** Folder to put first in the browser's PATH. */
  readonly folder: string;
  /** The program itself. */
  readonly program: string;
  /** Forgets what was opened so far. */
  clear(): void;
  /** The addresses opened so far, oldest first. */
  opened(): readonly string[];
  /** Waits for a mail to be opened and answers its address. */
  mail(): Promise<string>;
}

export function installMailProgram(home: string): MailProgram {
  const folder = join(home, 'bin');
  const log = join(home, 'opened-mail');
  mkdirSync(folder, { recursive: true });
  const program = join(folder, 'mail-program');
  // `xdg-open` is what browsers on Linux hand an address to; `xdg-settings` is asked who the default is.
  for (const name of ['mail-program', 'xdg-open', 'xdg-email']) {
    writeFileSync(join(folder, name), `#!/bin/sh\nprintf '%s\\n' "$1" >> '${log}'\n`);
    chmodSync(join(folder, name), 0o755);
  }
  writeFileSync(join(folder, 'xdg-settings'), '#!/bin/sh\necho no\n');
  chmodSync(join(folder, 'xdg-settings'), 0o755);
  const opened = (): readonly string[] => (existsSync(log) ? readFileSync(log, 'utf8').split('\n').filter(Boolean) : []);
  return {
    folder, program, opened,
    clear() { writeFileSync(log, ''); },
    mail: () => until('the mail program to be opened', () => opened().at(-1)),
  };
}
