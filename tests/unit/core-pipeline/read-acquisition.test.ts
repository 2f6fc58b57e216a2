import { describe, expect, it } from 'vitest';
import { AxisCache } from '../../../src/core/bruker/axis-cache';
import { readAcquisition } from '../../../src/core/bruker/read-acquisition';
import type { AcquOverrides } from './build-acquisition';
import { buildAcqu, buildFid, CALIBRATION, sameValues, someCounts } from './build-acquisition';

const PATH = 'PROJECT/ANALYTE/0_A7/1/1SLin/fid';
const COUNTS = someCounts();

function read(
  given: {
    readonly acqu?: AcquOverrides | null;
    readonly fid?: Uint8Array;
    readonly path?: string;
  } = {},
) {
  return readAcquisition(
    {
      path: given.path ?? PATH,
      acqu: given.acqu === null ? null : buildAcqu(given.acqu),
      fid: given.fid ?? buildFid(COUNTS),
    },
    new AxisCache(),
  );
}

function refused(reading: ReturnType<typeof readAcquisition>) {
  if (reading.spectrum.ok) throw new Error('The acquisition was taken');
  return reading.spectrum.error;
}

function taken(reading: ReturnType<typeof readAcquisition>) {
  if (!reading.spectrum.ok) throw new Error(reading.spectrum.error.message);
  return reading.spectrum.value;
}

describe('an acquisition', () => {
  it('gives its spectrum, names, record and measures', () => {
    const reading = read();
    const { spectrum, measures } = taken(reading);
    expect(sameValues(spectrum.intensity, COUNTS)).toBe(true);
    expect(measures).toEqual({
      points: 21424,
      mzFirst: 1999.7972209889076,
      mzLast: 20996.95675117602,
      totalIntensity: COUNTS.reduce((sum, counts) => sum + counts, 0),
      maxIntensity: COUNTS.reduce((most, counts) => Math.max(most, counts), 0),
      peaks: null,
      quality: null,
    });
    expect(reading.names).toEqual({
      uid: '63525f31-581c-4d03-ae19-29ec940ca2eb',
      sampleName: 'PROJECT',
      fullName: 'PROJECT.D12',
      semiUniqueName: 'PROJECT.D12.0_A7',
      uniqueName: 'PROJECT.D12.0_A7.63525f31-581c-4d03-ae19-29ec940ca2eb',
    });
    expect(reading.spot).toBe('D12');
    expect(reading.record?.calibration).toEqual(CALIBRATION);
    expect(reading.warnings).toEqual([]);
  });

  it('shares its m/z array with others of its calibration', () => {
    const axes = new AxisCache();
    const [first, second] = [1, 2].map(() =>
      taken(readAcquisition({ path: PATH, acqu: buildAcqu(), fid: buildFid(COUNTS) }, axes)),
    );
    expect(first!.spectrum.mz).toBe(second!.spectrum.mz);
  });

  it('does not change the bytes it is given, wherever they lie in their buffer', () => {
    const fid = buildFid(COUNTS);
    const shifted = new Uint8Array(fid.length + 3);
    shifted.set(fid, 3);
    const view = shifted.subarray(3);
    expect(sameValues(taken(read({ fid: view })).spectrum.intensity, COUNTS)).toBe(true);
    expect(sameValues(view, fid)).toBe(true);
  });
});

describe('acqu', () => {
  it('absent, and acqus too: the row fails, with the names that its path gives', () => {
    const reading = read({ acqu: null });
    expect(refused(reading)).toEqual({
      kind: 'acqu-absent',
      message: 'Beside this fid stands no acqu and no acqus, so its masses cannot be computed.',
      cure: 'Copy the whole folder of the spectrum from the instrument, not the fid alone.',
      path: PATH,
    });
    expect(reading).toMatchObject({
      uid: 'PROJECT.ANALYTE.0_A7.1.1SLin',
      spot: 'A7',
      record: null,
      names: { sampleName: 'PROJECT', fullName: 'PROJECT.A7' },
    });
  });

  it('without a needed field: an error with the field; uid and spot are still told', () => {
    const reading = read({ acqu: { ML2: null } });
    expect(refused(reading)).toMatchObject({
      kind: 'acqu-missing-field',
      message: 'The parameter file acqu lacks ML2.',
      path: PATH,
    });
    expect(reading).toMatchObject({
      uid: '63525f31-581c-4d03-ae19-29ec940ca2eb',
      spot: 'D12',
      record: { instrument: '8269944.03923', calibration: null },
    });
  });

  it('with ML1 <= 0: an error with the field and its value', () => {
    expect(refused(read({ acqu: { ML1: '-3.5' } })).message).toBe(
      'The parameter file acqu has ML1= -3.5, which is not a number above 0.',
    );
  });

  it('with constants that give a negative root: an error with their values', () => {
    const fault = refused(read({ acqu: { ML3: '-2' } }));
    expect(fault.kind).toBe('calibration-root');
    expect(fault.message).toContain('ML3= -2');
  });

  it('with , as decimal separator: read', () => {
    const comma = read({ acqu: { ML1: '5399308,43132565', ML2: '417,068833806938', DW: '2,0' } });
    expect(taken(comma).measures.mzLast).toBe(20996.95675117602);
  });

  it('without ID_raw and PATCHNO: named after its path, with a warning each', () => {
    const reading = read({ acqu: { ID_raw: null, PATCHNO: null } });
    expect(taken(reading).measures.points).toBe(21424);
    expect(reading.uid).toBe('PROJECT.ANALYTE.0_A7.1.1SLin');
    expect(reading.warnings.map(({ kind, message, path }) => [kind, message, path])).toEqual([
      ['acqu-no-uid', 'acqu lacks ID_raw; the path names it: PROJECT.ANALYTE.0_A7.1.1SLin.', PATH],
      ['acqu-no-spot', 'acqu lacks PATCHNO; the folder names the spot: A7.', PATH],
    ]);
    expect(read({ acqu: { PATCHNO: null }, path: 'x/fid' }).warnings[0]?.message).toBe(
      'acqu lacks PATCHNO and no folder is named after a spot: the spot is unknown.',
    );
  });

  it('that is no parameter file at all: all needed fields are named', () => {
    const reading = readAcquisition(
      { path: PATH, acqu: Uint8Array.of(0xff, 0, 0x80, 10), fid: buildFid(COUNTS) },
      new AxisCache(),
    );
    expect(refused(reading).message).toBe(
      'The parameter file acqu lacks TD, BYTORDA, DELAY, DW, ML1, ML2, ML3.',
    );
  });
});

describe('fid', () => {
  it('in big-endian order is read so when BYTORDA is not 0', () => {
    const big = read({ acqu: { BYTORDA: '1' }, fid: buildFid(COUNTS, false) });
    expect(sameValues(taken(big).spectrum.intensity, COUNTS)).toBe(true);
  });

  it('with fewer points than TD: cut to what is there, with a warning', () => {
    const reading = read({ fid: buildFid(COUNTS.subarray(0, 21_000)) });
    expect(taken(reading).measures.points).toBe(21_000);
    expect(reading.record?.calibration?.points).toBe(21_000);
    expect(reading.warnings).toMatchObject([
      {
        kind: 'fid-short',
        message:
          'The fid holds 21000 of the 21424 points (TD) that acqu promises; those that are there ' +
          'were used.',
      },
    ]);
  });

  it('cut so short that the mass range is not covered: refused', () => {
    const reading = read({ fid: buildFid(COUNTS.subarray(0, 16_000)) });
    expect(refused(reading)).toMatchObject({
      kind: 'mass-range',
      message:
        'The spectrum covers m/z 1999.8 to 14274.3; a whole-cell spectrum from 2,000 to 20,000 is needed.',
    });
    expect(reading.warnings.map(({ kind }) => kind)).toEqual(['fid-short']);
  });

  it('promised as 4 thousand million points: takes memory for those that are there', () => {
    const reading = read({ acqu: { TD: '4294967296' } });
    expect(taken(reading).measures.points).toBe(21_424);
    expect(read({ acqu: { TD: '9007199254740991' } }).spectrum.ok).toBe(true);
  });

  it('with more points than TD: the rest is left out, with a warning', () => {
    const reading = read({ fid: buildFid([...COUNTS, 5, 5]) });
    expect(taken(reading).measures.points).toBe(21_424);
    expect(reading.warnings).toMatchObject([{ kind: 'fid-long' }]);
    expect(reading.warnings[0]!.message).toContain('holds 21426 points, more than the 21424 (TD)');
  });

  it('of a length that is no multiple of 4: refused', () => {
    expect(refused(read({ fid: buildFid(COUNTS).subarray(0, -1) }))).toMatchObject({
      kind: 'fid-length',
      message:
        'The intensity file fid has 85695 bytes, which is not a multiple of 4: it was cut off or ' +
        'is not a fid.',
    });
  });

  it('with negative intensities: they count as 0, with a warning', () => {
    const counts = COUNTS.slice();
    counts[100] = -1;
    counts[101] = -2147483648;
    const reading = read({ fid: buildFid(counts) });
    expect(Array.from(taken(reading).spectrum.intensity.subarray(99, 102))).toEqual([
      COUNTS[99],
      0,
      0,
    ]);
    expect(reading.warnings).toMatchObject([
      {
        kind: 'negative-intensity',
        message: '2 of 21424 intensities were negative and count as 0.',
      },
    ]);
  });

  it.each([
    ['empty', new Uint8Array(), 'No spectrum: The intensity file fid is empty.'],
    [
      'all zero',
      new Uint8Array(4 * 21_424),
      'No spectrum: None of the 21424 points of the intensity file fid is above zero.',
    ],
    [
      'nowhere above zero',
      buildFid(new Int32Array(21_424).fill(-7)),
      'No spectrum: None of the 21424 points of the intensity file fid is above zero.',
    ],
  ])('%s: no spectrum, and never a species', (_, fid, message) => {
    expect(refused(read({ fid }))).toMatchObject({ kind: 'no-spectrum', message });
  });
});

describe('other kinds of acquisition', () => {
  it('with a cubic calibration are refused: the quadratic formula is wrong for them', () => {
    const NTBCal =
      '<V3.0CCalibrator 12 1 0 0 V1.0CTOF2CalibrationConstants 48 0.25 3884.8 1164156.9 6.1 -0.06 -34.3 2 >';
    expect(refused(read({ acqu: { NTBCal } }))).toMatchObject({
      kind: 'cubic-calibration',
      message:
        'This spectrum has a cubic calibration (NTBCal= CTOF2CalibrationConstants), which is not ' +
        'supported: its masses would be wrong by up to 4,000 Da.',
    });
  });

  it('with high-precision calibration are read without it, and that is recorded', () => {
    const hpc = { HPClUse: 'yes', HPClBLo: '736.5', HPClBHi: '3698.6', HPClOrd: '10' };
    const reading = read({ acqu: hpc });
    expect(taken(reading).measures.mzLast).toBe(20996.95675117602);
    expect(reading.record?.highPrecisionCalibration).toBe(true);
  });

  it.each([
    ['by folder', 'S/0_A1/1/1SRef/fid', {}],
    ['by short folder', 'S/0_A1_1SRef/fid', {}],
    ['by AQOP_m', PATH, { AQOP_m: '1' }],
  ])('in reflector mode, known %s, are refused by name', (_, path, acqu) => {
    const fault = refused(read({ path, acqu }));
    expect(fault.kind).toBe('reflector-spectrum');
    expect(fault.message).toContain('was measured in reflector mode');
  });

  it.each([
    ['by SPType', PATH, { SPType: '2' }],
    ['by folder', 'S/0_A1/1/900.1234.LIFT/1SRef/fid', {}],
  ])('of one precursor (LIFT), known %s, are refused by name', (_, path, acqu) => {
    const fault = refused(read({ path, acqu }));
    expect(fault.kind).toBe('lift-spectrum');
    expect(fault.message).toContain('This is a LIFT (MS/MS) spectrum');
  });

  it('sampled too coarsely to be judged are refused', () => {
    const counts = COUNTS.filter((_, i) => i % 6 === 0);
    const reading = read({ acqu: { DW: '12', TD: String(counts.length) }, fid: buildFid(counts) });
    expect(refused(reading).kind).toBe('sampled-coarsely');
  });
});
