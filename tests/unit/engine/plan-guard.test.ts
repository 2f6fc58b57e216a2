import { beforeAll, describe, expect, it } from 'vitest';
import { readModelPack } from '../../../scripts/headless/model-pack';
import type { ModelManifest } from '../../../src/core/model-pack/types';
import { TEN_DALTON_BINS } from '../../../src/core/preprocess/bin';
import { problem } from '../../../src/core/problem';
import { err, ok } from '../../../src/core/result';
import type { ModelPack } from '../../../src/io/open-model-pack';
import { asGuard, isSameGuard, pickGuard, planGuard } from '../../../src/engine/plan-guard';
import { readOutcomes, writeOutcomes } from '../../../workers/spectrum/outcome-codec';
import { MessageBufferPool } from '../../../workers/transport/message-buffer-pool';
import { SpectrumSession } from '../../../workers/spectrum/session';
import { builtUid } from '../../builders/bruker-run';
import { run, zipOf } from '../../builders/headless-job';
import { buildMixedRun, type Isolate } from '../../builders/mixed-run';
import { tinyPack } from '../../builders/tiny-pack';
import { inEnglish } from '../../../src/words/in-words';
import { spoken } from '../../builders/spoken';

const LOST = problem('model-fetch', 'A file could not be loaded.', 'Connect once.');

/** A classifier that names every spectrum with confidence. */
function laboratoryPack(
  names: readonly [string, string] = ['1', '2'],
  changes: Partial<ModelManifest> = {},
): Promise<ModelPack> {
  return tinyPack({
    manifest: {
      taxa: names.map((name, color) => ({
        id: `class-${color}`,
        name,
        shortName: name,
        outgroup: false,
        color,
        note: '',
      })),
      thresholds: { species: 0, high: 0.1, group: 1, markers: null, scope: null },
      ...changes,
    },
  });
}

let guard: ModelPack;
beforeAll(async () => {
  const read = await readModelPack(null);
  if (!read.ok) throw new Error(inEnglish(read.error.message));
  guard = read.value;
});

const MIXED: readonly Isolate[] = ['klebsiella', 'foreign', 'klebsiella', 'foreign', 'foreign'];

async function runGuarded(pack: ModelPack, sheet?: string) {
  const plan = planGuard(pack.manifest, true, ok(guard));
  const files = buildMixedRun(MIXED, sheet === undefined ? {} : { sampleSheet: sheet });
  return run([zipOf(files)], { pack, guard: plan });
}

describe('planGuard', () => {
  it('guards a classifier, whatever its classes are called', async () => {
    for (const names of [
      ['1', '2'],
      ['Klebsiella oxytoca', 'Escherichia coli'],
      ['Kp1', 'x'],
    ]) {
      const pack = await laboratoryPack(names as [string, string]);
      const plan = planGuard(pack.manifest, null, ok(guard));
      expect(plan?.guard).toBe(guard);
      expect(plan?.told).toEqual({
        kind: 'watched',
        guard: { ...guard.ref, genus: 'Klebsiella' },
      });
    }
  });

  it('does not guard a classifier whose classes all name other genera, unless this is requested', async () => {
    const { manifest } = await laboratoryPack(['Enterobacter cloacae', 'Serratia marcescens']);
    expect(planGuard(manifest, null, ok(guard))).toEqual({
      guard: null,
      told: {
        kind: 'not-watched',
        reason:
          'Its classes are of Enterobacter, Serratia, and the marker model looks for Klebsiella and ' +
          'Raoultella.',
      },
    });
    expect(planGuard(manifest, true, ok(guard))?.guard).toBe(guard);
  });

  it('does not guard if this was switched off, and never guards a model that can refuse', async () => {
    const { manifest } = await laboratoryPack();
    expect(planGuard(manifest, false, err(LOST))?.told.kind).toBe('not-watched');
    expect(planGuard(guard.manifest, true, ok(guard))).toBeNull();
  });

  it('reports a marker model that cannot be loaded, with a cure', async () => {
    const { manifest } = await laboratoryPack();
    const plan = planGuard(manifest, null, err(LOST));
    expect(plan?.guard).toBeNull();
    expect(plan?.told).toMatchObject({
      kind: 'failed',
      problem: { kind: 'guard-lost', cure: 'Connect once. Then run this again.' },
    });
  });
});

describe('pickGuard', () => {
  it('returns the default model, whether it can be used or not, or else the first marker model', async () => {
    const classifier = ok(await laboratoryPack());
    const own = ok(guard);
    const shelf = (...models: [boolean, typeof own | ReturnType<typeof err<typeof LOST>>][]) =>
      models.map(([isDefault, pack]) => ({ isDefault, pack }));
    expect(pickGuard(shelf([false, classifier], [true, own]))).toBe(own);
    expect(pickGuard(shelf([true, err(LOST)], [false, own]))).toEqual(err(LOST));
    expect(pickGuard(shelf([true, classifier], [false, own]))).toBe(own);
    expect(pickGuard(shelf([true, classifier]))).toMatchObject({
      ok: false,
      error: { kind: 'guard-absent' },
    });
    expect(asGuard(classifier)).toMatchObject({ ok: false, error: { kind: 'guard-absent' } });
    expect(asGuard(own)).toBe(own);
  });
});

it('guards are the same if their checksums are the same', () => {
  const a = { kind: 'watched', guard: { ...guard.ref, genus: 'Klebsiella' } } as const;
  const off = { kind: 'not-watched', reason: 'Off.' } as const;
  expect(isSameGuard(a, { ...a })).toBe(true);
  expect(isSameGuard(a, { ...a, guard: { ...a.guard, sha256: 'other' } })).toBe(false);
  expect(isSameGuard(a, off)).toBe(false);
  expect(isSameGuard(off, { ...off, reason: 'Other.' })).toBe(true);
  expect(isSameGuard(null, null)).toBe(true);
  expect(isSameGuard(null, off)).toBe(false);
});

describe('a guarded classifier', () => {
  it.each([
    ['1 Da', {}],
    ['10 Da', { bins: TEN_DALTON_BINS, features: [4000, 6000] }],
  ])('is weak if the guard finds no pattern, in bins of %s', async (_, changes) => {
    const pack = await laboratoryPack(['1', '2'], changes);
    const job = await runGuarded(pack);
    const bare = await run([zipOf(buildMixedRun(MIXED))], { pack });
    expect(job.guard).toEqual({
      kind: 'watched',
      guard: { ...guard.ref, genus: 'Klebsiella' },
    });
    expect(job.samples.map((sample) => [sample.guard?.pattern, sample.call.confidence])).toEqual([
      ['yes', 'high'],
      ['no', 'weak'],
      ['yes', 'high'],
      ['no', 'weak'],
      ['no', 'weak'],
    ]);
    expect(job.spectra.map((row) => [row.guard?.pattern, row.call?.confidence])).toEqual(
      job.samples.map((sample) => [sample.guard?.pattern, sample.call.confidence]),
    );
    // Everything else is the same as without a guard.
    expect(job.samples.map(({ probabilities }) => probabilities)).toEqual(
      bare.samples.map(({ probabilities }) => probabilities),
    );
    expect(job.spectra.map(({ measures }) => measures)).toEqual(
      bare.spectra.map(({ measures }) => measures),
    );
    expect(job.samples.map(({ call }) => [call.label, call.probability])).toEqual(
      bare.samples.map(({ call }) => [call.label, call.probability]),
    );
    expect(bare.samples.every((sample) => sample.guard === undefined)).toBe(true);
    expect(bare.guard).toBeNull();
  });

  it('keeps its confidence if it names another genus', async () => {
    const pack = await laboratoryPack(['Escherichia coli', 'Escherichia albertii']);
    const { samples } = await runGuarded(pack);
    expect(samples.map((one) => [one.guard?.pattern, one.call.confidence])).toEqual([
      ['yes', 'high'],
      ['no', 'high'],
      ['yes', 'high'],
      ['no', 'high'],
      ['no', 'high'],
    ]);
  });

  it.each([
    ['judges their mean', {}],
    [
      'goes by the spectra of a mean in coarse bins',
      { bins: TEN_DALTON_BINS, features: [4000, 6000] },
    ],
  ])('for replicates %s', async (_, changes) => {
    const rows = [1, 3].map((n) => `${builtUid('spectrum', `A${n}`)}\tgood`);
    const others = [2, 4].map((n) => `${builtUid('spectrum', `A${n}`)}\tother`);
    const sheet = ['spectrum_id\tsample_id', ...rows, ...others].join('\n');
    const { samples } = await runGuarded(await laboratoryPack(['1', '2'], changes), sheet);
    const found = samples.map(({ name, guard: seen, call }) => [
      name,
      seen?.pattern,
      call.confidence,
    ]);
    expect(found.toSorted()).toEqual([
      ['foreign 5', 'no', 'weak'],
      // The two spectra of the sample have different classes, which lowers the confidence.
      ['good', 'yes', 'moderate'],
      ['other', 'no', 'weak'],
    ]);
  });

  it('warns of a sample of which only some spectra have the pattern', async () => {
    const rows = [1, 2].map((n) => `${builtUid('spectrum', `A${n}`)}\tmixed`);
    const sheet = ['spectrum_id\tsample_id', ...rows].join('\n');
    const { samples } = await runGuarded(await laboratoryPack(), sheet);
    const mixed = samples.find(({ name }) => name === 'mixed');
    expect(mixed?.warnings[0]).toMatchObject({ kind: 'replicates-pattern' });
    expect(spoken(mixed?.warnings[0]?.message)).toContain(
      'Taken alone, 1 of the 2 spectra of this sample (A2) is called',
    );
  });

  it('loses no answer if the guard cannot be opened, and reports this', async () => {
    const graph = guard.files.graph.slice();
    graph[40]! ^= 1;
    const damaged: ModelPack = { ...guard, files: { ...guard.files, graph } };
    const pack = await laboratoryPack();
    const plan = planGuard(pack.manifest, true, ok(damaged));
    const job = await run([zipOf(buildMixedRun(MIXED))], { pack, guard: plan });
    expect(job.failure).toBeNull();
    expect(job.samples.map(({ call }) => call.confidence)).toEqual(MIXED.map(() => 'high'));
    expect(spoken(job.samples.map((sample) => sample.guard))).toEqual(
      MIXED.map(() => ({
        pattern: 'not-judged',
        model: `${guard.manifest.id} ${guard.manifest.version}`,
        rule: null,
        label: 'Not judged',
        reason: expect.stringContaining('is not the one that its manifest names') as string,
      })),
    );
    expect(job.guard).toMatchObject({ kind: 'failed', problem: { kind: 'guard-lost' } });
  });

  it('sends the guard’s verdicts between threads', async () => {
    const session = new SpectrumSession();
    const pack = await laboratoryPack();
    const loaded = await session.loadModel(pack.files, guard.files);
    expect(loaded).toMatchObject({ ok: true, value: { guardProblem: null } });
    const [answer] = await session.classify([new Float64Array(19_049)]);
    expect(answer).toMatchObject({ ok: true, value: { guard: { rule: 'poor-spectrum' } } });
    const outcome = {
      index: 0,
      uid: '',
      spot: '',
      names: null,
      record: null,
      measures: null,
      sha256: null,
      warnings: [],
      skipped: null,
      answer: answer ?? null,
      vector: null,
    };
    const [read] = readOutcomes(new MessageBufferPool().fill(writeOutcomes([outcome])!));
    expect(read).toEqual(outcome);
  });
});
