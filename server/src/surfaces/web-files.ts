import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { transportHeaders, pageHeaders } from './security-headers.ts';
import type { RequestContext } from './request-context.ts';

const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  json: 'application/json',
  webmanifest: 'application/manifest+json',
  txt: 'text/plain; charset=utf-8',
};

type WebFile = {
  bodies: { plain: Uint8Array; br?: Uint8Array; gzip?: Uint8Array };
  type: string;
  etag: string;
  immutable: boolean;
};

/**
 * Serves the built web app from memory (it is small, and a path that is not in the table cannot lead anywhere). Answers null
 * for what it does not have, except that a browser opening any address gets the app, which knows its own addresses.
 */
export function createWebFiles(folder: string | null, publicUrl: string) {
  const files = folder && existsSync(folder) ? readFolder(folder) : new Map<string, WebFile>();
  const transport = transportHeaders(publicUrl);

  return function webFile(c: RequestContext): Response | null {
    const { headers } = c.env.incoming;
    const isNavigation = /\btext\/html\b/.test(headers.accept ?? '');
    const file = files.get(c.req.path) ?? (isNavigation ? files.get('/index.html') : undefined);
    if (!file) return null;
    const { bodies, type, etag, immutable } = file;
    const caching = {
      etag,
      vary: 'Accept-Encoding',
      'cache-control': immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    };
    const common = { ...pageHeaders, ...transport, ...caching, 'x-request-id': c.get('requestId') };
    if (headers['if-none-match'] === etag) return new Response(null, { status: 304, headers: common });
    const [encoding, body] = choose(bodies, headers['accept-encoding'] ?? '');
    return new Response(body as Uint8Array<ArrayBuffer>, {
      headers: { ...common, 'content-type': type, ...(encoding && { 'content-encoding': encoding }) },
    });
  };
}

function choose({ plain, br, gzip }: WebFile['bodies'], accepted: string): ['br' | 'gzip' | null, Uint8Array] {
  const takes = (coding: string) => new RegExp(`\\b${coding}\\b(?!\\s*;\\s*q=0(?:\\.0*)?(?:,|$))`).test(accepted);
  if (br && takes('br')) return ['br', br];
  return gzip && takes('gzip') ? ['gzip', gzip] : [null, plain];
}

function readFolder(folder: string): Map<string, WebFile> {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = new Set(found.map((entry) => join(entry.parentPath, entry.name)));
  const originals = [...paths].filter((path) => !/\.(br|gz|map)$/.test(path));
  const address = (path: string) => path.slice(folder.replace(/[/\\]$/, '').length).replaceAll(sep, '/');
  const files = new Map(originals.map((path) => [address(path), readWebFile(path, paths)]));
  const index = files.get('/index.html');
  return index ? files.set('/', index) : files;
}

function readWebFile(path: string, paths: ReadonlySet<string>): WebFile {
  const plain = readFileSync(path);
  const other = (ending: string) => (paths.has(path + ending) ? readFileSync(path + ending) : undefined);
  const [br, gzip] = [other('.br'), other('.gz')];
  return {
    bodies: { plain, ...(br && { br }), ...(gzip && { gzip }) },
    type: types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 16)}"`,
    // The build writes a hash of the content into the names of its assets.
    immutable: /-[\w-]{8,}\.\w+$/.test(path) && path.includes(`${sep}assets${sep}`),
  };
}
