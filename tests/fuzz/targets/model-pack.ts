import { env } from 'onnxruntime-web/wasm';
import { parseModelIndex } from '../../../src/core/model-pack/model-index';
import type { ModelManifest } from '../../../src/core/model-pack/types';
import { parseManifest } from '../../../src/core/model-pack/verify';
import { openModelPack } from '../../../src/io/open-model-pack';
import { sha256 } from '../../../src/io/sha256';
import { tinyPackFiles } from '../../builders/tiny-pack';
import { ModelGraph } from '../../../workers/spectrum/model-graph';
import { checkProblem, checkResult, checkText, invariant } from '../check';
import { jsonMutators } from '../mutate/json';
import { protobufMutators } from '../mutate/protobuf';
import { textMutators } from '../mutate/text';
import { joinParts, oneOf, partMutators, splitParts } from '../parts';
import { bytesOf, type Target } from '../target';

env.wasm.numThreads = 1;

const manifestMutators = [
  ...jsonMutators,
  ...jsonMutators,
  oneOf(textMutators(['taxa', 'groups', 'bins', 'features', 'graph', 'markers', 'null'])),
];

/** A manifest with all that one can have. */
async function markerManifest(): Promise<string> {
  const manifest = JSON.parse(
    new TextDecoder().decode((await tinyPackFiles()).manifest),
  ) as ModelManifest;
  const outputs = ['scores', 'lociEvidence', 'ions', 'shift', 'summary'];
  const marker = { mass: 5000.5, fraction: 0.9 };
  return JSON.stringify({
    ...manifest,
    kind: 'markers',
    features: null,
    groups: [
      {
        id: 'both',
        name: 'Both',
        shortName: 'Both',
        members: ['genus-alpha', 'genus-beta'],
        unresolvedLabel: 'One of both',
      },
    ],
    citation: [{ text: 'A paper', url: 'https://example.org/' }],
    thresholds: {
      ...manifest.thresholds,
      scope: { maxSpacing: 2, from: 2000, to: 19_000 },
      markers: {
        minScore: 0,
        strongScore: 5,
        minLociSupported: 1,
        maxLociContradicted: 2,
        locusEvidence: 1,
        minPeaks: 10,
      },
    },
    markers: {
      loci: ['L1'],
      ions: [{ locus: 'L1', mass: 5000.5, charge: 1, expectedMz: 5001 }],
      alleles: [[[marker]], [[marker]]],
    },
    graph: {
      ...manifest.graph,
      outputs: {
        ...manifest.graph.outputs,
        ...Object.fromEntries(outputs.map((output) => [output, output])),
      },
    },
  });
}

export const manifest: Target = {
  name: 'manifest',
  seeds: async () => [(await tinyPackFiles()).manifest, bytesOf(await markerManifest())],
  mutators: manifestMutators,
  run(input) {
    const parsed = parseManifest(input);
    if (!parsed.ok) return [checkProblem(parsed.error)];
    const { id, title, taxa, graph } = parsed.value;
    invariant(/^[a-z0-9-]{1,64}$/.test(id), `the id ${id}`);
    invariant(!/[/\\]|^\./.test(graph.file), `the file ${graph.file}`);
    checkText(title, 200, 'the title');
    for (const taxon of taxa) checkText(taxon.name, 200, 'a taxon');
    invariant(({} as Record<string, unknown>)['polluted'] === undefined, 'a polluted prototype');
    return ['ok', parsed.value.kind];
  },
};

export const modelIndex: Target = {
  name: 'model-index',
  seeds: () => [
    bytesOf(
      JSON.stringify({
        format: 'ktyper-models/1',
        default: 'a',
        models: [
          { id: 'a', version: '1.0.0', path: 'a/1.0.0' },
          { id: 'b', version: '2.0.0', path: 'b/2.0.0' },
        ],
      }),
    ),
  ],
  mutators: manifestMutators,
  run(input) {
    const parsed = parseModelIndex(input);
    if (parsed.ok) {
      for (const { path } of parsed.value.models) {
        invariant(!path.split('/').some((part) => part.startsWith('.')), `the path ${path}`);
      }
    }
    return [checkResult(parsed)];
  },
};

/**
 * A pack whose two files fit each other, whatever is in them: the checksums that would refuse a
 * changed graph are set right, so that the graph goes on to the runtime.
 */
export const modelPack: Target = {
  name: 'model-pack',
  async seeds() {
    const { manifest: head, graph } = await tinyPackFiles();
    return [joinParts([head, graph])];
  },
  mutators: [
    ...partMutators(2, 1, [...protobufMutators, ...protobufMutators, ...protobufMutators]),
    ...partMutators(2, 0, manifestMutators),
  ],
  share: 0.2,
  async run(input) {
    const [head, graph] = splitParts(input, 2);
    const parsed = parseManifest(head!);
    if (!parsed.ok) return [checkProblem(parsed.error)];
    const sound = {
      ...parsed.value,
      graph: { ...parsed.value.graph, bytes: graph!.length, sha256: await sha256(graph!) },
    };
    const pack = await openModelPack({ manifest: bytesOf(JSON.stringify(sound)), graph: graph! });
    if (!pack.ok) return [checkProblem(pack.error)];
    const opened = await ModelGraph.open(pack.value.manifest, graph!);
    if (!opened.ok) return [checkProblem(opened.error)];
    const answers = await opened.value.answer(new Float32Array(opened.value.inputWidth), 1);
    return ['opened', ...answers.map(checkResult)];
  },
};
