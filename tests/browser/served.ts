/** Serves the built page as a plain host would: under any path, without special headers, and able to go away. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';

/** DIST_DIR is the build's (vite.config.ts). */
export const { DIST_DIR: builtFolder = 'dist' } = process.env;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

/** An answer that is not simply a file. */
export interface Answer {
  readonly status?: number;
  readonly type?: string;
  readonly content?: string | Buffer;
}

export interface Served {
  /** Address of the page, with a slash at the end. */
  readonly address: string;
  /** Files that stand in for the built ones, or beside them: path under `address` to content. */
  readonly instead: Map<string, string | Answer>;
  /** Headers that every answer carries from now on, beside its type. */
  readonly headers: Map<string, string>;
  /** Paths asked for so far. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** `path` begins and ends with a slash. */
export async function servePage(path = '/'): Promise<Served> {
  const instead = new Map<string, string | Answer>();
  const headers = new Map<string, string>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    asked.push(pathname);
    const file = pathname.startsWith(path) ? pathname.slice(path.length) || 'index.html' : '';
    const onDisk = resolve(builtFolder, file);
    const other = instead.get(file);
    const content = other ?? (file !== '' && isFile(onDisk) ? readFileSync(onDisk) : undefined);
    const answer: Answer =
      content === undefined ? { status: 404 } : isAnswer(content) ? content : { content };
    const type = answer.type ?? types[extname(file)] ?? 'text/plain';
    response.writeHead(answer.status ?? 200, {
      ...Object.fromEntries(headers),
      'content-type': type,
    });
    response.end(answer.content);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  // The cast: a server that listens on a port has such an address.
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://localhost:${port}${path}`,
    instead,
    headers,
    asked,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

function isAnswer(content: string | Buffer | Answer): content is Answer {
  return typeof content !== 'string' && !Buffer.isBuffer(content);
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

/** A file of the build, as text. */
export function builtFile(name: string): string {
  return readFileSync(join(builtFolder, name), 'utf8');
}
