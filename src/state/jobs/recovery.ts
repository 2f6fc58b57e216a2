import { entryRole } from '../../core/bruker/entry-role';
import type { ModelManifest } from '../../core/model-pack/types';
import { ok } from '../../core/result';
import type { KnownOutcome, KnownOutcomes } from '../../engine/job-input';
import { isSameGuard } from '../../engine/plan-guard';
import type { KtyperDatabase } from '../../storage/database';
import { KnownRows, type KnownSpectrum } from '../../storage/known-rows';
import type { JobRecord } from '../../storage/records';
import type { PreparedModel } from './analysis';

/**
 * Returns whether the rows of an interrupted job may be reused: they come from this build of the app, and
 * from the same model under the same guard.
 */
export function isReusable(
  record: Pick<JobRecord, 'model' | 'guard' | 'work'>,
  { ref, guard }: Pick<PreparedModel, 'ref' | 'guard'>,
  buildId: string,
): boolean {
  return (
    record.work?.build === buildId &&
    record.model?.sha256 === ref.sha256 &&
    record.model.manifestSha256 === ref.manifestSha256 &&
    isSameGuard(record.guard ?? null, guard ?? null)
  );
}

/**
 * Finds the results of an interrupted job that need not be computed again: spectra that are samples by
 * themselves. Replicates are computed again, since the mean is made from their vectors, which are not
 * stored. When the storage cannot be read, everything is computed again.
 */
export async function readKnownOutcomes(
  db: KtyperDatabase,
  job: string,
  manifest: ModelManifest,
): Promise<KnownOutcomes> {
  const rows = await KnownRows.read(db, job);
  return async (places) => {
    const outcomes = new Map<number, KnownOutcome>();
    if (!rows.ok) return outcomes;
    const read = await rows.value.take(places.map(({ index }) => index));
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

/** @returns null for a stored row of an unknown shape, which is then computed again */
function tryOutcomeOf(...parts: Parameters<typeof outcomeOf>): KnownOutcome | null {
  try {
    return outcomeOf(...parts);
  } catch {
    return null;
  }
}

/**
 * Rebuilds a worker's answer from its stored row.
 *
 * @param path of the spectrum inside its source
 * @returns null when the row does not contain the whole answer
 */
export function outcomeOf(
  { spectrum, sample, evidence }: KnownSpectrum,
  path: string,
  { taxa, markers }: ModelManifest,
): KnownOutcome | null {
  const { index, uid, spot, names, record, measures, sha256, warnings, status } = spectrum;
  const { guard, watched } = spectrum;
  const isItsOwn = sample.spectra.length === 1 && sample.spectra[0] === index;
  // The path in the row may begin with the archive's name.
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
    // A fid is named by its path, but the name of a spectrum in an open format is in the row only.
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
