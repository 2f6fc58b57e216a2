import { groupSpectra, namedOnly } from '../../../builders/group-spectra';
import { describe, expect, it } from 'vitest';
import { AnalyteIndex } from '../../../../src/core/bruker/analyte-index';
import { AxisCache } from '../../../../src/core/bruker/axis-cache';
import { calibrationSpot } from '../../../../src/core/bruker/calibration-spot';
import { decodeText } from '../../../../src/core/text';
import { AcquisitionFinder } from '../../../../src/core/bruker/find-acquisitions';
import { readAcquisition } from '../../../../src/core/bruker/read-acquisition';
import { parseAnalyteInfo, parseRunInfo } from '../../../../src/core/bruker/run-info';
import { ONE_DALTON_BINS } from '../../../../src/core/preprocess/bin';
import { SPECTRACL_1 } from '../../../../src/core/preprocess/recipe';
import { runRecipe } from '../../../../src/core/preprocess/run-recipe';
import { Workspace } from '../../../../src/core/preprocess/workspace';
import { parseSampleSheet } from '../../../../src/core/sample-sheet/parse-sample-sheet';
import {
  type Files,
  hasReference,
  readPlate,
  readShared,
  readSummary,
  readVector,
} from '../../reference-data';
import { inEnglish } from '../../../../src/words/in-words';

const EMPTY = ['KPN329', 'KPN330'];

function readAll(files: Files) {
  const finder = new AcquisitionFinder<Uint8Array>();
  const analytes = new AnalyteIndex();
  const axes = new AxisCache();
  const early = [...files].flatMap(([path, bytes]) => finder.add(path, bytes) ?? []);
  const found = [...early, ...finder.finish()];
  for (const one of found) {
    if (one.kind === 'run-info') {
      const run = parseRunInfo(one.entry, one.path);
      if (run.ok) analytes.addRunInfo(run.value, one.path);
    } else if (one.kind === 'analyte-info') {
      const info = parseAnalyteInfo(one.entry);
      if (info) analytes.addAnalyteInfo(info, one.path);
    }
  }
  const readings = found.flatMap((one) =>
    one.kind === 'acquisition'
      ? [{ path: one.path, ...readAcquisition({ ...one, acqu: one.acqu }, axes) }]
      : [],
  );
  return { analytes, readings };
}

describe.skipIf(!hasReference)('rows A to D of the real plate', () => {
  const files = hasReference ? readPlate() : new Map<string, Uint8Array>();
  const summary = hasReference ? readSummary() : new Map<string, never>();
  const { analytes, readings } = readAll(files);
  const workspace = new Workspace();

  it('has 48 spectra, all of which are in the reference', () => {
    expect(readings).toHaveLength(48);
    expect(new Set(readings.map(({ uid }) => uid))).toEqual(new Set(summary.keys()));
  });

  it('has the reference’s identifiers, spot and path', () => {
    for (const { uid, spot, names, path } of readings) {
      const expected = summary.get(uid)!;
      expect({ spot, path }).toEqual({ spot: expected.spot, path: expected.path });
      expect(names).toEqual({
        uid: expected.identifiers.uid,
        sampleName: expected.identifiers.sample_name,
        fullName: expected.identifiers.full_name,
        semiUniqueName: expected.identifiers.semi_unique_name,
        uniqueName: expected.identifiers.unique_name,
      });
    }
  });

  it('has two empty acquisitions without a spectrum, and 46 others without a warning', () => {
    const failed = readings.filter(({ spectrum }) => !spectrum.ok);
    expect(failed.map(({ uid }) => summary.get(uid)!.analyte).sort()).toEqual(EMPTY);
    for (const { spectrum } of failed) {
      expect(spectrum).toMatchObject({ error: { kind: 'no-spectrum' } });
    }
    expect(readings.flatMap(({ warnings }) => warnings)).toEqual([]);
  });

  it('has the reference’s points, m/z (to the last bit) and sum of intensities', () => {
    for (const { uid, spectrum } of readings) {
      if (!spectrum.ok) continue;
      const { measures } = spectrum.value;
      const { mz } = spectrum.value.spectrum;
      const expected = summary.get(uid)!;
      expect([measures.points, measures.totalIntensity]).toEqual([
        expected.points,
        expected.raw_intensity_sum,
      ]);
      expect([mz[0], mz[mz.length >> 1], mz.at(-1)]).toEqual(expected.mz_first_middle_last);
    }
  });

  it('gives by the recipe the reference’s sum, largest bins and number of bins', () => {
    let noise = 0;
    for (const { uid, spectrum } of readings) {
      if (!spectrum.ok) continue;
      const vector = runRecipe(SPECTRACL_1, spectrum.value.spectrum, ONE_DALTON_BINS, workspace);
      const expected = summary.get(uid)!.processed;
      const sum = vector.reduce((total, value) => total + value, 0);
      expect(Math.abs(sum / expected.sum - 1)).toBeLessThan(1e-12);
      const order = Array.from(vector.keys()).sort((a, b) => vector[b]! - vector[a]! || a - b);
      expect(order.slice(0, 5).map((bin) => bin + 1950)).toEqual(
        expected.top5_bins.map(([edge]) => edge),
      );
      for (const [edge, value] of expected.top5_bins) {
        expect(Math.abs(vector[edge - 1950]! / value - 1)).toBeLessThan(1e-12);
      }
      noise += Math.abs(vector.filter((value) => value > 0).length - expected.nonzero);
    }
    // In two of all bins the reference has 1e-16 of the base peak where the exact value is 0: its smoothing
    // weights come from a numerical fit and are wrong by about 1e-15, while ours are exact.
    expect(noise).toBeLessThanOrEqual(2);
  });

  it.each(['KPN293', 'KPN297', 'KPN305', 'KPN313', 'KPN321'])(
    'agrees with the whole vector of %s within 1e-12 of the base peak, bin by bin',
    (analyte) => {
      const reading = readings.find(({ uid }) => summary.get(uid)!.analyte === analyte)!;
      if (!reading.spectrum.ok) throw new Error(inEnglish(reading.spectrum.error.message));
      const { spectrum } = reading.spectrum.value;
      const vector = runRecipe(SPECTRACL_1, spectrum, ONE_DALTON_BINS, workspace);
      const expected = readVector(analyte);
      expect(vector).toHaveLength(expected.length);
      const basePeak = expected.reduce((most, value) => Math.max(most, value), 0);
      const worst = expected.reduce(
        (most, value, bin) => Math.max(most, Math.abs(vector[bin]! - value)),
        0,
      );
      expect(worst / basePeak).toBeLessThan(1e-12);
    },
  );

  it('agrees with the vector of an empty acquisition, which is all zeros', () => {
    const mz = readings.flatMap(({ spectrum }) =>
      spectrum.ok ? spectrum.value.spectrum.mz : [],
    )[0]!;
    const vector = runRecipe(
      SPECTRACL_1,
      { mz, intensity: new Float64Array(mz.length) },
      ONE_DALTON_BINS,
    );
    expect(vector).toEqual(readVector('KPN329'));
  });

  it('has one m/z axis for all spectra', () => {
    const axes = readings.flatMap(({ spectrum }) =>
      spectrum.ok ? [spectrum.value.spectrum.mz] : [],
    );
    expect(axes).toHaveLength(46);
    expect(new Set(axes).size).toBe(1);
  });

  it('has the laboratory’s names, from runInfo.json before info', () => {
    for (const { uid, path, spot } of readings) {
      const analyte = analytes.find(uid, path);
      expect(analyte).toMatchObject({ name: summary.get(uid)!.analyte, spot });
      // It is found by its path alone, as for a spectrum that could not be read.
      expect(analytes.find(null, path)).toBe(analyte);
      expect(calibrationSpot(path, analyte)).toBeNull();
    }
  });

  it('has the names of info if runInfo.json is missing, without the prefix that the laboratory added', () => {
    const lost = readAll(new Map([...files].filter(([path]) => !path.endsWith('runInfo.json'))));
    for (const { uid, path } of lost.readings) {
      expect(lost.analytes.find(uid, path)?.name).toBe(
        summary.get(uid)!.analyte.replace('KPN', ''),
      );
    }
    expect(lost.analytes.summarise([])?.title).toBe('191212-1014-1011022437');
  });

  it('lists 96 analytes, of which the 48 of rows E to H have no spectrum in the archive', () => {
    const run = analytes.summarise(readings)!;
    expect(run).toMatchObject({
      projectUid: '28a587da-0d8c-4232-bc0e-4690f8bc362c',
      title: '191212-1014-1011022437',
      listed: 96,
    });
    expect(run.missing).toHaveLength(48);
    expect(new Set(run.missing.map(({ spot }) => spot[0]))).toEqual(new Set('EFGH'));
  });

  it('is grouped by the sample sheet as the original groups it', () => {
    const sheet = parseSampleSheet(readShared('reference/sample_sheet.tsv'), 'sample_sheet.tsv');
    if (!sheet.ok) throw new Error(inEnglish(sheet.error.message));
    const { groups, report } = groupSpectra(
      sheet.value,
      readings.map(({ names }) => namedOnly(names)),
    );
    const printed = decodeText(readShared('reference/spectracl-random-forest-sample-sheet.tsv'));
    const expected = printed
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t')[0]);
    expect(groups.map(({ name }) => name).sort()).toEqual(expected.sort());
    expect(groups.filter(({ members }) => members.length === 2)).toHaveLength(8);
    expect(report).toMatchObject({
      path: 'sample_sheet.tsv',
      rows: 16,
      matched: 16,
      unmatched: [],
      ambiguous: [],
    });
  });
});
