import { describe, expect, it } from 'vitest';
import { CALIBRANT_MASSES } from '../../../../src/core/calibrant/calibrant-masses';
import {
  calibrantProblem,
  calibrationSpotsOf,
  isFailedCalibrant,
  judgeCalibrant,
  tellCalibrant,
} from '../../../../src/core/calibrant/judge-calibrant';
import { measureCalibrant, NO_MASSES } from '../../../../src/core/calibrant/measure-calibrant';
import { problem } from '../../../../src/core/problem';
import { inEnglish, problemInEnglish } from '../../../../src/words/in-words';
import { readSimulatorFacts } from '../../../../models/ribosomal-klebsiella/read-simulator-facts';
import { spectrumRow } from '../../storage/records';

interface Peak {
  readonly mz: number;
  readonly height?: number;
}

function peaks(list: readonly Peak[]) {
  const sorted = [...list].sort((a, b) => a.mz - b.mz);
  const heights = Float64Array.from(sorted, ({ height = 20 }) => height);
  return {
    mz: Float64Array.from(sorted, ({ mz }) => mz),
    height: heights,
    overNoise: heights,
  };
}

/** Each known mass, by its last ion, at this error. */
const shifted = (ppm: number): readonly Peak[] =>
  CALIBRANT_MASSES.map(({ ions }) => ({ mz: ions.at(-1)! * (1 + ppm * 1e-6) }));

describe('the known masses of a calibration spot', () => {
  it('are found with their common error', () => {
    const { found, of, shiftPpm } = measureCalibrant(peaks(shifted(120)));
    expect({ found, of }).toEqual({ found: 8, of: 8 });
    expect(shiftPpm).toBeCloseTo(120, 6);
  });

  it('are found where the axis is far off, so that it is told from an empty spot', () => {
    const measures = measureCalibrant(peaks(shifted(-800)));
    expect(measures.found).toBe(8);
    expect(judgeCalibrant({ measures })).toBe('off');
    expect(judgeCalibrant({ measures: measureCalibrant(peaks(shifted(1_200))) })).toBe('few');
  });

  it('do not count where a higher peak by chance has another error than the others', () => {
    const chance = { mz: 10_300.1 * (1 + 900e-6), height: 90 };
    const measures = measureCalibrant(peaks([...shifted(100), chance]));
    expect(measures.found).toBe(7);
    expect(measures.shiftPpm).toBeCloseTo(100, 6);
  });

  it('count L33 once, with its methyl group or without', () => {
    const both = [...shifted(0), { mz: 6_241.4 }];
    expect(measureCalibrant(peaks(both)).found).toBe(8);
    const without = both.filter(({ mz }) => Math.abs(mz - 6_255.4) > 1);
    expect(measureCalibrant(peaks(without)).found).toBe(8);
  });

  it('need peaks of five times the noise', () => {
    expect(measureCalibrant(peaks(shifted(0).map((peak) => ({ ...peak, height: 4.9 }))))).toEqual(
      NO_MASSES,
    );
    expect(measureCalibrant(peaks([]))).toEqual(NO_MASSES);
  });

  it('are, of the proteins of Escherichia coli, those of the facts', () => {
    const facts = readSimulatorFacts().alleles.get('Escherichia coli')!;
    for (const [locus, mz] of [
      ['S22', 5_096.8],
      ['L34', 5_381.4],
      ['L33meth', 6_255.4],
      ['L29', 7_274.5],
      ['S19', 10_300.1],
    ] as const) {
      const [allele] = facts.get(locus) ?? [];
      expect(Math.abs((allele?.mass ?? 0) - mz)).toBeLessThan(0.11);
      expect(CALIBRANT_MASSES.some(({ ions }) => ions.includes(mz))).toBe(true);
    }
  });
});

describe('a calibration spot', () => {
  const spot = (found: number, shiftPpm: number | null) => ({
    name: 'BTS',
    spot: 'H12',
    measures: { found, of: 8, shiftPpm },
  });

  it('is right with five masses within 300 ppm, and fails with fewer or farther off', () => {
    expect(judgeCalibrant(spot(5, 300))).toBe('right');
    expect(judgeCalibrant(spot(5, -300.1))).toBe('off');
    expect(judgeCalibrant(spot(4, 0))).toBe('few');
    expect(judgeCalibrant({ measures: NO_MASSES })).toBe('few');
    expect(judgeCalibrant({ measures: null })).toBe('unread');
    expect([spot(5, 0), spot(5, 301), spot(4, 0)].map(isFailedCalibrant)).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('is told in words, and with what to do where it fails', () => {
    expect(inEnglish(tellCalibrant(spot(7, 41.6)))).toBe(
      'Calibration spot BTS (H12) shows 7 of the 8 known masses, off by +42 ppm.',
    );
    expect(inEnglish(tellCalibrant(spot(2, 10)))).toBe(
      'Calibration spot BTS (H12) shows 2 of the 8 known masses; 5 at least are needed.',
    );
    expect(problemInEnglish(calibrantProblem(spot(8, -412)))).toMatchObject({
      kind: 'calibration-spot-failed',
      message:
        'Calibration spot BTS (H12) shows 8 of the 8 known masses, off by −412 ppm; 300 ppm either way are accepted.',
      cure: expect.stringContaining('calibrate') as string,
    });
    expect(inEnglish(tellCalibrant({ name: 'BTS', spot: '', measures: null }))).toBe(
      'Calibration spot BTS could not be read.',
    );
  });

  it('is not judged where nobody looked at it, and no sample is one', () => {
    const measures = { found: 8, of: 8, shiftPpm: 0 };
    const left = {
      status: 'skipped' as const,
      reason: problem('calibration-spot', 'BTS.', 'Nothing to do.'),
    };
    const rows = [
      spectrumRow(0, { calibrant: measures }),
      spectrumRow(1, left),
      spectrumRow(2, { ...left, name: 'BTS', spot: 'H12', calibrant: measures }),
      spectrumRow(3, { ...left, calibrant: null }),
    ];
    expect(calibrationSpotsOf(rows)).toEqual([
      { name: 'BTS', spot: 'H12', measures },
      { name: 'S3', spot: 'A1', measures: null },
    ]);
  });
});
