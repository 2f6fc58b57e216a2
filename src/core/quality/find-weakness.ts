import type { SampleRow, SpectrumRow } from '../job/types';
import { problem, type Problem } from '../problem';
import { judge } from './judge';
import { QUALITY_LIMITS, type QualityMeasure } from './limits';
import type { MeasuredRow } from './measured-values';
import { median } from './median';

/** From this part of a run's spectra on something is the matter with the run, not with a spot. */
const MANY = 0.2;
/** ... and from so many of them. */
const MIN_SPECTRA = 3;

/** Measures that are low in a spectrum of too little, too old or badly prepared material. */
const OF_STRENGTH: readonly QualityMeasure[] = ['peaks', 'totalIntensity', 'markersFound'];

type WeaknessKind =
  'many-weak-spectra' | 'many-saturated-spectra' | 'low-resolution' | 'replicates-contradict';

/**
 * What is weak about a run as a whole, in words.
 *
 * @param measured those of the spectra that were measured
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
      row.call?.rule === 'poor-spectrum' ||
      // A name that is weak because the guard finds no pattern says nothing of the signal.
      (row.call?.rule === 'weak-species' && row.guard?.pattern !== 'no') ||
      OF_STRENGTH.some((measure) => {
        const value = values[measure];
        return value !== undefined && judge(measure, value).verdict === 'fail';
      }),
  ).length;
  if (isMany(weak + empty, acquired)) {
    findings.push(
      problem(
        'many-weak-spectra',
        `${weak + empty} of ${acquired} spectra of this run are weak${
          empty === 0 ? '' : ` (${empty} of them without any signal)`
        }: few peaks, few markers, or little signal.`,
        'Look to how the target was prepared: young colonies, little material, formic acid, fresh matrix.',
      ),
    );
  }

  const saturated = measured.filter(({ values }) => (values.saturatedPoints ?? 0) > 0).length;
  if (isMany(saturated, measured.length)) {
    findings.push(
      problem(
        'many-saturated-spectra',
        `In ${saturated} of ${measured.length} spectra of this run the highest peaks are cut off at the ceiling of the digitiser.`,
        'Measure with less laser power, or spot less material.',
      ),
    );
  }

  const resolutions = measured.flatMap(({ values }) => values.resolution ?? []);
  const resolution = median(resolutions);
  if (
    resolution !== null &&
    resolutions.length >= MIN_SPECTRA &&
    judge('resolution', resolution).verdict !== 'pass'
  ) {
    findings.push(
      problem(
        'low-resolution',
        `The peaks of this run are broad: the median resolution is ${Math.round(resolution)}, at least ${QUALITY_LIMITS.measures.resolution.warn.value} is expected.`,
        'Measure with less laser power and spot less material; if that does not help, have the instrument checked.',
      ),
    );
  }

  const contradictory = samples.filter(({ consensus }) => consensus?.contradictory === true).length;
  if (contradictory > 0) {
    findings.push(
      problem(
        'replicates-contradict',
        `The spectra of ${contradictory === 1 ? '1 sample' : `${contradictory} samples`} contradict one another.`,
        'See the column Replicates, and measure those samples again.',
      ),
    );
  }
  return findings;
}

function isMany(count: number, of: number): boolean {
  return count >= MIN_SPECTRA && count >= MANY * of;
}
