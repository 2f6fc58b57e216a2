import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../../src/core/text';
import { parseAcqu } from '../../../../src/core/bruker/parse-acqu';
import { timeOfFlightToMz } from '../../../../src/core/bruker/tof-to-mz';
import { readArrays } from '../../../../src/core/open-formats/document/read-arrays';
import { inflateZlibBytes } from '../../../../src/io/inflate/inflate-zlib-bytes';
import { faultOf, scan } from '../../../unit/core/open-formats/scan';
import { hasReference, readShared } from '../../reference-data';
import { inEnglish } from '../../../../src/words/in-words';

function document(path: string): string {
  return new TextDecoder('iso-8859-1').decode(readShared(`other-formats/${path}`));
}

describe.skipIf(!hasReference)('documents that other projects use in their tests', () => {
  it.each([
    ['tiny1.mzML1.1.mzML', ['S1', 'S2']],
    ['tiny1-compressed.mzML1.1.mzML', ['S1', 'S2']],
    ['tiny1.mzXML3.0.mzXML', ['scan=1']],
    ['tiny1-compressed.mzXML3.0.mzXML', ['scan=1']],
  ])('%s has the numbers that its authors state', (name, ids) => {
    const { spectra, fault } = scan(document(`small/${name}`));
    expect(fault).toBeNull();
    expect(spectra.map(({ head }) => head.id)).toEqual(ids);
    const numbers = spectra.map(({ head, bytes }) => {
      if (!bytes.ok || head.layout === null) throw new Error('it has no numbers');
      const points = readArrays(head.layout, bytes.value, inflateZlibBytes);
      if (!points.ok) throw new Error(inEnglish(points.error.message));
      return [Array.from(points.value.mz), Array.from(points.value.intensity)];
    });
    const first = [
      [1, 2, 3, 4, 5],
      [6, 7, 8, 9, 10],
    ];
    const second = [
      [1, 2, 3, 4, 5],
      [10, 9, 8, 7, 6],
    ];
    expect(numbers).toEqual([first, second].slice(0, ids.length));
    expect(spectra.map(faultOf)).toEqual(ids.map(() => 'peak-list'));
  });

  it.each(['tiny1-centroided.mzML1.1.mzML', 'tiny1-centroided.mzXML3.0.mzXML'])(
    '%s is refused as centroided',
    (name) => {
      expect(new Set(scan(document(`small/${name}`)).spectra.map(faultOf))).toEqual(
        new Set(['centroided']),
      );
    },
  );

  it('each spectrum of tiny.pwiz.1.1.mzML is refused for a reason of its own', () => {
    const { spectra, fault, report } = scan(document('small/tiny.pwiz.1.1.mzML'));
    expect(fault).toBeNull();
    expect(report).toEqual({ fragmentSpectra: 1, declared: 4 });
    expect(spectra.map((one) => [one.head.id, one.head.sourcePath, faultOf(one)])).toEqual([
      ['scan=19', 'data/Exp01/tiny1.yep', 'centroided'],
      ['scan=21', 'data/Exp01/tiny1.yep', 'no-spectrum'],
      [
        'sample=1 period=1 cycle=22 experiment=1',
        'data/Exp01/tiny.wiff',
        expect.stringMatching(/centroided|peak-list/),
      ],
    ]);
  });

  it('test.mzXML of version 2.0 has one spectrum, and the fragment spectrum inside it is left out', () => {
    const { spectra, report } = scan(document('small/test.mzXML'));
    expect(report).toEqual({ fragmentSpectra: 1, declared: 3113 });
    expect(spectra.map(faultOf)).toEqual(['centroided']);
  });

  it('imzML is refused, also if it claims to be continuous', () => {
    for (const name of ['tiny_continuous.imzML', 'tiny_processed.imzML']) {
      expect(scan(document(`small/${name}`)).fault?.kind).toBe('format-imzml');
    }
  });
});

describe.skipIf(!hasReference)('a fid and the mzXML that was converted from it', () => {
  it('have the same intensities, and the same m/z except for the calibration that fids do not get', () => {
    const { spectra } = scan(document('hpc/mzXML/hpc.mzXML'));
    expect(spectra.map(faultOf)).toEqual(['reflector-spectrum']);
    const { head, bytes } = spectra[0]!;
    expect(head).toMatchObject({
      id: 'scan=1',
      isOnly: true,
      sourcePath: 'strohalm_hpc/0_A20/1/1SRef/fid',
      instrument: 'ultraFlex TOF/TOF',
      software: 'flexControl 3.0.183.0',
    });
    if (!bytes.ok || head.layout === null) throw new Error('it has no numbers');
    const points = readArrays(head.layout, bytes.value, inflateZlibBytes);
    if (!points.ok) throw new Error(inEnglish(points.error.message));
    expect(points.value.mz).toHaveLength(24_860);
    const fid = readShared('other-formats/hpc/fid/0_A20/1/1SRef/fid');
    const counts = new Int32Array(fid.buffer.slice(fid.byteOffset, fid.byteOffset + fid.length));
    // The converter left out the zeros and the points outside the calibration.
    const left = points.value.intensity;
    const found = counts.filter((count) => count > 0);
    const start = found.findIndex((_, i) =>
      left.subarray(0, 50).every((one, k) => found[i + k] === one),
    );
    expect(start).toBeGreaterThanOrEqual(0);
    expect(left.every((one, k) => one === found[start + k])).toBe(true);

    const acqu = parseAcqu(decodeText(readShared('other-formats/hpc/fid/0_A20/1/1SRef/acqu')));
    if (!acqu.parameters.ok) throw new Error(inEnglish(acqu.parameters.error.message));
    const axis = timeOfFlightToMz({ ...acqu.parameters.value, points: counts.length });
    if (!axis.ok) throw new Error(inEnglish(axis.error.message));
    const of = axis.value.filter((_, i) => counts[i]! > 0);
    const ppm = points.value.mz.map((mz, k) => 1e6 * (mz / of[start + k]! - 1));
    // This is the difference that the high-precision calibration makes, which the converter applied.
    expect(Math.min(...ppm)).toBeGreaterThan(-22);
    expect(Math.max(...ppm)).toBeLessThan(40);
  });
});
