import type {
  JobEvent,
  JobSummary,
  JobGuard,
  MarkerEvidence,
  SampleRow,
  SpectrumRow,
} from '../../src/core/job/types';
import type { Problem } from '../../src/core/problem';
import { unreachable } from '../../src/core/result';

/** What a job has told, as its end leaves it. */
export interface CollectedJob {
  readonly spectra: readonly SpectrumRow[];
  readonly samples: readonly SampleRow[];
  readonly evidence: ReadonlyMap<number, MarkerEvidence>;
  /** Null when it failed as a whole. */
  readonly summary: JobSummary | null;
  /** Null of a model that refuses by itself, and where it was not told. */
  readonly guard: JobGuard | null;
  readonly failure: Problem | null;
}

/** @param tell hears every event, for progress */
export async function collectJob(
  events: AsyncIterable<JobEvent>,
  tell: (event: JobEvent) => void = () => undefined,
): Promise<CollectedJob> {
  const spectra = new Map<number, SpectrumRow>();
  const samples = new Map<number, SampleRow>();
  const evidence = new Map<number, MarkerEvidence>();
  let summary: JobSummary | null = null;
  let guard: JobGuard | null = null;
  let failure: Problem | null = null;
  for await (const event of events) {
    switch (event.kind) {
      case 'rows':
        for (const row of event.spectra) spectra.set(row.index, row);
        for (const row of event.samples) samples.set(row.index, row);
        for (const seen of event.evidence) evidence.set(seen.sample, seen.evidence);
        for (const index of event.withdrawn) {
          samples.delete(index);
          evidence.delete(index);
        }
        break;
      case 'done':
        summary = event.summary;
        break;
      case 'guard':
        guard = event.guard;
        break;
      case 'failed':
        failure = event.problem;
        break;
      case 'found':
      case 'run':
      case 'sheet':
      case 'problem':
        break;
      default:
        unreachable(event);
    }
    tell(event);
  }
  return {
    spectra: [...spectra.values()].sort(byIndex),
    samples: [...samples.values()].sort(byIndex),
    evidence,
    summary,
    guard,
    failure,
  };
}

function byIndex(a: { readonly index: number }, b: { readonly index: number }): number {
  return a.index - b.index;
}
