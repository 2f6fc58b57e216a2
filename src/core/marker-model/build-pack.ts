import { ONE_DALTON_BINS } from '../preprocess/bin';
import type { ModelPackDraft } from '../model-pack/draft';
import type { CallThresholds, TaxonGroup } from '../model-pack/types';
import { encodeOnnx } from '../onnx/encode';
import { buildMarkerGraph, MARKER_GRAPH } from './build-graph';
import { describeMarkers } from './describe-markers';
import { expectIons } from './expected-ions';
import { poolTaxon, type MarkerRow } from './marker-table';
import type { MarkerParameters } from './parameters';

/** One output of the model: which taxa of the table it pools, and how it is named. */
export interface TaxonDefinition {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  /** Names of taxa as the table of markers has them. */
  readonly members: readonly string[];
  readonly outgroup?: boolean;
  readonly color: number;
  readonly note: string;
}

/** All that a marker model pack is made of, besides the facts and the numbers. */
export interface MarkerModelDefinition {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly summary: string;
  readonly limits: readonly string[];
  readonly citation: readonly { readonly text: string; readonly url: string }[];
  readonly taxa: readonly TaxonDefinition[];
  readonly groups: readonly TaxonGroup[];
  readonly noPatternLabel: string;
  readonly thresholds: CallThresholds;
  readonly selfTest: { readonly seed: number; readonly tolerance: number };
}

/**
 * Makes a marker model of a table of marker masses. The caller adds the graph's checksum and its
 * answer to the self-test, which take a hash function and an ONNX runtime.
 */
export function buildMarkerPack(
  definition: MarkerModelDefinition,
  rows: readonly MarkerRow[],
  parameters: MarkerParameters,
): ModelPackDraft {
  const taxa = definition.taxa.map(({ id, members }) => poolTaxon(id, members, rows));
  const { loci, ions } = expectIons(taxa, parameters);
  const graph = encodeOnnx(
    buildMarkerGraph({
      name: definition.id,
      description: `${definition.title} ${definition.version}`,
      bins: ONE_DALTON_BINS,
      taxa,
      loci,
      ions,
      parameters,
    }),
  );
  const { id, version, title, summary, limits, citation, groups, noPatternLabel, thresholds } =
    definition;
  return {
    graph,
    manifest: {
      format: 'ktyper-model-pack/1',
      id,
      version,
      title,
      kind: 'markers',
      summary,
      limits,
      citation,
      recipe: 'spectracl-1',
      bins: ONE_DALTON_BINS,
      features: null,
      taxa: definition.taxa.map(({ members: _, outgroup = false, ...taxon }) => ({
        ...taxon,
        outgroup,
      })),
      groups,
      noPatternLabel,
      thresholds,
      markers: describeMarkers(taxa, loci, ions),
      graph: { file: 'model.onnx', bytes: graph.byteLength, ...MARKER_GRAPH },
      selfTest: definition.selfTest,
    },
  };
}
