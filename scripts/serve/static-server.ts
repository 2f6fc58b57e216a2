import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream';
import { listFiles } from '../files';
import { cacheControlOf, isAddress, mediaTypeOf, securityHeaders } from './http-rules';

interface ServedFile {
  readonly path: string;
  readonly bytes: number;
  readonly etag: string;
}

const ENCODINGS = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
] as const;

/**
 * Creates a server for the files that a folder has at this moment. A request is looked up in their list, so
 * no path leads out of the folder.
 *
 * @param folder the built app
 * @param base path below which it is served, with a slash at both ends
 */
export async function createStaticServer(folder: string, base = '/'): Promise<Server> {
  const files = await indexFiles(folder);
  const page = files.get('index.html');
  if (page === undefined) throw new Error(`No index.html in ${folder}: build the app first.`);

  return createServer((request, response) => {
    for (const [name, value] of Object.entries(securityHeaders({ tls: false }))) {
      response.setHeader(name, value);
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      sendText(response, 405, 'Only GET and HEAD are answered here.');
      return;
    }
    const path = pathOf(request, base);
    const file =
      path === null ? undefined : (files.get(path) ?? (isAddress(path) ? page : undefined));
    if (file === undefined) sendText(response, 404, 'There is no such file.');
    else sendFile(request, response, folder, files, file);
  });
}

async function indexFiles(folder: string): Promise<ReadonlyMap<string, ServedFile>> {
  const found = await listFiles(folder);
  const files = await Promise.all(
    found.map(async ({ path, bytes }): Promise<[string, ServedFile]> => {
      const sha256 = createHash('sha256').update(await readFile(join(folder, path)));
      return [path, { path, bytes, etag: `"${sha256.digest('base64url').slice(0, 22)}"` }];
    }),
  );
  return new Map(files);
}

/** @returns the decoded path below the base; null when it is outside, or cannot be decoded */
function pathOf(request: IncomingMessage, base: string): string | null {
  const path = (request.url ?? '/').replace(/[?#].*$/s, '');
  if (!path.startsWith(base)) return null;
  try {
    return decodeURIComponent(path.slice(base.length));
  } catch {
    return null;
  }
}

function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  folder: string,
  files: ReadonlyMap<string, ServedFile>,
  file: ServedFile,
): void {
  const variants = ENCODINGS.filter(({ suffix }) => files.has(file.path + suffix));
  const accepted = acceptedEncodings(request);
  const encoding = variants.find(({ name }) => accepted.has(name));
  const sent = encoding === undefined ? file : files.get(file.path + encoding.suffix)!;

  response.setHeader('Content-Type', mediaTypeOf(file.path));
  response.setHeader('Cache-Control', cacheControlOf(file.path));
  response.setHeader('ETag', sent.etag);
  if (variants.length > 0) response.setHeader('Vary', 'Accept-Encoding');
  if (encoding !== undefined) response.setHeader('Content-Encoding', encoding.name);
  if (request.headers['if-none-match']?.split(/,\s*/).includes(sent.etag) === true) {
    response.writeHead(304).end();
    return;
  }
  response.writeHead(200, { 'Content-Length': sent.bytes });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  pipeline(createReadStream(join(folder, sent.path)), response, () => {
    // A client that disconnects ends the stream with an error, and there is nobody to report it to.
  });
}

function acceptedEncodings(request: IncomingMessage): ReadonlySet<string> {
  const header = request.headers['accept-encoding'];
  const text = Array.isArray(header) ? header.join(',') : (header ?? '');
  const accepted = text
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => !/;\s*q=0(?:\.0*)?$/.test(part));
  return new Set(accepted.map((part) => part.replace(/;.*$/, '').trim()));
}

function sendText(response: ServerResponse, status: number, text: string): void {
  const body = `${text}\n`;
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.setHeader('Cache-Control', 'no-cache');
  response.writeHead(status, { 'Content-Length': Buffer.byteLength(body) }).end(body);
}
