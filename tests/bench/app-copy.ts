import { createHash } from 'node:crypto';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { ROOT } from '../../scripts/run-command';

/** The model that every revision has, since the programs are compared and not their models. */
export const COMMON_PACK = 'ribosomal-klebsiella/1.0.0';

interface Index {
  readonly format: string;
  readonly models: readonly {
    readonly id: string;
    readonly version: string;
    readonly path: string;
  }[];
}

/**
 * Copies a built app to a folder, with one pack as the only model that it offers and keeps for use without a
 * network. The app itself stays as it was built.
 */
export async function copyWithPack(app: string, folder: string, pack = COMMON_PACK): Promise<void> {
  await cp(app, folder, { recursive: true });
  const models = join(folder, 'models');
  if (!existsSync(join(models, pack))) {
    await cp(join(ROOT, 'public/models', pack), join(models, pack), { recursive: true });
  }
  const index = JSON.parse(await readFile(join(models, 'index.json'), 'utf8')) as Index;
  await write(join(models, 'index.json'), JSON.stringify(indexOf(index, pack)));
  const worker = join(folder, 'sw.js');
  const offered = index.models.map(({ path }) => path);
  const text = withPack(await readFile(worker, 'utf8'), offered, pack);
  await write(worker, withHashes(text, await hashesOf(models, offered, pack)));
}

/** Hashes of the files of the offered packs, each with that of the same file of the wanted pack. */
async function hashesOf(models: string, offered: readonly string[], pack: string) {
  const hashes: (readonly [string, string])[] = [];
  for (const path of offered) {
    for (const name of await readdir(join(models, pack))) {
      const was = await readFile(join(models, path, name)).catch(() => null);
      if (was === null) continue;
      const is = await readFile(join(models, pack, name));
      for (const encoding of ['hex', 'base64'] as const) {
        const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest(encoding);
        hashes.push([hash(was), hash(is)]);
      }
    }
  }
  return hashes;
}

/** Replaces hashes in the service worker, which keeps no file with another hash. Exported for the tests. */
export function withHashes(worker: string, hashes: readonly (readonly [string, string])[]): string {
  return hashes.reduce((text, [was, is]) => text.replaceAll(was, is), worker);
}

/** Writes the host's list of models with one pack in it. Exported for the tests. */
export function indexOf({ format }: Index, pack: string) {
  const [id, version] = pack.split('/');
  return { format, default: id, models: [{ id, version, path: pack }] };
}

/**
 * Replaces the addresses of the offered packs' files in the service worker's list by those of another pack.
 * Exported for the tests.
 *
 * @throws when the list has no file of an offered pack
 */
export function withPack(worker: string, offered: readonly string[], pack: string): string {
  let text = worker;
  for (const path of offered) {
    if (!text.includes(`models/${path}/`)) {
      throw new Error(`The service worker keeps no file of models/${path}.`);
    }
    text = text.replaceAll(`models/${path}/`, `models/${pack}/`);
  }
  return text;
}

/** Writes a file, and replaces the compressed copies beside it. */
async function write(path: string, text: string): Promise<void> {
  await writeFile(path, text);
  if (existsSync(`${path}.br`)) await writeFile(`${path}.br`, brotliCompressSync(text));
  if (existsSync(`${path}.gz`)) await writeFile(`${path}.gz`, gzipSync(text, { level: 9 }));
}
