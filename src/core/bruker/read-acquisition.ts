import type { SpectrumMeasures } from '../job/types';
import { atPath, type Problem, problem } from '../problem';
import { err, ok, type Result } from '../result';
import { makeSpectrum } from '../spectrum/make-spectrum';
import type { AcquisitionRecord, Spectrum, SpectrumNames } from '../spectrum/spectrum';
import { acquText } from './acqu-text';
import type { AxisCache } from './axis-cache';
import { cubicWarning, massConstants } from './cubic-constants';
import { spectrumNames, spotFromPath, uidFromPath } from './names';
import { parseAcqu, type ParsedAcqu } from './parse-acqu';
import { type DecodeCounts, parseFid, withoutFirst } from './parse-fid';
import { refuseAcquisition } from './refuse-acquisition';
import { sentence } from '../../words/told/sentence';

export interface AcquisitionFiles {
  /** Path of the fid, `/` between folders. */
  readonly path: string;
  /** Bytes of acqu, else of acqus; null when neither is there. */
  readonly acqu: Uint8Array | null;
  readonly fid: Uint8Array;
}

/** What is known of an acquisition. All but `spectrum` is present whether it could be read or not. */
export interface AcquisitionReading {
  /** ID_raw, or made from the path when acqu has none. */
  readonly uid: string;
  /** `A7`, or empty when unknown. */
  readonly spot: string;
  readonly names: SpectrumNames;
  readonly record: AcquisitionRecord | null;
  readonly warnings: readonly Problem[];
  readonly spectrum: Result<ReadSpectrum, Problem>;
}

export interface ReadSpectrum {
  /** `mz` is shared with other spectra of this calibration and must not be written to or transferred. */
  readonly spectrum: Spectrum;
  readonly measures: SpectrumMeasures;
}

/** Most bytes of an acqu file; instruments write some 20 kB. */
const MAX_ACQU_BYTES = 1_048_576;

/**
 * Reads an acquisition's bytes into its spectrum. Never throws, whatever the files hold.
 *
 * @param room returns the array to read the intensities into; a new array by default
 * @param decode decodes the counts of the fid
 */
export function readAcquisition(
  files: AcquisitionFiles,
  axes: AxisCache,
  room?: (points: number) => Float64Array,
  decode?: DecodeCounts,
): AcquisitionReading {
  const { path } = files;
  const tooLarge = files.acqu !== null && files.acqu.length > MAX_ACQU_BYTES;
  const acqu = files.acqu === null || tooLarge ? null : parseAcqu(acquText(files.acqu));
  const uid = acqu?.uid ?? uidFromPath(path);
  const spot = acqu?.spot ?? spotFromPath(path);
  const identity = { uid, spot, names: spectrumNames(path, uid, spot) };
  if (acqu === null) {
    return {
      ...identity,
      record: null,
      warnings: [],
      spectrum: err(atPath(tooLarge ? LARGE_ACQU : NO_ACQU, path)),
    };
  }

  const warnings: Problem[] = namingWarnings(acqu, identity);
  let { record } = acqu;
  const read = (): Result<ReadSpectrum, Problem> => {
    const refusal = refuseAcquisition(path, acqu.fields);
    if (refusal) return err(refusal);
    if (!acqu.parameters.ok) return acqu.parameters;
    const { delay, dwell, ml1, ml2, ml3 } = acqu.parameters.value;
    const fid = parseFid(files.fid, acqu.parameters.value, room, decode);
    if (!fid.ok) return fid;
    warnings.push(...fid.value.warnings);
    const constants = massConstants(acqu.fields.get('NTBCal'), { ml1, ml2, ml3 });
    if (!constants.ok) return constants;
    const points = fid.value.intensity.length;
    const calibration = { ...constants.value, delay, dwell, points };
    record = { ...record, calibration };
    const mz = axes.mz(calibration);
    if (!mz.ok) return mz;
    const cubic = cubicWarning(constants.value);
    if (cubic !== null) warnings.push(cubic);
    const early = points - mz.value.length;
    if (early > 0) warnings.push(beforeMassZero(early, points));
    const measured = withoutFirst(fid.value, early);
    if (!measured.ok) return measured;
    const { intensity, totalIntensity, maxIntensity } = measured.value;
    const spectrum = makeSpectrum(mz.value, intensity);
    if (!spectrum.ok) return spectrum;
    const measures: SpectrumMeasures = {
      points: mz.value.length,
      mzFirst: mz.value[0]!,
      mzLast: mz.value[mz.value.length - 1]!,
      totalIntensity,
      maxIntensity,
      peaks: null,
      quality: null,
    };
    return ok({ spectrum: spectrum.value, measures });
  };
  const spectrum = read();
  return {
    ...identity,
    record,
    warnings: warnings.map((warning) => atPath(warning, path)),
    spectrum: spectrum.ok ? spectrum : err(atPath(spectrum.error, path)),
  };
}

const NO_ACQU = problem(
  'acqu-absent',
  sentence('acquisition.acquAbsent'),
  sentence('acquisition.acquAbsentCure'),
);

const LARGE_ACQU = problem(
  'acqu-size',
  sentence('acquisition.acquLarge'),
  sentence('acquisition.acquLargeCure'),
);

function beforeMassZero(early: number, points: number): Problem<'before-mass-zero'> {
  return problem(
    'before-mass-zero',
    sentence('acquisition.beforeMassZero', { count: early, points }),
    sentence('acquisition.beforeMassZeroCure'),
  );
}

function namingWarnings(
  acqu: ParsedAcqu,
  used: { readonly uid: string; readonly spot: string },
): Problem<'acqu-no-uid' | 'acqu-no-spot'>[] {
  const cure = sentence('acquisition.namedByPathCure');
  return [
    ...(acqu.uid === null
      ? [problem('acqu-no-uid', sentence('acquisition.uidByPath', { uid: used.uid }), cure)]
      : []),
    ...(acqu.spot === null
      ? [
          problem(
            'acqu-no-spot',
            used.spot === ''
              ? sentence('acquisition.spotUnknown')
              : sentence('acquisition.spotByPath', { spot: used.spot }),
            cure,
          ),
        ]
      : []),
  ];
}
