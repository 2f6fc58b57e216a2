import type { AxisCache } from '../../src/core/bruker/axis-cache';
import { internalError } from '../../src/core/job/internal-error';
import type { SpectrumOutcome } from '../../src/core/job/outcome';
import type { BinAxis } from '../../src/core/model-pack/types';
import { identityByPath } from '../../src/core/open-formats/identity';
import { ONE_DALTON_BINS } from '../../src/core/preprocess/bin';
import { SPECTRACL_1 } from '../../src/core/preprocess/recipe';
import { atPath, type Problem } from '../../src/core/problem';
import { err, ok, type Result } from '../../src/core/result';
import type { Spectrum } from '../../src/core/spectrum/spectrum';
import type { EntryBytes } from '../../src/io/read-entry';
import type { Preprocessor } from '../../src/kernel/preprocessor';
import type { AcquisitionInput } from './api';
import { readCalibrant } from './read-calibrant';
import { readData } from './read-data';

export type Vector = Float64Array<ArrayBuffer>;

/** An acquisition after all steps but classification: its vector, or why it has none; null for a calibration spot. */
export interface Processed {
  readonly outcome: Omit<SpectrumOutcome, 'sha256' | 'answer' | 'vector'>;
  readonly vector: Result<Vector, Problem> | null;
  /**
   * The same spectrum in bins of 1 Da, which is its vector where the model uses these; null where there is
   * none.
   */
  readonly fine: Vector | null;
  /** The spectrum as measured, for measurements that need the model's answer. */
  readonly spectrum: Spectrum | null;
}

/** What the acquisitions of a thread share. */
export interface Preprocessing {
  readonly axes: AxisCache;
  /** The bins of the model. */
  readonly bins: BinAxis;
  readonly preprocessor: Preprocessor;
  /** Provides arrays for intensities and vectors. */
  readonly room: (length: number) => Vector;
  /** Whether vectors outlive the batch, and so must not lie in these arrays. */
  readonly keepVectors: boolean;
}

/**
 * Reads an acquisition and applies the recipe. It never throws: a fault of ktyper is the acquisition's result.
 *
 * @param files its files, in the order of `entriesOf`
 */
export function preprocessAcquisition(
  input: AcquisitionInput,
  files: readonly EntryBytes[],
  { axes, bins, preprocessor, room, keepVectors }: Preprocessing,
): Processed {
  const { index, path } = input;
  try {
    const bytes = files.map((file) => (file.ok ? file.value : null));
    const reading = readData({ path, data: input, bytes }, axes, room, preprocessor.decodeCounts);
    const { uid, name, spot, names, record, warnings, spectrum, skipped = null } = reading;
    const named = name === undefined ? {} : { name };
    const outcome = { index, uid, ...named, spot, names, record, warnings, skipped };
    // A file that could not be read is the cause, and takes precedence over consequences of its absence.
    const unread = files.findLast((file) => !file.ok);
    if (input.calibrant === true) {
      const calibrant = unread === undefined ? readCalibrant(spectrum, preprocessor, room) : null;
      // What is the matter with a calibration spot is no warning about a sample.
      return unclassified({ ...outcome, warnings: [], measures: null, calibrant });
    }
    if (unread?.ok === false) {
      const vector = err(atPath(unread.error, unread.error.path ?? path));
      return {
        outcome: { ...outcome, warnings: [], measures: null },
        vector,
        fine: null,
        spectrum: null,
      };
    }
    if (!spectrum.ok) {
      const without = { vector: spectrum, fine: null, spectrum: null };
      return { outcome: { ...outcome, measures: null }, ...without };
    }
    const vector = preprocessor.run(
      SPECTRACL_1,
      spectrum.value.spectrum,
      bins,
      keepVectors ? undefined : room,
    );
    return {
      outcome: { ...outcome, measures: spectrum.value.measures },
      vector: ok(vector),
      fine: isFine(bins)
        ? vector
        : preprocessor.run(SPECTRACL_1, spectrum.value.spectrum, ONE_DALTON_BINS, room),
      spectrum: spectrum.value.spectrum,
    };
  } catch (error) {
    const known = { ...identityByPath(path), index, record: null, warnings: [], skipped: null };
    if (input.calibrant === true) {
      return unclassified({ ...known, measures: null, calibrant: null });
    }
    return {
      outcome: { ...known, measures: null },
      vector: err(atPath(internalError(error), path)),
      fine: null,
      spectrum: null,
    };
  }
}

/** Returns a calibration spot, which no model sees. */
function unclassified(outcome: Processed['outcome']): Processed {
  return { outcome, vector: null, fine: null, spectrum: null };
}

export function isFine({ first, width, count }: BinAxis): boolean {
  const fine = ONE_DALTON_BINS;
  return first === fine.first && width === fine.width && count === fine.count;
}
