import type { JobRecord } from '../../../src/storage/records';
import type { MarkerEvidence, SampleRow, SpectrumRow } from '../../../src/core/job/types';

export const tokens = [
  '0b9c2a54-1f0e-4d39-9a3b-1d2f6c1e0a01',
  '0b9c2a54-1f0e-4d39-9a3b-1d2f6c1e0a02',
  '0b9c2a54-1f0e-4d39-9a3b-1d2f6c1e0a03',
] as const;

export function jobRecord(changes: Partial<JobRecord> = {}): JobRecord {
  return {
    token: tokens[0],
    name: 'Plate 7',
    nameTyped: false,
    origin: 'input',
    createdAt: 1_000,
    finishedAt: null,
    status: 'running',
    model: null,
    appVersion: '1.0.0',
    inputs: [{ path: 'plate-7.zip', size: 2_713_240, files: 1 }],
    sampleSheet: null,
    counts: { found: 0, done: 0, samples: 0, calls: {} },
    summary: null,
    problem: null,
    deletedAt: null,
    ...changes,
  };
}

export function spectrumRow(index: number, changes: Partial<SpectrumRow> = {}): SpectrumRow {
  return {
    index,
    uid: `uid-${index}`,
    path: `RUN/S${index}/0_A1/1/1SLin/fid`,
    name: `S${index}`,
    spot: 'A1',
    names: null,
    status: 'ok',
    reason: null,
    warnings: [],
    record: null,
    measures: null,
    call: null,
    sha256: null,
    duplicateOf: null,
    ...changes,
  };
}

export function sampleRow(index: number, changes: Partial<SampleRow> = {}): SampleRow {
  return {
    index,
    name: `S${index}`,
    spot: 'A1',
    spectra: [index],
    failure: null,
    call: {
      kind: 'species',
      taxon: 'taxon-a',
      label: 'Genus alpha',
      confidence: 'high',
      probability: 0.99,
      runnerUp: { taxon: 'taxon-b', probability: 0.01 },
      rule: 'species',
      reason: 'Nine loci speak for it.',
    },
    probabilities: [0.99, 0.01],
    shiftPpm: 120,
    peaks: 60,
    markers: null,
    consensus: null,
    warnings: [],
    originalName: `S${index}`,
    ...changes,
  };
}

export function markerEvidence(changes: Partial<MarkerEvidence> = {}): MarkerEvidence {
  return {
    scores: Float32Array.of(30, -4),
    loci: Float32Array.of(2, 1, -1, -2),
    ions: Float32Array.of(3, 5280.5, 20, 12),
    shiftPpm: 120,
    tiltPpmPerKda: 0,
    sensitivity: 1,
    lociSupported: 9,
    lociContradicted: 0,
    ...changes,
  };
}
