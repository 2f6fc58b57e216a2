import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { listFiles } from '../../scripts/files';
import { DIST, expect, serveApp, type ServedApp } from './app';

/** Returns what the host sends instead of its file, or null to send the file. */
type Answer = (
  path: string,
) => { readonly type: string; readonly body: string | Uint8Array } | null;

/** Serves the built app from a host whose files change, always at the same address. */
export class ChangingHost {
  readonly #folder: string;
  #app: ServedApp;
  #answer: Answer | null = null;

  private constructor(folder: string, app: ServedApp) {
    this.#folder = folder;
    this.#app = app;
  }

  static async start(): Promise<ChangingHost> {
    const folder = await mkdtemp(join(tmpdir(), 'ktyper-host-'));
    await cp(DIST, folder, { recursive: true });
    const host = new ChangingHost(folder, await serveApp(folder));
    await host.restart();
    return host;
  }

  readonly #intercept = (request: IncomingMessage, response: ServerResponse): boolean => {
    const sent = this.#answer?.(new URL(request.url ?? '/', 'http://host').pathname.slice(1));
    if (!sent) return false;
    response.setHeader('Content-Type', sent.type);
    response.setHeader('Cache-Control', 'no-store');
    response.writeHead(200).end(sent.body);
    return true;
  };

  get url(): string {
    return this.#app.url;
  }

  /** Publishes a newer version: another page, and the service worker that a build would write for it. */
  async publish(version: string): Promise<void> {
    const before = await this.read('index.html');
    const after = before.replace('<html lang="en"', `<html lang="en" data-version="${version}"`);
    const worker = await this.read('sw.js');
    let newer = worker.replace(/ktyper-build:\w+/, 'ktyper-build:0123456789ab');
    for (const encoding of ['hex', 'base64'] as const) {
      expect(worker).toContain(hashOf(before, encoding));
      newer = newer.replaceAll(hashOf(before, encoding), hashOf(after, encoding));
    }
    await this.change({ 'index.html': after, 'sw.js': newer });
  }

  /** Publishes a newer version in which every script has another name, and deletes the old scripts. */
  async replace(version: string): Promise<void> {
    const paths = (await listFiles(this.#folder)).map(({ path }) => path);
    const assets = paths.filter((path) => /^assets\/.+-[\w-]{8}\.\w+$/.test(path));
    const names = new Map(
      assets.map((path) => [basename(path), basename(path).replace(/.(?=\.\w+$)/, '$')]),
    );
    const rename = (text: string) =>
      [...names].reduce((renamed, [old, fresh]) => renamed.replaceAll(old, () => fresh), text);
    const sums: (readonly [string, string])[] = [];
    const changed: Record<string, string | Uint8Array> = {};
    for (const path of [...assets, 'index.html']) {
      const before = await this.bytes(path);
      const mark = `<html lang="en" data-version="${version}"`;
      const after = /\.(?:css|html|js)$/.test(path)
        ? Buffer.from(rename(before.toString()).replace('<html lang="en"', mark))
        : before;
      changed[rename(path)] = after;
      for (const encoding of ['hex', 'base64'] as const) {
        sums.push([hashOf(before, encoding), hashOf(after, encoding)]);
      }
    }
    const worker = rename(await this.read('sw.js')).replace(
      /ktyper-build:\w+/,
      `ktyper-build:0${'1'.repeat(11)}`,
    );
    const newer = sums.reduce((text, [before, after]) => text.replaceAll(before, after), worker);
    await this.change({ ...changed, 'sw.js': newer });
    for (const path of assets) await this.#delete(path);
    await this.restart();
  }

  /** Sets what every request is answered with; null for the host's files again. */
  answerWith(answer: Answer | null): void {
    this.#answer = answer;
  }

  /** Changes files and serves the new ones. */
  async change(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
    for (const [path, content] of Object.entries(files)) {
      await writeFile(join(this.#folder, path), content);
      for (const twin of ['.br', '.gz']) await rm(join(this.#folder, path + twin), { force: true });
    }
    await this.restart();
  }

  /** Serves the host's current files at the same address. */
  async restart(): Promise<void> {
    await this.#app.stop();
    this.#app = await serveApp(this.#folder, Number(new URL(this.url).port), this.#intercept);
  }

  async #delete(path: string): Promise<void> {
    for (const twin of ['', '.br', '.gz'])
      await rm(join(this.#folder, path + twin), { force: true });
  }

  copy(from: string, to: string): Promise<void> {
    return cp(join(this.#folder, from), join(this.#folder, to), { recursive: true });
  }

  read(path: string): Promise<string> {
    return readFile(join(this.#folder, path), 'utf8');
  }

  bytes(path: string): Promise<Buffer> {
    return readFile(join(this.#folder, path));
  }

  /** Lists the paths of the host's files below a folder. */
  async files(folder: string): Promise<string[]> {
    return (await listFiles(this.#folder))
      .map(({ path }) => path)
      .filter((path) => path.startsWith(folder));
  }

  /** Damages a file by flipping one bit of the byte in its middle. */
  async damage(path: string): Promise<void> {
    const bytes = await readFile(join(this.#folder, path));
    bytes[bytes.length >> 1]! ^= 1;
    await this.change({ [path]: bytes });
  }

  /** Stops the host. Its files are kept until `remove`. */
  stop(): Promise<void> {
    return this.#app.stop();
  }

  remove(): Promise<void> {
    return rm(this.#folder, { recursive: true });
  }
}

function hashOf(text: string | Uint8Array, encoding: 'hex' | 'base64'): string {
  return createHash('sha256').update(text).digest(encoding);
}
