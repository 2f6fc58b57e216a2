import type { ModelPackDraft } from '../model-pack/draft';
import type { CallThresholds, MarkerTable, TaxonGroup } from '../model-pack/types';
import { encodeOnnx } from '../onnx/encode';
import { ONE_DALTON_BINS } from '../preprocess/bin';
import { buildMarkerGraph, MARKER_GRAPH } from './graph/build-graph';
import { assembleModel, type MarkerModel, type TaxonMembers } from './marker-model';
import type { MarkerRow } from './marker-table';
import type { MarkerParameters } from './parameters';

/** One output of the model: its name, and the taxa of the table that it pools. */
export interface TaxonDefinition extends TaxonMembers {
  readonly name: string;
  readonly shortName: string;
  readonly color: number;
  readonly note: string;
  readonly phylogroup?: string;
  readonly alsoFits?: readonly string[];
}

/** The content of a marker model pack, apart from the facts and the numbers. */
export interface MarkerModelDefinition {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly summary: string;
  readonly limits: readonly string[];
  readonly citation: readonly { readonly text: string; readonly url: string }[];
  readonly taxa: readonly TaxonDefinition[];
  readonly groups: readonly TaxonGroup[];
  /** Loci that only name. */
  readonly naming?: readonly string[];
  readonly noPatternLabel: string;
  readonly thresholds: CallThresholds;
  readonly selfTest: { readonly seed: number; readonly tolerance: number };
}

/**
 * Builds a marker model from a table of marker masses. The caller adds the graph's checksum and its answer
 * to the self-test, which need a hash function and an ONNX runtime.
 */
export function buildMarkerPack(
  definition: MarkerModelDefinition,
  rows: readonly MarkerRow[],
  parameters: MarkerParameters,
): ModelPackDraft {
  const model = assembleModel(definition.taxa, rows, parameters, definition.naming);
  const graph = encodeOnnx(
    buildMarkerGraph({
      name: definition.id,
      description: `${definition.title} ${definition.version}`,
      bins: ONE_DALTON_BINS,
      model,
    }),
  );
  const { id, version, title, summary, limits, citation, groups, noPatternLabel, thresholds } =
    definition;
  return {
    graph,
    manifest: {
      format: 'ktyper-model-pack/2',
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
      taxa: definition.taxa.map(({ members: _, family: __, outgroup = false, ...taxon }) => ({
        ...taxon,
        outgroup,
      })),
      groups,
      noPatternLabel,
      thresholds,
      markers: describeMarkers(model),
      graph: { file: 'model.onnx', bytes: graph.byteLength, ...MARKER_GRAPH },
      selfTest: definition.selfTest,
    },
  };
}

/** Describes a marker graph's outputs for the manifest, so that they can be read without the facts. */
function describeMarkers({ taxa, loci, ions }: MarkerModel): MarkerTable {
  return {
    loci: loci.map(({ locus }) => locus),
    serves: loci.map(({ serves }) => serves),
    ions: ions.map(({ locus, mass, charge, expectedMz }) => ({
      locus,
      mass,
      charge,
      expectedMz: Number(expectedMz.toFixed(3)),
    })),
    alleles: taxa.map((taxon) =>
      loci.map(({ locus, masses }) =>
        (taxon.loci.get(locus) ?? [])
          .filter(({ mass }) => masses.includes(mass))
          .map(({ mass, fraction }) => ({ mass, fraction: Number(fraction.toFixed(4)) })),
      ),
    ),
  };
}
