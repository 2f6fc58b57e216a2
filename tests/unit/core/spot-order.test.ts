import { describe, expect, it } from 'vitest';
import {
  bySpot,
  compareSpots,
  samplesInSpotOrder,
  spectraInSpotOrder,
} from '../../../src/core/spot-order';
import type { AcquisitionRecord } from '../../../src/core/spectrum/spectrum';
import { sampleRow, spectrumRow } from '../storage/records';

const PROJECT = '28a587da-0d8c-4232-bc0e-4690f8bc362c';

describe('the order of spots', () => {
  it.each([
    ['A2', 'A10'],
    ['A9', 'A12'],
    ['A24', 'B1'],
    ['H12', 'I1'],
    ['P23', 'P24'],
    ['Z1', 'AA1'],
    ['a2', 'A10'],
    ['A02', 'A3'],
    ['P24', 'MTP 5'],
    ['spot 2', 'spot 10'],
    ['A1', ''],
    ['MTP 5', ''],
  ])('puts %j before %j', (before, after) => {
    expect(compareSpots(before, after)).toBe(-1);
    expect(compareSpots(after, before)).toBe(1);
  });

  it('treats two spellings of a spot as the same', () => {
    expect(compareSpots('C4', 'c04')).toBe(0);
  });

  it('uses the first spot of replicates, however they are listed', () => {
    expect(compareSpots('B2, A3', 'A4, A5')).toBe(-1);
    expect(compareSpots('A10, A9', 'A9')).toBe(0);
  });

  it('lists a whole plate of 384 row by row', () => {
    const plate = Array.from({ length: 384 }, (_, i) => {
      return `${String.fromCharCode(65 + Math.floor(i / 24))}${(i % 24) + 1}`;
    });
    const mixed = plate.map((_, i) => plate[(i * 205) % 384]!);
    expect(mixed.sort(compareSpots)).toEqual(plate);
  });

  it('is continued by the name, in which numbers are compared by value', () => {
    const rows = ['KPN10', 'kpn9', 'KPN100'].map((name) => ({ name, spot: 'A1' }));
    expect(rows.sort(bySpot).map(({ name }) => name)).toEqual(['kpn9', 'KPN10', 'KPN100']);
  });
});

function spectra(...places: readonly (readonly [path: string, spot: string])[]) {
  return places.map(([folder, spot], index) =>
    spectrumRow(index, { spot, path: `${folder}/${index}/0_${spot}/1/1SLin/fid` }),
  );
}

function namesOf(rows: readonly { readonly spot: string; readonly index: number }[]) {
  return rows.map(({ index, spot }) => `${index}:${spot}`);
}

describe('the spectra of a job', () => {
  it('are listed run by run, in the order in which the runs were found', () => {
    const rows = spectra(
      ['MON', 'B1'],
      ['TUE', 'A2'],
      ['MON', 'A10'],
      ['TUE', 'A1'],
      ['MON', 'A2'],
    );
    expect(namesOf(spectraInSpotOrder(rows))).toEqual(['4:A2', '2:A10', '0:B1', '3:A1', '1:A2']);
  });

  it('are listed as one run if two archives contain parts of it', () => {
    const rows = spectra([`a-d.zip/${PROJECT}`, 'B1'], [`e-h.zip/${PROJECT}`, 'A2']);
    expect(namesOf(spectraInSpotOrder(rows))).toEqual(['1:A2', '0:B1']);
  });

  it('are listed target by target', () => {
    const rows = spectra(['RUN', 'B1'], ['RUN', 'A1'], ['RUN', 'A2'], ['RUN', 'B2']).map(
      (row, i) => ({ ...row, record: { target: i % 2 === 0 ? 'x' : 'y' } as AcquisitionRecord }),
    );
    expect(namesOf(spectraInSpotOrder(rows))).toEqual(['2:A2', '0:B1', '1:A1', '3:B2']);
  });

  it('are listed last if they have no spot, by name', () => {
    const rows = [
      spectrumRow(0, { spot: '', name: 'b10', path: 'b10.mzML' }),
      spectrumRow(1, { spot: '', name: 'b9', path: 'b9.mzML' }),
      spectrumRow(2, { spot: 'H12' }),
    ];
    expect(spectraInSpotOrder(rows).map(({ index }) => index)).toEqual([2, 1, 0]);
  });

  it('stay in the order found if spot and name are the same', () => {
    const rows = [0, 1, 2].map((index) => spectrumRow(index, { name: 'species1', spot: 'F11' }));
    expect(spectraInSpotOrder(rows)).toEqual(rows);
  });
});

describe('the samples of a job', () => {
  const rows = spectra(['MON', 'B1'], ['TUE', 'A2'], ['MON', 'A10'], ['TUE', 'A1']);

  it('are listed at their first spectrum', () => {
    const samples = [
      sampleRow(0, { spot: 'A2', spectra: [1] }),
      sampleRow(1, { spot: 'A10, B1', spectra: [0, 2] }),
      sampleRow(2, { spot: 'A1', spectra: [3] }),
    ];
    expect(samplesInSpotOrder(samples, rows).map(({ index }) => index)).toEqual([1, 2, 0]);
  });

  it('are all listed, even without any known spectrum', () => {
    const samples = [sampleRow(0, { spot: '', spectra: [] }), sampleRow(1, { spectra: [0] })];
    expect(samplesInSpotOrder(samples, rows).map(({ index }) => index)).toEqual([1, 0]);
    expect(samplesInSpotOrder([], [])).toEqual([]);
  });
});
