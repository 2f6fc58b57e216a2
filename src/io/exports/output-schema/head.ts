import * as v from 'valibot';
import { QUALITY_MEASURES } from '../../../core/quality/limits';
import { commit, count, sha256, problem, service, settings } from './parts';
import { reviewApart } from './review';

export const headEntries = {
  format: v.literal('ktyper-results/1'),
  use: v.string(),
  app: v.strictObject({ name: v.string(), version: v.string(), commit }),
  job: v.strictObject({
    name: v.string(),
    token: v.nullable(v.string()),
    createdAt: v.pipe(v.string(), v.isoTimestamp()),
    computedBy: v.strictObject({ version: v.string(), commit }),
  }),
  settings,
  model: v.strictObject({
    id: v.string(),
    version: v.string(),
    sha256,
    manifestSha256: sha256,
    title: v.string(),
    recipe: v.string(),
    taxa: v.array(
      v.strictObject({
        id: v.string(),
        name: v.string(),
        phylogroup: v.nullable(v.string()),
        alsoFits: v.array(v.string()),
        outgroup: v.boolean(),
      }),
    ),
    groups: v.array(
      v.strictObject({ id: v.string(), name: v.string(), members: v.array(v.string()) }),
    ),
    markers: v.nullable(
      v.strictObject({
        loci: v.array(v.string()),
        serves: v.array(service),
        ions: v.array(
          v.strictObject({
            locus: v.string(),
            mass: v.number(),
            charge: v.picklist([1, 2]),
            expectedMz: v.number(),
          }),
        ),
      }),
    ),
  }),
  guard: v.nullable(
    v.strictObject({
      kind: v.picklist(['watched', 'not-watched', 'failed']),
      guard: v.nullable(
        v.strictObject({
          id: v.string(),
          version: v.string(),
          sha256,
          manifestSha256: sha256,
          genus: v.string(),
        }),
      ),
      reason: v.nullable(v.string()),
    }),
  ),
  selection: v.nullable(v.strictObject({ written: count, of: count })),
  run: v.nullable(
    v.strictObject({
      projectUid: v.nullable(v.string()),
      title: v.nullable(v.string()),
      listed: count,
      missing: v.array(v.strictObject({ name: v.string(), spot: v.string() })),
    }),
  ),
  sampleSheet: v.nullable(
    v.strictObject({
      path: v.string(),
      rows: count,
      matched: count,
      unmatched: v.array(v.string()),
      ambiguous: v.array(
        v.strictObject({
          spectrumId: v.string(),
          spectra: count,
          which: v.exactOptional(v.array(v.string())),
        }),
      ),
      samples: v.exactOptional(count),
    }),
  ),
  grouping: v.exactOptional(
    v.variant('kind', [
      v.strictObject({ kind: v.literal('name'), samples: count, incomplete: v.array(v.string()) }),
      v.strictObject({
        kind: v.literal('spots'),
        every: count,
        start: v.exactOptional(v.string()),
        samples: count,
        incomplete: v.array(v.string()),
        begins: v.exactOptional(v.string()),
      }),
    ]),
  ),
  problems: v.array(problem),
  quality: v.strictObject({
    limits: v.string(),
    samples: v.strictObject({ pass: count, warn: count, fail: count, unrated: count }),
    findings: v.array(problem),
    outliers: v.array(
      v.strictObject({
        spectrum: v.string(),
        measure: v.picklist(QUALITY_MEASURES),
        value: v.number(),
        typical: v.number(),
      }),
    ),
  }),
  watch: v.exactOptional(
    v.array(
      v.strictObject({
        title: v.string(),
        sha256,
        peaks: v.array(
          v.strictObject({
            name: v.string(),
            column: v.string(),
            mz: v.number(),
            charge: v.picklist([1, 2]),
            mass: v.nullable(v.number()),
            tolerancePpm: v.number(),
            note: v.string(),
          }),
        ),
      }),
    ),
  ),
  reviewApart: v.exactOptional(reviewApart),
};
