import type { Control } from '../../core/controls/control';
import { isFailed } from '../../core/controls/judge-control';
import { controlsOfRun } from '../../core/controls/run-controls';
import type { MarkerEvidence, SampleRow, SpectrumRow } from '../../core/job/types';
import type { BinAxis } from '../../core/model-pack/types';
import type { Problem } from '../../core/problem';
import { ONE_DALTON_BINS } from '../../core/preprocess/bin';
import { summariseRunInSteps } from '../../core/quality/summarise-run';
import type { Result } from '../../core/result';
import type { SpectrumView } from '../../core/spectrum/spectrum-view';
import { encodeText } from '../../core/text';
import { inSlices } from '../../engine/in-slices';
import { rateJob, type RatedJob } from '../../io/exports/rated-job';
import { samplesToWrite } from '../../io/exports/rows-to-write';
import { sha256 } from '../../io/sha256';
import { needs, needsOf } from '../results/needs';
import {
  MOST_BY_NEED,
  MOST_CHOSEN,
  type ReportDetails,
  type ReportSource,
  type SampleDetail,
} from './report-source';

/** Reads what of a sample is not in its row. */
export interface DetailReader {
  /** Null where there is none, or it can be read no more. */
  readonly evidence: (sample: SampleRow) => Promise<MarkerEvidence | null>;
  readonly spectrum: (row: SpectrumRow, bins: BinAxis) => Promise<Result<SpectrumView, Problem>>;
}

type Known = Pick<ReportSource, 'exported' | 'status' | 'isSimulated' | 'inputs' | 'laboratory'> & {
  /** Indices of the samples that a person chose to be shown; null for those that need attention. */
  readonly chosen: readonly number[] | null;
  /** What is declared as a control. */
  readonly controls: readonly Control[];
};

/** Gathers all that a report needs. Null once the signal is aborted. */
export async function gatherReport(
  { chosen, controls, ...known }: Known,
  reader: DetailReader,
  signal?: AbortSignal,
): Promise<ReportSource | null> {
  const { exported } = known;
  const rated = rateJob(exported);
  const ordered = samplesToWrite(exported);
  const verdictOf = (sample: SampleRow) => rated.quality(sample)?.verdict ?? null;
  const steps = summariseRunInSteps(exported.samples, exported.spectra, verdictOf);
  const quality = await inSlices(steps, signal);
  if (quality === null) return null;
  const judged = await inSlices(
    controlsOfRun(ordered, exported.spectra, exported.model.manifest, controls),
    signal,
  );
  if (judged === null) return null;
  const failed = new Set(judged.filter(isFailed).map(({ sample }) => sample.index));
  const meant = chosen === null ? inNeed(ordered, rated, failed) : chosenOf(ordered, chosen);
  const most = chosen === null ? MOST_BY_NEED : MOST_CHOSEN;
  const bins = exported.model.manifest.bins ?? ONE_DALTON_BINS;
  const samples: SampleDetail[] = [];
  for (const sample of meant.slice(0, most)) {
    const row = readable(sample, rated);
    const read = row === null ? null : await reader.spectrum(row, bins);
    const evidence = await reader.evidence(sample);
    if (signal?.aborted === true) return null;
    const shown = read === null ? null : read.ok ? { row: row!, data: read.value } : read.error;
    samples.push({ sample, evidence, shown });
  }
  const details: ReportDetails = { isChosen: chosen !== null, meant: meant.length, samples };
  return {
    ...known,
    samples: ordered,
    quality,
    controls: { isAnyDeclared: controls.length > 0, judged },
    details,
    checksum: await checksumOf(exported.spectra),
  };
}

/** Lists the samples that need attention, the most urgent first, else in the order that they have. */
function inNeed(
  samples: readonly SampleRow[],
  rated: RatedJob,
  failedControls: ReadonlySet<number>,
): readonly SampleRow[] {
  const urgency = new Map(needs.map((need, place) => [need, place]));
  const found = samples.flatMap((sample) => {
    const faults = (rated.quality(sample)?.measures ?? []).filter(
      ({ verdict }) => verdict !== 'pass',
    );
    const [first] = needsOf(sample, faults, failedControls.has(sample.index));
    return first === undefined ? [] : { sample, place: urgency.get(first) ?? 0 };
  });
  return found.sort((a, b) => a.place - b.place).map(({ sample }) => sample);
}

function chosenOf(samples: readonly SampleRow[], chosen: readonly number[]): readonly SampleRow[] {
  const wanted = new Set(chosen);
  return samples.filter(({ index }) => wanted.has(index));
}

/** Returns the spectrum that is shown of a sample: the first that its call is made from, or else the first. */
function readable(sample: SampleRow, rated: RatedJob): SpectrumRow | null {
  const leftOut = new Set(sample.consensus?.leftOut);
  const rows = rated
    .spectraOf(sample)
    .filter(({ sha256: sum, status }) => sum !== null && status !== 'failed');
  return (
    rows.find(({ index, status }) => status === 'ok' && !leftOut.has(index)) ?? rows[0] ?? null
  );
}

/** What `sort checksums.txt | sha256sum` prints, of the column `sha256` that every export has. */
async function checksumOf(spectra: readonly SpectrumRow[]): Promise<string | null> {
  const sums = spectra.flatMap(({ sha256: sum }) => sum ?? []).sort();
  if (sums.length === 0) return null;
  const lines = sums.map((sum) => `${sum}\n`).join('');
  return sha256(encodeText(lines) as Uint8Array<ArrayBuffer>);
}
