import { entryRole } from '../../core/bruker/entry-role';
import type { ModelManifest } from '../../core/model-pack/types';
import { ok } from '../../core/result';
import type { KnownOutcome, KnownOutcomes } from '../../engine/job-input';
import { isSameWatch } from '../../engine/watch';
import type { KtyperDatabase } from '../../storage/database';
import { type KnownSpectrum, readKnownSpectra, readSingleSamples } from '../../storage/known-rows';
import type { JobRecord } from '../../storage/records';
import type { PreparedModel } from './analysis';

/**
 * Whether the rows of an interrupted job may be used for the rest of it: they come from this build of the
 * app, and from the same model under the same guard.
 */
export function isReusable(
  record: Pick<JobRecord, 'model' | 'guard' | 'work'>,
  { ref, watch }: Pick<PreparedModel, 'ref' | 'watch'>,
  buildId: string,
): boolean {
  return (
    record.work?.build === buildId &&
    record.model?.sha256 === ref.sha256 &&
    record.model.manifestSha256 === ref.manifestSha256 &&
    isSameWatch(record.guard ?? null, watch ?? null)
  );
}

/**
 * Finds what an interrupted job need not compute again: the spectra that are samples by themselves.
 * Those of replicates are computed again, since their vectors, of which the mean is made, are not stored.
 * When the storage cannot be read, all is computed again.
 */
export async function readKnownOutcomes(
  db: KtyperDatabase,
  job: string,
  manifest: ModelManifest,
): Promise<KnownOutcomes> {
  const singles = await readSingleSamples(db, job);
  return async (places) => {
    const outcomes = new Map<number, KnownOutcome>();
    if (!singles.ok) return outcomes;
    const wanted = places.flatMap(({ index }) => {
      const sample = singles.value.get(index);
      return sample === undefined ? [] : [{ spectrum: index, sample }];
    });
    if (wanted.length === 0) return outcomes;
    const read = await readKnownSpectra(db, job, wanted);
    if (!read.ok) return outcomes;
    const known = new Map(read.value.map((one) => [one.index, one]));
    for (const { index, path } of places) {
      const stored = known.get(index);
      const outcome = stored === undefined ? null : tryOutcomeOf(stored, path, manifest);
      if (outcome !== null) outcomes.set(index, outcome);
    }
    return outcomes;
  };
}

/** @returns null for what is stored in an unknown shape: it is computed again */
function tryOutcomeOf(...parts: Parameters<typeof outcomeOf>): KnownOutcome | null {
  try {
    return outcomeOf(...parts);
  } catch {
    return null;
  }
}

/**
 * Rebuilds a worker's answer from its stored row.
 * @param path of the spectrum inside its source
 * @returns null when the row does not hold all of the answer
 */
export function outcomeOf(
  { spectrum, sample, evidence }: KnownSpectrum,
  path: string,
  { taxa, markers }: ModelManifest,
): KnownOutcome | null {
  const { index, uid, spot, names, record, measures, sha256, warnings, status } = spectrum;
  const { guard, watched } = spectrum;
  const isItsOwn = sample.spectra.length === 1 && sample.spectra[0] === index;
  // Its row may name the archive before the path.
  const isThere = spectrum.path === path || spectrum.path.endsWith(`/${path}`);
  const isWhole =
    status === 'ok' &&
    sample.failure === null &&
    sample.probabilities.length === taxa.length &&
    (evidence !== null || markers === null);
  if (!isItsOwn || !isThere || !isWhole) return null;
  const probabilities = Float32Array.from(sample.probabilities);
  const answer = ok({
    probabilities,
    evidence,
    peaks: sample.peaks,
    ...(guard === undefined ? {} : { guard }),
  });
  return {
    index,
    uid,
    // A fid's path names it; what an open format says of itself stands in the row alone.
    ...(entryRole(path) === 'fid' ? {} : { name: spectrum.name }),
    spot,
    names,
    record,
    measures,
    sha256,
    warnings,
    skipped: null,
    answer,
    vector: null,
    ...(watched === undefined ? {} : { watched }),
  };
}
