import * as v from 'valibot';
import { areKnownBins, binOf } from '../preprocess/bin';
import { problem, type Problem } from '../problem';
import { err, ok, type Result } from '../result';
import { modelManifestSchema } from './schema';
import type { ModelManifest } from './types';
import { type Sentence, sentence } from '../../words/told/sentence';

/** Every browser and Node have it, but no ECMAScript library declares it, so it is declared here. */
declare const TextDecoder: new (
  label: string,
  options?: { readonly fatal?: boolean },
) => { decode(bytes: Uint8Array): string };

export type ManifestProblem = Problem<
  'model-manifest-json' | 'model-manifest-shape' | 'model-inconsistent'
>;
export type GraphFileProblem = Problem<'model-graph-size' | 'model-graph-checksum'>;

export const MODEL_CURE = sentence('modelPack.installCure');

/** Most characters of a wrong value that are quoted, since a manifest's value may be of any length. */
const MOST_QUOTED = 200;

/**
 * Parses and checks a model's `manifest.json`: its shape first, then whether its parts agree.
 * `checkGraphFile`, and the worker that opens the graph, check what needs the graph.
 */
export function parseManifest(bytes: Uint8Array): Result<ModelManifest, ManifestProblem> {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return err(problem('model-manifest-json', sentence('modelPack.manifestJson'), MODEL_CURE));
  }
  const parsed = v.safeParse(modelManifestSchema, json);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const field = v.getDotPath(issue)?.slice(0, MOST_QUOTED) ?? null;
    const said = issue.message.slice(0, MOST_QUOTED);
    return err(
      problem(
        'model-manifest-shape',
        field === null
          ? sentence('modelPack.manifestShape', { said })
          : sentence('modelPack.manifestShapeAt', { field, said }),
        MODEL_CURE,
      ),
    );
  }
  const [fault] = contradictions(parsed.output);
  return fault === undefined
    ? ok(parsed.output)
    : err(problem('model-inconsistent', sentence('modelPack.contradicts', { fault }), MODEL_CURE));
}

/**
 * Checks that this is the graph that the manifest was written for.
 *
 * @param found the graph file's length, and its SHA-256 in lower-case hex
 */
export function checkGraphFile(
  { graph }: Pick<ModelManifest, 'graph'>,
  found: { readonly bytes: number; readonly sha256: string },
): GraphFileProblem | null {
  if (found.bytes !== graph.bytes) {
    return problem(
      'model-graph-size',
      sentence('modelPack.graphBytes', {
        file: graph.file,
        bytes: found.bytes,
        expected: graph.bytes,
      }),
      MODEL_CURE,
    );
  }
  if (found.sha256 !== graph.sha256) {
    return problem(
      'model-graph-checksum',
      sentence('modelPack.graphSum', { file: graph.file, sum: found.sha256 }),
      MODEL_CURE,
    );
  }
  return null;
}

/** Outputs of a marker graph that format 2 introduced; a pack has both of them, or none if it is older. */
const LINE_OUTPUTS = ['tilt', 'sensitivity'] as const;
const MARKER_OUTPUTS = ['scores', 'lociEvidence', 'ions', 'shift', 'summary'] as const;

/** Yields each contradiction in a manifest of the right shape, as a clause. */
function* contradictions(manifest: ModelManifest): Generator<Sentence, void, undefined> {
  const { bins, features, taxa, groups, thresholds, markers, graph, selfTest, kind } = manifest;
  if (!areKnownBins(bins)) {
    yield sentence('modelPack.faultBins', { recipe: manifest.recipe, ...bins });
  }
  if (features !== null) {
    const stray = features.find((edge) => binOf(edge, bins) === -1);
    if (stray !== undefined) yield sentence('modelPack.faultFeature', { edge: stray });
    if (new Set(features).size !== features.length) yield sentence('modelPack.faultFeatureTwice');
  }

  const names = [...taxa, ...groups].map((one) => one.id);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) yield sentence('modelPack.faultIdTwice', { id: twice });
  if (taxa.every((taxon) => taxon.outgroup)) yield sentence('modelPack.faultOnlyOutgroups');
  const known = new Set(taxa.map((taxon) => taxon.id));
  for (const group of groups) {
    const stray = group.members.find((member) => !known.has(member));
    if (stray !== undefined)
      yield sentence('modelPack.faultGroupMember', { group: group.id, taxon: stray });
  }

  if (thresholds.high < thresholds.species) {
    yield sentence('modelPack.faultHigh');
  }
  if (thresholds.moderate !== undefined && thresholds.high < thresholds.moderate) {
    yield sentence('modelPack.faultHighModerate');
  }
  if (selfTest.probabilities.length !== taxa.length) {
    yield sentence('modelPack.faultSelfTest', {
      probabilities: selfTest.probabilities.length,
      taxa: taxa.length,
    });
  }
  const outputs = Object.values(graph.outputs);
  if (new Set(outputs).size !== outputs.length) yield sentence('modelPack.faultOutputTwice');

  if (manifest.format === 'ktyper-model-pack/1') {
    const later = laterField(manifest);
    if (later !== null) yield later;
  }
  const missing = MARKER_OUTPUTS.filter((output) => graph.outputs[output] === undefined);
  if (kind === 'classifier') {
    const has = [...MARKER_OUTPUTS, ...LINE_OUTPUTS].some((name) => graph.outputs[name]);
    if (markers !== null || thresholds.markers !== null || has) {
      yield sentence('modelPack.faultMarkersOfClassifier');
    }
    return;
  }
  if (missing.length > 0)
    yield sentence('modelPack.faultNeedsOutputs', { outputs: missing.join(', ') });
  const lines = LINE_OUTPUTS.filter((output) => graph.outputs[output] !== undefined);
  if (lines.length === 1) yield sentence('modelPack.faultOneLine');
  if (features !== null) yield sentence('modelPack.faultAllBins');
  if (thresholds.markers === null) yield sentence('modelPack.faultNeedsThresholds');
  else if (thresholds.markers.strongScore < thresholds.markers.minScore) {
    yield sentence('modelPack.faultStrongScore');
  }
  if (markers === null) yield sentence('modelPack.faultNeedsMarkers');
  else yield* markerContradictions(markers, taxa.length);
}

function* markerContradictions(
  { loci, serves, ions, alleles }: NonNullable<ModelManifest['markers']>,
  taxa: number,
): Generator<Sentence, void, undefined> {
  if (new Set(loci).size !== loci.length) yield sentence('modelPack.faultLocusTwice');
  if (serves !== undefined && serves.length !== loci.length) {
    yield sentence('modelPack.faultServes', { told: serves.length, loci: loci.length });
  }
  if (serves?.every((service) => service === 'name') === true) {
    yield sentence('modelPack.faultNoLocusServes');
  }
  const stray = ions.find((ion) => !loci.includes(ion.locus));
  if (stray !== undefined) yield sentence('modelPack.faultIonLocus', { locus: stray.locus });
  if (alleles.length !== taxa || alleles.some((row) => row.length !== loci.length)) {
    yield sentence('modelPack.faultAlleles', { taxa, loci: loci.length });
  }
}

/** Says which field of format 2 a manifest has; null: none. */
function laterField({ taxa, markers, thresholds, graph }: ModelManifest): Sentence | null {
  if (LINE_OUTPUTS.some((name) => graph.outputs[name] !== undefined)) {
    return sentence('modelPack.faultFormat1Tilt');
  }
  if (markers?.serves !== undefined) return sentence('modelPack.faultFormat1Loci');
  if (thresholds.source !== undefined) return sentence('modelPack.faultFormat1Source');
  const has = taxa.some(({ phylogroup, alsoFits }) => phylogroup ?? alsoFits);
  return has ? sentence('modelPack.faultFormat1Fit') : null;
}
