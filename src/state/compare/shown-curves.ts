import { labelOf } from '../../core/classify/call-label';
import { movedMean, movedPeaks, movedSpectrum } from '../../core/compare/align-curves';
import type { AxisCurve, MeanCurve } from '../../core/compare/mean-curve';
import { ONE_DALTON_BINS } from '../../core/preprocess/bin';
import type { MassLine, PeakList } from '../../core/similarity/peak-list';
import { inWords } from '../../words/in-words';
import { say } from '../../words/say';
import { formatSigned } from '../format';
import type { Trace } from '../spectrum/trace';
import { axisTrace, bandOf } from './axis-trace';
import type { TaxonMean } from './read-mean';
import type { ReadSample } from './read-sample';
import { MEAN_KEY, MOST_CURVES } from './spectra-address';

/** One curve of the plot: a sample's spectrum, or a mean. */
export interface ShownCurve {
  readonly key: string;
  readonly name: string;
  /** Its call, or of how many a mean is. */
  readonly note: string;
  readonly trace: Trace;
  readonly band?: readonly Trace[];
  readonly axis: AxisCurve;
  /** As they are drawn; null for a mean. */
  readonly peaks: PeakList | null;
  readonly sample: ReadSample | null;
  /** What was taken off its masses; null where too few peaks are common, undefined where it is not to be aligned. */
  readonly line: MassLine | null | undefined;
  /** Its place in the list of colours, which stays when another curve is hidden. */
  readonly style: number;
}

/** Makes the curve of a sample. */
export function sampleCurve(
  key: string,
  sample: ReadSample,
  style: number,
  line: MassLine | null | undefined,
): ShownCurve {
  const { view, name, call } = sample;
  const base = { key, name, note: inWords(labelOf(call)), sample, line, style };
  if (!line || isNone(line)) {
    const trace = { mz: view.mz, y: view.processed, binWidth: null };
    return { ...base, trace, axis: view.binned, peaks: view.peaks };
  }
  const { mz, binned } = movedSpectrum(view, line, ONE_DALTON_BINS);
  const trace = { mz, y: view.processed, binWidth: null };
  return { ...base, trace, axis: binned, peaks: movedPeaks(view.peaks, line) };
}

/** Makes the curve of a mean. */
export function meanCurve(
  { read, of }: TaxonMean,
  measured: MeanCurve,
  taxon: string,
  line: MassLine | null | undefined,
): ShownCurve {
  const mean = !line || isNone(line) ? measured : movedMean(measured, line);
  return {
    key: MEAN_KEY,
    name: say('compare.meanName', { taxon }),
    note: say('compare.meanOf', { read, count: of }),
    trace: axisTrace(mean),
    band: bandOf(mean),
    axis: mean,
    peaks: null,
    sample: null,
    line,
    style: MOST_CURVES - 1,
  };
}

function isNone({ shift, tilt }: MassLine): boolean {
  return shift === 0 && tilt === 0;
}

/** What was done with the masses of a curve; empty where nothing was to be done. */
export function alignmentWords({ key, line }: ShownCurve, on: ShownCurve | null): string {
  if (on === null || line === undefined) return '';
  if (key === on.key) return say('compare.alignFirst');
  if (line === null) return say('compare.alignNone');
  return say('compare.alignLine', {
    shift: formatSigned(line.shift, 0),
    tilt: formatSigned(line.tilt, 1),
  });
}
