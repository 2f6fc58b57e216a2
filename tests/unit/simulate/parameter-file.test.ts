import { describe, expect, it } from 'vitest';
import { parseAcquFields } from '../../../src/core/bruker/acqu-fields';
import { filled, writeParameterFile } from '../../../src/simulate/parameter-file';
import { buildAcqu } from '../../builders/bruker-run';

describe('writeParameterFile', () => {
  it('writes numbers before texts, each in ASCII order, with CR LF and a blank', () => {
    const fields = new Map([
      ['b', '<text>'],
      ['ZZ', '1'],
      ['a', '2'],
      ['B', filled(9, 0)],
    ]);
    const lines = writeParameterFile(fields).split('\r\n');
    expect(lines.slice(9)).toEqual([
      '##$ZZ= 1 ',
      '##$a= 2 ',
      '##$B= (0..8) ',
      '0 0 0 0 0 0 0 0 ',
      '0 ',
      '##$b= <text> ',
      '##END=',
      '',
      '',
    ]);
    expect(lines[0]).toBe('##TITLE=  XMASS Parameter file');
  });
});

describe('an acqu file', () => {
  it('has the fields that the reference reads, and the record', () => {
    const fields = parseAcquFields(buildAcqu({ CMT1: 'a comment', TD: 7 }));
    expect(Object.fromEntries([...fields].filter(([key]) => NAMED.includes(key)))).toEqual({
      TD: '7',
      DELAY: '19634',
      DW: '2',
      ML1: '5399308.43132565',
      ML2: '417.068833806938',
      ML3: '-0.0141687138206931',
      BYTORDA: '0',
      ID_raw: '00000000-0000-4000-8000-000000000001',
      PATCHNO: 'A1',
      AQ_DATE: '2026-01-05T09:00:00.000+00:00',
      NoSHOTS: '200',
      FCVer: 'flexControl 3.4.135.12',
      SPType: '0',
      CMT1: 'a comment',
    });
    expect(fields.get('CalStar')).toMatch(/^<\?xml .*<\/cs>$/);
    expect(fields.get('NTBCal')).toContain('V3.0CTOFCalibrationConstants 19634 2 417.068833806938');
  });

  it('leaves out a field that a test removes', () => {
    const fields = parseAcquFields(buildAcqu({ ML1: null }));
    expect(fields.has('ML1')).toBe(false);
    expect(fields.has('ML2')).toBe(true);
  });
});

const NAMED =
  'TD DELAY DW ML1 ML2 ML3 BYTORDA ID_raw PATCHNO AQ_DATE NoSHOTS FCVer SPType CMT1'.split(' ');
