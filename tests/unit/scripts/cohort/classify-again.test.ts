import { beforeAll, describe, expect, it } from 'vitest';
import { classifyAgain } from '../../../../scripts/cohort/classify-again';
import { CohortStopped, type CohortTools } from '../../../../scripts/cohort/classify-plate';
import { Turns } from '../../../../scripts/cohort/turns';
import { problem, type Problem } from '../../../../src/core/problem';
import { inEnglish } from '../../../../src/words/in-words';
import { SpectrumPool } from '../../../../workers/spectrum/page/pool';
import { SpectrumSession } from '../../../../workers/spectrum/session';
import type { SpectrumWorkerApi } from '../../../../workers/spectrum/api';
import { buildRun } from '../../../builders/bruker-run';
import { here, zipOf } from '../../../builders/headless-job';
import { tinyCounts, tinyPack } from '../../../builders/tiny-pack';

const DIED = problem('worker-died', 'A thread died.', '');

/** A pool whose threads die over the first spectrum, or as soon as they are to load a model. */
function dyingPool(at: 'spectrum' | 'model'): SpectrumPool {
  const start = () => {
    let die: (reason: Problem) => void = () => undefined;
    const died = new Promise<Problem>((resolve) => (die = resolve));
    const never = new Promise<never>(() => undefined);
    const session: SpectrumWorkerApi = new SpectrumSession();
    const dies = () => {
      die(DIED);
      return never;
    };
    const api: SpectrumWorkerApi = {
      loadModel: (...given) => (at === 'model' ? dies() : session.loadModel(...given)),
      process: dies,
      classify: (...given) => session.classify(...given),
    };
    return here<SpectrumWorkerApi>(api, died);
  };
  return new SpectrumPool(start, 1);
}

const soundPool = () => new SpectrumPool(() => here<SpectrumWorkerApi>(new SpectrumSession()), 1);

let tools: CohortTools;
const spots = [{ spot: 'A1', fid: tinyCounts('alpha', 1) }];
const files = [zipOf(buildRun({ spots }))];

beforeAll(async () => {
  const pack = await tinyPack();
  tools = {
    app: { version: '0', build: '0', commit: null } as unknown as CohortTools['app'],
    pack,
    guard: null,
    grouping: null,
    watch: [],
  };
});

async function classify(
  pool: SpectrumPool,
  newPool: () => SpectrumPool,
  { times = 0, turns = new Turns(), whenOver = () => {} } = {},
) {
  const told: Problem[] = [];
  const during = <Done>(work: () => Promise<Done>) => work().finally(whenOver);
  const begun = { times, tries: 2, during };
  const way = { pool, newPool, turns, begun, tell: (one: Problem) => told.push(one) };
  const { signal } = new AbortController();
  return { answer: await classifyAgain('plate', files, tools, way, signal), told };
}

describe('a plate', () => {
  it('is computed once where its threads live', async () => {
    const { answer, told } = await classify(soundPool(), () => {
      throw new Error('not needed');
    });
    expect(answer?.failure).toBeNull();
    expect(answer?.exported.samples).toHaveLength(1);
    expect(told).toEqual([]);
  });

  it('that lost its threads is begun again alone, and is then as any other', async () => {
    const { answer, told } = await classify(dyingPool('model'), soundPool);
    expect(told).toHaveLength(1);
    expect(answer?.failure).toBeNull();
    expect(answer?.exported.samples[0]?.call.label).toBe('Genus alpha');
  });

  it('that loses them twice is a failed plate, and the cohort goes on', async () => {
    let made = 0;
    const { answer, told } = await classify(dyingPool('spectrum'), () =>
      made++ === 0 ? dyingPool('spectrum') : soundPool(),
    );
    expect(told).toHaveLength(1);
    expect(made).toBe(2);
    expect(answer?.failure?.kind).toBe('plate-breaks-threads');
  });

  it('ends the cohort where no thread can load the model any more', async () => {
    const lost = classify(dyingPool('model'), () => dyingPool('model'));
    await expect(lost).rejects.toBeInstanceOf(CohortStopped);
  });

  it('that was computed when a command ended is computed alone', async () => {
    const turns = new Turns();
    let end: () => void = () => undefined;
    let other: Promise<void> = Promise.resolve();
    await new Promise<void>((begun) => {
      other = turns.together(() => {
        begun();
        return new Promise((resolve) => (end = resolve));
      });
    });
    const order: string[] = [];
    const whenOver = () => void order.push('plate');
    const own = classify(soundPool(), soundPool, { times: 1, turns, whenOver });
    const later = turns.together(() => Promise.resolve(order.push('beside')));
    order.push('other ends');
    end();
    await Promise.all([other, later]);
    expect((await own).answer?.failure).toBeNull();
    expect(order).toEqual(['other ends', 'plate', 'beside']);
  });

  it('that was computed when commands ended twice is failed without being begun', async () => {
    const { answer } = await classify(dyingPool('spectrum'), soundPool, { times: 2 });
    expect(answer?.failure?.kind).toBe('plate-ends-command');
    expect(inEnglish(answer!.failure!.message)).toContain('ended 2 times while this plate');
    expect(answer?.exported.spectra).toEqual([]);
  });
});
