import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { cacheControlOf, isAddress, mediaTypeOf, securityHeaders } from './http-rules';

/**
 * Creates a server for the files that a folder has at this moment. A request is looked up in their list, so
 * no path leads out of the folder.
 *
 * @param folder the built app
 * @param base path below which it is served, with a slash at both ends
 * @throws when there is no app in the folder
 */
export function createStaticServer(folder: string, base = '/'): Server {
  if (!existsSync(join(folder, 'index.html'))) {
    throw new Error(`No index.html in ${folder}: build the app first.`);
  }
  const sendFile = sirv(folder, {
    etag: true,
    gzip: true,
    brotli: true,
    extensions: ['html'],
    setHeaders: (response, path) => {
      const file = path === '/' ? 'index.html' : decoded(path.slice(1));
      response.setHeader('Content-Type', mediaTypeOf(file));
      response.setHeader('Cache-Control', cacheControlOf(file));
    },
  });

  return createServer((request, response) => {
    for (const [name, value] of Object.entries(securityHeaders({ tls: false }))) {
      response.setHeader(name, value);
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      sendText(response, 405, 'Only GET and HEAD are answered here.');
      return;
    }
    const path = (request.url ?? '/').replace(/[?#].*$/s, '');
    if (!path.startsWith(base)) {
      sendText(response, 404, 'There is no such file.');
      return;
    }
    // A file may have been removed since its folder was listed. sirv does not handle the error.
    response.on('pipe', (file) => file.once('error', () => response.destroy()));
    takeEncodings(request);
    // A server may answer a request for a part with the whole file. sirv would also answer impossible parts.
    delete request.headers.range;
    // The names of all files that a build writes have a dot.
    request.url = isAddress(decoded(path)) ? '/' : path.slice(base.length - 1);
    sendFile(request, response, () => sendText(response, 404, 'There is no such file.'));
  });
}

/** @returns the path as it is where it cannot be decoded: no file has such a name */
function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

/** Drops the encodings that a client refuses, which sirv takes for accepted ones. */
function takeEncodings({ headers }: IncomingMessage): void {
  const header = String(headers['accept-encoding'] ?? '').toLowerCase();
  const accepted = header.split(',').filter((part) => !/;\s*q=0(?:\.0*)?\s*$/.test(part));
  headers['accept-encoding'] = accepted.join(',');
}

function sendText(response: ServerResponse, status: number, text: string): void {
  const body = `${text}\n`;
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.setHeader('Cache-Control', 'no-cache');
  response.writeHead(status, { 'Content-Length': Buffer.byteLength(body) }).end(body);
}
