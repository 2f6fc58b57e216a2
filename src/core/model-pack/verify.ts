import * as v from 'valibot';
import { areKnownBins, binOf } from '../preprocess/bin';
import { problem, type Problem } from '../problem';
import { err, ok, type Result } from '../result';
import { modelManifestSchema } from './schema';
import type { ModelManifest } from './types';

/** Every browser and Node have it, but no ECMAScript library declares it, so it is declared here. */
declare const TextDecoder: new (
  label: string,
  options?: { readonly fatal?: boolean },
) => { decode(bytes: Uint8Array): string };

export type ManifestProblem = Problem<
  'model-manifest-json' | 'model-manifest-shape' | 'model-inconsistent'
>;
export type GraphFileProblem = Problem<'model-graph-size' | 'model-graph-checksum'>;

export const MODEL_CURE =
  'Reload the page, or install the model again from where it came from. A model that fails its ' +
  'checks is never used.';

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
    return err(
      problem('model-manifest-json', "The model's manifest.json is not JSON in UTF-8.", MODEL_CURE),
    );
  }
  const parsed = v.safeParse(modelManifestSchema, json);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const field = v.getDotPath(issue)?.slice(0, MOST_QUOTED) ?? null;
    return err(
      problem(
        'model-manifest-shape',
        `The model's manifest is not valid${field === null ? '' : ` at ${field}`}: ${issue.message.slice(0, MOST_QUOTED)}.`,
        MODEL_CURE,
      ),
    );
  }
  const [fault] = contradictions(parsed.output);
  return fault === undefined
    ? ok(parsed.output)
    : err(
        problem(
          'model-inconsistent',
          `The model's manifest contradicts itself: ${fault}.`,
          MODEL_CURE,
        ),
      );
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
      `The model's graph ${graph.file} has ${found.bytes} bytes, but its manifest says ${graph.bytes}.`,
      MODEL_CURE,
    );
  }
  if (found.sha256 !== graph.sha256) {
    return problem(
      'model-graph-checksum',
      `The model's graph ${graph.file} is not the one that its manifest names: its SHA-256 is ${found.sha256}.`,
      MODEL_CURE,
    );
  }
  return null;
}

/** Outputs of a marker graph that format 2 introduced; a pack has both of them, or none if it is older. */
const LINE_OUTPUTS = ['tilt', 'sensitivity'] as const;
const MARKER_OUTPUTS = ['scores', 'lociEvidence', 'ions', 'shift', 'summary'] as const;

/** Yields each contradiction in a manifest of the right shape, worded as the end of a sentence. */
function* contradictions(manifest: ModelManifest): Generator<string, void, undefined> {
  const { bins, features, taxa, groups, thresholds, markers, graph, selfTest, kind } = manifest;
  if (!areKnownBins(bins)) {
    yield `its recipe ${manifest.recipe} makes no ${bins.count} bins of ${bins.width} Da from ${bins.first} Da on`;
  }
  if (features !== null) {
    const stray = features.find((edge) => binOf(edge, bins) === -1);
    if (stray !== undefined) yield `its feature ${stray} is the left edge of no bin`;
    if (new Set(features).size !== features.length) yield 'a feature stands twice';
  }

  const names = [...taxa, ...groups].map((one) => one.id);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) yield `the id ${twice} stands for two taxa or groups`;
  if (taxa.every((taxon) => taxon.outgroup)) yield 'it has only outgroups, so nothing can be named';
  const known = new Set(taxa.map((taxon) => taxon.id));
  for (const group of groups) {
    const stray = group.members.find((member) => !known.has(member));
    if (stray !== undefined)
      yield `the group ${group.id} names the taxon ${stray}, which is not there`;
  }

  if (thresholds.high < thresholds.species) {
    yield 'its probability for high confidence is below that for a species';
  }
  if (thresholds.moderate !== undefined && thresholds.high < thresholds.moderate) {
    yield 'its probability for high confidence is below that for moderate confidence';
  }
  if (selfTest.probabilities.length !== taxa.length) {
    yield `its self-test has ${selfTest.probabilities.length} probabilities for ${taxa.length} taxa`;
  }
  const outputs = Object.values(graph.outputs);
  if (new Set(outputs).size !== outputs.length) yield 'two outputs of the graph have one name';

  if (manifest.format === 'ktyper-model-pack/1') {
    const later = laterField(manifest);
    if (later !== null) yield `its format 1 has no ${later}`;
  }
  const missing = MARKER_OUTPUTS.filter((output) => graph.outputs[output] === undefined);
  if (kind === 'classifier') {
    const has = [...MARKER_OUTPUTS, ...LINE_OUTPUTS].some((name) => graph.outputs[name]);
    if (markers !== null || thresholds.markers !== null || has) {
      yield 'a classifier has no markers';
    }
    return;
  }
  if (missing.length > 0) yield `a marker model needs the outputs ${missing.join(', ')}`;
  const lines = LINE_OUTPUTS.filter((output) => graph.outputs[output] !== undefined);
  if (lines.length === 1) yield 'a marker model has both a tilt and a sensitivity, or neither';
  if (features !== null) yield 'a marker model takes all bins';
  if (thresholds.markers === null) yield 'a marker model needs thresholds for its markers';
  else if (thresholds.markers.strongScore < thresholds.markers.minScore) {
    yield 'its score for a strong call is below that for a call';
  }
  if (markers === null) yield 'a marker model needs a table of markers';
  else yield* markerContradictions(markers, taxa.length);
}

function* markerContradictions(
  { loci, serves, ions, alleles }: NonNullable<ModelManifest['markers']>,
  taxa: number,
): Generator<string, void, undefined> {
  if (new Set(loci).size !== loci.length) yield 'a locus stands twice';
  if (serves !== undefined && serves.length !== loci.length) {
    yield `it says of ${serves.length} loci what they serve, and has ${loci.length}`;
  }
  if (serves?.every((service) => service === 'name') === true) {
    yield 'no locus serves the acceptance';
  }
  const stray = ions.find((ion) => !loci.includes(ion.locus));
  if (stray !== undefined) yield `an ion belongs to the locus ${stray.locus}, which is not there`;
  if (alleles.length !== taxa || alleles.some((row) => row.length !== loci.length)) {
    yield `its table of alleles is not one of ${taxa} taxa by ${loci.length} loci`;
  }
}

/** @returns a field of format 2 that the manifest has, in words; null: none */
function laterField({ taxa, markers, thresholds, graph }: ModelManifest): string | null {
  if (LINE_OUTPUTS.some((name) => graph.outputs[name] !== undefined)) return 'tilt or sensitivity';
  if (markers?.serves !== undefined) return 'loci that only name';
  if (thresholds.source !== undefined) return 'source of its limits';
  const has = taxa.some(({ phylogroup, alsoFits }) => phylogroup ?? alsoFits);
  return has ? 'phylogroups and no names that fit as well' : null;
}
