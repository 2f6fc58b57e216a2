import { once } from 'node:events';
import { createServer, request as httpRequest } from 'node:http';
import { listen } from '../../scripts/serve/listen';

export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  /** Number of bytes in the body. */
  readonly sent: number;
}

export interface RecordingProxy {
  readonly url: string;
  readonly seen: readonly SeenRequest[];
  stop(): Promise<void>;
}

/**
 * Starts a proxy between a browser and every network. It records each request of pages, workers and service
 * workers, forwards those to `origin`, and refuses all others.
 */
export async function startRecordingProxy(origin: string): Promise<RecordingProxy> {
  const seen: SeenRequest[] = [];
  const server = createServer((request, response) => {
    const url = request.url ?? '';
    const body: Buffer[] = [];
    request.on('data', (chunk: Buffer) => body.push(chunk));
    request.on('end', () => {
      const bytes = Buffer.concat(body);
      seen.push({ method: request.method ?? '', url, sent: bytes.length });
      if (!url.startsWith(`${origin}/`)) {
        response.writeHead(502).end();
        return;
      }
      const { method, headers } = request;
      const onward = httpRequest(
        url,
        { method: method ?? 'GET', headers, agent: false },
        (reply) => {
          response.writeHead(reply.statusCode ?? 502, reply.headers);
          reply.pipe(response);
        },
      );
      onward.on('error', () => response.destroy());
      onward.end(bytes);
    });
  });
  // An encrypted connection to another host begins with CONNECT.
  server.on('connect', (request, socket) => {
    seen.push({ method: 'CONNECT', url: request.url ?? '', sent: 0 });
    socket.destroy();
  });
  const port = await listen(server, 0);
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
