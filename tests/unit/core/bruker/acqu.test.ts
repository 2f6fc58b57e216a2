import { describe, expect, it } from 'vitest';
import {
  parseAcquFields,
  parseDecimal,
  readAcquFields,
} from '../../../../src/core/bruker/acqu-fields';
import { decodeText } from '../../../../src/core/text';
import { parseAcqu } from '../../../../src/core/bruker/parse-acqu';
import { type TextFields, buildAcqu } from '../../../builders/bruker-acquisition';
import { inEnglish } from '../../../../src/words/in-words';
import { spoken } from '../../../builders/spoken';

const parse = (overrides: TextFields = {}) => parseAcqu(decodeText(buildAcqu(overrides)));
const fault = (overrides: TextFields) => {
  const { parameters } = parse(overrides);
  if (parameters.ok) throw new Error('The acqu was taken');
  return parameters.error;
};

describe('the syntax of acqu', () => {
  it('reads strings without their brackets, even those that begin with a bracket of their own', () => {
    const fields = parseAcquFields('##$A= <x>\n##$B= <<?xml v="1"?><cs></cs>> \n##$C= <>\n##$D= 1');
    expect(Object.fromEntries(fields)).toEqual({
      A: 'x',
      B: '<?xml v="1"?><cs></cs>',
      C: '',
      D: '1',
    });
  });

  it('gives the same fields with LF, CR LF and CR', () => {
    const lines = ['##TITLE= t', '##$TD= 7 ', '##$CALME= (0..3) ', '1 2 ', '3 4 ', '##$DW= 2', ''];
    const [unix, windows, mac] = ['\n', '\r\n', '\r'].map((end) =>
      Object.fromEntries(parseAcquFields(lines.join(end))),
    );
    expect(unix).toEqual({ TD: '7', CALME: '(0..3) \n1 2 \n3 4', DW: '2' });
    expect(windows).toEqual(unix);
    expect(mac).toEqual(unix);
  });

  it('skips the format’s own lines, except those with a point', () => {
    const fields = parseAcquFields(
      '##TITLE=x\n##$A=1\n##.INLET= DIRECT\nrest\n##$=5\n##$B\n##END=',
    );
    expect(Object.fromEntries(fields)).toEqual({ A: '1', '.INLET': 'DIRECT\nrest' });
  });

  it('skips comments, from $$ to the end of the line, but not inside a string', () => {
    const text = [
      '##$TD= 5 $$ from flexControl',
      '$$ ##$DW= 9',
      '##$DW= 2$$',
      '##$ML1= $$ nothing',
      '##$CMT1= <five $$ each>',
      '##$CMT2= <a> $$ not <b>',
      '##$CMT3= <a>',
      '$$ a line of its own >',
      '##$CALME= (0..3) $$ four',
      '1 2 $$ two',
      '3 4',
      '##$CMT4= <open $$ end',
      '##END=',
    ];
    for (const end of ['\n', '\r\n', '\r']) {
      expect(Object.fromEntries(parseAcquFields(text.join(end)))).toEqual({
        TD: '5',
        DW: '2',
        ML1: '',
        CMT1: 'five $$ each',
        CMT2: 'a',
        CMT3: 'a',
        CALME: '(0..3) \n1 2 \n3 4',
        CMT4: '<open $$ end',
      });
    }
  });

  it('takes the first of two equal fields, so that a comment cannot overwrite one', () => {
    const fields = parseAcquFields('##$TD= 5\n##$CMT1= <first line\n##$TD= 9\n>');
    expect(fields.get('TD')).toBe('5');
  });

  it('is not confused by fields named like properties of every object', () => {
    const fields = parseAcquFields('##$__proto__= 1\n##$constructor= 2');
    expect(fields.get('__proto__')).toBe('1');
    expect(fields.get('toString')).toBeUndefined();
  });

  it('gives the same values for the fields that ktyper reads as for all fields', () => {
    const text = [
      '##$TD= 5\r\n##$ TD = 6\r\n##$ML10= 9\r\n##$ ML1\t= 2.5 \r\n##$ML2\r\n= 3\r\n##$ML3=',
      '\r\n##$CMT1= <first line\r\n##$DW= 7\r\n>\r\n##$TDx= 1\r\n##$xTD= 1\r\n##$CMT2= <a = b>',
      '\r\n##ID_raw= no\r\n##$$ID_raw= no\r\n##$NTBCal= <a\r\nb>\r\n##END=',
    ].join('');
    const all = parseAcquFields(text);
    const read = Object.fromEntries(readAcquFields(text));
    expect(read).toEqual({
      TD: '5',
      ML1: '2.5',
      ML3: '',
      CMT1: '<first line',
      DW: '7\n>',
      CMT2: 'a = b',
      NTBCal: 'a\nb',
    });
    const same = [...all].filter(([key]) => key in read);
    expect(Object.fromEntries(same)).toEqual(read);
  });

  it('accepts decimals with a point, a comma, an exponent or a sign, and nothing else', () => {
    expect(['2', '0.5', '0,5', '-1,5e-3', '+4', '.5', '1.'].map(parseDecimal)).toEqual([
      2, 0.5, 0.5, -0.0015, 4, 0.5, 1,
    ]);
    for (const text of ['', 'abc', '1.2.3', '1.234,5', '0x10', 'NaN', '1 2', '1e', 'Infinity']) {
      expect(parseDecimal(text)).toBeNaN();
    }
  });

  it('refuses a long row of digits that ends in a letter, without trying all ways to split it', () => {
    expect(parseDecimal(`${'1'.repeat(300_000)}x`)).toBeNaN();
  });
});

describe('the required fields of acqu', () => {
  it('are read', () => {
    expect(parse().parameters).toEqual({
      ok: true,
      value: {
        points: 21424,
        littleEndian: true,
        delay: 19634,
        dwell: 2,
        ml1: 5399308.43132565,
        ml2: 417.068833806938,
        ml3: -0.0141687138206931,
      },
    });
    expect(parse().uid).toBe('63525f31-581c-4d03-ae19-29ec940ca2eb');
    expect(parse().spot).toBe('D12');
  });

  it.each(['TD', 'DELAY', 'DW', 'ML1', 'ML2', 'ML3', 'BYTORDA'])(
    'give a problem that names %s when it is missing or empty',
    (field) => {
      const sentence = `The parameter file acqu lacks ${field}.`;
      expect(fault({ [field]: null })).toMatchObject({
        kind: 'acqu-missing-field',
        message: sentence,
      });
      expect(spoken(fault({ [field]: '<>' }).message)).toBe(sentence);
    },
  );

  it.each([
    ['TD', '0', 'a whole number above 0'],
    ['TD', '-5', 'a whole number above 0'],
    ['TD', '2.5', 'a whole number above 0'],
    ['DELAY', 'soon', 'a number'],
    ['DW', '0', 'a number above 0'],
    ['DW', '-2', 'a number above 0'],
    ['ML1', '0', 'a number above 0'],
    ['ML1', '-5399308', 'a number above 0'],
    ['ML1', '1e999', 'a number above 0'],
    ['ML2', 'NaN', 'a number'],
    ['ML3', '1.2.3', 'a number'],
    ['BYTORDA', 'little', 'a whole number'],
  ])('give a problem that names %s= %s, which is not %s', (field, value, must) => {
    expect(fault({ [field]: value })).toMatchObject({
      kind: 'acqu-invalid-field',
      message: `The parameter file acqu has ${field}= ${value}, which is not ${must}.`,
    });
  });

  it('are all named at once if they are wrong', () => {
    expect(spoken(fault({ TD: null, DW: null, ML1: '-1', ML3: 'x' }).message)).toBe(
      'The parameter file acqu lacks TD, DW. It also has ML1= -1, which is not a number above 0. ' +
        'It also has ML3= x, which is not a number.',
    );
  });

  it('are quoted in a problem only as far as a line allows', () => {
    expect(spoken(fault({ DW: 'y'.repeat(5000) }).message)).toContain(`${'y'.repeat(40)}...,`);
    expect(inEnglish(fault({ DW: 'y'.repeat(5000) }).message).length).toBeLessThan(150);
  });

  it('may have decimals, with a point or a comma', () => {
    const point = parse({ DW: '0.5', DELAY: '19634.25' }).parameters;
    const comma = parse({ DW: '0,5', DELAY: '19634,25' }).parameters;
    expect(point).toMatchObject({ ok: true, value: { dwell: 0.5, delay: 19634.25 } });
    expect(comma).toEqual(point);
  });

  it('mean big-endian for every BYTORDA except 0', () => {
    expect(parse({ BYTORDA: '1' }).parameters).toMatchObject({ value: { littleEndian: false } });
    expect(parse({ BYTORDA: '2' }).parameters).toMatchObject({ value: { littleEndian: false } });
  });

  it('do not include ID_raw and PATCHNO, for which the path can stand in', () => {
    const unnamed = parse({ ID_raw: null, PATCHNO: '<>' });
    expect(unnamed).toMatchObject({ uid: null, spot: null, parameters: { ok: true } });
  });
});

describe('the record of an acquisition', () => {
  it('keeps date, shots, instrument, software, type, target and comments', () => {
    expect(parse({ CMT2: '<Île d’Yeu>', CMT4: '<x>' }).record).toEqual({
      acquiredAt: '2019-12-12T10:32:10.752+11:00',
      instrument: '8269944.03923',
      software: 'flexControl 3.4.135.12',
      laserShots: 240,
      spectrumType: '0',
      target: 'G_59B48479_AC3B_4BDA_A03A109744F1BDAA',
      comments: ['Île d’Yeu', 'x'],
      calibration: null,
      highPrecisionCalibration: false,
    });
  });

  it('has null for what the file lacks', () => {
    const { record } = parse({ AQ_DATE: null, NoSHOTS: 'many', InstrID: '<>', FCVer: null });
    expect(record).toMatchObject({
      acquiredAt: null,
      laserShots: null,
      instrument: null,
      software: null,
    });
  });

  it('has the date of the calibration where the file says one', () => {
    const star = (date: string) => ({ CalStar: `<<cs><cm>Quadratic</cm><cd>${date}</cd></cs>>` });
    expect(parse(star('2019-12-11T13:14:14.000+00:00')).record.calibratedAt).toBe(
      '2019-12-11T13:14:14.000+00:00',
    );
    for (const none of [{ CalStar: null }, { CalStar: '<>' }, star('yesterday'), star('')]) {
      expect(parse(none).record).not.toHaveProperty('calibratedAt');
    }
  });

  it('states that high-precision calibration was requested only if all four fields do', () => {
    const hpc = { HPClUse: 'yes', HPClBLo: '736.5', HPClBHi: '3698.6', HPClOrd: '10' };
    expect(parse(hpc).record.highPrecisionCalibration).toBe(true);
    for (const off of [{ HPClUse: 'no' }, { HPClBLo: '0' }, { HPClBHi: '0' }, { HPClOrd: '0' }]) {
      expect(parse({ ...hpc, ...off }).record.highPrecisionCalibration).toBe(false);
    }
  });
});
