import type {
  SampleRow,
  SpeciesCall,
  SpectrumCall,
  SpectrumRow,
} from '../../../../src/core/job/types';
import type { ModelManifest } from '../../../../src/core/model-pack/types';
import { problem } from '../../../../src/core/problem';
import { evidenceIn } from '../../../../src/io/exports/evidence-reader';
import type { ExportedJob } from '../../../../src/io/exports/types';

const SHA = 'ab'.repeat(32);
export const COMMIT = '0123456789'.repeat(4);

const manifest: ModelManifest = {
  format: 'ktyper-model-pack/1',
  id: 'markers',
  version: '1.0.0',
  title: 'Markers',
  kind: 'markers',
  summary: '',
  limits: [],
  citation: [],
  recipe: 'spectracl-1',
  bins: { first: 1950, width: 1, count: 19_049 },
  features: null,
  taxa: [
    {
      id: 'alpha',
      name: 'Genus alpha',
      shortName: 'G. alpha',
      outgroup: false,
      color: 0,
      note: '',
    },
    { id: 'beta', name: 'Genus beta', shortName: 'G. beta', outgroup: false, color: 1, note: '' },
  ],
  groups: [
    {
      id: 'both',
      name: 'Genus complex',
      shortName: 'G. complex',
      members: ['alpha', 'beta'],
      unresolvedLabel: 'G. complex, species not resolved',
    },
  ],
  thresholds: { species: 0.9, high: 0.95, group: 0.9, markers: null, scope: null },
  noPatternLabel: 'No pattern',
  markers: {
    loci: ['S22', 'L31', 'L28'],
    ions: [
      { locus: 'S22', mass: 10_559, charge: 2, expectedMz: 5280.004 },
      { locus: 'L31', mass: 7742.9, charge: 1, expectedMz: 7742.9 },
    ],
    alleles: [
      [[{ mass: 10_559, fraction: 1 }], [{ mass: 7742.9, fraction: 1 }], []],
      [[], [{ mass: 7771, fraction: 1 }], []],
    ],
  },
  graph: {
    file: 'model.onnx',
    bytes: 1,
    sha256: SHA,
    input: 'x',
    outputs: { probabilities: 'probabilities' },
  },
  selfTest: { seed: 1, probabilities: [], tolerance: 0 },
};

export function call(change: Partial<SpeciesCall> = {}): SpeciesCall {
  return {
    kind: 'species',
    taxon: 'alpha',
    label: 'Genus alpha',
    confidence: 'high',
    probability: 0.9699999690055847,
    runnerUp: { taxon: 'beta', probability: 0.03 },
    rule: 'species',
    reason: 'S22 was found.',
    ...change,
  };
}

const NO_CALL: Partial<SpeciesCall> = {
  kind: 'none',
  taxon: null,
  label: 'No spectrum',
  confidence: 'none',
  probability: null,
  runnerUp: null,
  rule: 'no-spectrum',
};

const OWN_CALL: SpectrumCall = {
  kind: 'species',
  taxon: 'alpha',
  label: 'Genus alpha',
  confidence: 'high',
  probability: 0.97,
  rule: 'species',
};

export function spectrum(index: number, change: Partial<SpectrumRow> = {}): SpectrumRow {
  return {
    index,
    uid: `uid-${index}`,
    path: `RUN/0_A${index}/1/1SLin/fid`,
    name: `KPN${index}`,
    spot: `A${index}`,
    names: null,
    status: 'ok',
    reason: null,
    warnings: [],
    record: null,
    measures: null,
    call: null,
    sha256: SHA,
    duplicateOf: null,
    ...change,
  };
}

export function sample(index: number, change: Partial<SampleRow> = {}): SampleRow {
  return {
    index,
    name: `KPN${index}`,
    spot: `A${index}`,
    spectra: [index],
    failure: null,
    call: call(),
    probabilities: [0.97, 0.03],
    shiftPpm: -140.23,
    peaks: 42,
    markers: null,
    consensus: null,
    warnings: [],
    originalName: `RUN.A${index}.0_A${index}.uid-${index}`,
    ...change,
  };
}

const unreadable = problem('fid-length', 'The fid has 7 bytes.', 'Export it again.', 'RUN/fid');
const calibrant = problem('calibration-spot', 'A1 is a calibration spot.', 'Nothing to do.');

/** A job with one of each kind: a species, replicates as a group, a failure, a calibration spot. */
export const sampleJob: ExportedJob = {
  app: { name: 'ktyper', version: '1.2.3', commit: COMMIT },
  job: {
    name: 'Plate 7',
    token: '0b9f4f0e-7f6f-4c43-9b58-2f5d0c6f8a11',
    createdAt: '2026-11-23T09:30:00.000Z',
    summary: {
      spectra: 6,
      ok: 4,
      failed: 1,
      skipped: 1,
      samples: 3,
      elapsed: 100,
      run: {
        projectUid: 'RUN',
        title: 'Plate 7',
        listed: 7,
        missing: [{ name: 'KPN9', spot: 'A9' }],
      },
      sampleSheet: {
        path: 'sample_sheet.tsv',
        rows: 3,
        matched: 2,
        unmatched: ['nobody'],
        ambiguous: [{ spectrumId: 'RUN', spectra: 4 }],
      },
      problems: [problem('zip-truncated', 'run.zip ends early.', 'Copy it again.', 'run.zip')],
    },
  },
  model: {
    manifest,
    ref: { id: 'markers', version: '1.0.0', sha256: SHA, manifestSha256: SHA },
  },
  samples: [
    sample(0, { markers: { taxon: 'alpha', found: [0], missing: [1] } }),
    sample(1, {
      name: '=isolate "1"',
      spot: 'A1, A2',
      spectra: [1, 2],
      call: call({
        kind: 'group',
        taxon: 'both',
        label: 'G. complex, species not resolved',
        confidence: 'moderate',
        probability: 0.99,
        rule: 'group-unresolved',
      }),
      consensus: {
        spectra: 2,
        agreeing: 1,
        others: { compatible: [1] },
        majority: { taxon: 'both', label: 'G. complex, species not resolved', spectra: 2 },
        contradictory: false,
        averaged: 'sound',
      },
      warnings: [problem('replicates-lost', 'One was lost.', 'Measure again.')],
      originalName: 'isolate-1',
    }),
    sample(3, {
      failure: unreadable,
      call: call({ ...NO_CALL, reason: unreadable.message }),
      probabilities: [],
      shiftPpm: null,
      peaks: null,
    }),
  ],
  spectra: [
    spectrum(0, {
      names: {
        uid: 'uid-0',
        sampleName: 'RUN',
        fullName: 'RUN.A0',
        semiUniqueName: 'RUN.A0.0_A0',
        uniqueName: 'RUN.A0.0_A0.uid-0',
      },
      record: {
        acquiredAt: '2019-03-01T10:00:00',
        instrument: 'microflex',
        software: 'flexControl 3.4',
        laserShots: 240,
        spectrumType: 'tof',
        target: null,
        comments: ['a'],
        calibration: { ml1: 5.4e6, ml2: 417, ml3: -0.01, delay: 19_634, dwell: 2, points: 21_424 },
        highPrecisionCalibration: false,
      },
      measures: {
        points: 21_424,
        mzFirst: 1960.1,
        mzLast: 20_132.4,
        totalIntensity: 1e7,
        maxIntensity: 9000,
        peaks: 42,
        quality: {
          peaks: 42,
          peaksAbove10kDa: 4,
          largestPeakMz: 11_874.25,
          medianSignalToNoise: 7.5,
          noiseShare: 0.75,
          saturatedPoints: 3,
          markers: {
            found: 16,
            expected: 20,
            medianSignalToNoise: 5.5,
            resolution: 830,
            shiftPpm: -140.23,
            residualPpm: 40,
          },
        },
      },
      call: OWN_CALL,
    }),
    spectrum(1, { call: OWN_CALL }),
    spectrum(2, { status: 'failed', reason: unreadable, sha256: null }),
    spectrum(3, { uid: '', status: 'failed', reason: unreadable, sha256: null }),
    spectrum(4, { name: 'BTS', status: 'skipped', reason: calibrant }),
    spectrum(5, { duplicateOf: 0, warnings: [problem('clipped', 'Clipped.', 'Look at it.')] }),
  ],
  evidence: evidenceIn(
    new Map([
      [
        0,
        {
          scores: Float32Array.of(51.8, -3.25),
          loci: Float32Array.of(1.5, 2, 0.1, -1.5, 2, Number.NaN),
          ions: Float32Array.of(3.5, 5279.9, 12.25, -19.5, -0.5, 0, 0, 0),
          shiftPpm: -140.23,
          tiltPpmPerKda: 0,
          sensitivity: 1,
          lociSupported: 14,
          lociContradicted: 0,
        },
      ],
    ]),
  ),
};
