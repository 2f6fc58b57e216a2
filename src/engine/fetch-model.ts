import type { ModelPackFiles } from '../core/model-pack/types';
import { type ModelIndex, parseModelIndex } from '../core/model-pack/model-index';
import { parseManifest } from '../core/model-pack/verify';
import { problem, type Problem } from '../core/problem';
import { err, ok, type Result } from '../core/result';
import { type ModelPack, openModelPack } from '../io/open-model-pack';
import { fetchBytes } from './fetch-bytes';
import { sentence } from '../words/told/sentence';

/**
 * Fetches the list of models that ship with the app.
 *
 * @param base address of the folder `models/`, ending with a slash
 */
export async function fetchModelIndex(base: string): Promise<Result<ModelIndex, Problem>> {
  const bytes = await fetchFile(`${base}index.json`);
  return bytes.ok ? parseModelIndex(bytes.value) : bytes;
}

/**
 * Fetches a model of the host's list, and checks its files. If they fail, it fetches them a second time
 * past the caches of service worker and browser, which may have held an incomplete file.
 *
 * @param base address of the folder `models/`, ending with a slash
 */
export async function fetchModelPack(
  base: string,
  listed: ModelIndex['models'][number],
): Promise<Result<ModelPack, Problem>> {
  const folder = `${base}${listed.path}/`;
  const first = await fetchPack(folder, listed, 'default');
  if (!(await forgetFaulty(folder, first))) return first;
  const second = await fetchPack(folder, listed, 'reload');
  await forgetFaulty(folder, second);
  return second;
}

/** @returns whether the pack failed its checks and was removed from the cache */
async function forgetFaulty(folder: string, pack: Result<ModelPack, Problem>): Promise<boolean> {
  if (pack.ok || pack.error.kind === 'model-fetch') return false;
  await forgetKept(folder);
  return true;
}

async function fetchPack(
  folder: string,
  listed: ModelIndex['models'][number],
  cache: RequestCache,
): Promise<Result<ModelPack, Problem>> {
  const manifest = await fetchFile(`${folder}manifest.json`, cache);
  if (!manifest.ok) return manifest;
  const parsed = parseManifest(manifest.value);
  if (!parsed.ok) return parsed;
  const { id, version } = parsed.value;
  if (id !== listed.id || version !== listed.version) {
    return err(
      problem(
        'model-index-mismatch',
        sentence('job.modelMismatch', {
          listed: `${listed.id} ${listed.version}`,
          found: `${id} ${version}`,
        }),
        sentence('job.askOperatorModelCure'),
      ),
    );
  }
  const graph = await fetchFile(`${folder}${parsed.value.graph.file}`, cache);
  if (!graph.ok) return graph;
  const files: ModelPackFiles = { manifest: manifest.value, graph: graph.value };
  return openModelPack(files);
}

/**
 * Removes a pack that failed its checks from the service worker's cache, which would otherwise never fetch
 * it again. The pack may have been incomplete on the host when it was cached.
 */
async function forgetKept(folder: string): Promise<void> {
  const storage = globalThis.caches as CacheStorage | undefined;
  if (storage === undefined) return;
  const { href } = new URL(folder, location.href);
  for (const name of await storage.keys()) {
    // Files that were installed with the app stay, as they are part of its version.
    if (name.includes('precache')) continue;
    const cache = await storage.open(name);
    const kept = (await cache.keys()).filter(({ url }) => url.startsWith(href));
    await Promise.all(kept.map((request) => cache.delete(request)));
  }
}

async function fetchFile(
  address: string,
  cache: RequestCache = 'default',
): Promise<Result<Uint8Array<ArrayBuffer>, Problem<'model-fetch'>>> {
  const bytes = await fetchBytes(address, cache);
  if (bytes !== null) return ok(bytes);
  return err(
    problem('model-fetch', sentence('job.modelFetch', { address }), sentence('told.connectCure')),
  );
}
