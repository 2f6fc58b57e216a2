import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { DIST } from './app';

const DEPLOY = fileURLToPath(new URL('../../deploy/nginx', import.meta.url));
const SNIPPETS = ['ktyper-cache', 'ktyper-headers', 'ktyper-site', 'ktyper-types'];

export interface RunningNginx {
  readonly httpPort: number;
  readonly httpsPort: number;
  stop(): Promise<void>;
}

/**
 * Starts a real nginx with the configuration in `deploy/nginx`, the built app as its root, free
 * ports, and a certificate made on the spot. All of it lives in a folder of its own.
 */
export async function startNginx(nginx: string, openssl: string): Promise<RunningNginx> {
  const folder = await mkdtemp(join(tmpdir(), 'ktyper-nginx-'));
  const [httpPort, httpsPort] = await Promise.all([freePort(), freePort()]);
  await makeCertificate(openssl, folder);
  await writeConfiguration(folder, httpPort, httpsPort);
  const child = spawn(nginx, ['-e', join(folder, 'error.log'), '-p', folder, '-c', 'nginx.conf'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr.on('data', (text: Buffer) => (complaint += text.toString()));
  const ended = once(child, 'close');
  await untilListening(httpsPort, () => {
    if (child.exitCode !== null) throw new Error(`nginx did not start: ${complaint}`);
  });
  return {
    httpPort,
    httpsPort,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}

/** The site as it is shipped, with nothing changed but ports, root and certificate. */
async function writeConfiguration(folder: string, http: number, https: number): Promise<void> {
  const snippets = join(folder, 'snippets');
  await mkdir(snippets);
  for (const name of SNIPPETS) {
    await copyFile(join(DEPLOY, `${name}.conf`), join(snippets, `${name}.conf`));
  }
  await edit(join(snippets, 'ktyper-site.conf'), [['/var/www/ktyper;', `"${DIST}";`]]);
  await copyFile(join(DEPLOY, 'ktyper.conf'), join(folder, 'ktyper.conf'));
  await edit(join(folder, 'ktyper.conf'), [
    ['listen 80;', `listen 127.0.0.1:${http};`],
    ['listen [::]:80;', ''],
    ['listen 443 ssl http2;', `listen 127.0.0.1:${https} ssl http2;`],
    ['listen [::]:443 ssl http2;', ''],
    ['/etc/letsencrypt/live/ktyper.example.org/fullchain.pem', join(folder, 'certificate.pem')],
    ['/etc/letsencrypt/live/ktyper.example.org/privkey.pem', join(folder, 'key.pem')],
  ]);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `    ${kind}_temp_path ${join(folder, kind)};`,
  );
  const main = [
    // The built app may stand in a folder that only root can read.
    process.getuid?.() === 0 ? 'user root;' : '',
    'daemon off;',
    `pid ${join(folder, 'nginx.pid')};`,
    'events {}',
    'http {',
    '    access_log off;',
    ...temporary,
    '    include ktyper.conf;',
    '}',
    '',
  ];
  await writeFile(join(folder, 'nginx.conf'), main.join('\n'));
}

/** Replaces each text once; one that is not there is a mistake of the test. */
async function edit(path: string, changes: readonly (readonly [string, string])[]): Promise<void> {
  let text = await readFile(path, 'utf8');
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`${path} has no "${from}"`);
    text = text.replace(from, () => to);
  }
  await writeFile(path, text);
}

async function makeCertificate(openssl: string, folder: string): Promise<void> {
  const options = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  const names = ['-subj', '/CN=localhost', '-days', '1'];
  const files = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'certificate.pem')];
  await promisify(execFile)(openssl, ['req', ...options, ...names, ...files]);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function untilListening(port: number, check: () => void): Promise<void> {
  for (;;) {
    check();
    const socket = connect(port, '127.0.0.1');
    const connected = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => {
        resolve(true);
      });
      socket.once('error', () => {
        resolve(false);
      });
    });
    socket.destroy();
    if (connected) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
