import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readModelPack } from '../../../../scripts/headless/model-pack';
import { inputFile } from '../../../../scripts/headless/input-files';
import { whatWouldDecide } from '../../../../src/core/classify/what-would-decide';
import type { SampleRow, SpectrumRow } from '../../../../src/core/job/types';
import { findPeaks } from '../../../../src/core/peaks/find-peaks';
import { findFences, quantile } from '../../../../src/core/quality/statistics';
import { QUALITY_LIMITS, QUALITY_MEASURES } from '../../../../src/core/quality/limits';
import { measuredValues } from '../../../../src/core/quality/measured-values';
import { rateSample } from '../../../../src/core/quality/rate-sample';
import { summariseRun } from '../../../../src/core/quality/summarise-run';
import { run } from '../../../builders/headless-job';
import { hasShared, readPlate, SHARED } from '../../../builders/plate';
import { inEnglish } from '../../../../src/words/in-words';
import { spoken } from '../../../builders/spoken';

const archive = fileURLToPath(new URL('data/klebsiella-plate-rows-A-D.zip', SHARED));
const job = hasShared ? await runPlate() : null;

async function runPlate() {
  const pack = await readModelPack(null);
  if (!pack.ok) throw new Error(inEnglish(pack.error.message));
  const ran = await run([await inputFile(archive, 'plate.zip')], { pack: pack.value });
  return { ...ran, manifest: pack.value.manifest };
}

function measured(): readonly SpectrumRow[] {
  return job!.spectra.filter(({ measures }) => Boolean(measures?.quality));
}

describe.skipIf(!hasShared)('quality of the real plate', () => {
  const values = () => measured().map(({ measures }) => measuredValues(measures!));

  it('is measured for all spectra but the two empty ones', () => {
    expect(measured()).toHaveLength(46);
  });

  it('counts the peaks that the model counts', () => {
    const { bins } = job!.manifest;
    const plate = readPlate(bins);
    for (const { uid, measures } of measured()) {
      const counted = findPeaks(plate.get(uid)!, bins, 5).peaks.mz.length;
      expect(Math.abs(counted - measures!.quality!.peaks)).toBeLessThanOrEqual(1);
    }
  });

  // The quantiles that docs/quality.md prints: smallest, quartiles, largest.
  it.each([
    ['peaks', [19, 25, 29.5, 33, 42], 1],
    ['peaksAbove10kDa', [0, 2, 3, 4, 7], 0],
    ['largestPeakMz', [9476, 11_874, 11_878, 12_419, 20_661], 1],
    ['medianSignalToNoise', [5.81, 7.2, 7.59, 8.44, 9.67], 0.2],
    ['totalIntensity', [495_000, 2.21e6, 3.76e6, 9.4e6, 44.9e6], 5e4],
    ['noiseShare', [0.693, 0.741, 0.77, 0.804, 0.852], 0.001],
    ['saturatedPoints', [0, 0, 0, 0, 3], 0],
    ['resolution', [626, 778, 832, 892, 1135], 1],
  ] as const)('has the documented distribution of %s', (measure, expected, tolerance) => {
    const sorted = Float64Array.from(values().flatMap((one) => one[measure] ?? [])).sort();
    const spread = [0, 0.25, 0.5, 0.75, 1].map((part) => quantile(sorted, part));
    for (const [i, value] of spread.entries()) {
      expect(Math.abs(value - expected[i]!)).toBeLessThanOrEqual(tolerance);
    }
  });

  it('gave the limits that are documented to come from it', () => {
    for (const measure of QUALITY_MEASURES) {
      const { worse, warn, fail } = QUALITY_LIMITS.measures[measure];
      const known = values().flatMap((one) => one[measure] ?? []);
      const sizes = known.map((value) => (worse === 'farther' ? Math.abs(value) : value));
      const side = worse === 'smaller' ? 0 : 1;
      if (warn.source !== 'plate') continue;
      const { inner, outer } = findFences(Float64Array.from(sizes).sort());
      expect(warn.value / inner[side]).toBeGreaterThan(0.85);
      expect(warn.value / inner[side]).toBeLessThan(1.15);
      if (fail?.source === 'plate') {
        expect(fail.value / outer[side]).toBeGreaterThan(0.75);
        expect(fail.value / outer[side]).toBeLessThan(1.25);
      }
    }
  });

  it('passes most spectra of a good plate, and fails none', () => {
    const bySpectrum = new Map(job!.spectra.map((row) => [row.index, row]));
    const verdictOf = ({ spectra, consensus }: SampleRow) =>
      rateSample(
        spectra.map((index) => bySpectrum.get(index)!),
        consensus,
      )?.verdict ?? null;
    const { samples, findings } = summariseRun(job!.samples, job!.spectra, verdictOf);
    expect(samples.unrated).toBe(2);
    expect(samples.fail).toBeLessThanOrEqual(1);
    expect(samples.pass).toBeGreaterThanOrEqual(30);
    expect(findings).toEqual([]);
  });

  it('finds the three spectra of 40 shots that reach 255 counts a shot', () => {
    const saturated = measured().filter(({ measures }) => measures!.quality!.saturatedPoints! > 0);
    expect(saturated.map(({ spot }) => spot).sort()).toEqual(['B8', 'D12', 'D8']);
    for (const { record, measures } of saturated) {
      expect(measures!.maxIntensity).toBe(255 * record!.laserShots!);
    }
  });

  it('every unresolved call comes with what would have decided it', () => {
    const unresolved = job!.samples.filter(({ call }) => call.rule === 'group-unresolved');
    for (const { index, call, probabilities } of unresolved) {
      const evidence = job!.evidence.get(index)!;
      const told = whatWouldDecide(call, evidence, probabilities, job!.manifest);
      expect(told?.contenders.length).toBeGreaterThanOrEqual(2);
      expect(told?.loci.map(({ locus }) => locus)).toContain('S22');
    }
  });
});

describe.skipIf(!hasShared)('replicates of the real plate', () => {
  it('of two species are reported to contradict one another', async () => {
    const pack = await readModelPack(null);
    if (!pack.ok) throw new Error(inEnglish(pack.error.message));
    const named = (taxon: string) =>
      job!.samples.filter(({ call }) => call.taxon === taxon && call.confidence === 'high');
    const [first, second, third] = named('klebsiella-pneumoniae');
    const [other] = named('klebsiella-variicola');
    const rows = [
      [first!, 'alike'],
      [second!, 'alike'],
      [third!, 'mixed'],
      [other!, 'mixed'],
    ] as const;
    const sampleSheet = [
      'spectrum_id\tsample_id',
      ...rows.map(([{ spectra }, id]) => `${job!.spectra[spectra[0]!]!.uid}\t${id}`),
    ].join('\n');
    const input = await inputFile(archive, 'plate.zip');
    const { samples } = await run([input], { pack: pack.value, sampleSheet });
    const alike = samples.find(({ name }) => name === 'alike')!;
    expect(alike.consensus).toMatchObject({ spectra: 2, agreeing: 2, contradictory: false });
    const mixed = samples.find(({ name }) => name === 'mixed')!;
    expect(mixed.consensus).toMatchObject({ spectra: 2, contradictory: true });
    expect(mixed.warnings[0]?.kind).toBe('replicates-contradict');
    expect(spoken(mixed.warnings[0]?.message)).toContain('Klebsiella variicola');
    expect(['moderate', 'weak', 'none']).toContain(mixed.call.confidence);
  });
});
