import { callCategory } from '../classify/tiers';
import type { SampleRow, SpectrumRow } from '../job/types';
import type { ModelManifest } from '../model-pack/types';
import { samplesInSpotOrder } from '../spot-order';
import { type CallAgreement, compareCalls } from './compare-calls';

/** A job's rows, with the manifest of its model. */
export interface ComparedJob {
  readonly samples: readonly SampleRow[];
  readonly spectra: readonly SpectrumRow[];
  readonly manifest: ModelManifest;
}

/** One sample in two jobs. At least one of `a` and `b` is present. */
export interface ComparedSample {
  readonly index: number;
  readonly name: string;
  readonly spot: string;
  readonly a: SampleRow | null;
  readonly b: SampleRow | null;
  /** Null when only one of the jobs has the sample. */
  readonly agreement: CallAgreement | null;
}

/** Number of samples that have a certain call by each of the two models. */
export interface CallPair {
  readonly a: string;
  readonly b: string;
  readonly samples: number;
}

export interface JobComparison {
  /** By spot, then by name; those that only the second job has come last. */
  readonly samples: readonly ComparedSample[];
  readonly counts: Readonly<Record<CallAgreement, number>>;
  readonly onlyA: number;
  readonly onlyB: number;
  /** Pairs of call categories of the samples that both have; the most frequent first. */
  readonly pairs: readonly CallPair[];
}

/**
 * Compares two jobs on one run, sample by sample. A sample's partner in the other job is made from the same
 * spectra, byte for byte, whatever their order or the names of folders. Of several such samples, the partner
 * is the one with the same name, or else the first.
 */
export function compareJobs(a: ComparedJob, b: ComparedJob): JobComparison {
  const left = new Map<string, SampleRow[]>();
  const keyOfB = sampleKeys(b);
  for (const sample of b.samples) {
    const key = keyOfB(sample);
    const same = left.get(key);
    if (same === undefined) left.set(key, [sample]);
    else same.push(sample);
  }
  const keyOfA = sampleKeys(a);
  const samples = samplesInSpotOrder(a.samples, a.spectra).map((sample, index): ComparedSample => {
    const partner = takePartner(left.get(keyOfA(sample)) ?? [], sample);
    return compareSample(index, sample, partner, a, b);
  });
  const onlyB = samplesInSpotOrder([...left.values()].flat(), b.spectra);
  for (const sample of onlyB) samples.push(compareSample(samples.length, null, sample, a, b));
  return { samples, ...summarise(samples, a, b) };
}

/** Returns a function that makes a key from a sample's spectra, which is the same in both jobs. */
function sampleKeys({ spectra }: ComparedJob): (sample: SampleRow) => string {
  const keys = new Map(
    spectra.map(({ index, sha256, path }) => [
      index,
      sha256 ?? path.split('/').slice(-5).join('/'),
    ]),
  );
  return (sample) =>
    sample.spectra
      .map((index) => keys.get(index) ?? '')
      .sort()
      .join('\n');
}

/**
 * Removes the partner from the candidates.
 *
 * @returns null when no candidate is left
 */
function takePartner(candidates: SampleRow[], { name }: SampleRow): SampleRow | null {
  const named = candidates.findIndex((candidate) => candidate.name === name);
  const [partner] = candidates.splice(Math.max(0, named), 1);
  return partner ?? null;
}

function compareSample(
  index: number,
  a: SampleRow | null,
  b: SampleRow | null,
  jobA: ComparedJob,
  jobB: ComparedJob,
): ComparedSample {
  const { name, spot } = (a ?? b)!;
  const agreement =
    a === null || b === null
      ? null
      : compareCalls(
          { call: a.call, isRead: isRead(a), manifest: jobA.manifest },
          { call: b.call, isRead: isRead(b), manifest: jobB.manifest },
        );
  return { index, name, spot, a, b, agreement };
}

/** Returns whether a sample was read. One whose spectra are all empty or broken was called by no model. */
function isRead({ failure, call }: SampleRow): boolean {
  return failure === null && call.rule !== 'no-spectrum';
}

function summarise(
  samples: readonly ComparedSample[],
  jobA: Pick<ComparedJob, 'manifest'>,
  jobB: Pick<ComparedJob, 'manifest'>,
): Omit<JobComparison, 'samples'> {
  const counts: Record<CallAgreement, number> = {
    same: 0,
    'same-group': 0,
    'both-refuse': 0,
    'one-refuses': 0,
    differs: 0,
    unread: 0,
  };
  const pairs = new Map<string, CallPair>();
  let onlyA = 0;
  let onlyB = 0;
  for (const { a, b, agreement } of samples) {
    if (a === null) onlyB += 1;
    else if (b === null) onlyA += 1;
    if (a === null || b === null || agreement === null) continue;
    counts[agreement] += 1;
    const ofA = callCategory(a.call, jobA.manifest);
    const ofB = callCategory(b.call, jobB.manifest);
    const key = `${ofA}\n${ofB}`;
    const known = pairs.get(key)?.samples ?? 0;
    pairs.set(key, { a: ofA, b: ofB, samples: known + 1 });
  }
  const byCount = [...pairs.values()].sort((one, other) => other.samples - one.samples);
  return { counts, onlyA, onlyB, pairs: byCount };
}
