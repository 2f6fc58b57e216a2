import { describe, expect, it } from 'vitest';
import type { SampleRow, SpectrumMeasures, SpectrumRow } from '../../../../src/core/job/types';
import type { AcquisitionRecord } from '../../../../src/core/spectrum/spectrum';
import { colourings } from '../../../../src/state/plate/colourings';
import { effectSentences, hasValues, heatOf } from '../../../../src/state/plate/heat';
import { plateMaps } from '../../../../src/state/plate/plate-map';
import { sampleRow, spectrumRow } from '../../storage/records';

interface Measured {
  readonly shiftPpm?: number;
  readonly tiltPpmPerKda?: number | null;
  readonly totalIntensity?: number;
  readonly peaks?: number;
}

function measures({
  shiftPpm = 0,
  tiltPpmPerKda = null,
  totalIntensity = 1e6,
  peaks = 40,
}: Measured): SpectrumMeasures {
  return {
    points: 20_000,
    mzFirst: 2_000,
    mzLast: 20_000,
    totalIntensity,
    maxIntensity: 1e5,
    peaks,
    quality: {
      peaks,
      peaksAbove10kDa: 4,
      largestPeakMz: 12_000,
      medianSignalToNoise: 12,
      noiseShare: 0.5,
      saturatedPoints: 0,
      markers: {
        found: 18,
        expected: 19,
        medianSignalToNoise: 10,
        resolution: 800,
        shiftPpm,
        tiltPpmPerKda,
        residualPpm: 20,
      },
    },
  };
}

function onSpot(
  index: number,
  spot: string,
  measured: Measured | null,
  time: string | null = null,
) {
  return spectrumRow(index, {
    spot,
    path: `RUN/S${index}/0_${spot}/1/1SLin/fid`,
    measures: measured && measures(measured),
    record: time === null ? null : ({ acquiredAt: time } as AcquisitionRecord),
  });
}

function mapsOf(
  spectra: readonly SpectrumRow[],
  calls: readonly Partial<SampleRow['call']>[] = [],
) {
  const samples = spectra.map(({ index, spot }) =>
    sampleRow(index, { spot, call: { ...sampleRow(0).call, ...calls[index] } }),
  );
  return plateMaps(spectra, samples).plates;
}

describe('spots coloured by a number', () => {
  const plates = mapsOf([
    onSpot(0, 'A1', { shiftPpm: -120 }),
    onSpot(1, 'B1', { shiftPpm: 30 }),
    onSpot(2, 'C1', null),
  ]);
  const [plate] = plates;
  const lookAt = (spot: string, colouring: 'shift' | 'intensity' = 'shift') =>
    heatOf(plates, colouring).spots.get(plate!.spots.get(spot)!)?.look ?? null;

  it('show it as text, in their description, and as a bar on its side of 0', () => {
    expect(lookAt('A1')).toMatchObject({
      text: '−120',
      words: 'calibration shift −120 ppm',
      bar: { to: 0.5 },
      mark: null,
    });
    expect(lookAt('B1')).toMatchObject({ text: '+30', bar: { from: 0.5 } });
    expect(lookAt('B1')?.bar?.to).toBeGreaterThan(0.5);
    expect(lookAt('A1', 'intensity')).toMatchObject({
      text: '1M',
      words: 'total intensity 1,000,000',
      bar: { from: 0 },
    });
  });

  it('without a value are counted, and have no colour', () => {
    expect(lookAt('C1')).toBeNull();
    expect(heatOf(plates, 'shift').absent).toBe(1);
  });

  it('have no value of the markers if nothing is named, since the markers are not the spectrum’s own', () => {
    const refused = { ...onSpot(0, 'A1', { shiftPpm: 50 }), call: sampleRow(0).call };
    const none = { ...refused.call, kind: 'none' as const, rule: 'no-pattern' as const };
    expect(hasValues(mapsOf([refused]), 'shift')).toBe(true);
    expect(hasValues(mapsOf([{ ...refused, call: none }]), 'shift')).toBe(false);
    expect(hasValues(mapsOf([{ ...refused, call: none }]), 'intensity')).toBe(true);
  });

  it('have the mean if they were measured several times', () => {
    const again = mapsOf([
      onSpot(0, 'A1', { shiftPpm: 10 }),
      { ...onSpot(1, 'A1', { shiftPpm: 30 }), path: 'RUN/S0/0_A1/2/1SLin/fid' },
    ]);
    const heat = heatOf(again, 'shift');
    const look = heat.spots.get(again[0]!.spots.get('A1')!)?.look;
    expect(look).toMatchObject({ text: '+20', words: 'calibration shift +20 ppm (mean of 2)' });
  });

  it('of all plates have one scale', () => {
    const two = mapsOf([
      onSpot(0, 'A1', { totalIntensity: 100_000 }),
      { ...onSpot(1, 'A1', { totalIntensity: 900_000 }), path: 'OTHER/S1/0_A1/1/1SLin/fid' },
    ]);
    expect(two).toHaveLength(2);
    const heat = heatOf(two, 'intensity');
    const bars = two.map(({ spots }) => heat.spots.get(spots.get('A1')!)!.look.bar!.to);
    expect(bars[0]).toBe(0);
    expect(bars[1]).toBeGreaterThan(0.9);
  });
});

describe('spots coloured by a level', () => {
  it('have the verdict’s word and mark, which is the worst of several spectra', () => {
    const plates = mapsOf([
      onSpot(0, 'A1', {}),
      onSpot(1, 'B1', { peaks: 9 }),
      onSpot(2, 'C1', {}),
      { ...onSpot(3, 'C1', { peaks: 2 }), path: 'RUN/S2/0_C1/2/1SLin/fid' },
    ]);
    const heat = heatOf(plates, 'quality');
    const looks = [...plates[0]!.spots.values()].map((spot) => heat.spots.get(spot)!.look);
    expect(looks.map(({ text, mark }) => [text, mark])).toEqual([
      ['Pass', 'check'],
      ['Warning', 'warning'],
      ['Fail', 'close'],
    ]);
    expect(heat.legend).toMatchObject({
      kind: 'levels',
      levels: [{ spots: 1 }, { spots: 1 }, { spots: 1 }],
    });
    expect(heat.effectsOf(plates[0]!)?.columns.get(0)?.mean).toBeCloseTo(1 / 3, 9);
    expect(heat.lookOfMean(1 / 3).text).toBe('33%');
  });

  it('have the confidence of their samples, and none if nothing is named', () => {
    const plates = mapsOf(
      [onSpot(0, 'A1', {}), onSpot(1, 'B1', {}), onSpot(2, 'C1', {})],
      [{}, { confidence: 'weak', probability: 0.917 }, { confidence: 'none', probability: null }],
    );
    const heat = heatOf(plates, 'confidence');
    const looks = [...plates[0]!.spots.values()].map((spot) => heat.spots.get(spot)?.look);
    expect(looks.map((look) => look && [look.text, look.mark])).toEqual([
      ['99.0%', 'three'],
      ['91.7%', 'one'],
      undefined,
    ]);
    expect(heat.absent).toBe(1);
  });
});

describe('edge and drift', () => {
  const minute = (i: number) => `2026-01-05T09:${String(i).padStart(2, '0')}:00.000+11:00`;
  const spectra = Array.from({ length: 12 }, (_, i) =>
    onSpot(i, i < 6 ? `A${i + 1}` : `B${i - 4}`, { shiftPpm: i < 6 ? 40 : -20 }, minute(i)),
  );

  it('are described in sentences with their numbers', () => {
    const plates = mapsOf(spectra);
    expect(effectSentences(heatOf(plates, 'shift'), plates[0]!)).toEqual([
      'Mean at the edge: +40 ppm (6 spots); inside: −20 ppm (6 spots).',
      'Mean in the third measured first: +40 ppm (4 spots); in the last third: −20 ppm (4 spots).',
    ]);
    expect(effectSentences(heatOf(plates, 'quality'), plates[0]!)[0]).toBe(
      'Passed at the edge: 100% (6 spots); inside: 100% (6 spots).',
    );
  });

  it('are not described for the order itself, and a drift is not described without times', () => {
    const plates = mapsOf(spectra);
    expect(effectSentences(heatOf(plates, 'order'), plates[0]!)).toEqual([]);
    const untimed = mapsOf(spectra.map((row) => ({ ...row, record: null })));
    expect(effectSentences(heatOf(untimed, 'shift'), untimed[0]!)).toHaveLength(1);
    expect(hasValues(untimed, 'order')).toBe(false);
  });

  it('use the order of the times, whatever the order of the spots', () => {
    const late = mapsOf([
      onSpot(0, 'A1', {}, '2026-01-05T10:00:00.000+11:00'),
      onSpot(1, 'A2', {}, '2026-01-05T00:30:00.000+01:00'),
    ]);
    const heat = heatOf(late, 'order');
    // By local time alone, the second would be earlier.
    expect([...late[0]!.spots.values()].map((spot) => heat.spots.get(spot)?.look.text)).toEqual([
      '1',
      '2',
    ]);
  });
});

it('a run without any measure can only be coloured by its calls', () => {
  const plates = mapsOf([onSpot(0, 'A1', null)], [{ confidence: 'none' }]);
  expect(colourings.filter((colouring) => hasValues(plates, colouring))).toEqual(['call']);
  const heat = heatOf(plates, 'tilt');
  expect([heat.legend, heat.absent, heat.spots.size]).toEqual([null, 1, 0]);
  expect(effectSentences(heat, plates[0]!)).toEqual([]);
});
