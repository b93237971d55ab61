/** `npm run pictures`: every screen in light and dark, wide and narrow, in both browsers, into `out/pictures`, to be looked at. */
import { fileURLToPath } from 'node:url';
import { serveSample } from './sample-server.mjs';
import { importTypeScript } from './typescript.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const { pictures } = await importTypeScript('scripts/pictures.ts');
const sample = await serveSample();
try {
  for (const kind of process.argv[2] ? [process.argv[2]] : ['chrome', 'firefox']) {
    for (const dark of [false, true]) for (const path of await pictures(kind, sample.url, dark)) console.log(path);
  }
} finally {
  sample.close();
}
