import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { freePort } from '../../scripts/serve/free-port';

/** The folder of the shipped configurations. */
export const DEPLOY = fileURLToPath(new URL('../../deploy', import.meta.url));

export interface RunningServer {
  readonly httpPort: number;
  readonly httpsPort: number;
  stop(): Promise<void>;
}

/** A server's own folder, with a new certificate, and two free ports. */
export interface ServerPlace {
  readonly folder: string;
  readonly certificate: string;
  readonly key: string;
  readonly httpPort: number;
  readonly httpsPort: number;
}

export async function makePlace(openssl: string, server: string): Promise<ServerPlace> {
  const folder = await mkdtemp(join(tmpdir(), `ktyper-${server}-`));
  const [httpPort, httpsPort] = await Promise.all([freePort(), freePort()]);
  const [certificate, key] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')];
  // The key is RSA: with another kind, no cipher suite without forward secrecy could be chosen anyway.
  const options = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1'];
  const names = ['-subj', '/CN=ktyper.example.org', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const files = ['-keyout', key, '-out', certificate];
  await promisify(execFile)(openssl, [...options, ...names, ...files]);
  return { folder, certificate, key, httpPort, httpsPort };
}

/** Runs a server in the foreground until it is stopped, and then removes its folder. */
export async function runServer(
  place: ServerPlace,
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<RunningServer> {
  const { folder, httpPort, httpsPort } = place;
  const child = spawn(program, [...args], {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr.on('data', (text: Buffer) => (complaint += text.toString()));
  const ended = once(child, 'close');
  for (const port of [httpPort, httpsPort]) {
    await untilListening(port, () => {
      if (child.exitCode !== null) throw new Error(`${program} did not start: ${complaint}`);
    });
  }
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

/** Replaces each text everywhere in a file. A text that does not occur is an error of the test. */
export async function edit(
  path: string,
  changes: readonly (readonly [string, string])[],
): Promise<void> {
  let text = await readFile(path, 'utf8');
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`${path} has no "${from}"`);
    text = text.replaceAll(from, () => to);
  }
  await writeFile(path, text);
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
