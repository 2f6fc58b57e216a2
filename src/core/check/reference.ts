import * as v from 'valibot';
import { type ModelRef, type SpeciesCall } from '../job/types';
import { problem, type Problem } from '../problem';
import { err, ok, type Result } from '../result';
import type { Fingerprint } from './fingerprint';
import { STEP_IDS, type StepId } from './reference-steps';
import { sentence } from '../../words/told/sentence';

/** Every browser and Node have it, but no ECMAScript library declares it, so it is declared here. */
declare const TextDecoder: new (label: string) => { decode(bytes: Uint8Array): string };

/** The answer of a model that ships with the app to the reference spectrum, by the plain score in float64. */
export interface ReferenceAnswer extends ModelRef {
  /** By taxon, in the order of the manifest. */
  readonly probabilities: readonly number[];
  readonly scores: readonly number[];
  /** The graph's own shift, at which the plain score is computed. */
  readonly shiftPpm: number;
  readonly call: Pick<SpeciesCall, 'kind' | 'taxon' | 'label' | 'confidence' | 'rule'>;
}

/** `public/check/reference.json`: what an installation must compute from the reference run. */
export interface Reference {
  readonly format: 'ktyper-reference/1';
  /** The run, a file beside this one. */
  readonly run: { readonly file: string; readonly bytes: number; readonly sha256: string };
  /** Its only spectrum, with the names that its files have. */
  readonly spectrum: {
    readonly path: string;
    readonly uid: string;
    readonly spot: string;
    /** SHA-256 of its fid, lower-case hex. */
    readonly sha256: string;
  };
  readonly steps: readonly ({ readonly id: StepId } & Fingerprint)[];
  /** Models that do not ship with the app have none. */
  readonly answers: readonly ReferenceAnswer[];
}

const sum256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const finite = v.pipe(v.number(), v.finite());
const place = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const schema = v.strictObject({
  format: v.literal('ktyper-reference/1'),
  run: v.strictObject({
    file: v.pipe(v.string(), v.regex(/^[a-z0-9-]+\.zip$/)),
    bytes: place,
    sha256: sum256,
  }),
  spectrum: v.strictObject({ path: v.string(), uid: v.string(), spot: v.string(), sha256: sum256 }),
  steps: v.array(
    v.strictObject({
      id: v.picklist(STEP_IDS),
      length: place,
      sum: finite,
      weightedSum: finite,
      samples: v.pipe(v.array(v.tuple([place, finite])), v.minLength(1)),
    }),
  ),
  answers: v.array(
    v.strictObject({
      id: v.string(),
      version: v.string(),
      sha256: sum256,
      manifestSha256: sum256,
      probabilities: v.array(finite),
      scores: v.array(finite),
      shiftPpm: finite,
      call: v.strictObject({
        kind: v.picklist(['species', 'group', 'none']),
        taxon: v.nullable(v.string()),
        label: v.string(),
        confidence: v.picklist(['high', 'moderate', 'weak', 'none']),
        rule: v.picklist([
          'species',
          'weak-species',
          'group-unresolved',
          'no-pattern',
          'outgroup',
          'poor-spectrum',
          'no-spectrum',
          'below-threshold',
          'outside-scope',
        ]),
      }),
    }),
  ),
}) satisfies v.GenericSchema<unknown, Reference>;

export function parseReference(bytes: Uint8Array): Result<Reference, Problem<'reference-numbers'>> {
  try {
    const parsed = v.safeParse(schema, JSON.parse(new TextDecoder('utf-8').decode(bytes)));
    if (parsed.success) return ok(parsed.output);
  } catch {
    // Text that is not JSON is the same problem for the reader.
  }
  return err(
    problem(
      'reference-numbers',
      sentence('checked.numbersInvalid'),
      sentence('checked.damagedCure'),
    ),
  );
}
