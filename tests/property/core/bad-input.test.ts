import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AnalyteIndex } from '../../../src/core/bruker/analyte-index';
import { AxisCache } from '../../../src/core/bruker/axis-cache';
import { AcquisitionFinder } from '../../../src/core/bruker/find-acquisitions';
import { readAcquisition } from '../../../src/core/bruker/read-acquisition';
import { parseAnalyteInfo, parseRunInfo } from '../../../src/core/bruker/run-info';
import { ONE_DALTON_BINS } from '../../../src/core/preprocess/bin';
import { SPECTRACL_1 } from '../../../src/core/preprocess/recipe';
import { runRecipe } from '../../../src/core/preprocess/run-recipe';
import { Workspace } from '../../../src/core/preprocess/workspace';
import { foldName } from '../../../src/core/sample-sheet/fold-name';
import { parseSampleSheet } from '../../../src/core/sample-sheet/parse-sample-sheet';
import { groupSpectra, namedOnly } from '../../builders/group-spectra';
import { rowKey } from '../../../src/core/sample-sheet/read-sheet-rows';
import { buildAcqu, buildFid, bytesOf, someCounts } from '../../builders/bruker-acquisition';
import { problemInEnglish } from '../../../src/words/in-words';
import type { Problem } from '../../../src/core/problem';

const ACQU = buildAcqu();
const FID = buildFid(someCounts());
const PATH = 'P/A/0_A1/1/1SLin/fid';

/** Damages a file: changes some bytes, and cuts it off at some point. */
const damaged = (file: Uint8Array) =>
  fc
    .tuple(
      fc.array(fc.tuple(fc.nat(file.length - 1), fc.nat(255)), { maxLength: 20 }),
      fc.oneof(fc.constant(file.length), fc.nat(file.length)),
    )
    .map(([changes, length]) => {
      const copy = file.slice();
      for (const [at, byte] of changes) copy[at] = byte;
      return copy.subarray(0, length);
    });

/** Checks that a Problem has a whole sentence and says what to do. */
function expectProblem(fault: Problem) {
  const { message, cure } = problemInEnglish(fault);
  expect(fault.kind).toMatch(/^[a-z]+(-[a-z]+)+$/);
  expect(message).toMatch(/^[A-Z0-9].*\.$/s);
  expect(cure).toMatch(/^[A-Z].*\.$/s);
}

describe('damaged acquisitions', () => {
  it('give a usable spectrum or a Problem, and never throw an error', () => {
    const axes = new AxisCache();
    const workspace = new Workspace();
    const acqu = fc.oneof(
      fc.constant(null),
      fc.constant(ACQU),
      damaged(ACQU),
      fc.uint8Array({ maxLength: 300 }),
    );
    const fid = fc.oneof(fc.constant(FID), damaged(FID), fc.uint8Array({ maxLength: 300 }));
    fc.assert(
      fc.property(acqu, fid, (acquBytes, fidBytes) => {
        const reading = readAcquisition({ path: PATH, acqu: acquBytes, fid: fidBytes }, axes);
        expect(reading.uid).not.toBe('');
        reading.warnings.forEach((warning) => expect(warning.path).toBe(PATH));
        if (!reading.spectrum.ok) {
          expectProblem(reading.spectrum.error);
          expect(reading.spectrum.error.path).toBe(PATH);
          return;
        }
        const { spectrum } = reading.spectrum.value;
        const vector = runRecipe(SPECTRACL_1, spectrum, ONE_DALTON_BINS, workspace);
        expect(vector.every((value) => value >= 0 && value < Infinity)).toBe(true);
      }),
    );
  });

  it('take no more memory than the fid has points, whatever number a field has', () => {
    const field = fc.constantFrom('TD', 'DELAY', 'DW', 'ML1', 'ML2', 'ML3', 'BYTORDA');
    const value = fc.oneof(
      fc.double().map(String),
      fc.integer().map(String),
      fc.maxSafeInteger().map(String),
      fc.string(),
    );
    fc.assert(
      fc.property(field, value, (name, text) => {
        const acqu = buildAcqu({ [name]: text });
        const reading = readAcquisition({ path: PATH, acqu, fid: FID }, new AxisCache());
        if (reading.spectrum.ok) {
          expect(reading.spectrum.value.spectrum.mz.length).toBeLessThanOrEqual(FID.length / 4);
        } else {
          expectProblem(reading.spectrum.error);
        }
      }),
    );
  });
});

describe('files in any order', () => {
  it('are paired in the same way, and each fid is read once', () => {
    const folders = ['S/0_A1/1/1SLin', 'S/0_A2/1/1SLin', 'S/0_L20_1SLin', 'T/0_A1/1/1SLin'];
    const files = folders.flatMap((folder, i) =>
      ['fid', 'acqus', 'pdata/1/1r', ...(i === 1 ? [] : ['acqu'])].map(
        (name) => `${folder}/${name}`,
      ),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray(files, { minLength: files.length }), (order) => {
        const finder = new AcquisitionFinder<string>();
        const early = order.flatMap((path) => finder.add(path, path) ?? []);
        const found = [...early, ...finder.finish()].flatMap((one) =>
          one.kind === 'acquisition' ? [[one.path, one.acqu]] : [],
        );
        expect(found.sort()).toEqual(
          folders
            .map((folder, i) => [`${folder}/fid`, `${folder}/${i === 1 ? 'acqus' : 'acqu'}`])
            .sort(),
        );
      }),
    );
  });
});

describe('run information of any JSON', () => {
  it('gives analytes whose fields are text, or a Problem', () => {
    const hostile = fc.oneof(
      fc.json(),
      fc.json().map((json) => `{"Analytes":[${json},{"AnalyteId":${json}}]}`),
      fc.string(),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        const run = parseRunInfo(bytesOf(text), 'P/runInfo.json');
        const info = parseAnalyteInfo(bytesOf(text));
        if (!run.ok) expectProblem(run.error);
        const index = new AnalyteIndex();
        if (run.ok) index.addRunInfo(run.value, 'P/runInfo.json');
        if (info) index.addAnalyteInfo(info, 'P/A/info');
        const analyte = index.find('x', PATH);
        for (const field of Object.values(analyte ?? {})) expect(typeof field).toBe('string');
        const summary = index.summarise([]);
        if (run.ok) expect(summary!.missing).toHaveLength(summary!.listed);
        else expect(summary === null).toBe(info === null);
      }),
    );
  });
});

describe('sample sheets', () => {
  it('are read back as they were written with quotation marks, whatever they contain', () => {
    // A reader folds names and removes the apostrophe that defuses a formula. Neither changes these names.
    const name = fc
      .string({ minLength: 1 })
      .filter((text) => foldName(text) === text && !/^'[=+\-@]/.test(text));
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(name, name), { selector: ([id]) => rowKey(id) }),
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n'),
        (pairs, delimiter, end) => {
          const lines = [['spectrum_id', 'sample_id'], ...pairs].map((pair) =>
            pair.map(quoted).join(delimiter),
          );
          const sheet = parseSampleSheet(bytesOf(lines.join(end)), 'sample_sheet.csv');
          expect(sheet.ok && sheet.value.rows).toEqual(
            pairs.map(([spectrumId, sampleId]) => ({ spectrumId, sampleId })),
          );
        },
      ),
    );
  });

  it('of any bytes put each spectrum into one group, or give a Problem', () => {
    const text = fc.oneof(
      fc.string(),
      fc.array(fc.string()).map((lines) => ['spectrum_id,sample_id', ...lines].join('\n')),
      fc
        .array(fc.constantFrom('u1,x', 'P,x', 'P.A1,y', '"', ',', 'u1', 'u2,"x"'))
        .map((lines) => ['spectrum_id,sample_id', ...lines].join('\n')),
    );
    const spectra = ['u1', 'u2', 'u3'].map((uid) => ({
      uid,
      sampleName: 'P',
      fullName: 'P.A1',
      semiUniqueName: 'P.A1.0_A1',
      uniqueName: `P.A1.0_A1.${uid}`,
    }));
    fc.assert(
      fc.property(text, (content) => {
        const sheet = parseSampleSheet(bytesOf(content), 'sample_sheet.csv');
        if (!sheet.ok) {
          expectProblem(sheet.error);
          return;
        }
        const { groups, report } = groupSpectra(sheet.value, spectra.map(namedOnly));
        expect(groups.flatMap(({ members }) => members).sort()).toEqual([0, 1, 2]);
        expect(report.matched + report.unmatched.length).toBe(report.rows);
      }),
    );
  });
});
