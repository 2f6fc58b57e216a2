import { expect, it } from 'vitest';
import { runToEnd } from '../../../../src/core/interruptible';
import { ONE_DALTON_BINS } from '../../../../src/core/preprocess/bin';
import { ok } from '../../../../src/core/result';
import { errorAt } from '../../../../src/core/similarity/peak-list';
import { CurveAligner } from '../../../../src/state/compare/align-shown';
import { readMean, type TaxonMean } from '../../../../src/state/compare/read-mean';

/** m/z of the peaks of a spectrum without error. */
const PLACES = Array.from(
  { length: 60 },
  (_, i) => 2_500 + 140 * i + Math.round(37 * Math.sin(i * i)),
);

/** A processed spectrum whose peaks have one height each, off by a line. */
function spectrum(height: number, shift = 0, places = PLACES) {
  const mz = Float64Array.from({ length: 2 * 19_000 }, (_, i) => 1_950.25 + i / 2);
  const processed = new Float64Array(mz.length);
  const peaks = Float64Array.from(places, (one) => one * (1 + shift * 1e-6));
  const values = new Float64Array(ONE_DALTON_BINS.count);
  for (const one of peaks) {
    const point = Math.round((one - 1_950.25) * 2);
    processed[point] = 2 * height;
    values[Math.floor(mz[point]! - ONE_DALTON_BINS.first)]! += height;
  }
  const binned = { bins: ONE_DALTON_BINS, values };
  return {
    mz,
    raw: processed,
    processed,
    binned,
    peaks: { mz: peaks, height: peaks.map(() => height) },
  };
}

type Made = ReturnType<typeof spectrum>;

function jobOf(samples: readonly (readonly Made[])[], leftOut: readonly number[] = []) {
  let next = 0;
  const views: Made[] = samples.flat();
  const rows = samples.map((own, index) => ({
    index,
    name: `sample ${index}`,
    spectra: own.map(() => next++),
    call: { kind: 'species', taxon: 'a', confidence: 'high' },
    consensus: { spectra: own.length, leftOut, contradictory: false },
  }));
  const spectra = views.map((_, index) => ({
    index,
    status: 'ok',
    sha256: 'x',
    measures: null,
    call: null,
  }));
  return { session: { samples: rows, spectra, record: { token: 't' } }, views };
}

async function meanOf(job: ReturnType<typeof jobOf>, isAligned: boolean): Promise<TaxonMean> {
  const told: TaxonMean[] = [];
  await readMean(
    job.session as never,
    { read: (_, row) => Promise.resolve(ok(job.views[row.index] as never)) },
    'a',
    { isAligned, signal: new AbortController().signal },
    (mean) => told.push(mean),
  );
  return told[told.length - 1]!;
}

const heightAt = ({ mean }: TaxonMean, mz: number) =>
  Math.max(...mean!.values.subarray(mz - 1_952, mz - 1_948));
const PEAK = PLACES[20]!;

it('a mean is of all accepted spectra, and each sample counts once', async () => {
  // Spectrum 2 is left out of its sample.
  const job = jobOf([[spectrum(1), spectrum(3), spectrum(90)], [spectrum(8)]], [2]);
  const mean = await meanOf(job, false);
  expect(mean).toMatchObject({ read: 2, spectra: 3, of: 2, unaligned: null, peaks: null });
  expect(heightAt(mean, PEAK)).toBeCloseTo(5, 9);
  expect(mean.mean!.count).toBe(2);
  // Of 2 and 8.
  expect(Math.max(...mean.mean!.spread)).toBeCloseTo(Math.sqrt(18), 9);
});

it('the spectra of a mean are laid on the first, where they are to be aligned', async () => {
  const job = jobOf([[spectrum(2)], [spectrum(2, 900)], [spectrum(2, 0, [2_100, 19_000])]]);
  const apart = await meanOf(job, false);
  expect(heightAt(apart, PEAK)).toBeCloseTo(2 / 3, 9);
  const aligned = await meanOf(job, true);
  expect(aligned).toMatchObject({ read: 3, spectra: 3, unaligned: 1 });
  expect(heightAt(aligned, PEAK)).toBeCloseTo(4 / 3, 9);
});

it('curves are aligned on the first of them', () => {
  const [first, second, strange] = [
    spectrum(1),
    spectrum(1, 600),
    spectrum(1, 0, [2_100, 19_000]),
  ].map(({ peaks }, i) => ({ key: String(i), peaks }));
  const aligner = new CurveAligner();
  const lines = runToEnd(aligner.steps([first!, second!, strange!]));
  expect(lines.get('0')).toEqual({ shift: 0, tilt: 0 });
  for (const mz of [3_000, 6_500, 10_000]) {
    expect(Math.abs(errorAt(lines.get('1')!, mz) - 600)).toBeLessThan(20);
  }
  expect(lines.get('2')).toBeNull();
  expect(runToEnd(aligner.steps([first!])).size).toBe(0);
});
