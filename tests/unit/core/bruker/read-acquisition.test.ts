import { describe, expect, it } from 'vitest';
import { AxisCache } from '../../../../src/core/bruker/axis-cache';
import { readAcquisition } from '../../../../src/core/bruker/read-acquisition';
import type { TextFields } from '../../../builders/bruker-acquisition';
import {
  buildAcqu,
  buildFid,
  CALIBRATION,
  sameValues,
  someCounts,
} from '../../../builders/bruker-acquisition';
import { inEnglish } from '../../../../src/words/in-words';
import { spoken } from '../../../builders/spoken';

const PATH = 'PROJECT/ANALYTE/0_A7/1/1SLin/fid';
const COUNTS = someCounts();

function read(
  given: {
    readonly acqu?: TextFields | null;
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
  if (!reading.spectrum.ok) throw new Error(inEnglish(reading.spectrum.error.message));
  return reading.spectrum.value;
}

describe('an acquisition', () => {
  it('is read into its spectrum, names, record and measures', () => {
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

  it('has the same m/z array as others of its calibration', () => {
    const axes = new AxisCache();
    const [first, second] = [1, 2].map(() =>
      taken(readAcquisition({ path: PATH, acqu: buildAcqu(), fid: buildFid(COUNTS) }, axes)),
    );
    expect(first!.spectrum.mz).toBe(second!.spectrum.mz);
  });

  it('does not change its bytes, wherever they lie in their buffer', () => {
    const fid = buildFid(COUNTS);
    const shifted = new Uint8Array(fid.length + 3);
    shifted.set(fid, 3);
    const view = shifted.subarray(3);
    expect(sameValues(taken(read({ fid: view })).spectrum.intensity, COUNTS)).toBe(true);
    expect(sameValues(view, fid)).toBe(true);
  });
});

describe('acqu', () => {
  it('absent, with no acqus either, fails the row, which has the names of its path', () => {
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

  it('without a required field gives an error with the field, and uid and spot are still read', () => {
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

  it('with ML1 <= 0 gives an error with the field and its value', () => {
    expect(spoken(refused(read({ acqu: { ML1: '-3.5' } })).message)).toBe(
      'The parameter file acqu has ML1= -3.5, which is not a number above 0.',
    );
  });

  it('with constants that lead to a negative root gives an error with their values', () => {
    const fault = refused(read({ acqu: { ML3: '-2' } }));
    expect(fault.kind).toBe('calibration-root');
    expect(spoken(fault.message)).toContain('ML3= -2');
  });

  it('with a comma as decimal separator is read', () => {
    const comma = read({ acqu: { ML1: '5399308,43132565', ML2: '417,068833806938', DW: '2,0' } });
    expect(taken(comma).measures.mzLast).toBe(20996.95675117602);
  });

  it('without ID_raw and PATCHNO has the names of its path, with a warning for each', () => {
    const reading = read({ acqu: { ID_raw: null, PATCHNO: null } });
    expect(taken(reading).measures.points).toBe(21424);
    expect(reading.uid).toBe('PROJECT.ANALYTE.0_A7.1.1SLin');
    expect(reading.warnings.map(({ kind, message, path }) => [kind, message, path])).toEqual([
      ['acqu-no-uid', 'acqu lacks ID_raw; the path names it: PROJECT.ANALYTE.0_A7.1.1SLin.', PATH],
      ['acqu-no-spot', 'acqu lacks PATCHNO and SPOTNO; the folder names the spot: A7.', PATH],
    ]);
    expect(spoken(read({ acqu: { PATCHNO: null }, path: 'x/fid' }).warnings[0]?.message)).toBe(
      'acqu lacks PATCHNO and SPOTNO and no folder is named after a spot: the spot is unknown.',
    );
  });

  it('that is not a parameter file gives an error with all required fields', () => {
    const reading = readAcquisition(
      { path: PATH, acqu: Uint8Array.of(0xff, 0, 0x80, 10), fid: buildFid(COUNTS) },
      new AxisCache(),
    );
    expect(spoken(refused(reading).message)).toBe(
      'The parameter file acqu lacks TD, BYTORDA, DELAY, DW, ML1, ML2, ML3.',
    );
  });
});

describe('fid', () => {
  it('in big-endian order is read correctly when BYTORDA is not 0', () => {
    const big = read({ acqu: { BYTORDA: '1' }, fid: buildFid(COUNTS, false) });
    expect(sameValues(taken(big).spectrum.intensity, COUNTS)).toBe(true);
  });

  it('with fewer points than TD is read up to its end, with a warning', () => {
    const reading = read({ fid: buildFid(COUNTS.subarray(0, 21_000)) });
    expect(taken(reading).measures.points).toBe(21_000);
    expect(reading.record?.calibration?.points).toBe(21_000);
    expect(reading.warnings).toMatchObject([
      {
        kind: 'fid-short',
        message:
          'The fid holds 21,000 of the 21,424 points (TD) that acqu promises; those that are there ' +
          'were used.',
      },
    ]);
  });

  it('too short for the mass range is refused', () => {
    const reading = read({ fid: buildFid(COUNTS.subarray(0, 16_000)) });
    expect(refused(reading)).toMatchObject({
      kind: 'mass-range',
      message:
        'The spectrum covers m/z 1999.8 to 14274.3; a whole-cell spectrum from 2,000 to 20,000 is needed.',
    });
    expect(reading.warnings.map(({ kind }) => kind)).toEqual(['fid-short']);
  });

  it('with a TD of 4 thousand million points takes memory for the existing points only', () => {
    const reading = read({ acqu: { TD: '4294967296' } });
    expect(taken(reading).measures.points).toBe(21_424);
    expect(read({ acqu: { TD: '9007199254740991' } }).spectrum.ok).toBe(true);
  });

  it('with more points than TD is read up to TD, with a warning', () => {
    const reading = read({ fid: buildFid([...COUNTS, 5, 5]) });
    expect(taken(reading).measures.points).toBe(21_424);
    expect(reading.warnings).toMatchObject([{ kind: 'fid-long' }]);
    expect(spoken(reading.warnings[0]!.message)).toContain(
      'holds 21,426 points, more than the 21,424 (TD)',
    );
  });

  it('with a length that is not a multiple of 4 is refused', () => {
    expect(refused(read({ fid: buildFid(COUNTS).subarray(0, -1) }))).toMatchObject({
      kind: 'fid-length',
      message:
        'The intensity file fid has 85,695 bytes, which is not a multiple of 4: it was cut off or ' +
        'is not a fid.',
    });
  });

  it('with negative intensities has 0 in their place, with a warning', () => {
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
        message: '2 of 21,424 intensities were negative and count as 0.',
      },
    ]);
  });

  it.each([
    ['empty', new Uint8Array(), 'No spectrum: The intensity file fid is empty.'],
    [
      'all zero',
      new Uint8Array(4 * 21_424),
      'No spectrum: None of the 21,424 points of the intensity file fid is above zero.',
    ],
    [
      'nowhere above zero',
      buildFid(new Int32Array(21_424).fill(-7)),
      'No spectrum: None of the 21,424 points of the intensity file fid is above zero.',
    ],
  ])('%s gives no spectrum, and never a species', (_, fid, message) => {
    expect(refused(read({ fid }))).toMatchObject({ kind: 'no-spectrum', message });
  });
});

describe('other kinds of acquisition', () => {
  it.each([
    ['by POLARI', { POLARI: '0' }, 'POLARI= 0'],
    ['by POLARI with a comment', { POLARI: '0 $$ negative' }, 'POLARI= 0'],
    ['by POLARI -1', { POLARI: '-1' }, 'POLARI= -1'],
    ['by a word', { POLARI: '<negative>' }, 'POLARI= negative'],
    ['by the mode', { 'x= 1\r\n##.IONIZATION MODE': 'LD-' }, 'IONIZATION MODE= LD-'],
  ])('of negative ions, recognised %s, are refused by name', (_, acqu, field) => {
    expect(refused(read({ acqu }))).toMatchObject({
      kind: 'negative-ions',
      message:
        `This spectrum was measured in negative-ion mode (${field} in acqu); the species are told ` +
        'apart on spectra of positive ions only.',
    });
  });

  it.each([{ POLARI: '1' }, { POLARI: null }, { 'x= 1\r\n##.IONIZATION MODE': 'LD+' }])(
    'of positive ions (%j) are read',
    (acqu) => {
      expect(taken(read({ acqu })).measures.points).toBe(21_424);
    },
  );

  it('with high-precision calibration are read without it, which is recorded', () => {
    const hpc = { HPClUse: 'yes', HPClBLo: '736.5', HPClBHi: '3698.6', HPClOrd: '10' };
    const reading = read({ acqu: hpc });
    expect(taken(reading).measures.mzLast).toBe(20996.95675117602);
    expect(reading.record?.highPrecisionCalibration).toBe(true);
  });

  it.each([
    ['by folder', 'S/0_A1/1/1SRef/fid', {}],
    ['by folder 1Ref', 'S/0_A1/1/1Ref/fid', { AQOP_m: null }],
    ['by short folder', 'S/0_A1_1SRef/fid', {}],
    ['by short folder 1Ref', 'S/0_A1_1Ref/fid', {}],
    ['by AQOP_m', PATH, { AQOP_m: '1' }],
    ['by AQOP_m with a comment', PATH, { AQOP_m: '1 $$ reflector' }],
  ])('in reflector mode, recognised %s, are refused by name', (_, path, acqu) => {
    const fault = refused(read({ path, acqu }));
    expect(fault.kind).toBe('reflector-spectrum');
    expect(spoken(fault.message)).toContain('was measured in reflector mode');
  });

  it.each([
    ['by SPType', PATH, { SPType: '2' }],
    ['by folder', 'S/0_A1/1/900.1234.LIFT/1SRef/fid', {}],
  ])('of one precursor (LIFT), recognised %s, are refused by name', (_, path, acqu) => {
    const fault = refused(read({ path, acqu }));
    expect(fault.kind).toBe('lift-spectrum');
    expect(spoken(fault.message)).toContain('This is a LIFT (MS/MS) spectrum');
  });

  it('sampled too coarsely to be judged are refused', () => {
    const counts = COUNTS.filter((_, i) => i % 6 === 0);
    const reading = read({ acqu: { DW: '12', TD: String(counts.length) }, fid: buildFid(counts) });
    expect(refused(reading).kind).toBe('sampled-coarsely');
  });
});

describe('a calibration in NTBCal', () => {
  const QUADRATIC = '417.06883380693762 5399308.4313256489 -0.014168713820693077';
  const block = (constants: string) => `V1.0CTOF2CalibrationConstants 19634 2 ${constants} 2`;
  const calibrated = (...blocks: string[]) =>
    read({ acqu: { NTBCal: `<V3.0CCalibrator 12 1 0 0 ${blocks.join(' ')}  >` } });
  const empty = 'V1.0CTOF2CalibrationConstants 0 0 0 0 0 0 0 -1';

  it.each([
    ['of no cubic term', [block(`${QUADRATIC} 0 0`), block(`${QUADRATIC} 0 0`)]],
    ['of commas', [block(`${QUADRATIC} 0 0`).replaceAll('.', ',').replace('V1,0', 'V1.0')]],
    ['of a block that was never filled in', [empty, empty]],
    ['of a filled-in block after an empty one', [empty, block(`${QUADRATIC} 0,0 0.0`)]],
    ['of the quadratic', [`V3.0CTOFCalibrationConstants 19634 2 1 2 3 2`]],
  ])('%s with the constants of ML1 to ML3 equals the quadratic to the last bit', (_, blocks) => {
    const reading = calibrated(...blocks);
    const axis = taken(read()).spectrum.mz;
    expect(sameValues(taken(reading).spectrum.mz, axis)).toBe(true);
    expect(reading.record?.calibration).toEqual(CALIBRATION);
    expect(reading.warnings).toEqual([]);
  });

  it('with a cubic term determines the masses, and is reported and recorded', () => {
    const reading = calibrated(block(`${QUADRATIC} 0.0004 -1.5`), block(`${QUADRATIC} 0 0`));
    const { measures } = taken(reading);
    // The expected masses were computed separately, with 60 digits.
    expect(measures.mzFirst).toBeCloseTo(1993.8894058850165, 9);
    expect(measures.mzLast).toBeCloseTo(20223.739560930593, 8);
    expect(reading.record?.calibration).toEqual({
      ...{ ml1: 5399308.4313256489, ml2: 417.06883380693762, ml3: -0.014168713820693077 },
      ...{ cubic: 0.0004, offset: -1.5, delay: 19634, dwell: 2, points: 21424 },
    });
    expect(reading.warnings).toMatchObject([
      {
        kind: 'cubic-calibration-used',
        message:
          'The masses come from the cubic calibration in NTBCal (cubic term 0.0004, offset -1.5), ' +
          'not from ML1 to ML3. Bruker does not publish its formula: it is used as ' +
          'readBrukerFlexData does.',
        path: PATH,
      },
    ]);
  });

  it('without a cubic term but with other constants takes precedence over ML1 to ML3', () => {
    const reading = calibrated(block('418 5399308.4313256489 -0.014168713820693077 0 0'));
    expect(reading.record?.calibration).toMatchObject({ ml2: 418, cubic: 0, offset: 0 });
    expect(reading.warnings).toMatchObject([{ kind: 'cubic-calibration-used' }]);
    expect(taken(reading).measures.mzFirst).toBeLessThan(1999.7972209889076);
  });

  it.each([
    ['too few numbers', 'V1.0CTOF2CalibrationConstants 48 0.25', 'it has "48 0.25" where 7'],
    ['none', 'V1.0CTOF2CalibrationConstants', 'it has no numbers where 7'],
    [
      'what is no number',
      'V1.0CTOF2CalibrationConstants 19634 2 417 5399308 -0.01 1.2.3 0 2',
      'it has "19634 2 417 5399308 -0.01 1.2.3 0" where 7',
    ],
    [
      'an ML1 of 0',
      'V1.0CTOF2CalibrationConstants 19634 2 417 0 -0.01 0.1 0 2',
      'has ML1= 0, which is not a number above 0.',
    ],
  ])('with %s is refused, and the problem says why', (_, text, words) => {
    const fault = refused(calibrated(text));
    expect(fault.kind).toBe('cubic-calibration');
    expect(spoken(fault.message)).toContain(words);
    expect(spoken(fault.cure)).toBe(
      'Calibrate with the quadratic method in flexAnalysis, save the spectrum and copy it again.',
    );
  });
});

describe('an acquisition that begins before mass zero', () => {
  // 9,817 points of 2 ns before the usual 19,634 ns; the first 209 of them before ML2.
  const before = new Int32Array(9_817).fill(3);
  const early = { DELAY: '0', TD: '31241' };

  it('loses these points and remains a spectrum', () => {
    before[0] = 1e6;
    const reading = read({ acqu: early, fid: buildFid([...before, ...COUNTS]) });
    const { spectrum, measures } = taken(reading);
    const usual = taken(read());
    expect(measures).toMatchObject({
      points: 31_032,
      mzLast: usual.measures.mzLast,
      totalIntensity: usual.measures.totalIntensity + 3 * (9_817 - 209),
      maxIntensity: usual.measures.maxIntensity,
    });
    expect(sameValues(spectrum.mz.subarray(-21_424), usual.spectrum.mz)).toBe(true);
    expect(sameValues(spectrum.intensity.subarray(-21_424), COUNTS)).toBe(true);
    expect(reading.warnings).toMatchObject([
      {
        kind: 'before-mass-zero',
        message:
          'The acquisition begins before mass zero: 209 of its 31,241 points, where no ion can ' +
          'arrive, were left out.',
      },
    ]);
  });

  it('is not a spectrum if it has no signal after mass zero', () => {
    const counts = new Int32Array(31_241);
    counts[5] = 1000;
    expect(refused(read({ acqu: early, fid: buildFid(counts) }))).toMatchObject({
      kind: 'no-spectrum',
      message: 'No spectrum: None of the 31,032 points of the fid after mass zero is above zero.',
    });
  });

  it('is refused for its range if it ends too early', () => {
    const fault = refused(read({ acqu: early, fid: buildFid([...before, ...COUNTS.slice(0, 9)]) }));
    expect(fault.kind).toBe('mass-range');
  });
});

describe('comments in acqu', () => {
  it('change nothing, whichever field they follow', () => {
    const fields = ['TD', 'BYTORDA', 'DELAY', 'DW', 'ML1', 'ML2', 'ML3', 'PATCHNO', 'ID_raw'];
    const lines = new TextDecoder().decode(buildAcqu()).split('\r\n');
    const commented = lines.map((line) =>
      fields.some((field) => line.startsWith(`##$${field}=`)) ? `${line}$$ by <hand>` : line,
    );
    const plain = read();
    const reading = readAcquisition(
      {
        path: PATH,
        acqu: new TextEncoder().encode(commented.join('\r\n')),
        fid: buildFid(COUNTS),
      },
      new AxisCache(),
    );
    expect({ ...reading, spectrum: taken(reading).measures }).toEqual({
      ...plain,
      spectrum: taken(plain).measures,
    });
  });
});

describe('the spot', () => {
  it.each([
    [{ PATCHNO: '<D12>', SPOTNO: '<D11>' }, 'D12', []],
    [{ PATCHNO: '<>', SPOTNO: '<D11>' }, 'D11', []],
    [{ PATCHNO: null, SPOTNO: '<D11>' }, 'D11', []],
    [{ PATCHNO: '<>', SPOTNO: '<>' }, 'A7', ['acqu-no-spot']],
  ])('of %j is %s', (acqu, spot, warnings) => {
    const reading = read({ acqu });
    expect(reading.spot).toBe(spot);
    expect(reading.warnings.map(({ kind }) => kind)).toEqual(warnings);
  });
});
