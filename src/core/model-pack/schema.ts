import * as v from 'valibot';
import type { ModelManifest } from './types';

const text = v.pipe(v.string(), v.maxLength(2_000));
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
/** It is used in a folder's name and in addresses. */
const id = v.pipe(v.string(), v.regex(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/));
const version = v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]{1,40})?$/));
const index = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const positive = v.pipe(v.number(), v.finite(), v.gtValue(0));
const probability = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
/** The graph lies beside its manifest, so its name contains no folder and no way upwards. */
const fileName = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}$/));
const tensor = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const address = v.union([
  v.literal(''),
  v.pipe(v.string(), v.maxLength(500), v.regex(/^https:\/\//)),
]);

const binAxis = v.strictObject({
  first: positive,
  width: positive,
  count: v.pipe(index, v.minValue(1), v.maxValue(1_000_000)),
});

const taxon = v.strictObject({
  id,
  name,
  shortName: name,
  outgroup: v.boolean(),
  color: index,
  note: text,
  phylogroup: v.exactOptional(name),
  alsoFits: v.exactOptional(v.pipe(v.array(name), v.minLength(1), v.maxLength(20))),
});

const group = v.strictObject({
  id,
  name,
  shortName: name,
  members: v.pipe(v.array(id), v.minLength(2), v.maxLength(1_000)),
  unresolvedLabel: name,
});

const thresholds = v.strictObject({
  species: probability,
  high: probability,
  moderate: v.exactOptional(probability),
  group: probability,
  markers: v.nullable(
    v.strictObject({
      minScore: v.pipe(v.number(), v.finite()),
      strongScore: v.pipe(v.number(), v.finite()),
      minLociSupported: index,
      maxLociContradicted: index,
      locusEvidence: positive,
      minPeaks: index,
    }),
  ),
  source: v.exactOptional(text),
  scope: v.nullable(v.strictObject({ maxSpacing: positive, from: positive, to: positive })),
});

const markers = v.strictObject({
  loci: v.pipe(v.array(name), v.minLength(1), v.maxLength(1_000)),
  serves: v.exactOptional(v.array(v.picklist(['both', 'name']))),
  ions: v.pipe(
    v.array(
      v.strictObject({
        locus: name,
        mass: positive,
        charge: v.picklist([1, 2]),
        expectedMz: positive,
      }),
    ),
    v.minLength(1),
    v.maxLength(10_000),
  ),
  alleles: v.array(v.array(v.array(v.strictObject({ mass: positive, fraction: probability })))),
});

/**
 * The schema of `manifest.json`; docs/model-pack.md explains each field. Unknown fields are refused: a pack
 * of a later format is recognised by its `format`, and a misspelt field must not pass for an option.
 */
export const modelManifestSchema = v.strictObject({
  format: v.picklist(['ktyper-model-pack/1', 'ktyper-model-pack/2']),
  id,
  version,
  title: name,
  kind: v.picklist(['markers', 'classifier']),
  summary: text,
  limits: v.array(text),
  citation: v.array(v.strictObject({ text, url: address })),
  recipe: v.literal('spectracl-1'),
  bins: binAxis,
  features: v.nullable(v.pipe(v.array(positive), v.minLength(1))),
  taxa: v.pipe(v.array(taxon), v.minLength(1), v.maxLength(1_000)),
  groups: v.pipe(v.array(group), v.maxLength(1_000)),
  thresholds,
  noPatternLabel: name,
  judgesEachClass: v.exactOptional(v.literal(true)),
  markers: v.nullable(markers),
  graph: v.strictObject({
    file: fileName,
    bytes: v.pipe(index, v.minValue(1)),
    sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
    input: tensor,
    outputs: v.strictObject({
      probabilities: tensor,
      scores: v.exactOptional(tensor),
      lociEvidence: v.exactOptional(tensor),
      ions: v.exactOptional(tensor),
      shift: v.exactOptional(tensor),
      tilt: v.exactOptional(tensor),
      sensitivity: v.exactOptional(tensor),
      summary: v.exactOptional(tensor),
    }),
  }),
  selfTest: v.strictObject({
    seed: index,
    probabilities: v.array(probability),
    tolerance: v.pipe(v.number(), v.gtValue(0), v.maxValue(0.05)),
  }),
}) satisfies v.GenericSchema<unknown, ModelManifest>;
