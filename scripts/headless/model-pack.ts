import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseModelIndex } from '../../src/core/model-pack/model-index';
import { parseManifest } from '../../src/core/model-pack/verify';
import { problem, type Problem } from '../../src/core/problem';
import { err, ok, type Result } from '../../src/core/result';
import { type ModelPack, openModelPack } from '../../src/io/open-model-pack';
import { ROOT } from '../run-command';
import { typedPath } from './command-line';

const MODELS = join(ROOT, 'public/models');

/**
 * Opens a model that ships with the app, or one in a folder.
 *
 * @param choice its id, or the folder of its manifest.json; null for the default
 */
export async function readModelPack(choice: string | null): Promise<Result<ModelPack, Problem>> {
  const folder = await folderOf(choice);
  if (!folder.ok) return folder;
  const manifest = await readBytes(join(folder.value, 'manifest.json'));
  if (!manifest.ok) return manifest;
  const parsed = parseManifest(manifest.value);
  if (!parsed.ok) return parsed;
  const graph = await readBytes(join(folder.value, parsed.value.graph.file));
  if (!graph.ok) return graph;
  return openModelPack({ manifest: manifest.value, graph: graph.value });
}

async function folderOf(choice: string | null): Promise<Result<string, Problem>> {
  if (choice !== null && existsSync(join(typedPath(choice), 'manifest.json'))) {
    return ok(typedPath(choice));
  }
  const bytes = await readBytes(join(MODELS, 'index.json'));
  if (!bytes.ok) return bytes;
  const index = parseModelIndex(bytes.value);
  if (!index.ok) return index;
  const { models } = index.value;
  const listed = models.find((model) => model.id === (choice ?? index.value.default));
  if (listed !== undefined) return ok(join(MODELS, listed.path));
  return err(
    problem(
      'model-unknown',
      `There is no model ${choice}: it is neither a folder with a manifest.json nor one of ` +
        `${models.map(({ id }) => id).join(', ')}.`,
      'Name one of these, or the folder of a model pack.',
    ),
  );
}

async function readBytes(
  path: string,
): Promise<Result<Uint8Array<ArrayBuffer>, Problem<'model-file'>>> {
  try {
    return ok(new Uint8Array(await readFile(path)));
  } catch {
    return err(
      problem(
        'model-file',
        `The model's file ${path} cannot be read.`,
        'Check the path of the model.',
      ),
    );
  }
}
