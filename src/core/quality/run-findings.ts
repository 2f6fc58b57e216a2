import type { SampleRow, SpectrumRow } from '../job/types';
import { problem, type Problem } from '../problem';
import type { Interruptible } from '../interruptible';
import { judge } from './judge';
import { QUALITY_LIMITS, QUALITY_MEASURES, type QualityMeasure } from './limits';
import type { MeasuredRow } from './measured-values';
import { findFences, median, quantile } from './statistics';
import { groupDigits } from '../text';
import { sentence, type Sentence } from '../../words/told/sentence';

/** Least number of spectra of an instrument from which its calibration is judged. */
const MIN_OF_INSTRUMENT = 5;
/** Parts of them with an error to the same side at which the sentence says all, or most. */
const ALL = 0.95;
const MOST = 0.7;

/** The mass errors of an instrument's spectra, one value for each spectrum. */
interface Errors {
  readonly shiftPpm: number[];
  /** Empty where the model estimates no tilt. */
  readonly tiltPpmPerKda: number[];
}

/**
 * Finds instruments whose calibration has drifted: the median shift or the median tilt of their spectra is
 * beyond the limit, and most of their spectra have an error to the same side. One sentence describes both.
 */
export function findDrift(spectra: readonly MeasuredRow[]): Problem<'calibration-drift'>[] {
  const byInstrument = new Map<string, Errors>();
  for (const { row, values } of spectra) {
    if (values.shiftPpm === undefined) continue;
    const instrument = row.record?.instrument ?? '';
    let errors = byInstrument.get(instrument);
    if (errors === undefined) {
      byInstrument.set(instrument, (errors = { shiftPpm: [], tiltPpmPerKda: [] }));
    }
    errors.shiftPpm.push(values.shiftPpm);
    if (values.tiltPpmPerKda !== undefined) errors.tiltPpmPerKda.push(values.tiltPpmPerKda);
  }
  return [...byInstrument].flatMap(([instrument, errors]) => {
    const shift = driftOf('shiftPpm', errors.shiftPpm);
    const tilt = driftOf('tiltPpmPerKda', errors.tiltPpmPerKda);
    const parts = [shift, tilt].flatMap((one) => (one?.isOff === true ? one.part : []));
    if (shift === null || parts.length === 0) return [];
    const of =
      byInstrument.size > 1 && instrument !== ''
        ? sentence('run.ofInstrument', { instrument })
        : sentence('run.ofRun');
    return problem(
      'calibration-drift',
      sentence('run.driftOf', {
        extent: Math.min(...parts) >= ALL ? 'all' : 'most',
        of,
        error: errorWords(shift, tilt),
      }),
      sentence(tilt === null ? 'run.driftCureShift' : 'run.driftCureBoth'),
    );
  });
}

interface Drift {
  readonly middle: number;
  /** Whether the median is beyond the limit, and most spectra are off to the same side. */
  readonly isOff: boolean;
  /** The part of the spectra that are off to the same side. */
  readonly part: number;
}

/** @returns null where there are too few spectra */
function driftOf(measure: keyof Errors, values: readonly number[]): Drift | null {
  const middle = median(values);
  if (middle === null || values.length < MIN_OF_INSTRUMENT) return null;
  const isAside = (value: number) => value * Math.sign(middle) > Math.abs(middle) / 2;
  const part = values.filter(isAside).length / values.length;
  return { middle, isOff: judge(measure, middle).verdict !== 'pass' && part >= MOST, part };
}

function errorWords(shift: Drift, tilt: Drift | null): Sentence {
  const { shiftPpm, tiltPpmPerKda } = QUALITY_LIMITS.measures;
  return tilt === null
    ? sentence('run.errorShift', { shift: about(shift.middle), limit: shiftPpm.warn.value })
    : sentence('run.errorBoth', {
        shift: about(shift.middle),
        tilt: about(tilt.middle),
        limit: shiftPpm.warn.value,
        tiltLimit: tiltPpmPerKda.warn.value,
      });
}

/** Rounds to two figures at most, since the spread of spectra is larger than that. */
function about(value: number): string {
  const rounded = Math.round(value / 10) * 10;
  return rounded > 0 ? `+${rounded}` : String(rounded || 0);
}

/** Part of a run's spectra from which the run rather than single spots has a fault. */
const MANY = 0.2;
/** Least number of such spectra. */
const MIN_OF_RUN = 3;

/** Measures that are low in a spectrum of too little, too old or badly prepared material. */
const OF_STRENGTH: readonly QualityMeasure[] = ['peaks', 'totalIntensity', 'markersFound'];

type WeaknessKind =
  'many-weak-spectra' | 'many-saturated-spectra' | 'low-resolution' | 'replicates-contradict';

/**
 * Finds weaknesses of a run as a whole.
 *
 * @param measured the spectra that were measured
 */
export function findWeakness(
  samples: readonly SampleRow[],
  spectra: readonly SpectrumRow[],
  measured: readonly MeasuredRow[],
): Problem<WeaknessKind>[] {
  const empty = spectra.filter(({ reason }) => reason?.kind === 'no-spectrum').length;
  const acquired = measured.length + empty;
  const findings: Problem<WeaknessKind>[] = [];

  const weak = measured.filter(
    ({ row, values }) =>
      // A weak call is not a weak spectrum: a model may be unsure of the best of spectra.
      row.call?.rule === 'poor-spectrum' ||
      OF_STRENGTH.some((measure) => {
        const value = values[measure];
        return value !== undefined && judge(measure, value).verdict === 'fail';
      }),
  ).length;
  if (isMany(weak + empty, acquired)) {
    findings.push(
      problem(
        'many-weak-spectra',
        empty === 0
          ? sentence('run.weak', { count: weak, all: acquired })
          : sentence('run.weakEmpty', { count: weak + empty, all: acquired, empty }),
        sentence('run.weakCure'),
      ),
    );
  }

  const saturated = measured.filter(({ values }) => (values.saturatedPoints ?? 0) > 0).length;
  if (isMany(saturated, measured.length)) {
    findings.push(
      problem(
        'many-saturated-spectra',
        sentence('run.saturated', {
          count: groupDigits(saturated),
          all: groupDigits(measured.length),
        }),
        sentence('measure.cureLessLaser'),
      ),
    );
  }

  const resolutions = measured.flatMap(({ values }) => values.resolution ?? []);
  const resolution = median(resolutions);
  if (
    resolution !== null &&
    resolutions.length >= MIN_OF_RUN &&
    judge('resolution', resolution).verdict !== 'pass'
  ) {
    findings.push(
      problem(
        'low-resolution',
        sentence('run.broad', {
          resolution: Math.round(resolution),
          least: QUALITY_LIMITS.measures.resolution.warn.value,
        }),
        sentence('run.broadCure'),
      ),
    );
  }

  const contradictory = samples.filter(({ consensus }) => consensus?.contradictory === true).length;
  if (contradictory > 0) {
    findings.push(
      problem(
        'replicates-contradict',
        sentence('run.contradict', { count: contradictory }),
        sentence('run.contradictCure'),
      ),
    );
  }
  return findings;
}

function isMany(count: number, of: number): boolean {
  return count >= MIN_OF_RUN && count >= MANY * of;
}

/** A spectrum that is far from the others of its run. */
export interface Outlier {
  /** Index of the spectrum in the job. */
  readonly spectrum: number;
  readonly measure: QualityMeasure;
  readonly value: number;
  /** Median of the run. */
  readonly typical: number;
}

/** Least number of spectra from which quartiles are computed. */
const MIN_FOR_FENCES = 12;

/**
 * Finds spectra beyond the outer fence of their own run, on the side that is worse. See `statistics.ts`.
 */
export function* findOutliers(spectra: readonly MeasuredRow[]): Interruptible<Outlier[]> {
  const outliers: Outlier[] = [];
  for (const measure of QUALITY_MEASURES) {
    outliers.push(...outliersOf(spectra, measure));
    yield;
  }
  return outliers;
}

function outliersOf(spectra: readonly MeasuredRow[], measure: QualityMeasure): readonly Outlier[] {
  const known = spectra.filter(({ values }) => values[measure] !== undefined);
  // Most spectra have no saturated point, so any such point would be an outlier; the measure's limit
  // reports it.
  if (known.length < MIN_FOR_FENCES || measure === 'saturatedPoints') return [];
  const sorted = Float64Array.from(known, ({ values }) => values[measure]!).sort();
  const [low, high] = findFences(sorted).outer;
  const { worse } = QUALITY_LIMITS.measures[measure];
  const lowest = worse === 'larger' ? -Infinity : low;
  const highest = worse === 'smaller' ? Infinity : high;
  return known.flatMap(({ row, values }) => {
    const value = values[measure]!;
    return value >= lowest && value <= highest
      ? []
      : { spectrum: row.index, measure, value, typical: quantile(sorted, 0.5) };
  });
}
