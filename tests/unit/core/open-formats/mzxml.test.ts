import { describe, expect, it } from 'vitest';
import { mzxml, scanXml } from '../../../builders/documents';
import { makeProfile } from '../../../builders/open-spectra';
import { faultOf, only, readScanned, scan } from './scan';
import { inEnglish } from '../../../../src/words/in-words';

const PROFILE = makeProfile({ points: 8_000 });

function read(document: string) {
  const profile = readScanned(only(document));
  if (!profile.ok) throw new Error(`${profile.error.kind}: ${inEnglish(profile.error.message)}`);
  return profile.value;
}

describe('an mzXML', () => {
  it.each([
    ['64 bits', mzxml([{ profile: PROFILE, precision: '64' }]), (mz: number) => mz],
    ['32 bits', mzxml([{ profile: PROFILE }]), Math.fround],
    ['zlib, and a compressedLen of 0', mzxml([{ profile: PROFILE, zlib: true }]), Math.fround],
    [
      'pairOrder, as old ones have',
      mzxml([{ profile: PROFILE, peaks: 'byteOrder="network" pairOrder="m/z-int"' }]),
      Math.fround,
    ],
    ['nothing but a precision', mzxml([{ profile: PROFILE, peaks: '' }]), Math.fround],
  ])('is read with %s', (_, document, precise) => {
    const { spectrum } = read(document);
    expect([...spectrum.mz.subarray(500, 520)]).toEqual(
      [...PROFILE.mz.subarray(500, 520)].map(precise),
    );
    expect(spectrum.intensity[500]).toBe(PROFILE.intensity[500]);
    expect(spectrum.mz).toHaveLength(8_000);
  });

  it('may be compressed in one scan and not in the next', () => {
    const { spectra } = scan(
      mzxml([{ profile: PROFILE }, { profile: PROFILE, zlib: true }, { profile: PROFILE }]),
    );
    expect(spectra.map(faultOf)).toEqual([null, null, null]);
    expect(spectra.map(({ head }) => head.id)).toEqual(['scan=1', 'scan=2', 'scan=3']);
  });

  it('has its spot in the path of its parent file, also with backslashes', () => {
    const parent = 'D:\\data\\KPN1\\0_B7\\1\\1SLin\\fid';
    expect(only(mzxml([{ profile: PROFILE }], { parent })).head).toMatchObject({
      sourcePath: 'data/KPN1/0_B7/1/1SLin/fid',
      isOnly: true,
      form: null,
    });
  });

  it('may have fragment spectra within others, which are counted and left out', () => {
    const inside = scanXml({ profile: PROFILE, attributes: 'msLevel="2"' }, 2);
    const { spectra, report } = scan(mzxml([{ profile: PROFILE, inside }], { count: 2 }));
    expect(spectra.map(faultOf)).toEqual([null]);
    expect(report).toEqual({ fragmentSpectra: 1, declared: 2 });
  });

  it('uses what a scan says of being centroided before what the file says', () => {
    const head = '<dataProcessing centroided="1"></dataProcessing>';
    const told = { profile: PROFILE, attributes: 'msLevel="1" centroided="0"' };
    const { spectra } = scan(mzxml([{ profile: PROFILE }, told], { head }));
    expect(spectra.map(faultOf)).toEqual(['centroided', null]);
  });

  it('gives the spot, the instrument and the software', () => {
    const head =
      '<msInstrument><msModel category="msModel" value="autoflex"/><software type="acquisition" name="flexControl" version="3.0"/></msInstrument>';
    const before = '<maldi plateID="1" spotID="C3"/>';
    expect(
      only(mzxml([{ profile: PROFILE, before }], { head, parent: 'x.raw' })).head,
    ).toMatchObject({
      spot: 'C3',
      instrument: 'autoflex',
      software: 'flexControl 3.0',
      sourcePath: 'x.raw',
    });
  });

  it('without its zero points is a profile, and the points are added again', () => {
    const keep = PROFILE.mz.map((m) => (m > 16_000 && m < 16_300 ? 0 : 1));
    const profile = {
      mz: PROFILE.mz.filter((_, i) => keep[i] === 1),
      intensity: PROFILE.intensity.filter((_, i) => keep[i] === 1),
    };
    const { spectrum, warnings } = read(mzxml([{ profile, precision: '64' }]));
    // The number may differ by one, since the step is rounded.
    expect(Math.abs(spectrum.mz.length - 8_000)).toBeLessThanOrEqual(1);
    expect(warnings.map(({ kind }) => kind)).toEqual(['gaps-filled']);
  });

  it('of a reflector is refused by name', () => {
    const parent = 'S/0_A1/1/1SRef/fid';
    expect(faultOf(only(mzxml([{ profile: PROFILE }], { parent })))).toBe('reflector-spectrum');
  });
});

describe('a scan of an mzXML that cannot be read', () => {
  it.each([
    ['is empty', { count: 0, text: '' }, 'no-spectrum'],
    ['has another order', { profile: PROFILE, peaks: 'byteOrder="little"' }, 'mzxml-unsupported'],
    ['has other pairs', { profile: PROFILE, peaks: 'contentType="m/z"' }, 'mzxml-unsupported'],
    [
      'is compressed otherwise',
      { profile: PROFILE, peaks: 'compressionType="x"' },
      'mzxml-unsupported',
    ],
    ['has broken base64', { profile: PROFILE, text: 'ü' }, 'binary-base64'],
    ['counts wrongly', { profile: PROFILE, count: 7_999 }, 'binary-length'],
    ['has broken zlib', { profile: PROFILE, zlib: true, text: 'AAAA' }, 'binary-zlib'],
    [
      'says 64 of 32 bits',
      { profile: PROFILE, count: 4_000, precision: '64' as const },
      'binary-length',
    ],
  ])('%s', (_, built, kind) => {
    expect(faultOf(only(mzxml([built])))).toBe(kind);
  });

  it('has no peaks, or does not state their number', () => {
    expect(faultOf(only(mzxml(['<scan num="1" msLevel="1" peaksCount="0"></scan>'])))).toBe(
      'no-spectrum',
    );
    const document = mzxml([{ profile: PROFILE }]).replace('peaksCount', 'count');
    expect(faultOf(only(document))).toBe('mzxml-peaks-count');
  });
});
