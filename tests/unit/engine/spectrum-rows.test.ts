import { describe, expect, it } from 'vitest';
import type { SpectrumOutcome } from '../../../src/core/job/outcome';
import { problem, type Problem } from '../../../src/core/problem';
import { DuplicateSpectra } from '../../../src/engine/duplicate-spectra';
import { RunDirectory } from '../../../src/engine/run-directory';
import { SharedParts } from '../../../src/engine/shared-parts';
import { makeSpectrumRow } from '../../../src/engine/spectrum-rows';
import { manifest } from '../state/manifest';

const CALIBRANT = problem('calibration-spot', 'This is a calibration spot.', 'Nothing to do.');
const HAS_FID = problem('export-of-fid', 'Its fid lies here too.', 'Nothing to do.');
const PATH = 'plate/export.txt';

function rowOf(skipped: Problem | null, leftOut: Problem | null) {
  const outcome: SpectrumOutcome = {
    index: 0,
    uid: 'plate.export.txt',
    name: 'export',
    spot: '',
    names: null,
    record: null,
    measures: null,
    sha256: 'f'.repeat(64),
    warnings: [],
    skipped,
    answer: null,
    vector: null,
  };
  const state = { source: 0, path: PATH, row: null, sample: null, group: null, leftOut };
  return makeSpectrumRow(outcome, state, {
    manifest,
    otherGenera: new Set(),
    directory: new RunDirectory(false),
    shared: new SharedParts(),
    duplicates: new DuplicateSpectra(),
    rowOf: () => {
      throw new Error('There is no other spectrum');
    },
  }).row;
}

describe("a spectrum's row", () => {
  it('says that the export of a calibrant is one, whether or not its fid was found before', () => {
    for (const leftOut of [null, HAS_FID]) {
      expect(rowOf(CALIBRANT, leftOut)).toMatchObject({ status: 'skipped', reason: CALIBRANT });
    }
  });

  it('says that an export is left out because of its fid if nothing else is known of it', () => {
    expect(rowOf(null, HAS_FID)).toMatchObject({ status: 'skipped', reason: HAS_FID });
  });
});
