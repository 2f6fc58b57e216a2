import { describe, expect, it } from 'vitest';
import { AxisCache } from '../../../../src/core/bruker/axis-cache';
import { AcquisitionFinder } from '../../../../src/core/bruker/find-acquisitions';
import { readAcquisition } from '../../../../src/core/bruker/read-acquisition';
import { hasReference, readOtherBacteria, readShared } from '../../reference-data';
import { inEnglish } from '../../../../src/words/in-words';

describe.skipIf(!hasReference)('real acquisitions of other instruments', () => {
  it('48 spectra of two other species are read, each with a name and without a warning', () => {
    const finder = new AcquisitionFinder<Uint8Array>();
    const axes = new AxisCache();
    const early = [...readOtherBacteria()].flatMap(
      ([path, bytes]) => finder.add(path, bytes) ?? [],
    );
    expect(finder.finish()).toEqual([]);
    const readings = early.flatMap((one) =>
      one.kind === 'acquisition' ? [readAcquisition(one, axes)] : [],
    );
    expect(readings).toHaveLength(48);
    expect(new Set(readings.map(({ names }) => names.uniqueName)).size).toBe(48);
    for (const { spectrum, warnings, record, names, spot } of readings) {
      if (!spectrum.ok) throw new Error(inEnglish(spectrum.error.message));
      expect(warnings).toEqual([]);
      const { points, mzFirst, mzLast } = spectrum.value.measures;
      expect([points, mzFirst.toFixed(1), mzLast.toFixed(1)]).toEqual([20882, '1962.2', '20146.5']);
      expect(record).toMatchObject({
        instrument: '269944.00766',
        software: 'flexControl 3.4.85.1',
        laserShots: 240,
      });
      expect(names.semiUniqueName).toMatch(new RegExp(`^species[12]\\.${spot}\\.0_${spot}$`));
    }
  });

  it('a reflector spectrum with high-precision calibration is refused by name and recorded', () => {
    const folder = 'other-formats/hpc/fid/0_A20/1/1SRef';
    const reading = readAcquisition(
      {
        path: `hpc/${folder}/fid`,
        acqu: readShared(`${folder}/acqu`),
        fid: readShared(`${folder}/fid`),
      },
      new AxisCache(),
    );
    expect(reading.spectrum).toMatchObject({ ok: false, error: { kind: 'reflector-spectrum' } });
    expect(reading).toMatchObject({
      uid: '11FA3197-2BD7-45CC-BADE-10A04D9878B1',
      spot: 'A20',
      record: { highPrecisionCalibration: true, comments: ['Angio II in CCA'], laserShots: 800 },
    });
    // The folder may be renamed, since acqu also states the mode.
    const renamed = readAcquisition(
      {
        path: 'S/0_A20/1/1SLin/fid',
        acqu: readShared(`${folder}/acqu`),
        fid: readShared(`${folder}/fid`),
      },
      new AxisCache(),
    );
    expect(renamed.spectrum).toMatchObject({ ok: false, error: { kind: 'reflector-spectrum' } });
  });
});
