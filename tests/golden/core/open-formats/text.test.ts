import { describe, expect, it } from 'vitest';
import { judgeForm } from '../../../../src/core/open-formats/form';
import { processProfile } from '../../../../src/core/preprocess/process-profile';
import { type Recipe, SPECTRACL_1 } from '../../../../src/core/preprocess/recipe';
import { readTextSpectrum } from '../../../../src/core/open-formats/text/read-text-spectrum';
import { hasReference, readArchive, readShared } from '../../reference-data';
import { inEnglish } from '../../../../src/words/in-words';

const BASELINE_ALONE: Recipe = {
  ...SPECTRACL_1,
  steps: SPECTRACL_1.steps.filter(({ kind }) => kind === 'subtract-baseline'),
};

describe.skipIf(!hasReference)('real text spectra of other laboratories', () => {
  it.each([
    ['24s', 25_056, '1999.7', '20002.8', 3_833],
    ['3s', 25_096, '1999.2', '20001.7', 1_689],
  ])('are read from %s.txt', (name, points, first, last, maxIntensity) => {
    const read = readTextSpectrum(name, readShared(`other-formats/text/${name}.txt`));
    if (!read.ok) throw new Error(inEnglish(read.error.message));
    const { measures, warnings } = read.value;
    expect(measures).toMatchObject({ points, maxIntensity });
    expect([measures.mzFirst.toFixed(1), measures.mzLast.toFixed(1)]).toEqual([first, last]);
    expect(warnings.map(({ kind }) => kind)).toEqual(['text-lines-skipped']);
  });

  it.each([
    ['italy-text', 12, [20_702, 20_706, 20_712, 25_056, 25_096, 25_116]],
    ['rki-citrobacter-text', 7, [33_000]],
  ])('are raw in all of %s, with and without a header', (archive, count, points) => {
    const files = readArchive(`other-laboratories/${archive}.tar.gz`);
    expect(files.size).toBe(count);
    const found = new Set<number>();
    for (const [path, bytes] of files) {
      const read = readTextSpectrum(path, bytes);
      if (!read.ok) throw new Error(`${path}: ${inEnglish(read.error.message)}`);
      found.add(read.value.measures.points);
      const hasHead = bytes[0] === '#'.charCodeAt(0);
      const kinds = read.value.warnings.map(({ kind }) => kind);
      expect(kinds).toEqual(hasHead ? ['text-lines-skipped'] : []);
    }
    expect([...found].sort((a, b) => a - b)).toEqual(points);
  });

  it('are distinguished from processed ones, for 21 of two laboratories', () => {
    const files = [
      ...readArchive('other-laboratories/italy-text.tar.gz'),
      ...readArchive('other-laboratories/rki-citrobacter-text.tar.gz'),
      ...['24s', '3s'].map((name) => [name, readShared(`other-formats/text/${name}.txt`)] as const),
    ];
    expect(files).toHaveLength(21);
    const shares = files.map(([path, bytes]) => {
      const read = readTextSpectrum(path, bytes);
      if (!read.ok) throw new Error(inEnglish(read.error.message));
      const { mz, intensity } = read.value.spectrum;
      const inRange = intensity.filter((_, i) => mz[i]! >= 2_000 && mz[i]! <= 12_000);
      // Like an export with fractions, it is still raw.
      const scaled = intensity.map((counts) => counts / 7.3);
      expect(judgeForm(mz, scaled, 0)).toEqual({ refusal: null, warning: null });
      for (const recipe of [SPECTRACL_1, BASELINE_ALONE]) {
        const processed = processProfile(recipe, { mz, intensity: scaled });
        expect(judgeForm(mz, processed.slice(), 0).warning?.kind).toBe('looks-processed');
      }
      return inRange.filter((counts) => counts === 0).length / inRange.length;
    });
    // The value that `form.ts` and decision 9 state.
    expect(Math.max(...shares)).toBeCloseTo(0.062, 3);
  });

  it.each([
    ['ascii.txt', 'peak-list'],
    ['csv1.csv', 'peak-list'],
    ['csv2.csv', 'peak-list'],
    // The file has the first 60 kB of a processed spectrum, which end at m/z 1188.
    ['processed-values.head.csv', 'mass-range'],
  ])('%s is refused as %s', (name, kind) => {
    const read = readTextSpectrum(name, readShared(`other-formats/small/${name}`));
    expect(read).toMatchObject({ ok: false, error: { kind, path: name } });
  });
});
