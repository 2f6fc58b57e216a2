import type { ModelAnswer, SpectrumOutcome } from '../../src/core/job/outcome';
import type { SampleRow } from '../../src/core/job/types';
import type { ModelManifest } from '../../src/core/model-pack/types';
import { runToEnd } from '../../src/core/interruptible';
import { problem, type Problem } from '../../src/core/problem';
import { err, ok, type Result } from '../../src/core/result';
import { JobRows } from '../../src/engine/job-rows';
import { manifest as markers } from '../unit/state/manifest';

/** What the models below say of a replicate by itself. */
export type ReplicateKind =
  'alpha' | 'beta' | 'gamma' | 'unsure' | 'poor' | 'foreign' | 'empty' | 'no bytes' | 'broken';

export interface Replicate {
  readonly kind: ReplicateKind;
  /** A number from 0 to 1 that makes its vector differ from others of its kind. */
  readonly mark?: number;
}

const BINS = 6;

/** A marker model of three taxa that reads its answer directly from six bins. */
export const markerManifest: ModelManifest = {
  ...markers,
  bins: { first: 1950, width: 1, count: BINS },
  thresholds: {
    ...markers.thresholds,
    markers: { ...markers.thresholds.markers, minLociSupported: 1, strongScore: 15 },
  },
};

/** A laboratory's own classifier of the same taxa. */
export const classifierManifest: ModelManifest = {
  ...markerManifest,
  kind: 'classifier',
  markers: null,
  thresholds: { species: 0, high: 0.9, moderate: 0.5, group: 1, markers: null, scope: null },
};

/** Makes a vector of six bins: the three taxa, the other genus, noise, and one bin that no model looks at. */
export function vectorOf({ kind, mark = 0 }: Replicate): Float64Array<ArrayBuffer> {
  const own: Partial<Record<ReplicateKind, readonly number[]>> = {
    alpha: [1],
    beta: [0, 1],
    gamma: [0, 0, 1],
    unsure: [0.5, 0.5],
    foreign: [0, 0, 0, 1],
    poor: [0.05, 0.01, 0, 0, 1],
  };
  const vector = new Float64Array(BINS);
  const values = own[kind];
  if (values === undefined) return vector;
  vector.set(values);
  vector[5] = mark;
  return vector;
}

/**
 * Returns a model's answer: each taxon's probability is its bin's share. There are peaks unless the vector is
 * thinned out.
 */
export function answerTo(vector: Float64Array, manifest: ModelManifest): ModelAnswer {
  const taxa = vector.slice(0, 3);
  const sum = taxa[0]! + taxa[1]! + taxa[2]!;
  const probabilities = Float32Array.from(taxa, (part) => (sum === 0 ? 1 / 3 : part / sum));
  if (manifest.markers === null) return { probabilities, evidence: null, peaks: null };
  const best = taxa.indexOf(Math.max(...taxa));
  const isKlebsiella = sum > vector[3]!;
  const loci = manifest.markers.loci.length;
  const evidence = {
    scores: Float32Array.from(taxa, (_, t) => (t === best && isKlebsiella ? 40 : 0)),
    loci: Float32Array.from({ length: 3 * loci }, () => (isKlebsiella ? 3 : 0)),
    ions: new Float32Array(4 * manifest.markers.ions.length),
    shiftPpm: 0,
    tiltPpmPerKda: 0,
    sensitivity: 1,
    lociSupported: loci,
    lociContradicted: 0,
  };
  return { probabilities, evidence, peaks: sum + vector[3]! > 0.6 ? 20 : 2 };
}

const FAULTS: Partial<Record<ReplicateKind, Problem>> = {
  empty: problem('no-spectrum', 'No spectrum: None of the points is above zero.', 'Again.'),
  'no bytes': problem('no-spectrum', 'No spectrum: The intensity file fid is empty.', 'Again.'),
  broken: problem('fid-length', 'It was cut off.', 'Copy it again.'),
};

const NO_BYTES = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** @param isKept whether its vector is available, which it is not after a crash */
function outcomeOf(
  replicate: Replicate,
  index: number,
  manifest: ModelManifest,
  isKept = true,
): SpectrumOutcome {
  const uid = `uid-${index}`;
  const { kind } = replicate;
  const fault = FAULTS[kind];
  const vector = vectorOf(replicate);
  const answer: Result<ModelAnswer, Problem> =
    fault === undefined ? ok(answerTo(vector, manifest)) : err(fault);
  const names = {
    uid,
    sampleName: 'run',
    fullName: 'run.A1',
    semiUniqueName: 'x',
    uniqueName: uid,
  };
  return {
    index,
    uid,
    spot: 'A1',
    names,
    record: null,
    measures: null,
    sha256: kind === 'no bytes' ? NO_BYTES : index.toString(16).padStart(64, '0'),
    warnings: [],
    skipped: null,
    answer,
    vector: isKept && (fault === undefined || kind === 'empty') ? vector : null,
  };
}

export interface BookSetup {
  readonly manifest?: ModelManifest;
  /** Order in which the spectra are found and settled, as indices; the given order by default. */
  readonly order?: readonly number[];
  /** Spectra whose vectors are not available in the first pass. */
  readonly lost?: (place: number) => boolean;
  /** Number of spectra that are settled before the sheet is read; none by default. */
  readonly sheetAfter?: number;
  readonly maxMeans?: number;
}

export interface BookAnswer {
  /** Null if all spectra were taken out of the sample. */
  readonly sample: SampleRow | null;
  /** The vector that was classified last. */
  readonly mean: Float64Array | null;
  /** Indices of the spectra that were left out of the mean, in ascending order. */
  readonly leftOut: readonly number[];
  readonly passes: number;
}

/**
 * Enters replicates of one sample into a job's rows, with as many passes as they require, and returns the
 * result.
 */
export function bookSample(replicates: readonly Replicate[], setup: BookSetup = {}): BookAnswer {
  const { manifest = markerManifest, lost = () => false, sheetAfter = 0 } = setup;
  const order = setup.order ?? [...replicates.keys()];
  const book = new JobRows(manifest, false, null, setup.maxMeans);
  const rows = order.map((_, index) => ({ spectrumId: `uid-${index}`, sampleId: 'one' }));
  const sheet = { path: 'sheet.tsv', rows, warnings: [] };
  let mean: Float64Array | null = null;
  const answerMeans = () => {
    for (const { mean: asked, ...group } of book.groups.take()) {
      mean = asked;
      book.groups.settle(group, ok(answerTo(asked, manifest)));
    }
  };
  order.forEach((place, index) => {
    book.addAcquisition(0, `run/K/0_A1/${place + 1}/1SLin/fid`);
    if (index === sheetAfter) runToEnd(book.addSheet(sheet));
    const isKept = index >= sheetAfter && !lost(place);
    book.settle(outcomeOf(replicates[place]!, index, manifest, isKept));
    answerMeans();
  });
  if (sheetAfter >= order.length) runToEnd(book.addSheet(sheet));
  answerMeans();
  let passes = 0;
  for (let wanted = book.groups.beginPass(); wanted.size > 0; wanted = book.groups.beginPass()) {
    passes += 1;
    for (const index of wanted.values()) {
      book.groups.addVector(index, outcomeOf(replicates[order[index]!]!, index, manifest).vector);
    }
    answerMeans();
    book.groups.endPass();
  }
  const sample = book.takeChanges().samples.find(({ name }) => name === 'one') ?? null;
  const leftOut = (sample?.consensus?.leftOut ?? []).map((index) => order[index]!);
  return { sample, mean, leftOut: leftOut.toSorted((a, b) => a - b), passes };
}
