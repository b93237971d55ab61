/**
 * A web server on loopback for the pages the tests read. Everything it serves is given to it; it asks nobody. Browsers take it
 * for their proxy too, so that every name on the web leads here and nowhere else.
 */
import { createServer, type ServerResponse } from 'node:http';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import type { AddressInfo } from 'node:net';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.xhtml': 'application/xhtml+xml; charset=utf-8', '.svg': 'image/svg+xml', '.png': 'image/png',
  '.jpg': 'image/jpeg', '.gif': 'image/gif', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.pdf': 'application/pdf',
};
/** A transparent picture of one dot. */
const DOT = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

export interface Reply {
  readonly body: string | Buffer;
  readonly type?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Answer the rest of the request by hand, after head and body have been sent. The response stays open until it is ended. */
  readonly more?: (response: ServerResponse) => void;
}

export interface FixtureServer {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** Paths asked for so far, oldest first. */
  readonly requests: readonly string[];
  /** Serves a reply at a path. Answers its whole address. */
  page(path: string, reply: string | Reply): string;
  /** Serves the files of a folder below a path. */
  folder(path: string, folder: string): void;
  close(): Promise<void>;
}

export async function startFixtureServer(): Promise<FixtureServer> {
  const pages = new Map<string, Reply>();
  const folders: [string, string][] = [];
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://fixture').pathname;
    requests.push(path);
    const reply = pages.get(path) ?? fromFolder(folders, path) ?? subresource(path);
    response.writeHead(reply.status ?? 200, { 'content-type': reply.type ?? TYPES['.html'], 'cache-control': 'no-store', ...reply.headers });
    response.write(reply.body);
    if (reply.more) reply.more(response);
    else response.end();
  });
  // Secure sites: there is nobody to answer for them.
  server.on('connect', (_request, socket) => {
    // The server lets go of a socket it hands out here. A browser that hangs up instead of waiting for the answer is no fault.
    socket.on('error', () => { socket.destroy(); });
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin, requests,
    page(path, reply) {
      pages.set(path, typeof reply === 'string' ? { body: reply } : reply);
      return origin + path;
    },
    folder(path, folder) { folders.push([path, folder]); },
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => { server.close(() => { resolve(); }); });
    },
  };
}

function fromFolder(folders: readonly (readonly [string, string])[], path: string): Reply | undefined {
  for (const [prefix, folder] of folders) {
    if (!path.startsWith(prefix)) continue;
    const file = join(folder, normalize(decodeURIComponent(path.slice(prefix.length))));
    if (!file.startsWith(folder) || !existsSync(file) || !statSync(file).isFile()) continue;
    return { body: readFileSync(file), type: TYPES[extname(file)] ?? 'application/octet-stream' };
  }
  return undefined;
}

/** What a fixture's page mentions but nobody made: empty styles and scripts, a dot for a picture; so that only real faults are faults. */
function subresource(path: string): Reply {
  const extension = extname(path);
  if (extension === '.css' || extension === '.js') return { body: '', type: TYPES[extension] ?? 'text/plain' };
  if (/^\.(gif|jpe?g|png|webp|ico)$/.test(extension)) return { body: DOT, type: 'image/gif' };
  return { body: '<!doctype html><title>Not found</title><p>There is no such page.</p>', status: 404 };
}
