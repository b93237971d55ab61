/** Serves the bundled sample article on loopback, so that it is a web page like any other. Node built-ins only. */
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

const TYPES = { '.html': 'text/html; charset=utf-8', '.png': 'image/png', '.svg': 'image/svg+xml' };
export const SAMPLE = 'the-oven-on-gull-street.html';

/** @returns {Promise<{url: string, close: () => void}>} */
export async function serveSample() {
  const server = createServer(async (request, response) => {
    const name = new URL(request.url ?? '/', 'http://sample').pathname.slice(1);
    try {
      if (!/^[\w-]+\.\w+$/.test(name)) throw new Error('not one of ours');
      const body = await readFile(join('samples', name));
      response.writeHead(200, { 'content-type': TYPES[extname(name)] ?? 'application/octet-stream' }).end(body);
    } catch {
      response.writeHead(404, { 'content-type': TYPES['.html'] }).end('<!doctype html><title>Not here</title><p>Only the one article comes with Passalong.</p>');
    }
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return { url: `http://127.0.0.1:${server.address().port}/${SAMPLE}`, close: () => { server.closeAllConnections(); server.close(); } };
}
