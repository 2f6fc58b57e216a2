import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseModelIndex } from '../../../../src/core/model-pack/model-index';
import type { ModelPackFiles } from '../../../../src/core/model-pack/types';
import { openModelPack } from '../../../../src/io/open-model-pack';
import { ModelGraph } from '../../../../workers/spectrum/model-graph';
import { inEnglish } from '../../../../src/words/in-words';

const MODELS = new URL('../../../../public/models/', import.meta.url);
const FOLDER = 'ribosomal-klebsiella';

function bytesOf(path: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(new URL(path, MODELS)));
}

function packOf(version: string): ModelPackFiles {
  return {
    manifest: bytesOf(`${FOLDER}/${version}/manifest.json`),
    graph: bytesOf(`${FOLDER}/${version}/model.onnx`),
  };
}

describe('the bundled model', () => {
  it('is offered only in its newest version', () => {
    const index = parseModelIndex(bytesOf('index.json'));
    expect(index.ok && index.value.models.map(({ id, version }) => [id, version])).toEqual([
      [FOLDER, '2.0.0'],
    ]);
  });

  // A laboratory that validated 1.0.0 can add it again: it passes all checks before a model's use.
  it.each(['1.0.0', '2.0.0'])('can be added in version %s', async (version) => {
    const pack = await openModelPack(packOf(version));
    if (!pack.ok) throw new Error(inEnglish(pack.error.message));
    expect(pack.value.ref).toMatchObject({ id: FOLDER, version });
    const graph = await ModelGraph.open(pack.value.manifest, pack.value.files.graph);
    if (!graph.ok) throw new Error(inEnglish(graph.error.message));
    expect(graph.value.manifest.version).toBe(version);
  });
});
