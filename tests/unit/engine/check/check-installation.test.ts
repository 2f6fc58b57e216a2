import { readFile } from 'node:fs/promises';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { readKernel } from '../../../../scripts/build-kernel';
import { readModelPack } from '../../../../scripts/headless/model-pack';
import type { CheckItem } from '../../../../src/core/check/check-item';
import type { Reference } from '../../../../src/core/check/reference';
import { judgeInstallation } from '../../../../src/core/check/verdict';
import {
  checkInstallation,
  type CheckTools,
} from '../../../../src/engine/check/check-installation';
import { type ModelPack, openModelPack } from '../../../../src/io/open-model-pack';
import { SpectrumPool } from '../../../../workers/spectrum/page/pool';
import { openPreprocessor } from '../../../../src/kernel/open-preprocessor';
import type { Preprocessor } from '../../../../src/kernel/preprocessor';
import { ArchiveSession } from '../../../../workers/archive/session';
import { CheckSession } from '../../../../workers/check/session';
import { ReaderSession } from '../../../../workers/reader/session';
import { SpectrumSession } from '../../../../workers/spectrum/session';
import { here } from '../../../builders/headless-job';
import { tinyPack } from '../../../builders/tiny-pack';
import { inEnglish } from '../../../../src/words/in-words';
import { spoken } from '../../../builders/spoken';

let shipped: ModelPack;
let files: Map<string, Uint8Array<ArrayBuffer>>;

beforeAll(async () => {
  const read = await readModelPack(null);
  if (!read.ok) throw new Error(inEnglish(read.error.message));
  shipped = read.value;
});

beforeEach(async () => {
  files = new Map();
  for (const name of ['reference.json', 'reference-run.zip']) {
    const bytes = await readFile(new URL(`../../../../public/check/${name}`, import.meta.url));
    files.set(`/check/${name}`, new Uint8Array(bytes));
  }
  vi.stubGlobal('fetch', (address: string) => {
    const bytes = files.get(address);
    return Promise.resolve(new Response(bytes ?? null, { status: bytes ? 200 : 404 }));
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

async function check(changes: Partial<CheckTools> = {}): Promise<CheckItem[]> {
  const preprocessor = openPreprocessor(readKernel);
  const items: CheckItem[] = [];
  const tools: CheckTools = {
    base: '/check/',
    models: [{ name: 'shipped', pack: { ok: true, value: shipped } }],
    startCheck: () => here(new CheckSession(preprocessor)),
    startReader: () => here(new ReaderSession()),
    startJobThreads: () => ({
      archive: here(new ArchiveSession()),
      pool: new SpectrumPool(() => here(new SpectrumSession(preprocessor)), 1),
    }),
    ...changes,
  };
  for await (const item of checkInstallation(tools)) items.push(item);
  return items;
}

/** Changes the stored numbers that the host serves. */
function alter(change: (reference: Reference) => object): void {
  const text = new TextDecoder().decode(files.get('/check/reference.json'));
  const altered = change(JSON.parse(text) as Reference);
  files.set('/check/reference.json', new TextEncoder().encode(JSON.stringify(altered)));
}

const failures = (items: readonly CheckItem[]) =>
  items.filter(({ outcome }) => outcome === 'fail').map(({ name }) => spoken(name));

describe('the check of an installation', () => {
  it('passes when everything is correct, well within every tolerance', async () => {
    const items = await check();
    expect(failures(items)).toEqual([]);
    expect(judgeInstallation(items)).toMatchObject({ passed: true });
    expect(items.filter(({ outcome }) => outcome === 'pass')).toHaveLength(28);
    for (const { name, distance, tolerance } of items) {
      if (distance !== null && tolerance !== null && tolerance > 0) {
        expect(distance, inEnglish(name)).toBeLessThan(tolerance / 2);
      }
    }
    const steps = items.filter(({ group }) => group === 'steps' || group === 'kernel');
    expect(steps.flatMap(({ distance }) => distance ?? [])).toEqual(Array(16).fill(0));
  });

  it.each([
    [
      'a sample of a step',
      (reference: Reference) => ({
        ...reference,
        steps: reference.steps.map((step) =>
          step.id === 'smooth'
            ? { ...step, samples: step.samples.map(([at, y], i) => [at, i === 9 ? y + 1e-6 : y]) }
            : step,
        ),
      }),
      ['Smoothing'],
    ],
    [
      'the sum of a step',
      (reference: Reference) => ({
        ...reference,
        steps: reference.steps.map((step) =>
          step.id === 'mz' ? { ...step, sum: step.sum * (1 + 1e-8) } : step,
        ),
      }),
      ['Masses from times of flight (acqu)', 'The spectrum as it is shown'],
    ],
    [
      'a probability',
      ({ answers: [answer], ...reference }: Reference) => ({
        ...reference,
        answers: [{ ...answer, probabilities: answer!.probabilities.map((p) => p * 0.999) }],
      }),
      ['shipped: probabilities'],
    ],
    [
      'the call',
      ({ answers: [answer], ...reference }: Reference) => ({
        ...reference,
        answers: [{ ...answer, call: { ...answer!.call, confidence: 'weak' } }],
      }),
      ['shipped: call'],
    ],
    [
      'a checksum of the model',
      ({ answers: [answer], ...reference }: Reference) => ({
        ...reference,
        answers: [{ ...answer, manifestSha256: '0'.repeat(64) }],
      }),
      ['shipped: files'],
    ],
    [
      'the name of the spectrum',
      (reference: Reference) => ({
        ...reference,
        spectrum: { ...reference.spectrum, uid: 'another' },
      }),
      ['shipped: record'],
    ],
  ])('fails when %s differs, and says where', async (_, change, expected) => {
    alter(change);
    const items = await check();
    expect(failures(items)).toEqual(expected);
    expect(judgeInstallation(items).passed).toBe(false);
  });

  it('fails when the reference run is damaged, and still checks the models', async () => {
    files.get('/check/reference-run.zip')![5000]! ^= 1;
    const items = await check();
    expect(failures(items)).toEqual(['Reference run']);
    expect(items.some(({ name }) => spoken(name) === 'shipped: self-test')).toBe(true);
  });

  it('fails when the stored numbers cannot be fetched', async () => {
    files.delete('/check/reference.json');
    expect(failures(await check())).toEqual(['Stored numbers']);
  });

  it('fails with the problem of a model whose graph is damaged', async () => {
    const graph = shipped.files.graph.slice();
    graph[1000]! ^= 1;
    const pack = await openModelPack({ ...shipped.files, graph });
    const items = await check({ models: [{ name: 'damaged', pack }] });
    expect(failures(items)).toEqual(['damaged: files']);
    expect(spoken(items.find(({ outcome }) => outcome === 'fail')?.says)).toMatch(/its SHA-256 is/);
  });

  it('fails when a worker computes a step differently', async () => {
    const real = await openPreprocessor(readKernel);
    const wrong: Preprocessor = {
      kind: 'wasm-simd',
      decodeCounts: real.decodeCounts,
      profile: (...asked) => real.profile(...asked),
      findPeaks: (...asked) => real.findPeaks(...asked),
      run: (recipe, spectrum, bins) => {
        const values = real.run(recipe, spectrum, bins);
        if (recipe.steps.at(-1)?.kind === 'subtract-baseline') values[7000]! += 1e-3;
        return values;
      },
    };
    const items = await check({ startCheck: () => here(new CheckSession(wrong)) });
    expect(failures(items)).toEqual(['Baseline', 'Baseline']);
  });

  it('fails when a worker dies', async () => {
    const died = Promise.resolve({ kind: 'worker-died', message: 'It stopped.', cure: 'Reload.' });
    const never = { takeSteps: () => new Promise<never>(() => undefined) };
    const items = await check({ startCheck: () => here(never, died) });
    expect(failures(items)).toEqual(['Reference spectrum']);
  });

  it('notes that no answer is stored for a model that did not ship with the app', async () => {
    const items = await check({
      models: [{ name: 'own', pack: { ok: true, value: await tinyPack() } }],
    });
    expect(failures(items)).toEqual([]);
    expect(items.find(({ name }) => spoken(name) === 'own: answer')).toMatchObject({
      outcome: 'note',
    });
    expect(items.find(({ name }) => spoken(name) === 'own: self-test')).toMatchObject({
      outcome: 'pass',
    });
  });

  it('fails without any model', async () => {
    expect(failures(await check({ models: [] }))).toEqual(['Models']);
  });

  it('continues without the kernel, and notes this', async () => {
    const plain = openPreprocessor(() => Promise.reject(new Error('no such file')));
    const items = await check({ startCheck: () => here(new CheckSession(plain)) });
    expect(failures(items)).toEqual([]);
    expect(items.find(({ group }) => group === 'kernel')).toMatchObject({ outcome: 'note' });
  });
});
