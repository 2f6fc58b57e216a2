import { describe, expect, it } from 'vitest';
import { exportCsv } from '../../../../src/io/exports/csv';
import { exportJson } from '../../../../src/io/exports/json';
import { exportJsonLines } from '../../../../src/io/exports/json-lines';
import {
  calibrationText,
  settingsList,
  settingsOutput,
  shotsCell,
} from '../../../../src/io/exports/provenance';
import { resultTable } from '../../../../src/io/exports/table';
import type { ExportedJob } from '../../../../src/io/exports/types';
import type { JsonLine, JsonOutput } from '../../../../src/io/exports/output-schema';
import { exportedText } from '../../../builders/exported-text';
import { COMMIT, sampleJob, spectrum } from './sample-job';

const OLDER = { version: '1.0.0', commit: 'fedcba9' };
const stored: ExportedJob = { ...sampleJob, job: { ...sampleJob.job, computedBy: OLDER } };
const record = sampleJob.spectra[0]!.record;

function withSummary(change: Partial<NonNullable<ExportedJob['job']['summary']>>): ExportedJob {
  const summary = { ...sampleJob.job.summary!, ...change };
  return { ...sampleJob, job: { ...sampleJob.job, summary } };
}

describe('the version that made the calls', () => {
  it('is told apart from the one that writes the file', async () => {
    const { app, job } = JSON.parse(await exportedText(exportJson(stored))) as JsonOutput;
    expect(app).toEqual({ name: 'ktyper', version: '1.2.3', commit: COMMIT });
    expect(job.computedBy).toEqual(OLDER);
    const [line] = (await exportedText(exportJsonLines(stored))).split('\n');
    expect((JSON.parse(line!) as JsonLine).job.computedBy).toEqual(OLDER);
    const { columns, rows } = resultTable(stored);
    for (const row of rows) {
      expect(row[columns.indexOf('app_version')]).toBe('1.0.0');
      expect(row[columns.indexOf('app_commit')]).toBe('fedcba9');
    }
  });

  it('is the one that writes where the job names no other, with no commit where none is known', async () => {
    const unknown: ExportedJob = { ...sampleJob, app: { name: 'ktyper', version: '1.2.3' } };
    const { app, job } = JSON.parse(await exportedText(exportJson(unknown))) as JsonOutput;
    expect(app.commit).toBeNull();
    expect(job.computedBy).toEqual({ version: '1.2.3', commit: null });
    expect(await exportedText(exportCsv(unknown))).toContain(',1.2.3,,');
  });
});

describe('settingsOutput', () => {
  it('has all thresholds, with null for what the model has not', () => {
    expect(settingsOutput(sampleJob)).toEqual({
      recipe: 'spectracl-1',
      samplesFrom: 'sample sheet sample_sheet.tsv',
      thresholds: {
        species: 0.9,
        high: 0.95,
        moderate: null,
        group: 0.9,
        markers: null,
        scope: null,
      },
      qualityLimits: '1.2.0',
      guard: null,
      watchLists: [],
    });
  });

  it('says what made samples', () => {
    const none = { sampleSheet: null };
    const from = (change: object) =>
      settingsOutput(withSummary({ ...none, ...change })).samplesFrom;
    const counts = { samples: 1, incomplete: [] };
    expect(from({})).toBe('each spectrum');
    expect(from({ grouping: { kind: 'name', ...counts } })).toBe('spectra of one name');
    expect(from({ grouping: { kind: 'spots', every: 4, ...counts } })).toBe(
      'every 4 neighbouring spots',
    );
    expect(from({ grouping: { kind: 'spots', every: 4, start: 'B3', ...counts } })).toBe(
      'every 4 neighbouring spots from B3',
    );
  });

  it('is also a list of names and values, with the guard that ran and the lists of peaks', () => {
    const guard = { id: 'g', version: '2.0.0', sha256: '', manifestSha256: '', genus: 'Genus' };
    const manifest = {
      ...sampleJob.model.manifest,
      thresholds: {
        ...sampleJob.model.manifest.thresholds,
        scope: { maxSpacing: 2, from: 2000, to: 15_000 },
      },
    };
    const listed = settingsList({
      ...sampleJob,
      job: { ...sampleJob.job, guard: { kind: 'watched', guard } },
      model: { ...sampleJob.model, manifest },
      watch: [{ title: 'Plasmids', sha256: 'cd', peaks: [] }],
    });
    expect(listed).toContainEqual(['guard', 'g 2.0.0']);
    expect(listed).toContainEqual(['watched peaks', 'Plasmids cd']);
    expect(listed).toContainEqual(['threshold scope max spacing', 2]);
  });
});

describe('facts of an acquisition', () => {
  it('are the constants of its calibration, and whether more was asked for', () => {
    expect(calibrationText(null)).toBeNull();
    expect(calibrationText({ ...record!, calibration: null })).toBeNull();
    expect(calibrationText(record)).toBe('ML1 5400000, ML2 417, ML3 -0.01, delay 19634, dwell 2');
    const calibration = { ...record!.calibration!, cubic: 1e-9, offset: 0.5 };
    expect(calibrationText({ ...record!, calibration, highPrecisionCalibration: true })).toBe(
      'ML1 5400000, ML2 417, ML3 -0.01, cubic 1e-9, offset 0.5, delay 19634, dwell 2, HPC asked for, not applied',
    );
  });

  it('are the shots: a number where the spectra have the same, else each once', () => {
    const of = (...shots: (number | null)[]) =>
      shotsCell(shots.map((laserShots, i) => spectrum(i, { record: { ...record!, laserShots } })));
    expect(of()).toBeNull();
    expect(of(null)).toBeNull();
    expect(of(240, 240)).toBe(240);
    expect(of(240, 500, null)).toBe('240 | 500');
  });
});
