import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { inputFile } from '../../../../scripts/headless/input-files';
import { readModelPack } from '../../../../scripts/headless/model-pack';
import { isComparable } from '../../../../src/core/classify/compared-taxa';
import type { WatchedPeak } from '../../../../src/core/watch/types';
import { findingsIn } from '../../../../src/core/watch/watch-findings';
import { run } from '../../../builders/headless-job';
import { hasShared, SHARED } from '../../../builders/plate';
import { inEnglish } from '../../../../src/words/in-words';

const peak = (name: string, mz: number): WatchedPeak => ({
  name,
  mz,
  charge: 1,
  mass: null,
  tolerancePpm: 500,
  note: '',
});

/** L29 by its genes (models/ribosomal-klebsiella/facts), a plasmid's protein, and an m/z with no peak. */
const WATCH = [peak('L29', 7244.5), peak('p019', 11_109), peak('nothing', 15_500)];
/** Masses all over the range, which nobody chose. */
const ANYWHERE = Array.from({ length: 90 }, (_, i) => peak(`at ${i}`, 2_150 + i * 197));

const jobs = hasShared ? await runPlate() : null;

async function runPlate() {
  const pack = await readModelPack(null);
  if (!pack.ok) throw new Error(inEnglish(pack.error.message));
  const archive = fileURLToPath(new URL('data/klebsiella-plate-rows-A-D.zip', SHARED));
  const input = await inputFile(archive, 'plate.zip');
  const plain = await run([input], { pack: pack.value });
  const watching = await run([input], { pack: pack.value, watch: [...WATCH, ...ANYWHERE] });
  return { plain, watching };
}

describe.skipIf(!hasShared)('peaks watched on the real plate', () => {
  /** Returns what was found in each spectrum that the model accepted, in the order of the watched peaks. */
  const accepted = () => {
    const { samples, spectra } = jobs!.watching;
    return samples
      .filter(({ call }) => isComparable(call))
      .map((sample) => findingsIn(spectra[sample.spectra[0]!]!, [...WATCH, ...ANYWHERE])!);
  };
  const foundIn = (p: number) => accepted().flatMap((findings) => findings[p]!.found ?? []);

  it('change no call, no probability and no row', () => {
    const { plain, watching } = jobs!;
    expect(watching.samples).toEqual(plain.samples);
    expect(watching.evidence).toEqual(plain.evidence);
    expect(watching.spectra.map(({ watched: _, ...row }) => row)).toEqual(plain.spectra);
  });

  it('are recalibrated in every accepted spectrum, and searched in all but the empty ones', () => {
    const { spectra } = jobs!.watching;
    expect(accepted()).toHaveLength(45);
    expect(accepted().every((findings) => findings[0]!.isRecalibrated)).toBe(true);
    expect(spectra.filter(({ watched }) => watched === undefined)).toHaveLength(2);
    expect(spectra.filter(({ watched }) => watched?.line === null)).toHaveLength(1);
  });

  it('are found, within the tolerance, at a protein that all spectra have', () => {
    const found = foundIn(0);
    expect(found).toHaveLength(45);
    const errors = found.map(({ errorPpm }) => errorPpm);
    // As docs/watch-peaks.md states: 27 to 253 ppm above the expected mass.
    expect(Math.abs(Math.min(...errors) - 27)).toBeLessThan(10);
    expect(Math.abs(Math.max(...errors) - 253)).toBeLessThan(10);
    const moved = found.map(({ recalibratedMz }) => recalibratedMz!).sort((a, b) => a - b);
    expect(moved[22]).toBeCloseTo(7245.2, 0);
  });

  /** Returns the fraction of searches between two m/z that found a peak. */
  const shareFound = (from: number, to: number): number => {
    const places = [...ANYWHERE.entries()].filter(([, { mz }]) => mz >= from && mz < to);
    const found = places.reduce((sum, [i]) => sum + foundIn(WATCH.length + i).length, 0);
    return found / (places.length * accepted().length);
  };

  it('are hardly ever found at masses without a protein', () => {
    expect(foundIn(1)).toHaveLength(0);
    expect(foundIn(2).length).toBeLessThanOrEqual(1);
    // As docs/watch-peaks.md states: 1.0% of all, and 2.4% of those from m/z 6,000 to 8,000.
    expect(Math.abs(shareFound(0, Infinity) - 0.01)).toBeLessThan(0.001);
    expect(Math.abs(shareFound(6000, 8000) - 0.024)).toBeLessThan(0.001);
  });
});
