import { lineAgainst, movedSpectrum } from '../../core/compare/align-curves';
import { type AxisCurve, CurveSum, type MeanCurve } from '../../core/compare/mean-curve';
import type { SampleRow, SpectrumRow } from '../../core/job/types';
import { ONE_DALTON_BINS } from '../../core/preprocess/bin';
import { rateSample } from '../../core/quality/rate-sample';
import type { PeakList } from '../../core/similarity/peak-list';
import type { SpectrumView } from '../../core/spectrum/spectrum-view';
import { findRow } from '../jobs/rows-by-index';
import type { JobSession } from '../jobs/job-session.svelte';
import type { SpectrumLibrary } from '../spectrum/spectrum-library';
import { meanMembers, type LeftOutOfMean } from './mean-members';

/** A mean, or as much of it as was read. */
export interface TaxonMean {
  readonly taxon: string;
  readonly mean: MeanCurve | null;
  /** Samples whose call is reliable enough, of all that have this call. */
  readonly eligible: number;
  readonly of: number;
  readonly read: number;
  /** Spectra of the samples that were read. */
  readonly spectra: number;
  /** Of these, those that could not be aligned; null where none was to be. */
  readonly unaligned: number | null;
  /** Peaks of the spectrum on whose masses the mean lies; null before it is read, and without alignment. */
  readonly peaks: PeakList | null;
  readonly leftOut: readonly { readonly name: string; readonly why: LeftOutOfMean }[];
  readonly isDone: boolean;
}

/** Samples between two reports. */
const STEP = 8;

/**
 * Adds up the samples of a taxon one after the other, each as the mean of the spectra that its call is made from. Each
 * spectrum is read and processed by the reader's thread, so that the page stays free however many there are.
 *
 * @param isAligned whether spectra are laid on the masses of the first
 * @param report receives what there is so far
 */
export async function readMean(
  session: JobSession,
  library: Pick<SpectrumLibrary, 'read'>,
  taxon: string,
  { isAligned, signal }: { readonly isAligned: boolean; readonly signal: AbortSignal },
  report: (mean: TaxonMean) => void,
): Promise<void> {
  const members = meanMembers(session.samples, taxon, (sample) => {
    const rows = sample.spectra.flatMap((index) => findRow(session.spectra, index) ?? []);
    return rateSample(rows, sample.consensus)?.verdict ?? null;
  });
  const leftOut = members.leftOut.map(({ sample: { name }, why }) => ({ name, why }));
  const sum = new CurveSum(ONE_DALTON_BINS);
  const axis = new FirstAxis(isAligned);
  const counts = {
    taxon,
    eligible: members.used.length,
    of: members.used.length + members.leftOut.length,
  };
  let [read, spectra] = [0, 0];
  const tell = (isDone: boolean) => {
    const { unaligned, peaks } = axis;
    report({
      ...counts,
      ...{ mean: sum.mean(), read, spectra, unaligned, peaks },
      ...{ leftOut: [...leftOut], isDone },
    });
  };
  tell(members.used.length === 0);
  for (const sample of members.used) {
    const own = new CurveSum(ONE_DALTON_BINS);
    for (const row of acceptedSpectra(session, sample)) {
      const view = await library.read(session.record.token, row, ONE_DALTON_BINS);
      if (signal.aborted) return;
      if (view.ok) own.add(axis.lay(view.value));
    }
    const mean = own.mean();
    if (mean === null) leftOut.push({ name: sample.name, why: 'not-read' });
    else {
      sum.add(mean);
      read += 1;
      spectra += mean.count;
    }
    if (read % STEP === 0) tell(false);
  }
  tell(true);
}

/** Lays spectra on the masses of the first one, where they are to be aligned. */
class FirstAxis {
  peaks: PeakList | null = null;
  unaligned: number | null;

  constructor(isAligned: boolean) {
    this.unaligned = isAligned ? 0 : null;
  }

  lay(view: SpectrumView): AxisCurve {
    if (this.unaligned === null) return view.binned;
    if (this.peaks === null) {
      this.peaks = view.peaks;
      return view.binned;
    }
    const line = lineAgainst(this.peaks, view.peaks);
    if (line !== null) return movedSpectrum(view, line, ONE_DALTON_BINS).binned;
    this.unaligned += 1;
    return view.binned;
  }
}

/** The spectra that a sample's call is made from: none that is left out of its mean, or that could not be read. */
function acceptedSpectra(session: JobSession, sample: SampleRow): readonly SpectrumRow[] {
  const leftOut = new Set(sample.consensus?.leftOut);
  return sample.spectra.flatMap((index) => {
    const row = findRow(session.spectra, index);
    const isAccepted = row?.status === 'ok' && row.sha256 !== null && !leftOut.has(row.index);
    return isAccepted ? [row] : [];
  });
}

/** The first spectrum of a sample that can be read again: one that its call is made from, if any. */
export function readableSpectrum(session: JobSession, sample: SampleRow): SpectrumRow | null {
  const rows = sample.spectra
    .flatMap((index) => findRow(session.spectra, index) ?? [])
    .filter(({ sha256, status }) => sha256 !== null && status !== 'failed');
  return rows.find(({ status }) => status === 'ok') ?? rows[0] ?? null;
}
