import type { ModelPackFiles } from '../core/model-pack/types';
import { type ModelIndex, parseModelIndex } from '../core/model-pack/model-index';
import { parseManifest } from '../core/model-pack/verify';
import { problem, type Problem } from '../core/problem';
import { err, ok, type Result } from '../core/result';
import { type ModelPack, openModelPack } from './open-model';

/**
 * The list of models that ship with the app.
 * @param base address of the folder `models/`, with a slash at its end
 */
export async function fetchModelIndex(base: string): Promise<Result<ModelIndex, Problem>> {
  const bytes = await fetchBytes(`${base}index.json`);
  return bytes.ok ? parseModelIndex(bytes.value) : bytes;
}

/**
 * Fetches a model that ships with the app, and checks its files.
 * @param id null for the default
 */
export async function fetchModelPack(
  base: string,
  id: string | null = null,
): Promise<Result<ModelPack, Problem>> {
  const index = await fetchModelIndex(base);
  if (!index.ok) return index;
  const listed = index.value.models.find((model) => model.id === (id ?? index.value.default));
  if (listed === undefined) {
    return err(
      problem(
        'model-unknown',
        `The model ${id} does not ship with this version of the app.`,
        'Choose another model.',
      ),
    );
  }
  const folder = `${base}${listed.path}/`;
  const manifest = await fetchBytes(`${folder}manifest.json`);
  if (!manifest.ok) return manifest;
  const parsed = parseManifest(manifest.value);
  if (!parsed.ok) return parsed;
  const graph = await fetchBytes(`${folder}${parsed.value.graph.file}`);
  if (!graph.ok) return graph;
  const files: ModelPackFiles = { manifest: manifest.value, graph: graph.value };
  return openModelPack(files);
}

async function fetchBytes(
  address: string,
): Promise<Result<Uint8Array<ArrayBuffer>, Problem<'model-fetch'>>> {
  try {
    const response = await fetch(address);
    if (response.ok) return ok(new Uint8Array(await response.arrayBuffer()));
  } catch {
    // Offline, and never loaded before.
  }
  return err(
    problem(
      'model-fetch',
      `A file of the model could not be loaded: ${address}.`,
      'Connect once and reload the page; afterwards it works offline.',
    ),
  );
}
