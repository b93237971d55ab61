/** The checker of books: `apt-get install epubcheck` brings it, as a file for Java. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const JAR = ['/usr/share/java/epubcheck.jar', '/usr/bin/epubcheck'].find((path) => existsSync(path));

export function hasEpubCheck(): boolean {
  return JAR !== undefined && spawnSync('java', ['-version']).status === 0;
}

/** What it says of these files, each finding a line; empty when it finds nothing. */
export function epubCheck(...files: readonly string[]): readonly string[] {
  return files.flatMap((file) => {
    const { stdout, stderr } = spawnSync('java', ['-jar', JAR ?? '', file, '-w', '-q'], { encoding: 'utf8' });
    return `${stdout}\n${stderr}`.split('\n').filter((line) => /^(?:ERROR|WARNING|FATAL|INFO)|Exception/.test(line));
  });
}
