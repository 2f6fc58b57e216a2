import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { AcquisitionRecord, SpectrumNames } from '../../../../src/core/spectrum/spectrum';
import type { RunInfo, SpectrumMeasures } from '../../../../src/core/job/types';
import type { SampleSheetReport } from '../../../../src/core/sample-sheet/sheet-report';
import type { QualityMeasures } from '../../../../src/core/quality/measures';
import { QUALITY_LIMITS } from '../../../../src/core/quality/limits';
import { exportJson } from '../../../../src/io/exports/json';
import {
  type JsonLine,
  lineSchema,
  outputSchema,
  type JsonOutput,
  type SpectrumOutput,
} from '../../../../src/io/exports/output-schema';
import { evidenceIn } from '../../../../src/io/exports/evidence-reader';
import { type ExportedJob, INTENDED_USE } from '../../../../src/io/exports/types';
import { exportedText } from '../../../builders/exported-text';
import {
  namingEvidence,
  namingManifest,
  namingProbabilities,
} from '../../../builders/naming-model';
import { problem } from '../../../../src/core/problem';
import { exportJsonLines } from '../../../../src/io/exports/json-lines';
import { COMMIT, call, sample, sampleJob, spectrum } from './sample-job';

async function output(job: ExportedJob = sampleJob): Promise<JsonOutput> {
  return v.parse(outputSchema, JSON.parse(await exportedText(exportJson(job))));
}

// Objects that are written unchanged must have exactly the fields of the schema.
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type Keys<T> = keyof NonNullable<T>;
type Keyed<K extends string, T> = T extends Readonly<Record<K, infer V>> ? V : never;
const areSame: [
  Same<Keys<SpectrumOutput['record']>, keyof AcquisitionRecord>,
  Same<Keys<SpectrumOutput['names']>, keyof SpectrumNames>,
  Same<Keys<SpectrumOutput['measures']>, keyof SpectrumMeasures>,
  Same<Keys<Keyed<'quality', SpectrumOutput['measures']>>, keyof QualityMeasures>,
  Same<Keys<JsonOutput['run']>, keyof RunInfo>,
  Same<Keys<JsonOutput['sampleSheet']>, keyof SampleSheetReport>,
] = [true, true, true, true, true, true];

describe('exportJson', () => {
  it('conforms to its schema', async () => {
    expect(areSame).not.toContain(false);
    const result = v.safeParse(outputSchema, JSON.parse(await exportedText(exportJson(sampleJob))));
    expect(result.issues).toBeUndefined();
  });

  it('conforms to its schema without rows, evidence, summary, token and markers', async () => {
    const { app, job, model, samples, spectra } = sampleJob;
    const bare = {
      app,
      job: { ...job, token: null, summary: null },
      model: { ...model, manifest: { ...model.manifest, markers: null } },
      samples,
      spectra,
    };
    expect(await output({ ...bare, samples: [], spectra: [] })).toMatchObject({
      run: null,
      problems: [],
      samples: [],
      spectra: [],
    });
    expect((await output(bare)).samples[0]!.evidence).toBeNull();
  });

  it('states the app, the model and the intended use', async () => {
    const { app, model, use, job } = await output();
    expect(app).toEqual({ name: 'ktyper', version: '1.2.3', commit: COMMIT });
    expect(model).toMatchObject({ id: 'markers', version: '1.0.0', sha256: 'ab'.repeat(32) });
    expect(use).toBe(INTENDED_USE);
    expect(job.token).toBe(sampleJob.job.token);
  });

  it('gives calls with unrounded probabilities by taxon', async () => {
    const [first, second, third] = (await output()).samples;
    expect(first!.call.probability).toBe(0.9699999690055847);
    expect(first!.probabilities).toEqual({ alpha: 0.97, beta: 0.03 });
    expect(second!.spectra).toEqual(['uid-1', 'uid-2']);
    expect(second!.quality).toEqual({
      limits: QUALITY_LIMITS.version,
      verdict: null,
      measures: [],
      peaks: 42,
      shiftPpm: -140.23,
      tiltPpmPerKda: null,
      sensitivity: null,
      spectraUsed: 1,
      spectraLeftOut: 0,
      spectraLost: 1,
    });
    expect(third!.probabilities).toEqual({});
    expect(third!.failure!.kind).toBe('fid-length');
  });

  it('refers to a spectrum by its uid, or by its path if it has none', async () => {
    const { samples, spectra } = await output();
    expect(samples[2]!.spectra).toEqual(['RUN/0_A3/1/1SLin/fid']);
    expect(spectra[5]!.duplicateOf).toBe('uid-0');
    const keys = new Set(spectra.map(({ uid, path }) => uid || path));
    for (const key of samples.flatMap((one) => one.spectra)) expect(keys).toContain(key);
  });

  it('gives the evidence by taxon and ion, unchanged from the model', async () => {
    expect((await output()).samples[0]!.evidence).toEqual({
      shiftPpm: -140.23,
      tiltPpmPerKda: 0,
      sensitivity: 1,
      namingLociCounted: null,
      lociSupported: 14,
      lociContradicted: 0,
      scores: { alpha: 51.7999992, beta: -3.25 },
      loci: { alpha: [1.5, 2, 0.100000001], beta: [-1.5, 2, null] },
      ions: [
        [3.5, 5279.8999, 12.25, -19.5],
        [-0.5, 0, 0, 0],
      ],
      compared: [
        {
          taxon: 'alpha',
          score: 51.7999992,
          loci: [
            {
              locus: 'S22',
              serves: 'both',
              evidence: 1.5,
              verdict: 'for',
              ion: {
                mass: 10_559,
                charge: 2,
                expectedMz: 5280.004,
                expectedHere: 5279.26359,
                fraction: 1,
                logRatio: 3.5,
                found: { mz: 5279.8999, height: 12.25, errorPpm: -19.5 },
              },
            },
            {
              locus: 'L31',
              serves: 'both',
              evidence: 2,
              verdict: 'for',
              ion: {
                mass: 7742.9,
                charge: 1,
                expectedMz: 7742.9,
                expectedHere: 7741.81421,
                fraction: 1,
                logRatio: -0.5,
                found: null,
              },
            },
            { locus: 'L28', serves: 'both', evidence: 0.100000001, verdict: 'open', ion: null },
          ],
        },
        {
          taxon: 'beta',
          score: -3.25,
          loci: [
            { locus: 'S22', serves: 'both', evidence: -1.5, verdict: 'against', ion: null },
            { locus: 'L31', serves: 'both', evidence: 2, verdict: 'for', ion: null },
            { locus: 'L28', serves: 'both', evidence: null, verdict: 'open', ion: null },
          ],
        },
      ],
      whatWouldDecide: null,
    });
    expect(Math.fround(51.7999992)).toBe(Math.fround(51.8));
  });

  it('gives everything that a model of format 2 knows', async () => {
    const one = sample(0, {
      call: call({
        kind: 'group',
        taxon: 'alpha-complex',
        rule: 'group-unresolved',
        runnerUp: { taxon: 'genus-beta', probability: 0.45 },
      }),
      probabilities: namingProbabilities({ 'genus-alpha': 0.55, 'genus-beta': 0.45 }),
      tiltPpmPerKda: -100,
      sensitivity: 0.6,
    });
    const evidence = namingEvidence({
      scores: { 'genus-alpha': 14, 'genus-beta': 14 },
      loci: { 'genus-alpha': [0, 4, 4, 4, 0, 0], 'genus-beta': [0, 4, 4, 4, 0, 0] },
      shiftPpm: 200,
      tiltPpmPerKda: -100,
      sensitivity: 0.6,
    });
    const job = {
      ...sampleJob,
      model: { ...sampleJob.model, manifest: namingManifest },
      samples: [one],
      evidence: evidenceIn(new Map([[0, evidence]])),
    };
    const { model, samples } = await output(job);
    expect(model.taxa[0]).toEqual({
      id: 'genus-alpha',
      name: 'Genus alpha',
      phylogroup: 'Kp1',
      alsoFits: ['Genus africana', 'Genus antiqua'],
      outgroup: false,
    });
    expect(model.markers?.serves).toEqual(['both', 'both', 'both', 'both', 'name', 'name']);
    expect(samples[0]?.quality).toMatchObject({ tiltPpmPerKda: -100, sensitivity: 0.6 });
    const told = samples[0]?.evidence;
    expect(told).toMatchObject({
      tiltPpmPerKda: -100,
      sensitivity: 0.600000024,
      namingLociCounted: false,
    });
    expect(told?.compared.map(({ taxon }) => taxon)).toEqual(['genus-alpha', 'genus-beta']);
    const [first] = told?.compared ?? [];
    expect(first?.loci.map(({ serves }) => serves)).toEqual(model.markers?.serves);
    // 5000.3 with a shift of 200 ppm, and -100 ppm for each of the -1.4997 kDa from 6,500.
    expect(first?.loci[0]?.ion?.expectedHere).toBeCloseTo(5000.3 * (1 + 349.97e-6), 5);
    expect(told?.whatWouldDecide?.loci[0]?.options[0]?.expectedHere).toBe(
      first?.loci[0]?.ion?.expectedHere,
    );
  });

  it('fills in fields that an older version did not write', async () => {
    expect(sampleJob.samples[0]).not.toHaveProperty('tiltPpmPerKda');
    const { samples, spectra } = await output();
    expect(samples[0]?.quality).toMatchObject({ tiltPpmPerKda: null, sensitivity: null });
    expect(spectra[0]?.measures?.quality?.markers).toMatchObject({
      shiftPpm: -140.23,
      tiltPpmPerKda: null,
    });
  });

  it('names the markers of the called taxon, and gives the agreement of replicates', async () => {
    const [first, second, third] = (await output()).samples;
    expect(first!.markers).toEqual({
      taxon: 'alpha',
      found: [{ locus: 'S22', mass: 10_559 }],
      missing: [{ locus: 'L31', mass: 7742.9 }],
    });
    expect(first!.consensus).toBeNull();
    expect(third!.markers).toBeNull();
    expect(second!.consensus).toEqual({
      spectra: 2,
      agreeing: 1,
      compatible: ['uid-1'],
      silent: [],
      contradicting: [],
      majority: { taxon: 'both', label: 'G. complex, species not resolved', spectra: 2 },
      contradictory: false,
      averaged: 'sound',
      leftOut: [],
    });
  });

  it('gives the quality of a sample, of a spectrum and of the run', async () => {
    const { samples, spectra, quality } = await output();
    expect(quality).toEqual({
      limits: QUALITY_LIMITS.version,
      samples: { pass: 0, warn: 1, fail: 0, unrated: 2 },
      findings: [],
      outliers: [],
    });
    const [first] = samples;
    expect(first!.quality.verdict).toBe('warn');
    expect(first!.quality.measures).toContainEqual({
      measure: 'saturatedPoints',
      value: 3,
      verdict: 'warn',
      reason:
        'Saturated points: 3 (at most 0). The highest peaks are cut off at the ceiling of the digitiser. Measure with less laser power, or apply a thinner smear.',
    });
    expect(spectra[0]!.quality).toBe('warn');
    expect(spectra[1]!.quality).toBeNull();
  });

  it('gives no probability for a refused call, whatever the model answered', async () => {
    const refused = {
      ...sampleJob.samples[0]!,
      call: { ...sampleJob.samples[2]!.call, rule: 'no-pattern' as const },
      markers: null,
    };
    const undecided = { ...refused, call: { ...refused.call, rule: 'below-threshold' as const } };
    const { samples } = await output({ ...sampleJob, samples: [refused, undecided] });
    expect(samples[0]!.call).toMatchObject({ probability: null, runnerUp: null });
    expect(samples[0]!.probabilities).toEqual({});
    expect(samples[1]!.probabilities).toEqual({ alpha: 0.97, beta: 0.03 });
  });

  it('gives the reason why a spectrum failed or was left out', async () => {
    const { spectra } = await output();
    expect(spectra[2]).toMatchObject({
      status: 'failed',
      problem: 'fid-length',
      reason: 'The fid has 7 bytes.',
      cure: 'Export it again.',
    });
    expect(spectra[4]).toMatchObject({ status: 'skipped', problem: 'calibration-spot' });
    expect(spectra[0]).toMatchObject({ status: 'ok', reason: null, cure: null, problem: null });
  });

  it('gives the reason of an acquisition without signal as the failure of its sample', async () => {
    const reason = problem('no-spectrum', 'No point is above zero.', 'Spot the isolate again.');
    const silent = call({ kind: 'none', taxon: null, rule: 'no-spectrum' });
    const { samples } = await output({
      ...sampleJob,
      samples: [sample(0, { call: silent })],
      spectra: [spectrum(0, { status: 'failed', reason })],
    });
    expect(samples[0]!.failure).toEqual(reason);
  });

  it('states that it has some of the samples, and still summarises the whole run', async () => {
    const whole = await output();
    expect(whole.selection).toBeNull();
    const part = await output({ ...sampleJob, shown: [sampleJob.samples[1]!] });
    expect(part.selection).toEqual({ written: 1, of: 3 });
    expect(part.quality).toEqual(whole.quality);
    expect(part.samples).toEqual([whole.samples[1]]);
    expect(part.spectra.map(({ uid }) => uid)).toEqual(['uid-1', 'uid-2']);
  });

  it('reads the evidence of some samples at a time', async () => {
    const asked: number[] = [];
    const samples = Array.from({ length: 1_000 }, (_, index) => sample(index));
    const evidence = (wanted: readonly number[]) => {
      asked.push(wanted.length);
      return sampleJob.evidence!(wanted);
    };
    const { samples: told } = await output({ ...sampleJob, samples, evidence });
    expect(asked).toEqual([...Array<number>(15).fill(64), 40]);
    expect(told.filter((one) => one.evidence !== null)).toHaveLength(1);
  });

  it('writes each sample and each spectrum on one line', async () => {
    const lines = (await exportedText(exportJson(sampleJob))).trimEnd().split('\n');
    expect(lines.filter((line) => line.startsWith('    {"name":')).length).toBe(3);
    expect(lines.filter((line) => line.startsWith('    {"uid":')).length).toBe(6);
  });
});

describe('exportJsonLines', () => {
  const lines = async (job: ExportedJob): Promise<JsonLine[]> =>
    (await exportedText(exportJsonLines(job)))
      .trimEnd()
      .split('\n')
      .map((line) => v.parse(lineSchema, JSON.parse(line)));

  it('has one line for each sample with its spectra, and then the spectra without a sample', async () => {
    const [all, told] = [await output(), await lines(sampleJob)];
    expect(told.map(({ sample }) => sample)).toEqual([...all.samples, null, null]);
    expect(told[1]!.spectra).toEqual(all.spectra.slice(1, 3));
    expect(told.slice(3).map(({ spectra }) => spectra[0]!.name)).toEqual(['BTS', 'KPN5']);
    expect(told[0]).toMatchObject({
      run: 'Plate 7',
      job: { name: 'Plate 7', token: sampleJob.job.token },
      model: { id: 'markers', version: '1.0.0' },
      use: INTENDED_USE,
    });
  });

  it('has the shown samples, in their order', async () => {
    const [first, second] = sampleJob.samples;
    const told = await lines({ ...sampleJob, shown: [second!, first!] });
    expect(told.map(({ sample }) => sample?.spot)).toEqual(['A1, A2', 'A0']);
  });
});

describe('docs/output.md', () => {
  const text = readFileSync(new URL('../../../../docs/output.md', import.meta.url), 'utf8');

  it('explains every field of the JSON', () => {
    // A field is named `name`, or `model.name` as a part of another one.
    const isExplained = (name: string) => new RegExp(`\`(?:\\w+\\.)?${name}\``).test(text);
    const missing = [outputSchema, lineSchema]
      .flatMap(fieldNames)
      .filter((name) => !isExplained(name));
    expect(missing).toEqual([]);
  });
});

/** Returns the names of all fields that a schema describes, at any depth. */
function fieldNames(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { entries, item, wrapped, value } = schema as Record<string, unknown>;
  const own = Object.entries((entries as object | undefined) ?? {});
  return [
    ...own.flatMap(([name, child]) => [name, ...fieldNames(child)]),
    ...[item, wrapped, value].flatMap(fieldNames),
  ];
}
