import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DIST, expect, serveApp, type ServedApp } from './app';

/** The built app on a host whose files change; its address stays. */
export class ChangingHost {
  readonly #folder: string;
  #app: ServedApp;

  private constructor(folder: string, app: ServedApp) {
    this.#folder = folder;
    this.#app = app;
  }

  static async start(): Promise<ChangingHost> {
    const folder = await mkdtemp(join(tmpdir(), 'ktyper-host-'));
    await cp(DIST, folder, { recursive: true });
    return new ChangingHost(folder, await serveApp(folder));
  }

  get url(): string {
    return this.#app.url;
  }

  /** A newer version: another page, and the service worker that a build would make for it. */
  async publish(version: string): Promise<void> {
    const before = await this.read('index.html');
    const after = before.replace('<html lang="en"', `<html lang="en" data-version="${version}"`);
    const worker = await this.read('sw.js');
    expect(worker).toContain(revisionOf(before));
    await this.change({
      'index.html': after,
      'sw.js': worker.replace(revisionOf(before), revisionOf(after)),
    });
  }

  /** Changes files, and serves them from then on. */
  async change(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
    await this.#app.stop();
    for (const [path, content] of Object.entries(files)) {
      await writeFile(join(this.#folder, path), content);
      for (const twin of ['.br', '.gz']) await rm(join(this.#folder, path + twin), { force: true });
    }
    this.#app = await serveApp(this.#folder, Number(new URL(this.url).port));
  }

  copy(from: string, to: string): Promise<void> {
    return cp(join(this.#folder, from), join(this.#folder, to), { recursive: true });
  }

  read(path: string): Promise<string> {
    return readFile(join(this.#folder, path), 'utf8');
  }

  /** Damages a file: one bit of the byte in its middle is another. */
  async damage(path: string): Promise<void> {
    const bytes = await readFile(join(this.#folder, path));
    bytes[bytes.length >> 1]! ^= 1;
    await this.change({ [path]: bytes });
  }

  /** The host is gone; its files are kept until `remove`. */
  stop(): Promise<void> {
    return this.#app.stop();
  }

  remove(): Promise<void> {
    return rm(this.#folder, { recursive: true });
  }
}

function revisionOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
