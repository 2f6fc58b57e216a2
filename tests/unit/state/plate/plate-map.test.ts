import { describe, expect, it } from 'vitest';
import type { AcquisitionRecord } from '../../../../src/core/spectrum/spectrum';
import { hasSpots, plateMaps, samplesOf } from '../../../../src/state/plate/plate-map';
import { sortOntoPlates } from '../../../../src/core/plate/sort-onto-plates';
import { formatFor, nameOfPlace, placeOfSpot } from '../../../../src/core/plate/spot-place';
import type { Pattern } from '../../../../src/core/job/types';
import { hasDifferentCalls, spotWords } from '../../../../src/state/plate/spot-words';
import { manifest } from '../manifest';
import { sampleRow, spectrumRow } from '../../storage/records';

function spectrum(index: number, spot: string, path: string, target: string | null = null) {
  const record = target === null ? null : ({ target } as AcquisitionRecord);
  return spectrumRow(index, { spot, path, record });
}

function plates(...spectra: ReturnType<typeof spectrum>[]) {
  return sortOntoPlates(spectra).plates.map(({ name, spectra: placed }) => ({
    name,
    spots: placed.map(({ place }) => nameOfPlace(place)),
  }));
}

describe('a spot', () => {
  it.each([
    ['A1', 0, 0],
    ['H12', 7, 11],
    ['p24', 15, 23],
    ['C04', 2, 3],
    [' B2 ', 1, 1],
  ])('%j is in row %i and column %i', (spot, row, column) => {
    expect(placeOfSpot(spot)).toEqual({ row, column });
  });

  it.each(['', 'A0', 'A25', 'Q1', 'AA1', '7', 'A1, A2'])('%j is on no plate', (spot) => {
    expect(placeOfSpot(spot)).toBeNull();
  });

  it('requires the smallest plate that contains it', () => {
    expect(formatFor([{ row: 7, column: 11 }])).toEqual({ rows: 8, columns: 12 });
    expect(formatFor([{ row: 8, column: 0 }])).toEqual({ rows: 16, columns: 24 });
    expect(formatFor([{ row: 0, column: 12 }])).toEqual({ rows: 16, columns: 24 });
    expect(formatFor([])).toEqual({ rows: 8, columns: 12 });
  });
});

describe('a plate', () => {
  it('is a Biotyper project, whose analytes have their own folders', () => {
    const uid = '28a587da-0d8c-4232-bc0e-4690f8bc362c';
    expect(
      plates(
        spectrum(0, 'A1', `${uid}/dff14d6d-943a-4b2f-9903-7babb0ebaefc/0_A1/1/1SLin/fid`),
        spectrum(1, 'A2', `${uid}/834e5e78-d1bf-4447-8010-cb052638f2bc/0_A2/1/1SLin/fid`),
      ),
    ).toEqual([{ name: '', spots: ['A1', 'A2'] }]);
  });

  it('is distinguished by the run’s folder, and by its archive', () => {
    expect(
      plates(
        spectrum(0, 'A1', 'mon.zip/RUN/S1/0_A1/1/1SLin/fid'),
        spectrum(1, 'A1', 'tue.zip/RUN/S1/0_A1/1/1SLin/fid'),
        spectrum(2, 'B1', 'mon.zip/RUN/S2/0_B1_1SLin/fid'),
      ),
    ).toEqual([
      { name: 'mon.zip/RUN', spots: ['A1', 'B1'] },
      { name: 'tue.zip/RUN', spots: ['A1'] },
    ]);
  });

  it('is distinguished by the target, if a folder has the spectra of several', () => {
    expect(
      plates(
        spectrum(0, 'A1', 'DATA/S1/0_A1/1/1SLin/fid', 'G_1'),
        spectrum(1, 'A2', 'DATA/S2/0_A2/1/1SLin/fid', 'G_2'),
        // The spectrum has no record, since it could not be read.
        spectrum(2, 'A3', 'DATA/S3/0_A3/1/1SLin/fid'),
      ).map(({ spots }) => spots),
    ).toEqual([['A1', 'A3'], ['A2']]);
  });

  it('is a sample’s folder, if two folders have the same spot', () => {
    expect(
      plates(
        spectrum(0, 'A1', 'PLATE-1/0_A1/1/1SLin/fid'),
        spectrum(1, 'A2', 'PLATE-1/0_A2/1/1SLin/fid'),
        spectrum(2, 'A1', 'PLATE-2/0_A1/1/1SLin/fid'),
      ),
    ).toEqual([
      { name: 'PLATE-1', spots: ['A1', 'A2'] },
      { name: 'PLATE-2', spots: ['A1'] },
    ]);
  });

  it('does not include spectra without a spot, which are counted', () => {
    const sorted = sortOntoPlates([spectrum(0, '', 'x.mzML'), spectrum(1, 'A1', 'R/S/0_A1/fid')]);
    expect(sorted.plates).toHaveLength(1);
    expect(sorted.unplaced).toBe(1);
    expect(hasSpots([spectrum(0, '', 'x.mzML')])).toBe(false);
  });
});

const LOOKED_FOR = 'Klebsiella pattern';

describe('the map of a plate', () => {
  const spectra = [
    spectrum(0, 'A1', 'RUN/S0/0_A1/1/1SLin/fid'),
    spectrum(1, 'A1', 'RUN/S0/0_A1/2/1SLin/fid'),
    spectrum(2, 'B1', 'RUN/S2/0_B1/1/1SLin/fid'),
    { ...spectrum(3, 'C1', 'RUN/BTS/0_C1/1/1SLin/fid'), name: 'BTS', status: 'skipped' as const },
  ];
  const samples = [
    sampleRow(0, { name: 'Both', spectra: [1, 2] }),
    sampleRow(1, { spectra: [], name: 'Elsewhere' }),
  ];
  const { plates: maps, unplaced } = plateMaps(spectra, samples);
  const spots = maps[0]!.spots;

  it('has each spot’s sample, and the replicates of a sample at several spots', () => {
    expect(maps).toHaveLength(1);
    expect(unplaced).toBe(0);
    expect(maps[0]?.name).toBe('RUN');
    expect([...spots.keys()]).toEqual(['A1', 'B1', 'C1']);
    expect(spots.get('B1')?.sample?.name).toBe('Both');
  });

  it('shows for a spot that was measured twice the spectrum that belongs to a sample', () => {
    expect(spots.get('A1')).toMatchObject({ spectrum: { index: 1 } });
    expect(spots.get('A1')?.sample?.name).toBe('Both');
  });

  it('has all spectra of a spot, in the order of their folders', () => {
    expect(
      spots.get('A1')?.spectra.map(({ spectrum, sample }) => [spectrum.index, sample?.name]),
    ).toEqual([
      [0, undefined],
      [1, 'Both'],
    ]);
    const reversed = plateMaps([...spectra].reverse(), samples).plates[0]?.spots.get('A1');
    expect(reversed?.spectra.map(({ spectrum }) => spectrum.index)).toEqual([0, 1]);
  });

  it('lists each sample of a spot once, and states whether their calls differ', () => {
    const spot = spots.get('A1')!;
    const one = sampleRow(0, { spectra: [0] });
    const two = sampleRow(1, { spectra: [1], call: { ...one.call, taxon: 'taxon-b' } });
    const both = { ...spot, spectra: [0, 1].map((i) => ({ ...spot.spectra[i]!, sample: one })) };
    expect(samplesOf(both)).toEqual([one]);
    expect(hasDifferentCalls(both)).toBe(false);
    const differing = {
      ...spot,
      spectra: [
        { ...spot, sample: one },
        { ...spot, sample: two },
      ],
    };
    expect(samplesOf(differing)).toEqual([one, two]);
    expect(hasDifferentCalls(differing)).toBe(true);
    expect(spotWords(differing, manifest, LOOKED_FOR).at(-1)).toBe(
      'measured 2 times, the calls differ',
    );
  });

  it('describes a spot in words', () => {
    const call = { ...sampleRow(0).call, taxon: 'genus-alpha' };
    const named = { ...spots.get('A1')!, sample: sampleRow(0, { name: 'Both', call }) };
    expect(spotWords(named, manifest, LOOKED_FOR)).toEqual([
      'Both',
      'G. alpha',
      'High 99.0%',
      'measured 2 times',
    ]);
    expect(spotWords(spots.get('C1')!, manifest, LOOKED_FOR)).toEqual(['BTS', 'left out']);
    expect(spotWords(null, manifest, LOOKED_FOR)).toEqual(['empty']);
    const refused = sampleRow(0, {
      call: { ...call, kind: 'none', taxon: null, label: 'No Genus pattern', confidence: 'none' },
    });
    const once = { ...named, spectra: named.spectra.slice(1) };
    expect(spotWords({ ...once, sample: refused }, manifest, LOOKED_FOR)).toEqual([
      'S0',
      'No Genus pattern',
    ]);
    expect(spotWords(once, manifest, LOOKED_FOR, 'calibration shift +12 ppm')).toEqual([
      'Both',
      'G. alpha',
      'High 99.0%',
      'calibration shift +12 ppm',
    ]);
  });

  it('states if the guard finds no pattern under a name, or could not judge', () => {
    const words = (pattern: Pattern, name = LOOKED_FOR) => {
      const guard = { pattern, model: 'guard 1.0.0', rule: null, label: '', reason: null };
      const sample = sampleRow(0, { name: 'Both', guard });
      return spotWords({ ...spots.get('B1')!, sample }, manifest, name);
    };
    expect(words('no').at(-1)).toBe('No Klebsiella pattern');
    expect(words('no', 'Pattern').at(-1)).toBe('No pattern');
    expect(words('not-judged').at(-1)).toBe('Klebsiella pattern not judged');
    expect(words('yes').join()).not.toMatch(/pattern/i);
  });

  it('numbers plates that have no name', () => {
    const nameless = plateMaps([spectrum(0, 'A1', '0_A1/1/1SLin/fid')], []);
    expect(nameless.plates[0]?.name).toBe('Plate 1');
  });
});
