import { describe, expect, it } from 'vitest';
import type { SampleReading } from '../../../../src/state/spectrum/sample-plot';
import { decidingWindows } from '../../../../src/state/spectrum/deciding-windows';
import { markerEvidence, sampleRow, spectrumRow } from '../../storage/records';
import { manifest } from '../manifest';

const { call } = sampleRow(0);
const reading = (loci: readonly number[]): SampleReading => ({
  sample: sampleRow(0, {
    call: {
      ...call,
      taxon: 'genus-alpha',
      runnerUp: { taxon: 'genus-beta-minor', probability: 0.01 },
    },
  }),
  evidence: markerEvidence({
    scores: Float32Array.of(30, 12, -9),
    loci: Float32Array.from(loci),
    // The ions are L1 5000 1+, L1 5000 2+, L1 5014 1+, L2 7000 1+, L3 9000 1+.
    ions: Float32Array.of(
      ...new Array<number>(8).fill(0),
      3,
      5014.1,
      20,
      5,
      ...new Array<number>(8).fill(0),
    ),
    shiftPpm: 0,
    tiltPpmPerKda: 0,
  }),
  row: spectrumRow(0),
  data: {
    mz: new Float64Array(),
    counts: [],
    peaks: { mz: [] },
  } as unknown as SampleReading['data'],
});

describe('the windows that decide', () => {
  it('contain the expected m/z of both taxa if their evidence differs', () => {
    const shown = decidingWindows(reading([-4, 0, 0, 3, 0, 0, 0, 0, 0]), manifest);
    expect(shown?.taxa.map(({ id }) => id)).toEqual(['genus-alpha', 'genus-beta-minor']);
    expect(shown?.windows.map(({ locus, charge }) => [locus, charge])).toEqual([['L1', 1]]);
    const [window] = shown!.windows;
    for (const { mz, expectedHere } of window!.places) {
      expect(mz).toBeGreaterThan(window!.range.from);
      expect(expectedHere).toBeLessThan(window!.range.to);
    }
    expect(window!.places[0].found).toBeNull();
    expect(window!.places[1].found?.mz).toBeCloseTo(5014.1, 3);
  });

  it('are none if no locus distinguishes the two, or there are no markers', () => {
    expect(decidingWindows(reading([4, 0, 0, 4, 0, 0, 0, 0, 0]), manifest)?.windows).toEqual([]);
    expect(decidingWindows(reading([]), { ...manifest, markers: null })).toBeNull();
    expect(decidingWindows({ ...reading([]), evidence: null }, manifest)).toBeNull();
  });
});
