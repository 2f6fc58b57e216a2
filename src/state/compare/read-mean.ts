import { CurveSum, type MeanCurve } from '../../core/compare/mean-curve';
import type { SampleRow, SpectrumRow } from '../../core/job/types';
import { ONE_DALTON_BINS } from '../../core/preprocess/bin';
import { rateSample } from '../../core/quality/rate-sample';
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
  readonly leftOut: readonly { readonly name: string; readonly why: LeftOutOfMean }[];
  readonly isDone: boolean;
}

/** Samples between two reports. */
const STEP = 8;

/**
 * Adds up the spectra of a taxon one after the other. Each is read and processed by the reader's thread, so that the
 * page stays free however many there are.
 *
 * @param report receives what there is so far
 */
export async function readMean(
  session: JobSession,
  library: SpectrumLibrary,
  taxon: string,
  signal: AbortSignal,
  report: (mean: TaxonMean) => void,
): Promise<void> {
  const members = meanMembers(session.samples, taxon, (sample) => {
    const rows = sample.spectra.flatMap((index) => findRow(session.spectra, index) ?? []);
    return rateSample(rows, sample.consensus)?.verdict ?? null;
  });
  const leftOut = members.leftOut.map(({ sample: { name }, why }) => ({ name, why }));
  const sum = new CurveSum(ONE_DALTON_BINS);
  const counts = {
    taxon,
    eligible: members.used.length,
    of: members.used.length + members.leftOut.length,
  };
  let read = 0;
  const tell = (isDone: boolean) =>
    report({ ...counts, mean: sum.mean(), read, leftOut: [...leftOut], isDone });
  tell(members.used.length === 0);
  for (const sample of members.used) {
    const row = readableSpectrum(session, sample);
    const view =
      row === null ? null : await library.read(session.record.token, row, ONE_DALTON_BINS);
    if (signal.aborted) return;
    if (view?.ok === true) {
      sum.add(view.value.binned);
      read += 1;
    } else leftOut.push({ name: sample.name, why: 'not-read' });
    if (read % STEP === 0) tell(false);
  }
  tell(true);
}

/** The first spectrum of a sample that can be read again: one that its call is made from, if any. */
export function readableSpectrum(session: JobSession, sample: SampleRow): SpectrumRow | null {
  const rows = sample.spectra
    .flatMap((index) => findRow(session.spectra, index) ?? [])
    .filter(({ sha256, status }) => sha256 !== null && status !== 'failed');
  return rows.find(({ status }) => status === 'ok') ?? rows[0] ?? null;
}
