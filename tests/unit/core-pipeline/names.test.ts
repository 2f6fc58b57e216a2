import { describe, expect, it } from 'vitest';
import {
  nameFromPath,
  spectrumNames,
  spotFromPath,
  uidFromPath,
} from '../../../src/core/bruker/names';

const names = (path: string) => spectrumNames(path, 'UID', 'A7');

describe('names of a spectrum', () => {
  it('are those of the original: PROJECT.A7.0_A7.UID', () => {
    expect(names('data/PROJECT/ANALYTE/0_A7/1/1SLin/fid')).toEqual({
      uid: 'UID',
      sampleName: 'PROJECT',
      fullName: 'PROJECT.A7',
      semiUniqueName: 'PROJECT.A7.0_A7',
      uniqueName: 'PROJECT.A7.0_A7.UID',
    });
  });

  it('take the outermost folder where six levels are not there', () => {
    expect(names('species1/0_A7/3/1SLin/fid').uniqueName).toBe('species1.A7.0_A7.UID');
    expect(names('0_A7/3/1SLin/fid').uniqueName).toBe('0_A7.A7.0_A7.UID');
    expect(names('1SLin/fid').uniqueName).toBe('1SLin.A7.1SLin.UID');
  });

  it('leave out what is not there', () => {
    expect(names('fid')).toEqual({
      uid: 'UID',
      sampleName: '',
      fullName: 'A7',
      semiUniqueName: 'A7',
      uniqueName: 'A7.UID',
    });
    expect(spectrumNames('S/x/1/1SLin/fid', 'UID', '').uniqueName).toBe('S.x.UID');
  });

  it('read the short form as the three folders that it stands for', () => {
    expect(names('PROJECT/SAMPLE/0_L20_1SLin/fid')).toMatchObject({
      sampleName: 'PROJECT',
      semiUniqueName: 'PROJECT.A7.0_L20_1SLin',
    });
    expect(names('SAMPLE/0_L20_1SLin/fid').sampleName).toBe('SAMPLE');
  });

  it('the spot and the uid can come from the path', () => {
    expect(spotFromPath('P/A/0_A7/1/1SLin/fid')).toBe('A7');
    expect(spotFromPath('S/0_L20_1SLin/fid')).toBe('L20');
    expect(spotFromPath('S/x/fid')).toBe('');
    expect(uidFromPath('S/0_A1/1/1SLin/fid')).toBe('S.0_A1.1.1SLin');
    expect(uidFromPath('fid')).toBe('fid');
  });

  it('people see the folder above the spot’s, unless it is a UUID', () => {
    const path = 'run/Île d’Yeu/0_A7/1/1SLin/fid';
    expect(nameFromPath(path, names(path))).toBe('Île d’Yeu');
    const short = 'run/SAMPLE/0_L20_1SLin/fid';
    expect(nameFromPath(short, names(short))).toBe('SAMPLE');
    const biotyper = 'PROJECT/dff14d6d-943a-4b2f-9903-7babb0ebaefc/0_A7/1/1SLin/fid';
    expect(nameFromPath(biotyper, names(biotyper))).toBe('PROJECT.A7.0_A7');
    expect(nameFromPath('fid', names('fid'))).toBe('A7');
  });
});
