/** Runs the harness, which is TypeScript, from a plain script: esbuild joins it into one module first. */
import { build } from 'esbuild';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Imports a TypeScript file with all it imports from the project. @param {string} file path from the project's folder */
export async function importTypeScript(file) {
  // Inside node_modules, so that the packages it imports are found from there.
  const home = join(process.cwd(), 'node_modules', '.passalong');
  await mkdir(home, { recursive: true });
  const folder = await mkdtemp(join(home, 'run-'));
  const outfile = join(folder, 'module.mjs');
  try {
    await build({ entryPoints: [file], outfile, bundle: true, platform: 'node', format: 'esm', packages: 'external', target: 'node20', logLevel: 'warning' });
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
